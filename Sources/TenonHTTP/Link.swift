import CMicrohttpd
import Glibc
import Synchronization
import TenonThreads

/// One open socket: its deadline, and the request that rests on it.
final class Link: Sendable {
  let socket: Int32
  let peer: String
  /// When the socket is shut, in `coarseMilliseconds()`; `Link.never` while the application works.
  let deadline: Atomic<Int>
  /// The request whose answer is awaited, so that a stop can answer in the application's place.
  let resting = Mutex<Exchange?>(nil)

  static let never = Int.max

  init(socket: Int32, peer: String, deadline: Int) {
    self.socket = socket
    self.peer = peer
    self.deadline = Atomic(deadline)
  }

  func expire(after milliseconds: Int) {
    deadline.store(Condition.coarseMilliseconds() + milliseconds, ordering: .relaxed)
  }

  func rest(_ exchange: Exchange?) {
    if exchange != nil { deadline.store(Link.never, ordering: .relaxed) }
    resting.withLock { $0 = exchange }
  }
}

/// The open sockets. A socket leaves the table before the library closes it, so under the lock each
/// number still means this connection.
final class LinkTable: Sendable {
  private let links = Mutex<[Int32: Link]>([:])

  func insert(_ link: Link) {
    links.withLock { $0[link.socket] = link }
  }

  func remove(_ link: Link) {
    _ = links.withLock { $0.removeValue(forKey: link.socket) }
  }

  /// Shuts every socket whose deadline is over; the library then sees it end and cleans up.
  func sweep() {
    let now = Condition.coarseMilliseconds()
    links.withLock { links in
      for link in links.values where link.deadline.load(ordering: .relaxed) <= now {
        link.deadline.store(Link.never, ordering: .relaxed)
        shutdown(link.socket, Int32(SHUT_RDWR))
      }
      wakeEnded(links.keys)
    }
  }

  /// Tells the library again of clients that have sent all they ever will. It waits for edges, and
  /// the edge of an end that came together with the last request is gone once that was read; the
  /// connection would stay until its deadline. Shutting the side that the client closed loses
  /// nothing: what lies unread can still be read.
  private func wakeEnded(_ sockets: Dictionary<Int32, Link>.Keys) {
    let ended: Int16 = 0x2000  // POLLRDHUP, which Glibc's module leaves out
    var polled = sockets.map { pollfd(fd: $0, events: ended, revents: 0) }
    guard poll(&polled, nfds_t(polled.count), 0) > 0 else { return }
    for one in polled where one.revents & ended != 0 {
      shutdown(one.fd, Int32(SHUT_RD))
    }
  }

  /// The requests that rest.
  func resting() -> [Exchange] {
    links.withLock { links in links.values.compactMap { $0.resting.withLock { $0 } } }
  }
}

/// The thread that sweeps the table.
final class Sweeper: @unchecked Sendable {
  private let table: LinkTable
  private let interval: Int
  private let monitor = Monitor()
  private var stopping = false
  private var thread = pthread_t()

  /// Sweeps every `interval` milliseconds.
  init(_ table: LinkTable, interval: Int) {
    self.table = table
    self.interval = interval
  }

  /// False when the system has no thread to give.
  func start() -> Bool {
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(&thread, nil, runSweeper, context.toOpaque())
    if code != 0 { context.release() }
    return code == 0
  }

  func stop() {
    monitor.signal { stopping = true }
    pthread_join(thread, nil)
  }

  fileprivate func run() {
    while monitor.wait(milliseconds: interval, until: { stopping ? true : nil }) == nil {
      table.sweep()
    }
  }
}

private func runSweeper(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Sweeper>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
