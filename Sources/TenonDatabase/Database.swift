import Glibc
import Query
import Synchronization
import TenonThreads

/// An application's database: many readers beside one writer, for one server process.
///
/// A read runs on the calling thread in a snapshot of what is committed. A write is a job for the
/// writer, which commits many jobs at once and answers each only when it is on disk.
public final class Database: Sendable {
  private let writer: Writer
  private let readers: Readers
  private let lock: Mutex<ServerLock?>
  private let path: String
  /// What expressions of queries know.
  public let surroundings: Surroundings

  /// Opens the database, or creates it, takes the lock of the one server and starts the writer.
  /// Throws `inUse` when another server has it.
  public init(
    path: String, options: DatabaseOptions = DatabaseOptions()
  ) throws(DatabaseError) {
    self.path = path
    surroundings = options.surroundings
    lock = Mutex(try ServerLock(databasePath: path))
    readers = Readers(path: path, options: options)
    let connection = try SQLiteConnection(path: path, role: .writer, options: options)
    writer = Writer(connection, readers, options)
    try writer.start()
  }

  deinit { close() }

  /// Runs a block with a read-only session of the calling thread; all it reads is of one moment.
  /// A read inside a read shares the outer one's. Throws ``DatabaseError`` and what the block does.
  @discardableResult
  public func read<R>(_ body: (Session) throws -> R) throws -> R {
    try readers.current().run(body)
  }

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

  /// The size of the database's file.
  public var fileBytes: Int { Database.size(path) }

  /// The size of its write-ahead log.
  public var logBytes: Int { Database.size(path + "-wal") }

  /// The size of a file; 0 when there is none.
  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Lets queued writes and running reads finish, closes everything and lets go of the lock. Not
  /// from inside a read or a write. Calling it again does nothing.
  public func close() {
    let held = lock.withLock { held in
      let result = held
      held = nil
      return result
    }
    guard let held else { return }
    withExtendedLifetime(held) {
      // The writer last: the last connection to close empties the log into the database.
      readers.close()
      writer.stop()
    }
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
