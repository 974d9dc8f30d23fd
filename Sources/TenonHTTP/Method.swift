/// A request method of RFC 9110 §9 (PATCH: RFC 5789). CONNECT and TRACE are not served.
public enum Method: UInt8, Sendable, CaseIterable {
  case get, head, post, put, patch, delete, options

  /// The method with exactly this spelling; methods are case-sensitive.
  public init?(parsing text: String) {
    switch text {
    case "GET": self = .get
    case "HEAD": self = .head
    case "POST": self = .post
    case "PUT": self = .put
    case "PATCH": self = .patch
    case "DELETE": self = .delete
    case "OPTIONS": self = .options
    default: return nil
    }
  }

  /// The spelling on the wire.
  public var text: String {
    switch self {
    case .get: "GET"
    case .head: "HEAD"
    case .post: "POST"
    case .put: "PUT"
    case .patch: "PATCH"
    case .delete: "DELETE"
    case .options: "OPTIONS"
    }
  }

  /// Whether a request must say how long its body is: it writes.
  var requiresLength: Bool {
    self == .post || self == .put || self == .patch
  }
}
