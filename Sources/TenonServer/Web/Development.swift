import Glibc
import Synchronization
import TenonHTTP

/// What `tenon dev` adds to a server: the open pages learn through it what became of the last save.
/// The status is a file that `tenon dev` writes; SIGUSR1 says that it changed.
final class Development: Sendable {
  /// Names this run of the server.
  let server: String
  private let statusPath: String
  private let state: Mutex<State>

  private struct State {
    var status: [UInt8]
    /// Counts the changes, so that a page asks for what it has not seen.
    var stamp = 0
    var waiting: [Responder] = []
    var isOver = false
  }

  /// So long a page waits for news before it asks again.
  private static let patience = 10

  init(statusPath: String) {
    self.statusPath = statusPath
    server = "\(getpid()).\(Clock.now())"
    state = Mutex(State(status: Development.read(statusPath)))
  }

  /// The status as JSON; `null` when there is none.
  private static func read(_ path: String) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return Array("null".utf8) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count <= 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  // MARK: Signals

  /// What ends the server, and what says that the status changed.
  static var signals: sigset_t {
    var set = Service.signals
    sigaddset(&set, SIGUSR1)
    return set
  }

  /// Passes changes on until a signal ends the server, or `tenon dev` is gone.
  func attend() {
    var signals = Development.signals
    let parent = getppid()
    while true {
      var limit = timespec(tv_sec: Development.patience, tv_nsec: 0)
      let received = sigtimedwait(&signals, nil, &limit)
      if received == SIGINT || received == SIGTERM || getppid() != parent { break }
      tell(hasNews: received == SIGUSR1)
    }
    state.withLock { $0.isOver = true }
    tell(hasNews: false)
  }

  /// Answers everyone who waits.
  private func tell(hasNews: Bool) {
    let status = hasNews ? Development.read(statusPath) : nil
    let (waiting, answer) = state.withLock { state in
      if let status {
        state.status = status
        state.stamp += 1
      }
      defer { state.waiting = [] }
      return (state.waiting, self.answer(state))
    }
    for responder in waiting { responder.respond(answer) }
  }

  // MARK: Pages

  /// `GET /dev/status?seen=STAMP`: answers when there is something that the page has not seen.
  var routes: [Route] {
    [Route(.get, Routes.path("dev", "status"), .open { [self] in status($0.exchange.request) })]
  }

  private func status(_ request: Request) -> Reply {
    let seen = request.parameter("seen")
    return .later { [self] responder in
      let answer = state.withLock { state -> Response? in
        if state.isOver || seen != String(state.stamp) { return self.answer(state) }
        state.waiting.append(responder)
        return nil
      }
      if let answer { responder.respond(answer) }
    }
  }

  private func answer(_ state: borrowing State) -> Response {
    let head = "{\"server\":\"\(server)\",\"stamp\":\(state.stamp),\"status\":"
    return Response(
      status: 200,
      headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")],
      body: Array(head.utf8) + state.status + Array("}".utf8))
  }
}
