import CSQLite
import Foundation
import TestSupport

/// A SQLite database asked without Tenon's own layer.
final class PlainSQLite {
  private var handle: OpaquePointer?

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init(_ path: String = ":memory:") throws {
    guard sqlite3_open(path, &handle) == SQLITE_OK else { throw Failure(description: path) }
    try run("PRAGMA foreign_keys = ON")
  }

  deinit { sqlite3_close(handle) }

  func run(_ script: String) throws {
    if sqlite3_exec(handle, script, nil, nil, nil) != SQLITE_OK {
      throw Failure(description: String(cString: sqlite3_errmsg(handle)) + " in " + script)
    }
  }

  /// Rows as text, NULL as `-`.
  func rows(_ sql: String) throws -> [[String]] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Failure(description: String(cString: sqlite3_errmsg(handle)))
    }
    defer { sqlite3_finalize(statement) }
    var rows: [[String]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map {
          sqlite3_column_text(statement, $0).map { String(cString: $0) } ?? "-"
        })
    }
    return rows
  }

  /// Everything that the database says of its tables: a line each, sorted.
  ///
  /// Left out: the places of columns, since a later one stands last; and defaults, by which the
  /// rows that were there got their value. The server names every column that it writes.
  func catalogue() throws -> [String] {
    var lines: [String] = []
    let tables = try rows(
      """
      SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'
      """)
    for table in tables where !table[0].hasPrefix("tenon_schema") {
      let name = PlainSQLite.literal(table[0])
      lines.append("table \(table)")
      lines += try rows("SELECT name, type, \"notnull\", pk FROM pragma_table_info(\(name))")
        .map { "column \(table[0]) \($0)" }
      lines += try rows(
        "SELECT \"from\", \"table\", \"to\", on_delete FROM pragma_foreign_key_list(\(name))"
      ).map { "reference \(table[0]) \($0)" }
      for index in try rows("SELECT name, \"unique\", partial FROM pragma_index_list(\(name))") {
        let columns = try rows(
          "SELECT name, desc, coll, key FROM pragma_index_xinfo(\(PlainSQLite.literal(index[0])))")
        lines.append("index \(table[0]) \(index) \(columns)")
      }
    }
    return lines.sorted()
  }

  private static func literal(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "''") + "'"
  }
}

extension Postgres {
  /// A statement that prints what the database says of the tables in the schema on the search path:
  /// a line each, sorted; without names of constraints, places of columns, and defaults.
  static let catalogue = """
    SELECT line FROM (
      SELECT 'column ' || table_name || ' ' || column_name || ' ' || data_type || ' '
        || is_nullable || ' ' || coalesce(collation_name, '-') || ' ' || is_identity AS line
      FROM information_schema.columns WHERE table_schema = current_schema()
      UNION ALL
      SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
      UNION ALL
      SELECT 'index ' || i.indrelid::regclass || ' ' || c.relname || ' ' || i.indisunique || ' '
        || (SELECT string_agg(pg_get_indexdef(i.indexrelid, k, true), ',' ORDER BY k)
            FROM generate_series(1, i.indnatts) k)
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE c.relnamespace = current_schema()::regnamespace
    ) lines ORDER BY line COLLATE "C";

    """
}
