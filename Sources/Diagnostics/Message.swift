/// A sentence in both languages of the tool; each is written by hand.
public struct Message: Hashable, Sendable {
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// Chinese put together from parts: a space stands where a character meets code or Latin.
  static func joined(_ parts: String...) -> String {
    parts.reduce("") { text, part in
      guard let last = text.unicodeScalars.last, let first = part.unicodeScalars.first else {
        return text + part
      }
      let meets = isHan(last) && isLatin(first) || isLatin(last) && isHan(first)
      return text + (meets ? " " : "") + part
    }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "`" || scalar.isASCII && scalar.properties.isAlphabetic
      || scalar.value &- 0x30 < 10
  }

  /// The first of some sentences, without a stop and with a small letter, as a help is written.
  var asHelp: Message {
    var words = Substring(en)
    if let end = en.firstRange(of: ". ") { words = en[..<end.lowerBound] }
    if words.hasSuffix(".") { words = words.dropLast() }
    return Message(
      zh: String(zh.prefix { $0 != "。" }), en: words.prefix(1).lowercased() + words.dropFirst())
  }

  /// The sentence in a language.
  public func text(_ language: Language) -> String {
    switch language {
    case .zh: return zh
    case .en: return en
    }
  }
}

/// A language in which the tool speaks.
public enum Language: String, Sendable, CaseIterable {
  case zh, en
}
