import CMicrohttpd
import Glibc

/// The parts of a request line where the library has them.
struct RequestLine {
  let method: UnsafePointer<CChar>
  let target: UnsafePointer<CChar>
  let version: UnsafePointer<CChar>
}

/// Collects the header fields of a request in one pass, and notes what the library lets through and
/// a server must not: all of it has been used to smuggle a request past a proxy.
///
/// The library cuts a head into its parts in place and ends each with a NUL. So the parts must lie
/// one behind the other, with a space or CR LF between: a gap is a bare LF, a folded line, a NUL
/// in a target or a value, or a line that starts with a colon, which the library takes for the end.
struct HeadCheck {
  private(set) var headers = HeaderBlock()
  /// A gap, a name that is no token, or a control byte in a value.
  private var malformed = false
  private let needsHost: Bool
  /// Where the next line has to start.
  private var cursor: UInt
  private var lengths = 0
  private var encodings = 0
  private var hosts = 0
  private var chunked = false
  private var length: UInt64?
  private(set) var expectsContinue = false

  /// A check of the head that starts with this line, whose target is these bytes.
  init(_ line: RequestLine, target bytes: [UInt8]) {
    let target = UInt(bitPattern: line.target)
    let version = UInt(bitPattern: line.version)
    malformed =
      target != UInt(bitPattern: line.method) + UInt(strlen(line.method)) + 1
      || version != target + UInt(bytes.count) + 1
      || bytes.contains { $0 <= 0x20 || $0 == 0x7F }
    needsHost = line.version[7] != 0x30  // all but HTTP/1.0
    cursor = version + UInt("HTTP/1.1\r\n".utf8.count)
  }

  /// To be called after the last field, with the address behind the empty line.
  mutating func finish(end: UInt) {
    if cursor + 2 != end { malformed = true }
  }

  mutating func add(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
    if UInt(bitPattern: name.baseAddress) != cursor || !isToken(name) || hasControl(value) {
      malformed = true
    }
    cursor = UInt(bitPattern: value.baseAddress) + UInt(value.count) + 2
    switch name.count {
    case 4: if same(name, "host") { hosts += 1 }
    case 6: if same(name, "expect") { expectsContinue = true }
    case 14:
      if same(name, "content-length") {
        lengths += 1
        length = decimal(value)
      }
    case 17:
      if same(name, "transfer-encoding") {
        encodings += 1
        chunked = same(value, "chunked")
      }
    default: break
    }
    headers.append(name: name, value: value)
  }

  /// The length that the client says the body has; nil when it comes in chunks or there is none.
  var bodyLength: UInt64? { encodings == 0 ? length : nil }

  /// Why the request is refused, as a status; nil when it may go on.
  func refusal(_ method: Method, bodyLimit: Int) -> Int? {
    if malformed || hosts > 1 || (needsHost && hosts == 0) || lengths > 1 || encodings > 1 {
      return 400
    }
    if lengths > 0 && (encodings > 0 || length == nil) { return 400 }
    if encodings > 0 && !chunked { return 400 }
    if method.requiresLength && lengths + encodings == 0 { return 411 }
    if let bodyLength, bodyLength > UInt64(bodyLimit) { return 413 }
    return nil
  }

  private func same(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { equalIgnoringCase(text, $0) }
  }

  private func decimal(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard !text.isEmpty, text.count <= 18 else { return nil }
    var value: UInt64 = 0
    for byte in text {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + UInt64(byte - 0x30)
    }
    return value
  }

  /// RFC 9110 §5.6.2.
  private func isToken(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let low: UInt64 = 0x03FF_6CFA_0000_0000
    let high: UInt64 = 0x57FF_FFFF_C7FF_FFFE
    for byte in text {
      let bit = byte < 64 ? low >> UInt64(byte) : byte < 128 ? high >> UInt64(byte - 64) : 0
      if bit & 1 == 0 { return false }
    }
    return !text.isEmpty
  }

  private func hasControl(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text where (byte < 0x20 && byte != 0x09) || byte == 0x7F { return true }
    return false
  }
}

/// The library's callback for each header field.
func collectHeader(
  _ check: UnsafeMutableRawPointer?, _ kind: MHD_ValueKind, _ name: UnsafePointer<CChar>?,
  _ nameLength: Int, _ value: UnsafePointer<CChar>?, _ valueLength: Int
) -> MHD_Result {
  guard let check, let name, let value else { return .NO }
  let nameBytes = UnsafeRawBufferPointer(start: name, count: nameLength)
  let valueBytes = UnsafeRawBufferPointer(start: value, count: valueLength)
  nameBytes.withMemoryRebound(to: UInt8.self) { name in
    valueBytes.withMemoryRebound(to: UInt8.self) { value in
      check.assumingMemoryBound(to: HeadCheck.self).pointee.add(name: name, value: value)
    }
  }
  return .YES
}
