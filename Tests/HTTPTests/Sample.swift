import Foundation
import Synchronization
import TenonThreads

@testable import TenonHTTP

/// The handler of these tests: what it does is in the path.
final class Sample: Handler {
  /// The responders of `/hold`, until a test takes them.
  let held = Mutex<[Responder]>([])
  /// How often the handler was called: a refused request must not get so far.
  let calls = Atomic(0)

  func handle(_ request: Request) -> Reply {
    calls.add(1, ordering: .relaxed)
    let text: (String) -> Reply = { .now(Response(status: 200, body: Array($0.utf8))) }
    switch request.path {
    case ["hello"]: return .now(Response(status: 200, asset: "hello"))
    case ["echo"]: return .now(Response(status: 200, body: request.body))
    case ["length"]: return text(String(request.body.count))
    case ["query"]:
      return text(request.query.map { "\($0.name)=\($0.value)" }.joined(separator: ";"))
    case ["header"]: return text(request.header("x-sample") ?? "none")
    case ["peer"]: return text(request.peer)
    case ["large"]: return .now(Response(status: 200, body: Array(repeating: 0x61, count: 1 << 20)))
    case ["stream"]: return .now(Response(status: 200, stream: Pieces(count: 300)))
    case ["stream-broken"]:
      return .now(Response(status: 200, stream: Pieces(count: 3, breaks: true)))
    case ["broken"]: return .now(Response(status: 200, headers: [("X-A", "a\r\nX-B: b")]))
    case ["later"]:
      return .later { responder in
        Thread.detachNewThread {
          usleep(2_000)
          responder.respond(Response(status: 200, body: request.body + Array("later".utf8)))
        }
      }
    case ["at-once"]: return .later { $0.respond(Response(status: 200, asset: "at once")) }
    case ["lost"]: return .later { _ in }
    case ["upload"]: return text(summary(request))
    case ["hold"]: return .later { responder in self.held.withLock { $0.append(responder) } }
    default: return .now(.problem(404))
    }
  }

  /// Where uploads wait; nil where the server takes none.
  let spool = Mutex<String?>(nil)

  func uploadLimits(_ request: Request) -> UploadLimits? {
    guard request.path == ["upload"], let folder = spool.withLock({ $0 }) else { return nil }
    var limits = UploadLimits(folder: folder, fileSize: 200_000)
    limits.files = 3
    limits.fieldSize = 5_000
    limits.requestSize = 1_000_000
    return limits
  }

  /// What came, a word each: `field=value`, `field:name:size:sum of the bytes`.
  private func summary(_ request: Request) -> String {
    guard let form = request.form() else { return "no form" }
    let files = request.files.map { file in
      var sum = "lost"
      if let content = file.content {
        let bytes = FileContent(
          descriptor: dup(content.descriptor), offset: 0, size: file.size
        ).bytes
        sum = String(bytes.reduce(0) { $0 + Int($1) })
      }
      return "\(file.field):\(file.name):\(file.size):\(sum)"
    }
    return (form.map { "\($0.name)=\($0.value)" } + files).joined(separator: " ")
  }

  /// Waits until `count` responders are held.
  func waitForHeld(_ count: Int) -> Bool {
    for _ in 0..<2_000 {
      if held.withLock({ $0.count }) >= count { return true }
      usleep(2_000)
    }
    return false
  }
}

/// A running server with its handler; stopped when it goes away.
final class Running {
  let sample = Sample()
  let server: Server

  init(_ change: (inout ServerConfiguration) -> Void = { _ in }) throws {
    var configuration = ServerConfiguration()
    configuration.stopLimit = 2_000
    change(&configuration)
    server = try Server(configuration, handler: sample)
    try server.start()
  }

  deinit { server.stop() }

  func client(limit: Int = 10_000) -> SocketClient {
    SocketClient(port: server.port, limit: limit)
  }

  /// What comes back for raw text until the server closes.
  func raw(_ text: String) throws -> String {
    String(decoding: try client().sendRaw(Array(text.utf8)), as: UTF8.self)
  }

  /// The status codes of the answers to raw text, in order.
  func statuses(_ text: String) throws -> [Int] {
    TenonHTTPTests.statuses(try raw(text))
  }
}

enum TenonHTTPTests {
  /// The status codes of all answers in a stream.
  static func statuses(_ stream: String) -> [Int] {
    stream.components(separatedBy: "HTTP/1.1 ").dropFirst().compactMap { Int($0.prefix(3)) }
  }
}

extension Response {
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// What `body` gives, and the milliseconds that it takes.
func timed<T>(_ body: () throws -> T) rethrows -> (result: T, milliseconds: Int) {
  let start = Condition.coarseMilliseconds()
  let result = try body()
  return (result, Condition.coarseMilliseconds() - start)
}

/// The text of a plain request.
func request(_ method: String, _ target: String, _ fields: String..., body: String = "") -> String {
  let fields = fields.map { $0 + "\r\n" }.joined()
  return "\(method) \(target) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\(body)"
}

/// Pieces of 1 000 bytes.
final class Pieces: ContentStream {
  private let left: Atomic<Int>
  private let breaks: Bool

  struct Broken: Error {}

  init(count: Int, breaks: Bool = false) {
    left = Atomic(count)
    self.breaks = breaks
  }

  func next() throws -> [UInt8] {
    let number = left.subtract(1, ordering: .relaxed).oldValue
    if number > 0 { return Array(repeating: UInt8(ascii: "a"), count: 1_000) }
    if breaks { throw Broken() }
    return []
  }
}
