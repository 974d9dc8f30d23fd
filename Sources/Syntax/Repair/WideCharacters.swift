/// Characters that input methods and word processors write in place of those of YAML.
enum WideCharacters {
  /// The ASCII character that stands for one that looks like it, or nil.
  static func meant(_ scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0xFF1A, 0xFE55, 0x2236: return ":"
    case 0xFF0C, 0xFE50, 0x3001: return ","
    case 0xFF5B: return "{"
    case 0xFF5D: return "}"
    case 0xFF3B: return "["
    case 0xFF3D, 0x3011: return "]"
    case 0xFF03: return "#"
    case 0xFF5C: return "|"
    case 0xFF1E: return ">"
    default: return isDash(scalar) ? "-" : quote(scalar).map { Unicode.Scalar($0) }
    }
  }

  /// The quote that a curly or full-width one stands for.
  static func quote(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x201C...0x201F, 0xFF02: return UInt8(ascii: "\"")
    case 0x2018...0x201B, 0xFF07: return UInt8(ascii: "'")
    default: return nil
    }
  }

  /// Dashes as input methods and word processors write them for `-`.
  static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF0D, 0x2010...0x2015, 0x2212, 0xFE63: return true
    default: return false
    }
  }

  /// White space that YAML takes for text.
  static func isOddSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }
}
