import CSQLite
import Glibc
import Query
import TenonThreads
import Values

/// One SQLite connection with its prepared statements. Used by one thread at a time.
final class SQLiteConnection {
  enum Role { case reader, writer }

  private let handle: OpaquePointer
  private var entityStatements: StatementCache<StatementShape>
  private var systemStatements: StatementCache<UnsafePointer<UInt8>>
  /// Frames in the write-ahead log after the latest commit of this connection.
  fileprivate(set) var logFrames: Int32 = 0
  private let searchLimit: Duration
  /// When the search under way has to end, by the coarse clock.
  fileprivate var deadline = 0
  /// How often SQLite may ask on before the sort under way is given up.
  fileprivate var remaining = 0
  /// How many sorts were too long.
  var sortsGivenUp = 0
  private var isClosed = false

  init(path: String, role: Role, options: DatabaseOptions) throws(DatabaseError) {
    SQLiteLibrary.prepare()
    var opened: OpaquePointer?
    let flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
      | (role == .writer ? SQLITE_OPEN_CREATE : 0)
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard let opened else { throw .io("out of memory") }
    handle = opened
    searchLimit = options.searchLimit
    entityStatements = StatementCache(limit: options.statementLimit)
    systemStatements = StatementCache(limit: options.statementLimit)
    // From here on a throw ends in `deinit`, which closes.
    if code != SQLITE_OK { throw SQLiteFault.error(code, opened) }
    try configure(role, options)
  }

  private func configure(_ role: Role, _ options: DatabaseOptions) throws(DatabaseError) {
    sqlite3_busy_timeout(handle, Int32(clamping: options.busyTimeout.milliseconds))
    tenon_sqlite_switch(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
    tenon_sqlite_switch(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    tenon_sqlite_switch(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
    tenon_sqlite_switch(handle, SQLITE_DBCONFIG_DQS_DML, 0)
    tenon_sqlite_switch(handle, SQLITE_DBCONFIG_DQS_DDL, 0)
    // Read back, since SQLite answers a refusal with the old mode and no error.
    if role == .writer {
      let mode = try text("PRAGMA journal_mode = WAL")
      if mode != "wal" { throw .io("journal_mode is \(mode ?? "unknown") instead of wal") }
      sqlite3_wal_hook(handle, noteLogFrames, Unmanaged.passUnretained(self).toOpaque())
    }
    try script(
      """
      PRAGMA synchronous = \(options.benchmarkWithoutDurability ? "OFF" : "FULL");
      PRAGMA foreign_keys = ON; PRAGMA cache_size = -2048; PRAGMA temp_store = MEMORY;
      PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON;
      PRAGMA journal_size_limit = \(SQLiteLimits.logBytes);
      PRAGMA query_only = \(role == .reader ? "ON" : "OFF");
      """)
    let code = ExpressionFunctions.register(in: handle)
    if code != SQLITE_OK { throw SQLiteFault.error(code, handle) }
    sqlite3_set_authorizer(handle, authorizeSQL, nil)
  }

  deinit { close() }

  /// Finalises the statements and closes. Any later call on this connection is a fault.
  func close() {
    if isClosed { return }
    isClosed = true
    entityStatements.removeAll()
    systemStatements.removeAll()
    sqlite3_close_v2(handle)
  }

  // MARK: Statements

  /// A statement for an entity, from the cache when its shape was seen.
  func statement(_ statement: Statement) throws(DatabaseError) -> SQLiteStatement {
    if let cached = entityStatements.idle(statement.shape) { return cached }
    let sql = statement.sql(.sqlite)
    let fresh = try prepare(sql)
    if statement.isRankedPage { fresh.sorts = try sorts(sql) }
    entityStatements.store(fresh, statement.shape)
    return fresh
  }

  /// Whether SQLite means to find all rows of a statement first and to sort them then.
  private func sorts(_ sql: String) throws(DatabaseError) -> Bool {
    let plan = try prepare("EXPLAIN QUERY PLAN " + sql)
    return try plan.contains(text: "USE TEMP B-TREE FOR ORDER BY", column: 3)
  }

  /// A statement whose text is a literal of the program.
  func statement(_ sql: StaticString) throws(DatabaseError) -> SQLiteStatement {
    if let cached = systemStatements.idle(sql.utf8Start) { return cached }
    let fresh = try prepare(sql.description)
    systemStatements.store(fresh, sql.utf8Start)
    return fresh
  }

  /// Prepares one statement outside the caches.
  func prepare(_ sql: String) throws(DatabaseError) -> SQLiteStatement {
    var pointer: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
    guard code == SQLITE_OK else { throw SQLiteFault.error(code, handle) }
    guard let pointer else { throw .statement("empty statement") }
    return SQLiteStatement(pointer, handle)
  }

  /// Runs one literal statement that needs no values and whose rows are of no interest.
  func run(_ sql: StaticString) throws(DatabaseError) {
    try statement(sql).finish([])
  }

  /// Runs all statements of a text.
  func script(_ sql: String) throws(DatabaseError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    if code != SQLITE_OK { throw SQLiteFault.error(code, handle) }
  }

  private func text(_ sql: String) throws(DatabaseError) -> String? {
    let statement = try prepare(sql)
    return try statement.first([]) { row in row.isBlank(0) ? nil : row.string(0) } ?? nil
  }

  /// Sets the greatest size of the file in pages; what would exceed it fails as a full disk does.
  func limitPages(_ count: Int) throws(DatabaseError) {
    sqlite3_set_authorizer(handle, nil, nil)
    defer { sqlite3_set_authorizer(handle, authorizeSQL, nil) }
    try script("PRAGMA max_page_count = \(count)")
  }

  /// How many statements are prepared and kept.
  var statementCount: Int { entityStatements.count + systemStatements.count }

  // MARK: Time

  /// From here on statements are interrupted when they take longer than a search may.
  func startLimit() {
    deadline = Condition.coarseMilliseconds() + Int(searchLimit.milliseconds)
    sqlite3_progress_handler(
      handle, SQLiteLimits.opcodes, isLate, Unmanaged.passUnretained(self).toOpaque())
  }

  /// From here on a statement is interrupted when it does more than a sort may.
  func startSortLimit() {
    remaining = SQLiteLimits.sortCalls
    sqlite3_progress_handler(
      handle, SQLiteLimits.opcodes, isLong, Unmanaged.passUnretained(self).toOpaque())
  }

  func endLimit() { sqlite3_progress_handler(handle, 0, nil, nil) }

  // MARK: Transactions

  /// Whether a transaction is open: SQLite ends it by itself after some errors.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Rows changed by the latest INSERT, UPDATE or DELETE.
  var changes: Int { Int(sqlite3_changes64(handle)) }

  /// Whether a deferred foreign key is unresolved, so that COMMIT would refuse.
  var hasOpenForeignKeys: Bool {
    var now: Int32 = 0
    var peak: Int32 = 0
    let code = sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &now, &peak, 0)
    return code == SQLITE_OK && now > 0
  }

  /// Copies the log into the database. `restart` also waits for readers of the log, so that the
  /// next write begins it anew. Returns whether all of it was copied.
  func checkpoint(restart: Bool) throws(DatabaseError) -> Bool {
    var frames: Int32 = 0
    var copied: Int32 = 0
    let mode = restart ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE
    let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, &frames, &copied)
    if code == SQLITE_BUSY { return false }
    if code != SQLITE_OK { throw SQLiteFault.error(code, handle) }
    return frames == copied
  }
}

/// Sizes that keep the write-ahead log under 64 MB.
enum SQLiteLimits {
  /// The log is cut back to this size when it begins anew.
  static let logBytes = 16 << 20
  /// From this many frames (of 4 KB) on, each commit is followed by a passive checkpoint.
  static let checkpointFrames: Int32 = 1000
  /// From this many on the writer waits for the readers of the log, which would otherwise keep it
  /// growing when they always overlap.
  static let restartFrames: Int32 = 8192
  /// Steps of SQLite's machine, some 50 µs, after each of which a search looks at the clock.
  static let opcodes: Int32 = 1000
  /// So often after so many steps a sort is given up: some 10 ms, 3 000 rows of a list.
  static let sortCalls = 200
}

/// Settings of the whole library.
private enum SQLiteLibrary {
  // Refused when another part of the process opened SQLite first: slower, nothing else.
  private static let once: Int32 = tenon_sqlite_count_no_memory()
  static func prepare() { _ = once }
}

/// Called by SQLite after each commit in place of its own checkpoint: the writer answers first and
/// checkpoints then.
private func noteLogFrames(
  _ context: UnsafeMutableRawPointer?, _: OpaquePointer?, _: UnsafePointer<CChar>?, _ frames: Int32
) -> Int32 {
  if let context {
    Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue().logFrames = frames
  }
  return SQLITE_OK
}

/// Called by SQLite during a search: whether it has to end.
private func isLate(_ context: UnsafeMutableRawPointer?) -> Int32 {
  guard let context else { return 0 }
  let connection = Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue()
  return Condition.coarseMilliseconds() >= connection.deadline ? 1 : 0
}

/// Called by SQLite while it finds rows to sort: whether they are too many.
private func isLong(_ context: UnsafeMutableRawPointer?) -> Int32 {
  guard let context else { return 0 }
  let connection = Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue()
  connection.remaining -= 1
  return connection.remaining < 0 ? 1 : 0
}

/// Denies at preparation what no statement of the server needs: other files and settings. The one
/// setting that FTS5 reads for itself says whether someone else has written.
private func authorizeSQL(
  _: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
  _ second: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?
) -> Int32 {
  switch action {
  case SQLITE_ATTACH, SQLITE_DETACH: return SQLITE_DENY
  case SQLITE_PRAGMA:
    guard let first, strcmp(first, "data_version") == 0, second == nil else { return SQLITE_DENY }
    return SQLITE_OK
  case SQLITE_FUNCTION:
    guard let second else { return SQLITE_OK }
    return strcmp(second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK
  default: return SQLITE_OK
  }
}

extension Duration {
  /// Whole milliseconds.
  var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
  /// Whole nanoseconds.
  var nanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
