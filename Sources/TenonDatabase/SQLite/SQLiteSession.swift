import Query
import TenonThreads
import Values

/// A SQLite connection as sessions use it.
extension SQLiteConnection: Connection {
  var dialect: Dialect { .sqlite }

  // MARK: Statements

  /// A page that sorts what its filter finds gives no row before all are found: when they prove to
  /// be many, matches are dense enough to meet along the order instead (docs/decisions/0020).
  func rows(
    _ step: Statement, limit: Int?, _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    let statement = try self.statement(step)
    if statement.sorts, let walk = step.walkingOrder {
      let walking = try self.statement(walk)
      if !walking.sorts {
        startSortLimit()
        defer { endLimit() }
        do {
          return try statement.rows(step.bindings, limit: limit, each)
        } catch DatabaseError.interrupted {
          endLimit()
          sortsGivenUp += 1
          return try walking.rows(walk.bindings, limit: limit, each)
        }
      }
    }
    return try statement.rows(step.bindings, limit: limit, each)
  }

  func rows(
    _ sql: StaticString, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    try statement(sql).rows(values, each)
  }

  func rows(
    once sql: String, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    try prepare(sql).rows(values, each)
  }

  func first(
    _ statement: Statement, _ read: (borrowing Row) -> Void
  ) throws(DatabaseError) {
    _ = try self.statement(statement).first(statement.bindings, read)
  }

  func finish(_ statement: Statement) throws(DatabaseError) -> Int {
    try self.statement(statement).finish(statement.bindings)
    return changes
  }

  func finish(_ sql: StaticString, _ values: [Value]) throws(DatabaseError) -> Int {
    try statement(sql).finish(values)
    return changes
  }

  // MARK: Reading

  /// The snapshot that stays open from read to read while nothing is committed: taking and leaving
  /// SQLite's read lock costs as much as reading a record.
  struct Snapshot {
    /// The writer's count of commits before it was taken.
    let commits: Int
    /// When it ends in any case: someone may change the file beside the server. Milliseconds.
    let end: Int

    static let longest = 100
  }

  func beginRead(after commits: Int, isSingle: Bool) throws(DatabaseError) {
    let now = Condition.coarseMilliseconds()
    if let snapshot, snapshot.commits == commits, now < snapshot.end { return }
    try letGo()
    try run("BEGIN")
    snapshot = Snapshot(commits: commits, end: now + Snapshot.longest)
  }

  func endRead(failed: Bool) throws(DatabaseError) {
    if failed { try letGo() }
  }

  func letGo() throws(DatabaseError) {
    snapshot = nil
    if isInTransaction { try run("COMMIT") }
  }

  // MARK: Writing

  func beginWrite() throws(DatabaseError) { try run("BEGIN IMMEDIATE") }

  func commit() throws(DatabaseError) { try run("COMMIT") }

  func rollBack() {
    guard isInTransaction else { return }
    // An error here means that SQLite ended the transaction after all, or cannot end it; then the
    // next BEGIN fails, and its batch is told.
    do { try run("ROLLBACK") } catch { return }
  }

  /// SQLite does not say: whoever meets it is told.
  var loss: DatabaseError? { nil }

  /// Empties the log into the database when it is long.
  func keepHouse(_ readers: Readers) -> Int {
    let frames = logFrames
    if frames < SQLiteLimits.checkpointFrames { return 0 }
    let restart = frames >= nextRestart
    readers.letGo()
    do {
      if try checkpoint(restart: restart) {
        nextRestart = SQLiteLimits.restartFrames
      } else if restart {
        nextRestart = frames + SQLiteLimits.restartFrames / 2
      }
      return 1
    } catch {
      // A checkpoint only copies what is durable already; it is tried again after the next batch,
      // and a full or broken disk shows itself in that batch's own commit.
      return 0
    }
  }
}
