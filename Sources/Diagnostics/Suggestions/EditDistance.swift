/// Edits between one text and many: insertions, deletions, substitutions and swaps of neighbours
/// (Damerau-Levenshtein, optimal string alignment) over folded code points. At most a third of the
/// longer text's length and at least one. Short texts change their meaning with a letter:
///
/// - Of one or two letters only a swap of both is near.
/// - Of three letters another letter in the place of one makes another word (`max`, `mix`), and so
///   does another beginning (`AB`, `PAB`).
/// - A single edit is no slip when it makes a word its opposite (最大 and 最小, `min` and `max`) or
///   one number another (`phone1` and `phone2`).
struct EditDistance {
  let target: FoldedText
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var row: [Int] = []

  init(from target: FoldedText) { self.target = target }

  /// The number of edits to a text, at least one; nil when there are too many.
  mutating func measure(_ other: FoldedText) -> Int? {
    let (a, b) = (target.squashed, other.squashed)
    let length = max(a.count, b.count)
    let limit = max(1, length / 3)
    guard abs(a.count - b.count) <= limit, !isOpposite(of: other) else { return nil }
    guard let edits = align(a, b, limit), edits > 0 else { return nil }
    if length <= 2 { return a == b.reversed() ? edits : nil }
    if length == 3, target.isAlphabetic, a.count != b.count { return a[0] == b[0] ? edits : nil }
    guard edits == 1, a.count == b.count,
      let changed = a.indices.first(where: { a[$0] != b[$0] })
    else { return edits }
    let isSwap = changed + 1 < a.count && a[changed] == b[changed + 1]
    if isSwap { return edits }
    if length == 3 && target.isAlphabetic { return nil }
    return Opposites.areOpposite(a[changed], b[changed]) ? nil : edits
  }

  /// Whether the texts differ in one word, and in its opposite.
  private func isOpposite(of other: FoldedText) -> Bool {
    guard target.words.count == other.words.count else { return false }
    let pairs = zip(target.words, other.words).filter { $0.0 != $0.1 }
    return pairs.count == 1 && Opposites.areOpposite(pairs[0].0, pairs[0].1)
  }

  /// The distance, or nil when it is more than `limit`.
  private mutating func align(_ a: [UInt32], _ b: [UInt32], _ limit: Int) -> Int? {
    let width = b.count + 1
    if row.count < width {
      beforeLast = Array(repeating: 0, count: width)
      last = beforeLast
      row = beforeLast
    }
    for j in 0..<width { last[j] = j }
    for i in 0..<a.count {
      row[0] = i + 1
      var smallest = i + 1
      for j in 0..<b.count {
        var value = min(row[j], last[j + 1]) + 1
        value = min(value, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          value = min(value, beforeLast[j - 1] + 1)
        }
        row[j + 1] = value
        smallest = min(smallest, value)
      }
      // Swaps reach back two rows, so that a row beyond the limit by one may still recover.
      if smallest > limit + 1 { return nil }
      swap(&beforeLast, &last)
      swap(&last, &row)
    }
    return last[width - 1] <= limit ? last[width - 1] : nil
  }
}

/// Words and characters that look alike in names and mean the reverse.
private enum Opposites {
  static func areOpposite(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    words[a]?.contains(b) == true || words[b]?.contains(a) == true
  }

  /// Two characters; different digits are different things too.
  static func areOpposite(_ a: UInt32, _ b: UInt32) -> Bool {
    if a &- 0x30 < 10 && b &- 0x30 < 10 { return true }
    return characters.contains([a, b])
  }

  private static let words: [[UInt32]: Set<[UInt32]>] = {
    let pairs = [
      ("min", "max"), ("minimum", "maximum"), ("start", "end"), ("first", "last"),
      ("from", "to"), ("before", "after"), ("created", "updated"), ("in", "out"), ("old", "new"),
      ("buy", "sell"), ("create", "update"), ("internal", "external"), ("import", "export"),
    ]
    return Dictionary(
      grouping: pairs.map { (points($0.0), points($0.1)) }, by: { $0.0 }
    ).mapValues { Set($0.map(\.1)) }
  }()

  private static let characters: Set<Set<UInt32>> = Set(
    "大小 上下 前后 收付 进出 入出 买卖 新旧 男女 左右 开关 起止 起终 增减 多少 高低 内外 始终 甲乙 借贷 正负 公私"
      .split(separator: " ").map { Set(points(String($0))) })

  private static func points(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
