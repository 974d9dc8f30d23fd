import Synchronization

/// What the callbacks of one running server share.
final class Transport: Sendable {
  let configuration: ServerConfiguration
  let handler: any Handler
  let links = LinkTable()
  /// Requests between their first line and the end of their answer.
  let live = Atomic(0)
  /// Requests that the application has and has not answered.
  let working = Atomic(0)
  /// Set once: new requests get 503.
  let draining = Atomic(false)

  init(_ configuration: ServerConfiguration, _ handler: any Handler) {
    self.configuration = configuration
    self.handler = handler
  }
}
