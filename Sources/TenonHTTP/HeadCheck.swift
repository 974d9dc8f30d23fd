import CMicrohttpd

/// Collects the header fields of a request in one pass, and notes what the library lets through and
/// a server must not: all of it has been used to smuggle a request past a proxy.
struct HeadCheck {
  var headers = HeaderBlock()
  /// A name that is no token, or a control byte in a value.
  private var malformed = false
  private var lengths = 0
  private var encodings = 0
  private var hosts = 0
  private var chunked = false
  private var length: UInt64?
  private(set) var expectsContinue = false

  mutating func add(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
    if !isToken(name) || hasControl(value) { malformed = true }
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
    if malformed || hosts > 1 || lengths > 1 || encodings > 1 { return 400 }
    if lengths > 0 && (encodings > 0 || length == nil) { return 400 }
    if encodings > 0 && !chunked { return 400 }
    if method.requiresLength && lengths + encodings == 0 { return 411 }
    if let bodyLength, bodyLength > UInt64(bodyLimit) { return 413 }
    return nil
  }

  private func same(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { equalIgnoringCase(text[...], $0) }
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
  guard let check, let name else { return .NO }
  let nameBytes = UnsafeRawBufferPointer(start: name, count: nameLength)
  let valueBytes = UnsafeRawBufferPointer(start: value, count: value == nil ? 0 : valueLength)
  nameBytes.withMemoryRebound(to: UInt8.self) { name in
    valueBytes.withMemoryRebound(to: UInt8.self) { value in
      check.assumingMemoryBound(to: HeadCheck.self).pointee.add(name: name, value: value)
    }
  }
  return .YES
}
