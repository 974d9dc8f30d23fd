/// Full-width letters, digits and signs, which input methods write, and the ASCII that they stand
/// for.
public enum HalfWidth {
  /// The text with U+FF01 to U+FF5E as ASCII and ideographic spaces as spaces.
  public static func text(_ text: String) -> String {
    guard text.utf8.contains(0xEF) || text.utf8.contains(0xE3) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(HalfWidth.scalar(scalar)) }
    return String(result)
  }

  /// One character as ASCII when it is full-width.
  static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    case 0xFFE5: return "\u{A5}"
    case 0x3000: return " "
    default: return scalar
    }
  }
}
