/* The yardstick of reading on PostgreSQL: one statement of `make bench`, prepared once and sent again
 * and again over one connection by libpq, with nothing beside it.
 *
 *   statement URL SECONDS COUNT SQL
 *
 * $1 of the statement is an id, drawn from 1 to COUNT; values go and come in the binary format.
 * Prints microseconds per statement. */
#include <endian.h>
#include <libpq-fe.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static void die(PGconn *connection, const char *what) {
  fprintf(stderr, "statement: %s: %s\n", what, PQerrorMessage(connection));
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **words) {
  if (count != 5) return 2;
  double seconds = atof(words[2]);
  long rows = atol(words[3]);
  PGconn *connection = PQconnectdb(words[1]);
  if (PQstatus(connection) != CONNECTION_OK) die(connection, "connect");
  Oid type = 20;
  PGresult *made = PQprepare(connection, "one", words[4], 1, &type);
  if (PQresultStatus(made) != PGRES_COMMAND_OK) die(connection, "prepare");
  uint64_t draw = 88172645463325252u, id;
  const char *value = (const char *)&id;
  int length = 8, format = 1;
  long turns = 0, bytes = 0;
  double begin = now(), end;
  while ((end = now()) - begin < seconds) {
    draw ^= draw << 13, draw ^= draw >> 7, draw ^= draw << 17;
    id = htobe64(draw % rows + 1);
    PGresult *row = PQexecPrepared(connection, "one", 1, &value, &length, &format, 1);
    if (PQresultStatus(row) != PGRES_TUPLES_OK || PQntuples(row) != 1) die(connection, "read");
    for (int column = 0; column < PQnfields(row); column++) bytes += PQgetlength(row, 0, column);
    PQclear(row);
    turns++;
  }
  printf("%.2f\n", (end - begin) / turns * 1e6);
  return bytes == 0;
}
