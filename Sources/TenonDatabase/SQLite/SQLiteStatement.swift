import CSQLite
import Values

/// One prepared statement, finalised with its last reference.
final class SQLiteStatement {
  private let pointer: OpaquePointer
  private let database: OpaquePointer
  /// Between the first step and the reset: not to be bound or stepped by another call.
  private(set) var isRunning = false
  /// Whether all its rows are found and sorted before it gives the first.
  var sorts = false
  /// When the cache gave it out last.
  var lastUse: UInt64 = 0

  init(_ pointer: OpaquePointer, _ database: OpaquePointer) {
    self.pointer = pointer
    self.database = database
  }

  deinit { sqlite3_finalize(pointer) }

  /// Gives each row until there are no more. The last value is replaced by `limit` when there is
  /// one. Returns the number of rows.
  func rows(
    _ values: [Value], limit: Int? = nil, _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    isRunning = true
    defer { reset() }
    try bind(values, limit: limit)
    var count = 0
    while try step() {
      count += 1
      try each(Row(pointer))
    }
    return count
  }

  /// The first row's value by `read`, or nil when there is no row; runs to the end, as a
  /// statement that changes rows must.
  func first<R>(
    _ values: [Value], _ read: (borrowing Row) -> R
  ) throws(DatabaseError) -> R? {
    isRunning = true
    defer { reset() }
    try bind(values, limit: nil)
    var result: R?
    while try step() {
      if result == nil { result = read(Row(pointer)) }
    }
    return result
  }

  /// Whether a row has this text in a column.
  func contains(text: String, column: Int) throws(DatabaseError) -> Bool {
    isRunning = true
    defer { reset() }
    while try step() {
      if Row(pointer).string(column) == text { return true }
    }
    return false
  }

  /// Runs to the end without looking at rows.
  func finish(_ values: [Value]) throws(DatabaseError) {
    isRunning = true
    defer { reset() }
    try bind(values, limit: nil)
    while try step() {}
  }

  private func reset() {
    // The code repeats the error of the latest step, which was thrown already.
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
    isRunning = false
  }

  private func step() throws(DatabaseError) -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw SQLiteFault.error(code, database)
  }

  private func bind(_ values: [Value], limit: Int?) throws(DatabaseError) {
    for index in values.indices {
      let code = bind(values[index], Int32(truncatingIfNeeded: index + 1))
      if code != SQLITE_OK { throw SQLiteFault.error(code, database) }
    }
    if let limit {
      sqlite3_bind_int64(pointer, Int32(truncatingIfNeeded: values.count), Int64(limit))
    }
    let expected = Int(sqlite3_bind_parameter_count(pointer))
    if values.count != expected {
      throw .statement("\(expected) values wanted, \(values.count) given")
    }
  }

  private func bind(_ value: Value, _ index: Int32) -> Int32 {
    switch value {
    case .blank: return sqlite3_bind_null(pointer, index)
    case .integer(let number): return sqlite3_bind_int64(pointer, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          // An empty buffer has no address, which SQLite would read as NULL.
          guard let start = characters.baseAddress else {
            return sqlite3_bind_text64(pointer, index, "", 0, nil, UInt8(SQLITE_UTF8))
          }
          return sqlite3_bind_text64(
            pointer, index, start, UInt64(characters.count), copyAtOnce, UInt8(SQLITE_UTF8))
        }
      }
    }
  }
}

/// SQLITE_TRANSIENT, a macro with a cast that Swift does not import.
private nonisolated(unsafe) let copyAtOnce = unsafeBitCast(
  -1, to: sqlite3_destructor_type.self)

/// Prepared statements by key, at most `limit`; the older half goes when it is full.
struct StatementCache<Key: Hashable> {
  private let limit: Int
  private var statements: [Key: SQLiteStatement] = [:]
  private var clock: UInt64 = 0

  init(limit: Int) { self.limit = max(limit, 2) }

  var count: Int { statements.count }

  /// The kept statement when no call is using it now.
  mutating func idle(_ key: Key) -> SQLiteStatement? {
    guard let found = statements[key], !found.isRunning else { return nil }
    clock += 1
    found.lastUse = clock
    return found
  }

  /// Keeps a statement, unless one with this key is kept and in use.
  mutating func store(_ statement: SQLiteStatement, _ key: Key) {
    if statements[key] != nil { return }
    if statements.count >= limit { removeOlderHalf() }
    clock += 1
    statement.lastUse = clock
    statements[key] = statement
  }

  /// A statement in use goes with its call's own reference.
  private mutating func removeOlderHalf() {
    let uses = statements.values.map(\.lastUse).sorted()
    let middle = uses[uses.count / 2]
    statements = statements.filter { $0.value.lastUse >= middle }
  }

  mutating func removeAll() { statements.removeAll() }
}
