/// Cuts folded text into the tokens that an index of whole words can keep.
///
/// At each place begins one gram: three characters of ASCII letters and digits, which are few, else
/// two. A longer part of the text is then a phrase: its grams in a row. Behind them come, each
/// once, the single characters and the pairs of ASCII ones, which no gram equals; ``mark`` stands
/// before these. No token holds a blank or ASCII punctuation.
public enum SearchGrams {
  /// Changes whenever the same text gives other tokens: an index built before is built anew.
  public static let version = 1

  /// A punctuation mark, which no folded text has.
  static let mark: Unicode.Scalar = "\u{B7}"

  /// The tokens of a text, parted by blanks, in the order in which they are to be indexed.
  public static func tokens(_ text: FoldedText) -> String {
    let scalars = text.scalars
    var out = String.UnicodeScalarView()
    func append(_ token: ArraySlice<Unicode.Scalar>, isMarked: Bool = false) {
      if !out.isEmpty { out.append(" ") }
      if isMarked { out.append(mark) }
      out.append(contentsOf: token)
    }
    for index in scalars.indices.dropLast() { append(gram(scalars, at: index)) }
    var seen: Set<UInt64> = []
    for index in scalars.indices {
      if seen.insert(UInt64(scalars[index].value)).inserted {
        append(scalars[index...index], isMarked: true)
      }
      guard isPair(scalars, at: index) else { continue }
      let key = UInt64(scalars[index].value) << 32 | UInt64(scalars[index + 1].value)
      if seen.insert(key).inserted { append(scalars[index...index + 1], isMarked: true) }
    }
    return String(out)
  }

  /// What finds the texts that contain a word, which is not empty.
  public static func term(_ word: FoldedText) -> SearchTerm {
    let scalars = word.scalars
    if scalars.count == 1 || scalars.count == 2 && isPair(scalars, at: 0) {
      return SearchTerm(tokens: [token(scalars[...], isMarked: true)], isPrefix: false)
    }
    var tokens: [String] = []
    for index in scalars.indices.dropLast() {
      let gram = gram(scalars, at: index)
      // The text may go on with a third ASCII character where the word ends.
      let isOpen = index + 2 == scalars.count && isPair(scalars, at: index)
      if isOpen && isPair(scalars, at: index - 1) { break }
      tokens.append(token(gram))
      if isOpen { return SearchTerm(tokens: tokens, isPrefix: true) }
    }
    return SearchTerm(tokens: tokens, isPrefix: false)
  }

  private static func gram(
    _ scalars: [Unicode.Scalar], at index: Int
  ) -> ArraySlice<Unicode.Scalar> {
    let isLong = isPair(scalars, at: index) && isPair(scalars, at: index + 1)
    return scalars[index...index + (isLong ? 2 : 1)]
  }

  /// Whether ASCII characters stand at an index and behind it.
  private static func isPair(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    index >= 0 && index + 1 < scalars.count && scalars[index].isASCII && scalars[index + 1].isASCII
  }

  private static func token(_ scalars: ArraySlice<Unicode.Scalar>, isMarked: Bool = false) -> String
  {
    var out = String.UnicodeScalarView()
    if isMarked { out.append(mark) }
    out.append(contentsOf: scalars)
    return String(out)
  }
}

/// Tokens that stand in a row in the texts that contain a word.
public struct SearchTerm: Hashable, Sendable {
  public let tokens: [String]
  /// Whether the last token is only the beginning of one.
  public let isPrefix: Bool
}
