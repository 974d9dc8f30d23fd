import Query
import TenonThreads
import Values

/// A connection that reads, each time from one moment.
class PostgresReader: Connection {
  let connection: PostgresConnection

  init(_ connection: PostgresConnection) { self.connection = connection }

  var dialect: Dialect { .postgres }

  // MARK: Statements

  func rows(
    _ statement: Statement, limit: Int?, _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    try give(connection.result(statement), limit, each)
  }

  func rows(
    _ sql: StaticString, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    try give(connection.result(sql, values), nil, each)
  }

  func rows(
    once sql: String, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    try give(connection.result(once: sql, values), nil, each)
  }

  private func give(
    _ result: OpaquePointer?, _ limit: Int?, _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    guard let result else { return 0 }
    let library = connection.library
    defer { library.clear(result) }
    let count = min(library.rowCount(result), limit.map { Int32(clamping: $0) } ?? .max)
    for row in 0..<count { try each(Row(PostgresRow(library, result, row))) }
    return Int(count)
  }

  func first(
    _ statement: Statement, _ read: (borrowing Row) -> Void
  ) throws(DatabaseError) {
    let library = connection.library
    guard let result = try connection.result(statement) else { return }
    defer { library.clear(result) }
    if library.rowCount(result) > 0 { read(Row(PostgresRow(library, result, 0))) }
  }

  func finish(_ statement: Statement) throws(DatabaseError) -> Int {
    changes(try connection.result(statement))
  }

  func finish(_ sql: StaticString, _ values: [Value]) throws(DatabaseError) -> Int {
    changes(try connection.result(sql, values))
  }

  private func changes(_ result: OpaquePointer?) -> Int {
    guard let result else { return 0 }
    defer { connection.library.clear(result) }
    return connection.library.changes(result).flatMap { Int(String(cString: $0)) } ?? 0
  }

  /// Goes ahead of the next statement.
  func run(_ sql: StaticString) throws(DatabaseError) { connection.mark(sql.description) }

  func script(_ sql: String) throws(DatabaseError) { try connection.script(sql) }

  // MARK: Time

  func startLimit() { connection.startLimit() }
  func endLimit() { connection.endLimit() }

  // MARK: Reading

  func beginRead(after commits: Int, isSingle: Bool) {
    connection.open(nil, isSingle: isSingle)
  }

  func endRead(failed: Bool) throws(DatabaseError) {
    defer { connection.noteEnd() }
    if connection.wasTouched && !connection.isSingle { try connection.endUnmarked() }
  }

  func letGo() {}

  // MARK: Writing

  func beginWrite() throws(DatabaseError) { throw .statement("this connection only reads") }
  func commit() throws(DatabaseError) { throw .statement("this connection only reads") }
  func rollBack() {}

  var isInTransaction: Bool { connection.isInTransaction }
  var loss: DatabaseError? { connection.loss }
  /// Foreign keys are looked at by each statement.
  var hasOpenForeignKeys: Bool { false }
  /// The server does its own.
  func keepHouse(_ readers: Readers) -> Int { 0 }

  func close() { connection.close() }
}

/// The connection of a process that writes. One transaction of all processes writes at a time:
/// each begins with a lock of the table `tenon_schema`, and so counts, checks and changes as if it
/// were alone.
final class PostgresWriter: PostgresReader {
  private let server: PostgresServer
  /// The name of this process in `tenon_writer`, where each commit leaves its number: whether a
  /// commit whose answer got lost has happened can be read there.
  private let name: String
  private var number: Int64 = 0

  /// How long the outcome of a commit is looked for when the server has gone.
  private static let patience: Int64 = 30_000_000_000

  init(_ server: PostgresServer, _ options: DatabaseOptions) throws(DatabaseError) {
    self.server = server
    name = String(UInt64.random(in: .min ... .max), radix: 16)
    super.init(try PostgresConnection(server, .writer, options))
    try install()
  }

  /// Makes the two tables that writing needs. The advisory lock keeps two first starts apart.
  private func install() throws(DatabaseError) {
    connection.open("BEGIN ISOLATION LEVEL READ COMMITTED")
    connection.mark("SELECT pg_advisory_xact_lock(hashtext('tenon'))")
    do throws(DatabaseError) {
      try connection.script(
        """
        CREATE TABLE IF NOT EXISTS tenon_schema (
          item TEXT COLLATE "C" PRIMARY KEY, definition TEXT COLLATE "C" NOT NULL);
        CREATE TABLE IF NOT EXISTS tenon_writer (
          name TEXT COLLATE "C" PRIMARY KEY, batch BIGINT NOT NULL,
          at TIMESTAMPTZ NOT NULL DEFAULT now());
        DELETE FROM tenon_writer WHERE at < now() - interval '7 days'
        """)
      connection.mark("COMMIT")
      try connection.flush()
      connection.noteEnd()
    } catch {
      rollBack()
      throw error
    }
  }

  private static let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ"
  private static let lock = "LOCK TABLE tenon_schema IN SHARE ROW EXCLUSIVE MODE"

  override func beginWrite() throws(DatabaseError) {
    do throws(DatabaseError) { try enter() } catch .unreachable {
      // The server may have been started anew since the last batch; nothing of this one is there.
      try enter()
    }
  }

  private func enter() throws(DatabaseError) {
    connection.open(PostgresWriter.begin)
    connection.mark(PostgresWriter.lock)
    do throws(DatabaseError) { try connection.flush() } catch {
      rollBack()
      throw error
    }
  }

  private static let note: StaticString = """
    INSERT INTO tenon_writer (name, batch) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET batch = excluded.batch, at = now()
    """

  override func commit() throws(DatabaseError) {
    number += 1
    _ = try finish(PostgresWriter.note, [.text(name), .integer(number)])
    connection.mark("COMMIT")
    do throws(DatabaseError) { try connection.flush() } catch .unreachable(let words) {
      if try isThere(words) { return }
      throw .unreachable(words)
    }
    connection.noteEnd()
  }

  private static let latest: StaticString = "SELECT batch FROM tenon_writer WHERE name = ?"

  /// Whether the last batch is in the database. The lock is had only when the transaction that
  /// held it is over, whichever way.
  private func isThere(_ words: String) throws(DatabaseError) -> Bool {
    let end = Condition.now() + PostgresWriter.patience
    while true {
      do throws(DatabaseError) {
        try enter()
        var latest: Int64 = 0
        try firstInteger(PostgresWriter.latest, [.text(name)]) { latest = $0 }
        rollBack()
        return latest == number
      } catch .unreachable {
        if Condition.now() > end { throw .unreachable(words) }
        Condition.sleep(until: max(server.nextAttempt, Condition.now() + 20_000_000))
      } catch .busy {
        if Condition.now() > end { throw .unreachable(words) }
      }
    }
  }

  private func firstInteger(
    _ sql: StaticString, _ values: [Value], _ take: (Int64) -> Void
  ) throws(DatabaseError) {
    let library = connection.library
    guard let result = try connection.result(sql, values) else { return }
    defer { library.clear(result) }
    if library.rowCount(result) > 0 { take(PostgresRow(library, result, 0).integer(0)) }
  }

  override func rollBack() {
    defer { connection.noteEnd() }
    guard connection.handle != nil else { return }
    connection.forgetMarks()
    connection.mark("ROLLBACK")
    // A connection that cannot even do this is gone, and with it the transaction.
    do { try connection.flush() } catch { connection.close() }
  }
}
