import CMicrohttpd
import Glibc
import Synchronization
import TenonThreads

/// An HTTP/1.1 server on libmicrohttpd: epoll and a few threads, no thread per connection.
public final class Server: Sendable {
  /// The port it listens on, also when a free one was asked for.
  public let port: UInt16

  private enum State {
    case ready
    case running(Running)
    case stopped
  }

  private struct Running: @unchecked Sendable {
    let daemon: OpaquePointer
    let sweeper: Sweeper
  }

  private let transport: Transport
  private let listener: Listener
  private let state = Mutex(State.ready)

  /// Takes the address and the port; clients can connect and wait from now on.
  public init(
    _ configuration: ServerConfiguration = ServerConfiguration(), handler: any Handler
  ) throws(ServerError) {
    try Server.check(configuration)
    listener = try Listener(configuration)
    port = listener.port
    transport = Transport(configuration, handler)
  }

  deinit {
    stop()
  }

  private static func check(_ configuration: ServerConfiguration) throws(ServerError) {
    let settings: [(String, Int, ClosedRange<Int>)] = [
      ("threads", configuration.threads, 1...1_024),
      ("connectionLimit", configuration.connectionLimit, 1...1_000_000),
      ("backlog", configuration.backlog, 1...65_535),
      ("headerLimit", configuration.headerLimit, 1_024...(1 << 20)),
      ("bodyLimit", configuration.bodyLimit, 0...(1 << 40)),
      ("requestLimit", configuration.requestLimit, 1...86_400_000),
      ("idleLimit", configuration.idleLimit, 1...86_400_000),
      ("stopLimit", configuration.stopLimit, 0...86_400_000),
    ]
    for (name, value, range) in settings where !range.contains(value) {
      throw .badSetting(name)
    }
  }

  /// Serves, on threads of its own. Ignores SIGPIPE for the whole process. A second call does
  /// nothing.
  public func start() throws(ServerError) {
    let outcome = state.withLock { state -> Result<Void, ServerError> in
      guard case .ready = state else { return .success(()) }
      guard let running = launch() else { return .failure(.library) }
      state = .running(running)
      return .success(())
    }
    try outcome.get()
  }

  private func launch() -> Running? {
    signal(SIGPIPE, SIG_IGN)
    let configuration = transport.configuration
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let threads = configuration.waits ? configuration.threads : min(configuration.threads, cores)
    let shortest = min(configuration.requestLimit, configuration.idleLimit)
    let sweeper = Sweeper(transport.links, interval: max(10, min(500, shortest / 10)))
    guard sweeper.start() else { return nil }
    let daemon = tenon_mhd_start(
      listener.socket, UInt32(threads), configuration.headerLimit,
      UInt32(configuration.connectionLimit), Unmanaged.passUnretained(transport).toOpaque(),
      advanceRequest, completeRequest, connectionChanged, beginRequest)
    guard let daemon else {
      sweeper.stop()
      return nil
    }
    return Running(daemon: daemon, sweeper: sweeper)
  }

  /// Stops: answers new requests with 503, waits for those in flight up to the limit, answers what
  /// still rests with 503, and closes everything. Returns when all is closed; a second call does
  /// nothing. Not to be called in a handler.
  public func stop() {
    let previous = state.withLock { state in
      defer { state = .stopped }
      return state
    }
    switch previous {
    case .stopped: return
    case .ready: close(listener.socket)
    case .running(let running): stop(running)
    }
  }

  private func stop(_ running: Running) {
    // Not MHD_quiesce_daemon: in 0.9.75 it races with the threads of an epoll pool, both take the
    // listening socket from the set, and the second to come aborts the process.
    transport.draining.store(true, ordering: .sequentiallyConsistent)
    let limit = Condition.coarseMilliseconds() + transport.configuration.stopLimit
    while isBusy && Condition.coarseMilliseconds() < limit { usleep(2_000) }
    // The library aborts when a connection still rests as it stops.
    while transport.working.load(ordering: .sequentiallyConsistent) > 0 {
      for exchange in transport.links.resting() { _ = exchange.settle(.problem(503)) }
      usleep(2_000)
    }
    MHD_stop_daemon(running.daemon)  // closes the listening socket
    running.sweeper.stop()
  }

  /// Whether a request is anywhere between its first line and the end of its answer.
  private var isBusy: Bool {
    transport.working.load(ordering: .sequentiallyConsistent) > 0
      || transport.live.load(ordering: .sequentiallyConsistent) > 0
  }
}
