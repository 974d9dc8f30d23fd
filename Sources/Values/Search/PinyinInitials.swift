/// The initials of a text's Chinese characters, by which people find names: `hdmy` is 宏达贸易.
/// Each character has one, by its most common reading; other characters stand for themselves.
public struct PinyinInitials: Hashable, Sendable {
  /// As long as the text that it is of.
  public let text: FoldedText

  /// The initials of a text; nil when no Chinese character is in it.
  public init?(_ text: FoldedText) {
    var letters = text.scalars.map { PinyinInitials.letter($0) ?? $0 }
    if letters == text.scalars { return nil }
    for index in letters.indices.dropLast() {
      let pair = PinyinInitials.pair(text.scalars[index], text.scalars[index + 1])
      guard let initials = PinyinInitials.words[pair] else { continue }
      (letters[index], letters[index + 1]) = initials
    }
    self.text = FoldedText(scalars: letters)
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.value >= PinyinTable.first && scalar.value <= PinyinTable.last else { return nil }
    let letter = PinyinTable.letters.utf8Start[Int(scalar.value - PinyinTable.first)]
    return letter == UInt8(ascii: "-") ? nil : Unicode.Scalar(letter)
  }

  /// Words of two characters in which one has another reading than mostly.
  private static let words: [UInt64: (Unicode.Scalar, Unicode.Scalar)] = Dictionary(
    uniqueKeysWithValues: [
      ("重庆", "cq"), ("厦门", "xm"), ("银行", "yh"), ("商行", "sh"), ("行业", "hy"), ("音乐", "yy"),
      ("会计", "kj"), ("单县", "sx"), ("尉迟", "yc"), ("万俟", "mq"),
    ].map { word, initials in
      let (word, initials) = (Array(word.unicodeScalars), Array(initials.unicodeScalars))
      return (pair(word[0], word[1]), (initials[0], initials[1]))
    })
}
