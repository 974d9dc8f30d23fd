extension Reply {
  /// The same reply with its answer passed through `change` on the way out, whichever thread gives
  /// it. An answer that comes too late is not passed through.
  public func mapped(_ change: @escaping @Sendable (Response) -> Response) -> Reply {
    switch self {
    case .now(let response): return .now(change(response))
    case .later(let start):
      return .later { responder in start(Responder(MappedSink(responder, change))) }
    }
  }
}

/// Hands answers on to another responder.
private final class MappedSink: ResponseSink {
  private let responder: Responder
  private let change: @Sendable (Response) -> Response

  init(_ responder: Responder, _ change: @escaping @Sendable (Response) -> Response) {
    self.responder = responder
    self.change = change
  }

  func settle(_ response: @autoclosure () -> Response) -> Bool {
    responder.settle(change(response()))
  }
}
