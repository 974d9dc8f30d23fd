import Query
import Values

/// SQLite: STRICT tables, so that a column holds its type; the file stays readable by any sqlite3.
public enum SQLitePlanner: Planner {
  public static let dialect = Dialect.sqlite

  public static func type(_ storage: Storage) -> String { storage.isText ? "TEXT" : "INTEGER" }

  /// AUTOINCREMENT: an id is never used again, even after a delete.
  public static let primaryKey = "\"id\" INTEGER PRIMARY KEY AUTOINCREMENT"
  public static let tableOptions = " STRICT"
  /// SQLite looks for the target only when a row is written.
  public static let addsForeignKeysLast = false
  /// The rowid, which is the id, stands at the end of every index by itself.
  public static let indexesNameTheID = false
}
