import CMicrohttpd

/// An answer to a request.
public struct Response: Sendable {
  /// What an answer carries.
  public enum Content: Sendable {
    /// Bytes made for this answer.
    case bytes([UInt8])
    /// Bytes made for this answer that are sent from where they lie.
    case block(any ContentBlock)
    /// Text that is part of the program: sent from where it lies, never copied.
    case asset(StaticString)
    /// A stretch of a file.
    case file(FileContent)
    /// Bytes that are made while they are sent.
    case stream(any ContentStream)
  }

  /// The status code (RFC 9110 §15).
  public var status: Int
  /// Header fields. Content-Length, Date and Connection are the transport's.
  public var headers: [(String, String)]
  /// What the answer carries. For HEAD the transport sends the length and leaves out the rest.
  public var content: Content

  /// An answer with bytes, or none.
  public init(status: Int, headers: [(String, String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.content = .bytes(body)
  }

  /// An answer with bytes that are not copied.
  public init(status: Int, headers: [(String, String)] = [], block: any ContentBlock) {
    self.status = status
    self.headers = headers
    self.content = .block(block)
  }

  /// An answer with text that is part of the program.
  public init(status: Int, headers: [(String, String)] = [], asset: StaticString) {
    self.status = status
    self.headers = headers
    self.content = .asset(asset)
  }

  /// An answer with a stretch of a file.
  public init(status: Int, headers: [(String, String)] = [], file: FileContent) {
    self.status = status
    self.headers = headers
    self.content = .file(file)
  }

  /// An answer that is made while it is sent.
  public init(status: Int, headers: [(String, String)] = [], stream: any ContentStream) {
    self.status = status
    self.headers = headers
    self.content = .stream(stream)
  }

  /// The bytes of the content; of a stream what is still to come.
  public var body: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .block(let block): Array(block.bytes)
    case .asset(let text): text.withUTF8Buffer { Array($0) }
    case .file(let file): file.bytes
    case .stream(let stream): stream.rest
    }
  }

  /// How many bytes the content has; 0 for a stream, of which nobody knows.
  public var length: Int {
    switch content {
    case .bytes(let bytes): bytes.count
    case .block(let block): block.bytes.count
    case .asset(let text): text.utf8CodeUnitCount
    case .file(let file): file.size
    case .stream: 0
    }
  }

  /// The value of the first header field of that name; ASCII case does not count.
  public func header(_ name: String) -> String? {
    headers.first { $0.0.lowercased() == name.lowercased() }?.1
  }

  /// A problem document (RFC 9457) with no more than the status says: type `about:blank`.
  public static func problem(_ status: Int, headers: [(String, String)] = []) -> Response {
    var body = "{\"type\":\"about:blank\",\"title\":\""
    body += Response.reason(status)
    body += "\",\"status\":"
    body += String(status)
    body += "}"
    return Response(
      status: status, headers: [("Content-Type", "application/problem+json")] + headers,
      body: Array(body.utf8))
  }

  /// The reason phrase of a status code.
  static func reason(_ status: Int) -> String {
    String(cString: MHD_get_reason_phrase_for(UInt32(clamping: status)))
  }
}

/// Bytes that do not change and lie where they are as long as their object does.
public protocol ContentBlock: AnyObject, Sendable {
  var bytes: UnsafeBufferPointer<UInt8> { get }
}
