/* The yardstick of `make bench`: the least that answers the same reads as the generated server.
 *
 * libmicrohttpd with a pool of epoll threads, SQLite with one connection and its prepared
 * statements per thread, JSON written by hand. No session, no rights, no limits: what the server
 * adds is measured against this.
 *
 *   bare DATABASE PORT THREADS TABLE COLUMN:KIND...
 *
 * Kinds: i integer, t text, b boolean, 0…9 scaled decimal, d day, m millisecond.
 *   GET /one/ID                      one record
 *   GET /first/LEVEL, /last/LEVEL    fifty records by level, newest or oldest first
 */
#include <microhttpd.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PAGE = 50, ROOM = 1 << 17 };

static const char *database;
static char one_sql[4096], first_sql[4096], last_sql[4096];
static const char *names[64];
static char kinds[64];
static int column_count;

static _Thread_local sqlite3 *connection;
static _Thread_local sqlite3_stmt *one, *first, *last;

static void die(const char *what) {
  fprintf(stderr, "bare: %s\n", what);
  exit(1);
}

static void open_connection(void) {
  if (sqlite3_open_v2(database, &connection, SQLITE_OPEN_READWRITE, NULL) ||
      sqlite3_prepare_v2(connection, one_sql, -1, &one, NULL) ||
      sqlite3_prepare_v2(connection, first_sql, -1, &first, NULL) ||
      sqlite3_prepare_v2(connection, last_sql, -1, &last, NULL))
    die(connection ? sqlite3_errmsg(connection) : "no memory");
}

static char *put(char *out, const char *text, size_t length) {
  memcpy(out, text, length);
  return out + length;
}

static char *put_text(char *out, const unsigned char *text, int length) {
  static const char hex[] = "0123456789abcdef";
  *out++ = '"';
  for (int i = 0; i < length; i++) {
    unsigned char c = text[i];
    if (c == '"' || c == '\\') {
      *out++ = '\\';
      *out++ = (char)c;
    } else if (c < 0x20) {
      out = put(out, "\\u00", 4);
      *out++ = hex[c >> 4];
      *out++ = hex[c & 15];
    } else {
      *out++ = (char)c;
    }
  }
  *out++ = '"';
  return out;
}

static char *put_number(char *out, long long value) {
  char digits[24];
  int count = 0;
  unsigned long long rest = value < 0 ? 0ULL - (unsigned long long)value : (unsigned long long)value;
  do digits[count++] = (char)('0' + rest % 10);
  while (rest /= 10);
  if (value < 0) *out++ = '-';
  while (count) *out++ = digits[--count];
  return out;
}

static char *put_padded(char *out, unsigned value, int width) {
  for (int i = width - 1; i >= 0; i--, value /= 10) out[i] = (char)('0' + value % 10);
  return out + width;
}

static char *put_scaled(char *out, long long value, int scale) {
  long long power = 1;
  for (int i = 0; i < scale; i++) power *= 10;
  *out++ = '"';
  if (value < 0) {
    *out++ = '-';
    value = -value;
  }
  out = put_number(out, value / power);
  if (scale) {
    *out++ = '.';
    out = put_padded(out, (unsigned)(value % power), scale);
  }
  *out++ = '"';
  return out;
}

/* Days since 1970 to year, month, day (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
static char *put_day(char *out, long long days) {
  days += 719468;
  long long era = (days >= 0 ? days : days - 146096) / 146097;
  unsigned doe = (unsigned)(days - era * 146097);
  unsigned yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  unsigned mp = (5 * doy + 2) / 153;
  unsigned month = mp < 10 ? mp + 3 : mp - 9;
  out = put_padded(out, (unsigned)(yoe + era * 400) + (month <= 2), 4);
  *out++ = '-';
  out = put_padded(out, month, 2);
  *out++ = '-';
  return put_padded(out, doy - (153 * mp + 2) / 5 + 1, 2);
}

static char *put_instant(char *out, long long ms) {
  long long day = ms / 86400000 - (ms % 86400000 < 0);
  unsigned rest = (unsigned)(ms - day * 86400000);
  *out++ = '"';
  out = put_day(out, day);
  *out++ = 'T';
  out = put_padded(out, rest / 3600000, 2);
  *out++ = ':';
  out = put_padded(out, rest / 60000 % 60, 2);
  *out++ = ':';
  out = put_padded(out, rest / 1000 % 60, 2);
  *out++ = '.';
  out = put_padded(out, rest % 1000, 3);
  return put(out, "Z\"", 2);
}

static char *put_value(char *out, sqlite3_stmt *row, int i) {
  if (sqlite3_column_type(row, i) == SQLITE_NULL) return put(out, "null", 4);
  if (kinds[i] == 't') {
    const unsigned char *text = sqlite3_column_text(row, i);
    return put_text(out, text, sqlite3_column_bytes(row, i));
  }
  long long value = sqlite3_column_int64(row, i);
  switch (kinds[i]) {
    case 'i': return put_number(out, value);
    case 'b': return value ? put(out, "true", 4) : put(out, "false", 5);
    case 'm': return put_instant(out, value);
    case 'd':
      *out++ = '"';
      out = put_day(out, value);
      *out++ = '"';
      return out;
    default: return put_scaled(out, value, kinds[i] - '0');
  }
}

static char *put_row(char *out, sqlite3_stmt *row) {
  *out++ = '{';
  for (int i = 0; i < column_count; i++) {
    if (i) *out++ = ',';
    *out++ = '"';
    out = put(out, names[i], strlen(names[i]));
    out = put(out, "\":", 2);
    out = put_value(out, row, i);
  }
  *out++ = '}';
  return out;
}

static size_t read_one(const char *id, char *buffer) {
  char *out = buffer;
  sqlite3_bind_int64(one, 1, atoll(id));
  if (sqlite3_step(one) == SQLITE_ROW) out = put_row(out, one);
  sqlite3_reset(one);
  return (size_t)(out - buffer);
}

static size_t read_page(sqlite3_stmt *page, const char *level, char *buffer) {
  char *out = put(buffer, "{\"data\":[", 9);
  sqlite3_bind_text(page, 1, level, -1, SQLITE_STATIC);
  int count = 0;
  while (sqlite3_step(page) == SQLITE_ROW) {
    if (count == PAGE) break; /* the row that tells whether there is a next page */
    if (count++) *out++ = ',';
    out = put_row(out, page);
  }
  sqlite3_reset(page);
  return (size_t)(put(out, "],\"next\":null,\"previous\":null}", 30) - buffer);
}

static enum MHD_Result answer(void *context, struct MHD_Connection *client, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **state) {
  (void)context, (void)method, (void)version, (void)upload, (void)upload_size;
  static _Thread_local char buffer[ROOM];
  static char seen;
  if (!*state) { /* an answer before the end of the request closes the connection */
    *state = &seen;
    return MHD_YES;
  }
  if (!connection) open_connection();
  size_t size = 0;
  if (!strncmp(url, "/one/", 5)) size = read_one(url + 5, buffer);
  else if (!strncmp(url, "/first/", 7)) size = read_page(first, url + 7, buffer);
  else if (!strncmp(url, "/last/", 6)) size = read_page(last, url + 6, buffer);
  struct MHD_Response *response =
      MHD_create_response_from_buffer(size, buffer, MHD_RESPMEM_MUST_COPY);
  MHD_add_response_header(response, "Content-Type", "application/json");
  enum MHD_Result result = MHD_queue_response(client, size ? 200 : 404, response);
  MHD_destroy_response(response);
  return result;
}

int main(int count, char **arguments) {
  if (count < 6 || count > 69) die("DATABASE PORT THREADS TABLE COLUMN:KIND...");
  database = arguments[1];
  char columns[2048] = "";
  for (int i = 5; i < count; i++, column_count++) {
    char *colon = strchr(arguments[i], ':');
    if (!colon) die("a column without its kind");
    *colon = 0;
    names[column_count] = arguments[i];
    kinds[column_count] = colon[1];
    snprintf(columns + strlen(columns), sizeof columns - strlen(columns), "%s\"%s\"",
             column_count ? ", " : "", arguments[i]);
  }
  const char *table = arguments[4];
  snprintf(one_sql, sizeof one_sql, "SELECT %s FROM \"%s\" WHERE id = ?", columns, table);
  const char *page = "SELECT %s FROM \"%s\" WHERE level = ? ORDER BY met_at %s, id %s LIMIT %d";
  snprintf(first_sql, sizeof first_sql, page, columns, table, "DESC", "DESC", PAGE + 1);
  snprintf(last_sql, sizeof last_sql, page, columns, table, "ASC", "ASC", PAGE + 1);
  sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
  open_connection(); /* so that a wrong schema shows now */
  struct MHD_Daemon *daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD, (uint16_t)atoi(arguments[2]), NULL, NULL, answer, NULL,
      MHD_OPTION_THREAD_POOL_SIZE, (unsigned)atoi(arguments[3]), MHD_OPTION_CONNECTION_LIMIT, 1024u,
      MHD_OPTION_END);
  if (!daemon) die("no daemon");
  sigset_t stop;
  int signal_number;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTERM);
  sigprocmask(SIG_BLOCK, &stop, NULL);
  sigwait(&stop, &signal_number);
  MHD_stop_daemon(daemon);
  return 0;
}
