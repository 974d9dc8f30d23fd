/// How many cells of a terminal a text takes: two for wide East Asian characters (UAX #11, wide
/// and full-width) and emoji, none for marks that join the character before.
public enum DisplayWidth {
  public static func cells(_ scalar: Unicode.Scalar) -> Int {
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

  /// Cells of a whole text; a tab counts one, as renderers print it as one space.
  public static func cells(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1 == "\t" ? 1 : cells($1)) }
  }
}

extension SourceFile {
  /// The cells before a byte offset in its line.
  public func displayColumn(of offset: Int) -> Int {
    let start = lineStarts[lineIndex(of: offset)]
    return DisplayWidth.cells(text(start..<offset))
  }
}
