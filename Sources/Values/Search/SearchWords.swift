/// What a person searches for: words, each of which a record must contain somewhere.
public struct SearchWords: Hashable, Sendable {
  /// Beyond these nothing of an input is read, so that no search costs too much.
  public static let mostScalars = 64
  public static let mostWords = 8

  public let words: [FoldedText]

  /// Reads what was typed; nil when no letter and no digit is in it.
  public init?(_ input: String) {
    guard let text = Text.normalized(input) else { return nil }
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.mostScalars)))
    var words: [FoldedText] = []
    for part in start.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
      let word = FoldedText(Substring(part))
      if !word.isEmpty && !words.contains(word) { words.append(word) }
    }
    if words.isEmpty { return nil }
    self.words = Array(words.prefix(Self.mostWords))
  }

  /// All words in a row, as a title would begin.
  public var joined: FoldedText { FoldedText(scalars: words.flatMap(\.scalars)) }

  /// Whether a text or its initials contain this word.
  private static func holds(_ text: FoldedText, _ word: FoldedText) -> Bool {
    text.contains(word) || PinyinInitials(text)?.text.contains(word) ?? false
  }

  /// Whether any of the words is in a text, or, where they count, in its initials.
  public func touches(_ text: String, withInitials: Bool) -> Bool {
    let folded = FoldedText(text)
    return words.contains {
      withInitials ? Self.holds(folded, $0) : folded.contains($0)
    }
  }

  /// A text in parts, those that the words match set apart.
  public func marked(
    _ text: String, withInitials: Bool
  ) -> [(part: Substring, isMatch: Bool)] {
    var scalars: [Unicode.Scalar] = []
    var origins: [String.Index] = []
    for index in text.unicodeScalars.indices {
      FoldedText.fold(text.unicodeScalars[index]) {
        scalars.append($0)
        origins.append(index)
      }
    }
    let folded = FoldedText(scalars: scalars)
    var isMatch = Array(repeating: false, count: scalars.count)
    for word in words {
      let texts = [folded] + (withInitials ? [PinyinInitials(folded)?.text].compactMap { $0 } : [])
      for text in texts {
        var start = 0
        while let found = text.firstIndex(of: word, from: start) {
          for index in found..<found + word.scalars.count { isMatch[index] = true }
          start = found + word.scalars.count
        }
      }
    }
    return SearchWords.parts(text, origins, isMatch)
  }

  /// Cuts the text where matching begins and ends.
  private static func parts(
    _ text: String, _ origins: [String.Index], _ isMatch: [Bool]
  ) -> [(part: Substring, isMatch: Bool)] {
    var parts: [(part: Substring, isMatch: Bool)] = []
    var start = text.startIndex
    func cut(at end: String.Index, _ isMatch: Bool) {
      if start < end { parts.append((text[start..<end], isMatch)) }
      start = max(start, end)
    }
    for (index, origin) in origins.enumerated() {
      let before = index > 0 && isMatch[index - 1]
      if before && !isMatch[index] {
        cut(at: text.unicodeScalars.index(after: origins[index - 1]), true)
      } else if !before && isMatch[index] {
        cut(at: origin, false)
      }
    }
    if let last = origins.last, isMatch.last == true {
      cut(at: text.unicodeScalars.index(after: last), true)
    }
    cut(at: text.endIndex, false)
    return parts
  }
}
