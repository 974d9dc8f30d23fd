import Glibc
import Synchronization
import TenonThreads

/// One reading connection per thread, made at the thread's first read and closed at its end.
final class Readers: Sendable {
  private struct State {
    var readers: [Reader] = []
    var isClosed = false
  }

  fileprivate let surroundings: Surroundings
  private let connect: @Sendable () throws(DatabaseError) -> any Connection
  private let state = Mutex(State())
  /// Raised by the writer after each commit and before its answers.
  fileprivate let commits = Atomic<Int>(0)

  init(
    _ surroundings: Surroundings,
    _ connect: @escaping @Sendable () throws(DatabaseError) -> any Connection
  ) {
    self.surroundings = surroundings
    self.connect = connect
  }

  /// The calling thread's reader.
  func current() throws(DatabaseError) -> Reader {
    let thread = try ThreadReaders.current()
    for reader in thread.readers where reader.owner === self { return reader }
    let reader = Reader(self)
    let isClosed = state.withLock { state in
      if !state.isClosed { state.readers.append(reader) }
      return state.isClosed
    }
    if isClosed { throw .closed }
    do {
      try reader.open(connect)
    } catch {
      remove(reader)
      throw error
    }
    thread.readers.removeAll { $0.isClosed }
    thread.readers.append(reader)
    return reader
  }

  /// A moment that stays, on a connection of its own.
  func snapshot() -> Snapshot { Snapshot(surroundings, connect) }

  /// Closes the reader of a thread that ends.
  func remove(_ reader: Reader) {
    state.withLock { $0.readers.removeAll { $0 === reader } }
    reader.close()
  }

  /// Tells that something was committed: snapshots from before are old from now on.
  func noteCommit() { commits.add(1, ordering: .sequentiallyConsistent) }

  /// Ends the snapshots that idle readers hold, so that a checkpoint can empty the log.
  func letGo() {
    for reader in state.withLock({ $0.readers }) { reader.letGo() }
  }

  /// Closes every thread's connection, each after the read that it is in. Not from inside a read.
  func close() {
    let readers = state.withLock { state in
      state.isClosed = true
      defer { state.readers = [] }
      return state.readers
    }
    for reader in readers { reader.close() }
  }
}

/// A thread's reading session. The lock is held during a read, so that closing waits for it.
final class Reader: @unchecked Sendable {
  let owner: Readers
  private let condition = Condition()
  /// Nil before it is opened and after it is closed.
  private var session: Session?
  private var depth = 0
  private var wasClosed = false

  init(_ owner: Readers) { self.owner = owner }

  func open(_ connect: () throws(DatabaseError) -> any Connection) throws(DatabaseError) {
    condition.lock()
    defer { condition.unlock() }
    if wasClosed { throw .closed }
    session = Session(try connect(), owner.surroundings)
  }

  /// Runs a block in one snapshot; a block inside a block shares it. Only on its own thread.
  func run<R>(isSingle: Bool, _ body: (Session) throws -> R) throws -> R {
    // Only this thread changes the depth, and nobody closes while it is not 0.
    if depth > 0, let session { return try body(session) }
    condition.lock()
    depth += 1
    defer {
      depth -= 1
      condition.unlock()
    }
    guard let session else { throw DatabaseError.closed }
    try session.connection.beginRead(
      after: owner.commits.load(ordering: .sequentiallyConsistent), isSingle: isSingle)
    session.isActive = true
    defer { session.isActive = false }
    let result: R
    do { result = try body(session) } catch {
      try session.connection.endRead(failed: true)
      throw error
    }
    try session.connection.endRead(failed: false)
    return result
  }

  /// Ends the snapshot unless a read is under way, which will leave it by itself. From any thread.
  func letGo() {
    guard condition.tryLock() else { return }
    defer { condition.unlock() }
    guard let session, depth == 0 else { return }
    do { try session.connection.letGo() } catch {
      // The next read finds the connection as it is and says what is wrong with it.
      return
    }
  }

  /// Whether the owner closed it. Only on its own thread.
  var isClosed: Bool {
    if depth > 0 { return false }
    condition.lock()
    defer { condition.unlock() }
    return wasClosed
  }

  func close() {
    condition.lock()
    session?.connection.close()
    session = nil
    wasClosed = true
    condition.unlock()
  }
}

/// The readers of one thread: one for each open database that it has read.
private final class ThreadReaders {
  var readers: [Reader] = []

  /// One key for the process: a key for each database could be given out again while a thread
  /// still asks for the old one.
  private static let key: (value: pthread_key_t, code: Int32) = {
    var key = pthread_key_t()
    let code = pthread_key_create(&key, endThreadReaders)
    return (key, code)
  }()

  static func current() throws(DatabaseError) -> ThreadReaders {
    if key.code != 0 { throw .io("pthread_key_create: \(String(cString: strerror(key.code)))") }
    if let kept = pthread_getspecific(key.value) {
      return Unmanaged<ThreadReaders>.fromOpaque(kept).takeUnretainedValue()
    }
    let fresh = ThreadReaders()
    pthread_setspecific(key.value, Unmanaged.passRetained(fresh).toOpaque())
    return fresh
  }
}

/// Called at the end of a thread that has read.
private func endThreadReaders(_ kept: UnsafeMutableRawPointer?) {
  guard let kept else { return }
  let thread = Unmanaged<ThreadReaders>.fromOpaque(kept).takeRetainedValue()
  for reader in thread.readers { reader.owner.remove(reader) }
}
