import Glibc
import Query
import Synchronization
import TenonThreads

/// An application's database: many readers beside one writer. A file of SQLite belongs to one
/// process; a database of PostgreSQL may have several, whose batches of writes take turns.
///
/// A read runs on the calling thread in a snapshot of what is committed. A write is a job for the
/// writer, which commits many jobs at once and answers each only when it is on disk. A job may run
/// more than once: what it did before counts for nothing then.
public final class Database: Sendable {
  public let dialect: Dialect
  private let writer: Writer
  private let readers: Readers
  private let isOpen = Mutex(true)
  /// The file of SQLite and its lock.
  private let file: (path: String, lock: ServerLock)?
  /// The server of PostgreSQL.
  private let server: PostgresServer?
  private let listener = Mutex<PostgresListener?>(nil)
  /// What expressions of queries know.
  public let surroundings: Surroundings

  /// Opens the database of a URL of PostgreSQL (`postgres://…`); or that of a file, or creates it,
  /// and takes the lock of its one server. Starts the writer. Throws `inUse` when another server
  /// has the file.
  public init(
    path: String, options: DatabaseOptions = DatabaseOptions()
  ) throws(DatabaseError) {
    let surroundings = options.surroundings
    self.surroundings = surroundings
    let connection: any Connection
    if let address = PostgresAddress(path) {
      let server = try PostgresServer(address, options)
      readers = Readers(surroundings) { () throws(DatabaseError) in
        PostgresReader(try PostgresConnection(server, .reader, options))
      }
      connection = try PostgresWriter(server, options)
      self.server = server
      file = nil
    } else {
      file = (path, try ServerLock(databasePath: path))
      readers = Readers(surroundings) { () throws(DatabaseError) in
        try SQLiteConnection(path: path, role: .reader, options: options)
      }
      connection = try SQLiteConnection(path: path, role: .writer, options: options)
      server = nil
    }
    dialect = connection.dialect
    writer = Writer(connection, readers, options)
    try writer.start()
  }

  deinit { close() }

  // MARK: Other processes

  /// Where a database is, for people: without a password.
  public static func shown(_ path: String) -> String { PostgresAddress(path)?.shown ?? path }

  /// Whether a database is on a server, so that it has no folder of its own.
  public static func isOnServer(_ path: String) -> Bool { PostgresAddress(path) != nil }

  /// Whether other processes may serve this database too.
  public var isShared: Bool { server != nil }

  /// Calls back whenever any process has ended a session or changed a person, as the triggers of
  /// the schema tell; on a thread of the database's own. Never for a file of one process.
  public func listen(
    _ onChange: @escaping @Sendable () -> Void
  ) throws(DatabaseError) {
    guard let server else { return }
    let fresh = PostgresListener(server, onChange)
    try fresh.start()
    listener.withLock { $0 = fresh }
  }

  /// Whether what is kept in memory of sessions and people is told when it changes. It is not while
  /// the database server cannot be reached.
  public var isListening: Bool { server == nil || listener.withLock { $0?.isListening ?? false } }

  /// Runs a block with a read-only session of the calling thread; all it reads is of one moment.
  /// A read inside a read shares the outer one's. Throws ``DatabaseError`` and what the block does.
  @discardableResult
  public func read<R>(_ body: (Session) throws -> R) throws -> R {
    try readers.current().run(isSingle: false, body)
  }

  /// The same for a block that makes one statement at most: a server is told that nothing comes
  /// behind it, in the same message.
  @discardableResult
  public func readOnce<R>(_ body: (Session) throws -> R) throws -> R {
    try readers.current().run(isSingle: true, body)
  }

  /// A moment that can be read for longer than a block: for what is sent while it is read. Each
  /// holds a connection, and the log of a file until it goes: keep them few.
  public func snapshot() -> Snapshot { readers.snapshot() }

  /// Queues a write. The completion is called exactly once: on the writer's thread after the
  /// commit, or at once on the caller's with `overloaded` or `closed`. A job that throws fails
  /// alone, with its own error; an error that took its whole batch goes to all of that batch.
  /// Neither block may wait: all other writes wait for them.
  public func write(
    _ job: @escaping @Sendable (WriteSession) throws -> Void,
    completion: @escaping @Sendable (Result<Void, any Error>) -> Void
  ) {
    do {
      try writer.add(WriteJob(body: job, completion: completion))
    } catch {
      completion(.failure(error))
    }
  }

  /// Writes and waits until it is on disk: for start-up, commands and tests. Not from inside a
  /// write. Throws ``DatabaseError`` and what the job does.
  @discardableResult
  public func writeAndWait<R: Sendable>(
    _ job: @escaping @Sendable (WriteSession) throws -> R
  ) throws -> R {
    if writer.isCurrentThread { throw DatabaseError.reentrant }
    let answer = Answer<R>()
    write { session in
      answer.value = try job(session)
    } completion: { result in
      answer.finish(result)
    }
    return try answer.wait()
  }

  /// What the writer has done so far.
  public var statistics: WriterStatistics { writer.statistics }

  /// The size of the database's file; nil when it is on a server.
  public var fileBytes: Int? { file.map { Database.size($0.path) } }

  /// The size of its write-ahead log.
  public var logBytes: Int? { file.map { Database.size($0.path + "-wal") } }

  /// The size of a file; 0 when there is none.
  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Lets queued writes and running reads finish, closes everything and lets go of the lock. Not
  /// from inside a read or a write. Calling it again does nothing.
  public func close() {
    let wasOpen = isOpen.withLock { isOpen in
      defer { isOpen = false }
      return isOpen
    }
    guard wasOpen else { return }
    listener.withLock { $0 }?.stop()
    // The writer last: the last connection to close empties the log into the database.
    readers.close()
    writer.stop()
    file?.lock.release()
  }
}

/// Where a waiting thread finds the result of its write.
private final class Answer<R>: @unchecked Sendable {
  private let condition = Condition()
  private var result: Result<Void, any Error>?
  /// Set by the job, read after the result is there.
  var value: R?

  func finish(_ result: Result<Void, any Error>) {
    condition.lock()
    self.result = result
    condition.signal()
    condition.unlock()
  }

  func wait() throws -> R {
    condition.lock()
    while result == nil { condition.wait() }
    condition.unlock()
    try result?.get()
    guard let value else { throw DatabaseError.rolledBack }
    return value
  }
}
