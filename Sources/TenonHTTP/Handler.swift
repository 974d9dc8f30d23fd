/// Answers requests. Called on the threads of the transport, many at a time; it must not block
/// there: what takes long answers with `Reply.later`.
public protocol Handler: Sendable {
  /// The answer to a request, or the promise of one.
  func handle(_ request: Request) -> Reply
  /// Asked about each `multipart/form-data` before its body comes: how much the route takes for
  /// this client. Nil leaves it with the limit of every body, and unread.
  func uploadLimits(_ request: Request) -> UploadLimits?
  /// The answer to a request with more than may come. It goes out while the client still sends, so
  /// it should be small.
  func tooLarge(_ request: Request) -> Response
}

extension Handler {
  /// Takes no uploads.
  public func uploadLimits(_ request: Request) -> UploadLimits? { nil }
  /// The problem document of the status alone.
  public func tooLarge(_ request: Request) -> Response { .problem(413) }
}

/// How a handler answers.
public enum Reply: Sendable {
  /// The answer is ready.
  case now(Response)
  /// The answer comes later: the transport puts the connection to rest first and then calls the
  /// closure, which passes the responder on, for example to a queue.
  case later(@Sendable (Responder) -> Void)
}

/// Where the answer to a request goes.
protocol ResponseSink: AnyObject, Sendable {
  /// Takes the answer when there is none yet. False when there is: it is not evaluated then.
  func settle(_ response: @autoclosure () -> Response) -> Bool
}

/// The right to answer one request once, from any thread. When it goes away unused, the client gets
/// 500, so no connection rests for ever.
public final class Responder: Sendable {
  private let sink: any ResponseSink

  init(_ sink: any ResponseSink) {
    self.sink = sink
  }

  deinit {
    _ = sink.settle(.problem(500))
  }

  /// Gives the answer. False when the request was answered already: by an earlier call, or with 503
  /// because the server stopped and could wait no longer.
  @discardableResult
  public func respond(_ response: Response) -> Bool {
    sink.settle(response)
  }

  /// Gives the answer, which is made only when it is still wanted.
  func settle(_ response: @autoclosure () -> Response) -> Bool { sink.settle(response()) }
}
