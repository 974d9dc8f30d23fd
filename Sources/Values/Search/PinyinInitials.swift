/// The initials of a text's Chinese characters, by which people find names: `hdmy` is 宏达贸易.
/// Each character has one, by its most common reading; other characters stand for themselves.
public struct PinyinInitials: Hashable, Sendable {
  /// As long as the text that it is of.
  public let text: FoldedText

  /// The initials of a text; nil when no Chinese character is in it.
  public init?(_ text: FoldedText) {
    var letters = text.scalars.map { PinyinInitials.letter($0) ?? $0 }
    if letters == text.scalars { return nil }
    for (characters, initials) in PinyinInitials.words {
      var start = 0
      while let found = text.firstIndex(of: characters, from: start) {
        letters.replaceSubrange(found..<found + initials.count, with: initials)
        start = found + initials.count
      }
    }
    self.text = FoldedText(scalars: letters)
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.value >= PinyinTable.first && scalar.value <= PinyinTable.last else { return nil }
    let letter = PinyinTable.letters.utf8Start[Int(scalar.value - PinyinTable.first)]
    return letter == UInt8(ascii: "-") ? nil : Unicode.Scalar(letter)
  }

  /// Words in which a character has another reading than mostly.
  private static let words: [(characters: FoldedText, initials: [Unicode.Scalar])] = [
    ("重庆", "cq"), ("厦门", "xm"), ("银行", "yh"), ("商行", "sh"), ("行业", "hy"), ("音乐", "yy"),
    ("会计", "kj"), ("单县", "sx"), ("尉迟", "yc"), ("万俟", "mq"),
  ].map { (FoldedText($0), Array($1.unicodeScalars)) }
}
