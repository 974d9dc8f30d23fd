// SQLite, and its C variadics under fixed signatures, since Swift imports no variadic function.
#ifndef TENON_CSQLITE_SHIM_H
#define TENON_CSQLITE_SHIM_H

#include <sqlite3.h>

// Switches one of the on/off options of a connection (SQLITE_DBCONFIG_…).
static inline int tenon_sqlite_switch(sqlite3 *db, int option, int on) {
  return sqlite3_db_config(db, option, on, (int *)0);
}

// Stops SQLite's count of its memory, which takes a process-wide lock at every allocation.
// Only before the first connection; later calls are refused with SQLITE_MISUSE.
static inline int tenon_sqlite_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// Extended result codes that SQLite defines by expressions, which Swift does not import.
enum {
  TENON_SQLITE_FOREIGN_KEY = SQLITE_CONSTRAINT_FOREIGNKEY,
  TENON_SQLITE_NOT_NULL = SQLITE_CONSTRAINT_NOTNULL,
  TENON_SQLITE_PRIMARY_KEY = SQLITE_CONSTRAINT_PRIMARYKEY,
  TENON_SQLITE_ROW_ID = SQLITE_CONSTRAINT_ROWID,
  TENON_SQLITE_UNIQUE = SQLITE_CONSTRAINT_UNIQUE
};

#endif
