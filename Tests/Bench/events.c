/* The yardstick of the language front: libyaml's events of some files, and nothing else.
   `events FILE...`; exits with 1 when a file is not YAML. */
#include <stdio.h>
#include <yaml.h>

static int read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return 0;
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_file(&parser, file);
  int is_sound = 1, is_done = 0;
  while (is_sound && !is_done) {
    yaml_event_t event;
    is_sound = yaml_parser_parse(&parser, &event);
    if (!is_sound) break;
    is_done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  fclose(file);
  return is_sound;
}

int main(int count, char **arguments) {
  for (int index = 1; index < count; index++)
    if (!read_file(arguments[index])) return 1;
  return 0;
}
