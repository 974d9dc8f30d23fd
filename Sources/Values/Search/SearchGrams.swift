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
  private static let markBytes: (UInt8, UInt8) = (0xC2, 0xB7)

  /// The tokens of a text, parted by blanks, in the order in which they are to be indexed.
  ///
  /// Written byte by byte: an index of a million rows is some two hundred million tokens.
  public static func tokens(_ text: FoldedText) -> String {
    let scalars = text.scalars
    if scalars.isEmpty { return "" }
    var bytes: [UInt8] = []
    var starts: [Int] = []
    bytes.reserveCapacity(scalars.count * 3)
    starts.reserveCapacity(scalars.count + 1)
    for scalar in scalars {
      starts.append(bytes.count)
      bytes.append(contentsOf: UTF8.encode(scalar)!)
    }
    starts.append(bytes.count)
    // Each byte stands in at most six tokens, and at most three begin at each place.
    let most = bytes.count * 6 + scalars.count * 3 * 3
    return String(unsafeUninitializedCapacity: most) { out in
      var end = 0
      func append(_ from: Int, _ count: Int, isMarked: Bool = false) {
        if end > 0 { end = out.put(0x20, at: end) }
        if isMarked {
          end = out.put(markBytes.0, at: end)
          end = out.put(markBytes.1, at: end)
        }
        for index in starts[from]..<starts[from + count] { end = out.put(bytes[index], at: end) }
      }
      for index in scalars.indices.dropLast() { append(index, gramLength(scalars, at: index)) }
      for index in scalars.indices {
        if !scalars[..<index].contains(scalars[index]) { append(index, 1, isMarked: true) }
        if isPair(scalars, at: index), !hasPair(scalars, before: index) {
          append(index, 2, isMarked: true)
        }
      }
      return end
    }
  }

  /// Whether the pair at an index stands before it too.
  private static func hasPair(_ scalars: [Unicode.Scalar], before index: Int) -> Bool {
    for other in 0..<index
    where scalars[other] == scalars[index] && scalars[other + 1] == scalars[index + 1] {
      return true
    }
    return false
  }

  /// What finds the texts that contain a word, which is not empty.
  public static func term(_ word: FoldedText) -> SearchTerm {
    let scalars = word.scalars
    if scalars.count == 1 || scalars.count == 2 && isPair(scalars, at: 0) {
      return SearchTerm(tokens: [token(scalars[...], isMarked: true)], isPrefix: false)
    }
    var tokens: [String] = []
    for index in scalars.indices.dropLast() {
      let gram = scalars[index..<index + gramLength(scalars, at: index)]
      // The text may go on with a third ASCII character where the word ends.
      let isOpen = index + 2 == scalars.count && isPair(scalars, at: index)
      if isOpen && isPair(scalars, at: index - 1) { break }
      tokens.append(token(gram))
      if isOpen { return SearchTerm(tokens: tokens, isPrefix: true) }
    }
    return SearchTerm(tokens: tokens, isPrefix: false)
  }

  /// How many characters the gram at an index has.
  private static func gramLength(_ scalars: [Unicode.Scalar], at index: Int) -> Int {
    isPair(scalars, at: index) && isPair(scalars, at: index + 1) ? 3 : 2
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

extension UnsafeMutableBufferPointer<UInt8> {
  /// Puts a byte at a place and answers the next one.
  fileprivate func put(_ byte: UInt8, at place: Int) -> Int {
    self[place] = byte
    return place + 1
  }
}
