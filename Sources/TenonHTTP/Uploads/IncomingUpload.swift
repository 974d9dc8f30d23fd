import TenonThreads

/// An upload on its way over a connection, and the time that it has.
struct IncomingUpload {
  let receiver: UploadReceiver
  private let requestLimit: Int
  private let end: Int
  /// Bytes since the time was last prolonged.
  private var fresh = 0

  /// So much must come within the time of an ordinary request.
  private static let step = 64 << 10

  init?(_ request: Request, _ transport: Transport) {
    guard let receiver = UploadReceiver(request, transport.handler) else { return nil }
    self.receiver = receiver
    requestLimit = transport.configuration.requestLimit
    end = Condition.coarseMilliseconds() + receiver.limits.time
  }

  var limits: UploadLimits { receiver.limits }

  /// Takes the next bytes; answers in how many milliseconds the connection ends without more, when
  /// that changes.
  mutating func receive(_ piece: UnsafeBufferPointer<UInt8>) throws(UploadError) -> Int? {
    try receiver.receive(piece)
    fresh += piece.count
    guard fresh >= IncomingUpload.step else { return nil }
    fresh = 0
    return min(requestLimit, max(0, end - Condition.coarseMilliseconds()))
  }
}
