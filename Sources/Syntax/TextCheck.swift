import Diagnostics

/// What is looked at before libyaml sees a byte: size, encoding, characters that no reader shows,
/// directives. One mistake of these ends the reading of the file, for nothing after it is certain.
enum TextCheck {
  /// The first such mistake, or nil. `body` begins after a byte order mark.
  static func firstMistake(in bytes: [UInt8], body: Int, file: Int) -> (any Mistake)? {
    if bytes.count > SyntaxLimits.fileBytes {
      let span = Span(file: file, start: SyntaxLimits.fileBytes, end: SyntaxLimits.fileBytes)
      return TextMistake.fileTooLarge(bytes: bytes.count, limit: SyntaxLimits.fileBytes, at: span)
    }
    if looksLikeUTF16(bytes) {
      return TextMistake.utf16(at: Span(file: file, start: 0, end: min(2, bytes.count)))
    }
    return bytes.withUnsafeBufferPointer { buffer in
      if let mistake = firstBadCharacter(in: buffer, from: body, file: file) { return mistake }
      return firstDirective(in: buffer, from: body, file: file)
    }
  }

  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    if bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF { return true }
    guard bytes.count >= 4 else { return false }
    let even = bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0
    let odd = bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0
    return even || odd
  }

  private static func firstBadCharacter(
    in bytes: UnsafeBufferPointer<UInt8>, from body: Int, file: Int
  ) -> TextMistake? {
    var offset = body
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F, !isAllowed(control: byte, bytes, offset) {
          let span = Span(file: file, start: offset, end: offset + 1)
          return .controlCharacter(Unicode.Scalar(byte), at: span)
        }
        offset += 1
        continue
      }
      guard let (scalar, width) = decode(bytes, offset) else {
        return .invalidUTF8(byte: byte, at: Span(file: file, start: offset, end: offset + 1))
      }
      if isInvisible(scalar.value) {
        return .controlCharacter(
          scalar, at: Span(file: file, start: offset, end: offset + width))
      }
      offset += width
    }
    return nil
  }

  /// Tab, line feed, and a carriage return before a line feed.
  private static func isAllowed(
    control byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> Bool {
    byte == 0x09 || byte == 0x0A
      || byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
  }

  /// C1 controls, line breaks that only YAML 1.1 knows, marks that reorder the text on the screen
  /// (CVE-2021-42574), a byte order mark inside, noncharacters.
  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return true
    default: return value & 0xFFFE == 0xFFFE
    }
  }

  /// The code point at an offset and its width, or nil when the bytes are not UTF-8 (RFC 3629).
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> (scalar: Unicode.Scalar, width: Int)? {
    let lead = bytes[offset]
    let width =
      lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard width > 0, offset + width <= bytes.count else { return nil }
    if width == 1 { return (Unicode.Scalar(lead), 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(width + 1))
    for index in offset + 1..<offset + width {
      guard bytes[index] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    let smallest: UInt32 = width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, width)
  }

  /// A line that begins with `%` before any content. Refused here because libyaml takes quadratic
  /// time over many of them.
  private static func firstDirective(
    in bytes: UnsafeBufferPointer<UInt8>, from body: Int, file: Int
  ) -> RefusedMistake? {
    var start = body
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if bytes[start] == UInt8(ascii: "%") {
        return RefusedMistake.directive(at: Span(file: file, start: start, end: end))
      }
      var first = start
      while first < end, bytes[first] == 0x20 || bytes[first] == 0x0D { first += 1 }
      if first < end, bytes[first] != UInt8(ascii: "#") { return nil }
      start = end + 1
    }
    return nil
  }
}
