/// How many cells of a terminal a text takes: two for wide East Asian characters (UAX #11, wide
/// and full-width) and emoji, none for marks that join the character before.
public enum DisplayWidth {
  static func cells(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 ? 0 : 1 }
    switch value {
    case 0x200B...0x200F, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0100...0xE01EF: return 0
    case 0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF,
      0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      default: return 1
      }
    }
  }

  /// Cells of one character as people see it: a flag, and what joiners make of several emoji, are
  /// as wide as one emoji.
  static func cells(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return first == "\t" ? 1 : cells(first) }
    let isEmoji = scalars.contains { scalar in
      scalar.value == 0xFE0F || 0x1F1E6...0x1F1FF ~= scalar.value
        || scalar.value == 0x200D && first.properties.isEmoji
    }
    return isEmoji ? 2 : scalars.reduce(0) { $0 + cells($1) }
  }

  /// Cells of a whole text; a tab counts one, as renderers print it as one space.
  public static func cells(_ text: some StringProtocol) -> Int {
    var sum = 0
    for scalar in text.unicodeScalars {
      // Only these make one emoji of several characters.
      switch scalar.value {
      case 0x200D, 0xFE0F, 0x1F1E6...0x1F1FF: return text.reduce(0) { $0 + cells($1) }
      default: sum += scalar == "\t" ? 1 : cells(scalar)
      }
    }
    return sum
  }
}

/// Text that cannot disturb a terminal.
enum Glyphs {
  /// Whether a character steers the terminal, reorders what stands on the screen, or is invisible.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFFE...0xFFFF:
      return true
    default: return false
    }
  }

  /// Cells of a text as ``safe(_:)`` has it.
  static func cells(_ text: String) -> Int { DisplayWidth.cells(safe(text)) }

  /// The text with tabs as spaces and hidden characters as U+FFFD; line feeds stay.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isHidden($0) && $0 != "\n" }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": out += "\n"
      case "\t": out += " "
      default: out.unicodeScalars.append(isHidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return out
  }
}
