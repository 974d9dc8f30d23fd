import Glibc
import Synchronization
import TenonThreads

/// Hears from the database when any process ends a session or changes a person: a connection of its
/// own on a thread of its own.
final class PostgresListener: @unchecked Sendable {
  /// The channel on which the triggers of the schema speak.
  static let channel = "tenon"

  private let server: PostgresServer
  private let onChange: @Sendable () -> Void
  private let isConnected = Atomic(false)
  private let isStopped = Atomic(false)
  /// A pipe whose end wakes the thread from its wait.
  private var ends: (read: Int32, write: Int32) = (-1, -1)
  private var thread: pthread_t?

  init(_ server: PostgresServer, _ onChange: @escaping @Sendable () -> Void) {
    self.server = server
    self.onChange = onChange
  }

  /// Whether what changes from now on will be heard.
  var isListening: Bool { isConnected.load(ordering: .sequentiallyConsistent) }

  func start() throws(DatabaseError) {
    var pair: [Int32] = [-1, -1]
    if pipe(&pair) != 0 { throw .io("pipe: \(String(cString: strerror(errno)))") }
    for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ends = (pair[0], pair[1])
    var started = pthread_t()
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(&started, nil, runListener, context.toOpaque())
    if code != 0 {
      context.release()
      throw .io("pthread_create: \(String(cString: strerror(code)))")
    }
    thread = started
  }

  func stop() {
    guard let thread else { return }
    isStopped.store(true, ordering: .sequentiallyConsistent)
    Glibc.close(ends.write)
    pthread_join(thread, nil)
    Glibc.close(ends.read)
    self.thread = nil
  }

  fileprivate func run() {
    while !isStopped.load(ordering: .sequentiallyConsistent) {
      listen()
      isConnected.store(false, ordering: .sequentiallyConsistent)
      rest(until: max(server.nextAttempt, Condition.now() + 50_000_000))
    }
  }

  /// Listens until the connection is lost or the process stops.
  private func listen() {
    let library = server.library
    // Whoever reads or writes finds the server gone as well, and says so.
    guard let handle = try? server.connect(.listener) else { return }
    defer { library.close(handle) }
    guard library.exitPipeline(handle) == 1,
      (try? server.script("LISTEN \(PostgresListener.channel)", handle)) != nil
    else { return }
    // What happened before is not heard: nothing that is kept from then counts.
    onChange()
    isConnected.store(true, ordering: .sequentiallyConsistent)
    while wait(handle) {
      if library.consume(handle) != 1 { return }
      var isTold = false
      while let notification = library.notification(handle) {
        library.free(notification)
        isTold = true
      }
      if isTold { onChange() }
      if library.status(handle) != PostgresLibrary.Code.connected { return }
    }
  }

  /// Waits until there is something to read; false when the process stops.
  private func wait(_ handle: OpaquePointer) -> Bool {
    var places = [
      pollfd(fd: server.library.socket(handle), events: Int16(POLLIN), revents: 0),
      pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&places, 2, -1)
    return !isStopped.load(ordering: .sequentiallyConsistent)
  }

  private func rest(until time: Int64) {
    var place = pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0)
    let left = max(0, time - Condition.now()) / 1_000_000
    _ = poll(&place, 1, Int32(clamping: left))
  }
}

/// The listener's thread; consumes the reference that ``PostgresListener/start()`` made.
private func runListener(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<PostgresListener>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
