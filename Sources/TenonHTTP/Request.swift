/// A request as a handler sees it: complete, checked, and independent of the connection, so that it
/// may be kept and passed to another thread.
public struct Request: Sendable {
  /// The method.
  public let method: Method
  /// The request target exactly as sent, path and query.
  public let target: [UInt8]
  /// The query's parameters, decoded, in the order sent.
  public let query: [(name: String, value: String)]
  /// The body; empty when there is none.
  public let body: [UInt8]
  /// The address of the other end without its port, such as `127.0.0.1`; of a proxy, when one
  /// stands in front.
  public let peer: String

  let headers: HeaderBlock
  /// What came as `multipart/form-data` where the handler takes that.
  var upload: Upload?

  /// How many parameters a query may have.
  public static let queryLimit = 200
  /// How many fields a form may have.
  public static let formLimit = 2_000

  init?(
    method: Method, target: [UInt8], headers: HeaderBlock, body: [UInt8], peer: String
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.peer = peer
    guard let mark = target.firstIndex(of: 0x3F) else {
      query = []
      return
    }
    guard let pairs = FormDecoding.pairs(target[(mark + 1)...], limit: Request.queryLimit)
    else { return nil }
    query = pairs
  }

  /// A request without a connection. Nil when the query is broken (a bad escape, not UTF-8, over
  /// `queryLimit` parameters): over a socket that is answered with 400.
  public init?(
    _ method: Method, _ target: String, headers: [(String, String)] = [], body: [UInt8] = [],
    peer: String = "127.0.0.1"
  ) {
    self.init(
      method: method, target: Array(target.utf8), headers: HeaderBlock(headers), body: body,
      peer: peer)
  }

  /// The segments of the path, decoded; `[]` for `/`. Nil when the path is not in its one canonical
  /// spelling (see `Router`), which no route matches.
  public var path: [String]? {
    target.withUnsafeBufferPointer { target in
      let path = Path.part(of: target)
      guard Path.isCanonical(path) else { return nil }
      return path.split(separator: 0x2F).compactMap {
        Path.decode(UnsafeBufferPointer(rebasing: $0))
      }
    }
  }

  /// The first value of a query parameter of that name.
  public func parameter(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }

  /// The value of the first header field of that name; ASCII case does not count. Bytes that are
  /// not UTF-8 come as U+FFFD.
  public func header(_ name: String) -> String? {
    headers.withValue(name) { String(decoding: $0, as: UTF8.self) }
  }

  /// All header fields in the order sent.
  public var headerFields: [(name: String, value: String)] { headers.fields }

  /// The value of the first cookie of that name (RFC 6265 §4.2), which is case-sensitive.
  public func cookie(_ name: String) -> String? {
    headers.withValue("cookie") { header in
      var wanted = name
      return wanted.withUTF8 { wanted in
        Request.cookie(wanted, in: header).map { String(decoding: $0, as: UTF8.self) }
      }
    } ?? nil
  }

  /// The value in `name=value; name=value`.
  private static func cookie(
    _ name: UnsafeBufferPointer<UInt8>, in header: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    var start = 0
    while start < header.count {
      var end = start
      while end < header.count, header[end] != 0x3B { end += 1 }
      while start < end, header[start] == 0x20 || header[start] == 0x09 { start += 1 }
      let equals = start + name.count
      if equals < end, header[equals] == 0x3D {
        var same = 0
        while same < name.count, header[start + same] == name[same] { same += 1 }
        if same == name.count { return UnsafeBufferPointer(rebasing: header[(equals + 1)..<end]) }
      }
      start = end + 1
    }
    return nil
  }

  /// The files that came with a form, in the order sent.
  public var files: [UploadedFile] { upload?.files ?? [] }

  /// The fields of a posted form in the order sent. Nil when the body is neither
  /// `application/x-www-form-urlencoded` nor an upload that the handler takes, is broken, or has
  /// more than `formLimit` fields.
  public func form() -> [(name: String, value: String)]? {
    if let upload { return upload.fields }
    let type = headers.withValue("content-type") { value -> Bool in
      let type = value.prefix { $0 != 0x3B && $0 != 0x20 }
      let form: StaticString = "application/x-www-form-urlencoded"
      return form.withUTF8Buffer { equalIgnoringCase(UnsafeBufferPointer(rebasing: type), $0) }
    }
    guard type == true else { return nil }
    return FormDecoding.pairs(body, limit: Request.formLimit)
  }
}
