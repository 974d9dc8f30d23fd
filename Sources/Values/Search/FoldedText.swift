/// Text as search compares it: letters, digits and symbols of other scripts alone, in lower case
/// and half width. Blanks and punctuation are left out, so that `宏达(上海)` and `宏达（上海）`, or
/// `138-0013` and `1380013`, are one.
public struct FoldedText: Hashable, Sendable {
  public private(set) var scalars: [Unicode.Scalar] = []

  /// Folds a text in NFC; of a long one the first `most` code points.
  public init(_ text: some StringProtocol, most: Int = .max) {
    for scalar in text.unicodeScalars.prefix(most) {
      FoldedText.fold(scalar) { scalars.append($0) }
    }
  }

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  public var isEmpty: Bool { scalars.isEmpty }

  /// Whether this text contains the other one.
  public func contains(_ part: FoldedText) -> Bool { firstIndex(of: part, from: 0) != nil }

  /// Whether this text begins with the other one.
  public func starts(with part: FoldedText) -> Bool { scalars.starts(with: part.scalars) }

  /// Where the other text, which is not empty, first stands at or behind an index.
  func firstIndex(of part: FoldedText, from start: Int) -> Int? {
    let count = part.scalars.count
    var index = start
    while index + count <= scalars.count {
      if scalars[index..<index + count].elementsEqual(part.scalars) { return index }
      index += 1
    }
    return nil
  }

  /// Gives what a code point folds to: mostly one, sometimes none or several.
  static func fold(_ scalar: Unicode.Scalar, _ give: (Unicode.Scalar) -> Void) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A, 0x3400...0x4DBF, 0x4E00...0x9FFF: give(scalar)
    case 0x41...0x5A: give(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0...0x7F: break
    case 0xFF01...0xFF5E:
      // The forms of full width stand in the order of ASCII.
      fold(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)), give)
    default:
      if !isSearched(scalar) { return }
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { give(lower) }
    }
  }

  private static func isSearched(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark,
      .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }
}
