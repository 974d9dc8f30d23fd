import CSQLite
import Values

/// One row of an answer while it is read: valid only during the call that receives it. Columns
/// count from 0 in the order of the query's outputs.
public struct Row: ~Copyable {
  private enum Source {
    case sqlite(OpaquePointer)
    case postgres(PostgresRow)
  }

  private let source: Source

  init(sqlite statement: OpaquePointer) { source = .sqlite(statement) }

  init(_ row: PostgresRow) { source = .postgres(row) }

  /// The number of columns.
  public var count: Int {
    switch source {
    case .sqlite(let statement): Int(sqlite3_column_count(statement))
    case .postgres(let row): row.count
    }
  }

  /// Whether a column has no value.
  public func isBlank(_ column: Int) -> Bool {
    let index = Int32(truncatingIfNeeded: column)
    switch source {
    case .sqlite(let statement): return sqlite3_column_type(statement, index) == SQLITE_NULL
    case .postgres(let row): return row.isBlank(index)
    }
  }

  /// The integer of a column; 0 when it is blank.
  public func integer(_ column: Int) -> Int64 {
    let index = Int32(truncatingIfNeeded: column)
    switch source {
    case .sqlite(let statement): return sqlite3_column_int64(statement, index)
    case .postgres(let row): return row.integer(index)
    }
  }

  /// The UTF-8 bytes of a text column; empty when it is blank. They lie in the engine's memory and
  /// are gone when the row is: copy what is to stay.
  public func text(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let index = Int32(truncatingIfNeeded: column)
    switch source {
    case .sqlite(let statement):
      let start = sqlite3_column_text(statement, index)
      return UnsafeBufferPointer(
        start: start, count: Int(sqlite3_column_bytes(statement, index)))
    case .postgres(let row): return row.bytes(index)
    }
  }

  /// The text of a column; empty when it is blank.
  public func string(_ column: Int) -> String { String(decoding: text(column), as: UTF8.self) }

  /// A column's value in the carrier of a storage.
  public func value(_ column: Int, _ storage: Storage) -> Value {
    if isBlank(column) { return .blank }
    return storage.isText ? .text(string(column)) : .integer(integer(column))
  }
}
