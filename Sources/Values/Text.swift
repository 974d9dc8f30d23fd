@_spi(_Unicode) import Swift

/// Text as Tenon keeps it: NFC, no white space at the ends, never empty, no control characters
/// but line feeds and tabs.
public enum Text {
  /// The stored form of an input, or nil when nothing but white space is in it. Line ends become
  /// LF. Other control characters are dropped: no screen shows them.
  public static func normalized(_ input: String) -> String? {
    if isPlain(input) { return input.isEmpty ? nil : input }
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar = "\u{0}"
    for scalar in input.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\n" && previous == "\r" { continue }
      if scalar == "\r" {
        scalars.append("\n")
      } else if scalar == "\n" || scalar == "\t" || !isControl(scalar) {
        scalars.append(scalar)
      }
    }
    // NFC comes last: a dropped control may have stood between a letter and its accent.
    let result = composed(trimmed(String(scalars)))
    return result.isEmpty ? nil : result
  }

  /// The text in NFC.
  public static func composed(_ text: String) -> String {
    var text = text
    // Nothing below U+0300 changes or joins what is before it.
    if text.withUTF8({ $0.allSatisfy { $0 < 0xCC } }) { return text }
    if text.unicodeScalars.allSatisfy(isComposed) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text._nfc { result.append(scalar) }
    return String(result)
  }

  /// A quick yes for code points that NFC leaves as they are, whatever stands round them.
  private static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x3001...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF5E: return true
    default: return false
    }
  }

  /// The length in code points, the unit of every limit.
  public static func length(_ text: String) -> Int {
    text.utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// The input without white space (Unicode White_Space, so U+3000 too) at its ends.
  public static func trimmed(_ input: String) -> String {
    if hasPlainEnds(input) { return input }
    let scalars = input.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether a text stands in another, byte by byte. The standard library's search for a text in a
  /// text brings a whole engine for patterns along, which no tenant links.
  public static func contains(_ text: String, _ part: String) -> Bool {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    guard wanted.count <= bytes.count else { return false }
    return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
  }

  /// A quick yes for texts whose ends are no white space: all of that is below 0x21, or begins with
  /// the bytes C2 and E1 to E3.
  private static func hasPlainEnds(_ input: String) -> Bool {
    func isPlain(_ lead: UInt8) -> Bool { lead > 0x20 && lead < 0x7F || lead > 0xE3 }
    guard let first = input.utf8.first, isPlain(first) else { return false }
    let last = input.utf8.reversed().first { $0 & 0xC0 != 0x80 }
    return last.map(isPlain) ?? false
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (scalar.value >= 0x7F && scalar.value < 0xA0)
  }

  /// A quick yes for what is already in stored form: printable ASCII, and CJK ideographs and
  /// punctuation that have no decomposition, with no white space at the ends.
  private static func isPlain(_ input: String) -> Bool {
    var first = true
    var last: UInt32 = 0
    for scalar in input.unicodeScalars {
      let value = scalar.value
      let printable = value >= 0x20 && value < 0x7F
      let ideograph = value >= 0x4E00 && value <= 0x9FFF
      let punctuation = value >= 0x3001 && value <= 0x3029
      let fullWidth = value >= 0xFF01 && value <= 0xFF5E
      guard printable || ideograph || punctuation || fullWidth else { return false }
      if first && value == 0x20 { return false }
      first = false
      last = value
    }
    return last != 0x20
  }
}
