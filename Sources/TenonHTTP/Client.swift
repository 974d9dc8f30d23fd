/// The other end of a handler, over a socket or without one: a scenario runs with either.
public protocol Client {
  /// Sends a request and waits for its answer. `target` is sent as it is.
  func send(
    _ method: Method, _ target: String, headers: [(String, String)], body: [UInt8]
  ) throws(ClientError) -> Response
}

extension Client {
  /// Sends a request without a body.
  public func send(
    _ method: Method, _ target: String, headers: [(String, String)] = []
  ) throws(ClientError) -> Response {
    try send(method, target, headers: headers, body: [])
  }

  /// Sends a request whose body is text.
  public func send(
    _ method: Method, _ target: String, headers: [(String, String)] = [], text: String
  ) throws(ClientError) -> Response {
    try send(method, target, headers: headers, body: Array(text.utf8))
  }
}

/// Why a client has no answer.
public enum ClientError: Error, Equatable {
  /// The connection can not be made, or broke; the C library's `errno`.
  case connection(Int32)
  /// The server closed the connection before the answer was complete; what came.
  case closed([UInt8])
  /// The time is over; what came.
  case timedOut([UInt8])
  /// What came is not HTTP/1.1.
  case malformed([UInt8])
}

/// Sends requests straight into a handler, with the same checks of the query as over a socket.
public struct MemoryClient: Client, Sendable {
  private let handler: any Handler
  private let limit: Int

  /// A client that waits `limit` milliseconds for an answer.
  public init(_ handler: any Handler, limit: Int = 30_000) {
    self.handler = handler
    self.limit = limit
  }

  /// Sends a request and waits for its answer.
  public func send(
    _ method: Method, _ target: String, headers: [(String, String)], body: [UInt8]
  ) throws(ClientError) -> Response {
    guard let request = Request(method, target, headers: headers, body: body) else {
      return .problem(400)
    }
    return try send(request)
  }

  /// Sends a request and waits for its answer.
  public func send(_ request: Request) throws(ClientError) -> Response {
    var request = request
    if let receiver = UploadReceiver(request, handler) {
      do {
        try request.body.withUnsafeBufferPointer { body throws(UploadError) in
          try receiver.receive(body)
        }
        request.upload = try receiver.finish()
      } catch {
        return error == .tooLarge ? handler.tooLarge(request) : .problem(error.status)
      }
    }
    var response: Response
    switch handler.handle(request) {
    case .now(let given): response = given
    case .later(let start):
      let sink = MemorySink()
      start(Responder(sink))
      guard let given = sink.wait(milliseconds: limit) else { throw .timedOut([]) }
      response = given
    }
    if case .stream(let stream) = response.content { response.content = .bytes(stream.rest) }
    if request.method == .head { response.content = .bytes([]) }
    return response
  }
}

/// Holds an answer until the client takes it.
private final class MemorySink: ResponseSink, @unchecked Sendable {
  private let monitor = Monitor()
  private var response: Response?

  func settle(_ given: @autoclosure () -> Response) -> Bool {
    monitor.signal {
      guard response == nil else { return false }
      response = given()
      return true
    }
  }

  func wait(milliseconds: Int) -> Response? {
    monitor.wait(milliseconds: milliseconds) { response }
  }
}
