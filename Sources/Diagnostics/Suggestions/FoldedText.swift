/// A text without the differences that nobody means: case, width, hyphens, spaces.
struct FoldedText: Hashable {
  /// Lower-case code points of each word: parted by `_`, `-`, space, `.` or a capital after a
  /// small letter.
  let words: [[UInt32]]
  /// All of them without anything between.
  let squashed: [UInt32]

  init(_ text: String) {
    var words: [[UInt32]] = []
    var word: [UInt32] = []
    var wasSmall = false
    for scalar in text.unicodeScalars {
      let value = FoldedText.halfWidth(scalar)
      let isCapital = value &- 0x41 < 26
      if FoldedText.isBetween(value) || isCapital && wasSmall {
        if !word.isEmpty { words.append(word) }
        word = []
      }
      wasSmall = value &- 0x61 < 26
      if !FoldedText.isBetween(value) { word.append(isCapital ? value + 32 : value) }
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
    squashed = words.count == 1 ? words[0] : words.flatMap { $0 }
  }

  /// Full-width forms stand 0xFEE0 above ASCII.
  private static func halfWidth(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0xFF01...0xFF5E: return scalar.value - 0xFEE0
    case 0xFFE5: return 0xA5
    case 0x3000: return 0x20
    default: return scalar.value
    }
  }

  private static func isBetween(_ value: UInt32) -> Bool {
    value == 0x5F || value == 0x2D || value == 0x20 || value == 0x2E
  }

  /// Whether letters stand for sounds: a word of two Chinese characters says as much as a longer
  /// one of letters.
  var isAlphabetic: Bool { squashed.allSatisfy { $0 < 0x2E80 } }

  // MARK: words

  /// Whether the words are the same but for singular and plural.
  func isOtherNumber(of other: FoldedText) -> Bool {
    // Both numbers of a word begin alike; most texts are told apart by that.
    guard words.count == other.words.count, squashed.first == other.squashed.first else {
      return false
    }
    return zip(words, other.words).allSatisfy { a, b in
      a == b || !FoldedText.singulars(a).isDisjoint(with: FoldedText.singulars(b))
    }
  }

  /// Whether the words are the same in another order.
  func hasOtherOrder(than other: FoldedText) -> Bool {
    guard words.count > 1, squashed.count == other.squashed.count else { return false }
    return FoldedText.sorted(words) == FoldedText.sorted(other.words)
  }

  /// Whether this is a part of the other that names it: some of its whole words, its beginning, or
  /// a run of Chinese characters. Three letters or two characters at least.
  func isPart(of other: FoldedText, asBeginning: Bool = true) -> Bool {
    guard squashed.count >= (isAlphabetic ? 3 : 2), squashed.count < other.squashed.count else {
      return false
    }
    if !isAlphabetic { return FoldedText.holds(other.squashed, squashed) }
    if asBeginning, other.squashed.starts(with: squashed) { return true }
    return words.count < other.words.count && FoldedText.holds(other.words, words)
  }

  private static func holds<Item: Equatable>(_ all: [Item], _ part: [Item]) -> Bool {
    (0...(all.count - part.count)).contains { all[$0..<($0 + part.count)].elementsEqual(part) }
  }

  private static func sorted(_ words: [[UInt32]]) -> [[UInt32]] {
    words.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// What an English word may be the plural of, itself among them.
  private static func singulars(_ word: [UInt32]) -> Set<[UInt32]> {
    var forms: Set = [word]
    if word.count >= 4, word.last == s {
      forms.insert(word.dropLast())
      if word.suffix(2) == es { forms.insert(word.dropLast(2)) }
      if word.suffix(3) == ies { forms.insert(word.dropLast(3) + y) }
    }
    if let singular = irregular[word] { forms.insert(singular) }
    return forms
  }

  private static let s = UInt32(UInt8(ascii: "s"))
  private static let es = points("es")[...]
  private static let ies = points("ies")[...]
  private static let y = points("y")

  private static let irregular: [[UInt32]: [UInt32]] = Dictionary(
    uniqueKeysWithValues: [
      ("people", "person"), ("men", "man"), ("women", "woman"), ("children", "child"),
      ("criteria", "criterion"), ("data", "datum"), ("indices", "index"),
    ].map { (points($0), points($1)) })

  private static func points(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
