/// A name that would be valid at a place, with the label under which people know it.
public struct Candidate: Hashable, Sendable {
  public let name: String
  public let labels: [String]

  public init(_ name: String, labels: [String] = []) {
    self.name = name
    self.labels = labels
  }
}

/// Did-you-mean: names close to what was written, by Damerau-Levenshtein distance (optimal string
/// alignment) over code points, at most a third of the longer name's length and at least one.
public enum Suggestions {
  /// At most three candidates whose name or label is near, best first, ties by name.
  public static func nearest(to written: String, among candidates: [Candidate]) -> [Candidate] {
    var distance = EditDistance(from: written)
    guard distance.target.count <= 64 else { return [] }
    var found: [(distance: Int, candidate: Candidate)] = []
    for candidate in candidates {
      var best = distance.measure(candidate.name)
      for label in candidate.labels {
        if let other = distance.measure(label) { best = min(best ?? other, other) }
      }
      if let best { found.append((best, candidate)) }
    }
    found.sort { ($0.distance, $0.candidate.name) < ($1.distance, $1.candidate.name) }
    return found.prefix(3).map(\.candidate)
  }
}

/// Distances from one text to many, without an allocation for each.
private struct EditDistance {
  /// The text's code points, folded.
  let target: [UInt32]
  private let targetWords: [[UInt32]]
  private var other: [UInt32] = []
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var row: [Int] = []

  init(from text: String) {
    var folded: [UInt32] = []
    EditDistance.fold(text, into: &folded)
    target = folded
    targetWords = EditDistance.words(folded)
  }

  static func areSame(_ a: String, _ b: String) -> Bool {
    var (x, y): ([UInt32], [UInt32]) = ([], [])
    fold(a, into: &x)
    fold(b, into: &y)
    return x == y
  }

  /// Lower-case ASCII, spaces and hyphens as underscores, full-width forms as ASCII.
  private static func fold(_ text: String, into out: inout [UInt32]) {
    out.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      let value = isWide ? scalar.value - 0xFEE0 : scalar.value
      switch value {
      case 0x41...0x5A: out.append(value + 32)
      case 0x2D, 0x20: out.append(0x5F)
      default: out.append(value)
      }
    }
  }

  private static func words(_ text: [UInt32]) -> [[UInt32]] {
    text.split(separator: 0x5F).map(Array.init).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The distance to a text when it is near enough to be meant; the same words in another order,
  /// as `name_customer` for `customer_name`, are one apart.
  mutating func measure(_ text: String) -> Int? {
    // A code point takes at most four bytes: what is far too long needs no closer look.
    guard text.utf8.count <= 4 * (2 * target.count + 2) else { return nil }
    EditDistance.fold(text, into: &other)
    let limit = max(1, max(target.count, other.count) / 3)
    guard abs(target.count - other.count) <= limit else { return nil }
    if targetWords.count > 1, target.count == other.count,
      EditDistance.words(other) == targetWords
    {
      return target == other ? 0 : 1
    }
    // A text of which nothing is left is no misspelling of it.
    guard let distance = align(limit), distance < max(target.count, 2) else { return nil }
    return distance
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one into the other, or
  /// nil when there are more than `limit`.
  private mutating func align(_ limit: Int) -> Int? {
    let width = other.count + 1
    if row.count < width {
      beforeLast = Array(repeating: 0, count: width)
      last = beforeLast
      row = beforeLast
    }
    for j in 0..<width { last[j] = j }
    for i in 0..<target.count {
      row[0] = i + 1
      var smallest = i + 1
      for j in 0..<other.count {
        var value = min(row[j], last[j + 1]) + 1
        value = min(value, last[j] + (target[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, target[i] == other[j - 1], target[i - 1] == other[j] {
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

extension Suggestions {
  /// `did you mean a or b?`, or nothing when there is no suggestion.
  static func help(_ candidates: [Candidate]) -> [Message] {
    guard !candidates.isEmpty else { return [] }
    let names = candidates.map { candidate in
      let label = candidate.labels.first { $0 != candidate.name }
      return (name: "`\(candidate.name)`", label: label)
    }
    let zh = names.map { $0.name + ($0.label.map { "（\($0)）" } ?? "") }
    let en = names.map { $0.name + ($0.label.map { " (\($0))" } ?? "") }
    return [
      Message(
        zh: "是否想写 \(zh.joined(separator: " 或 "))？",
        en: "did you mean \(en.joined(separator: " or "))?")
    ]
  }

  /// Takes the suggestion that differs from what was written only in case, width or hyphens; else
  /// a sole suggestion, as a guess. None when the source shows the name in another form than it is
  /// read, as with escapes.
  static func fixes(_ candidates: [Candidate], for written: String, at span: Span) -> [Fix] {
    let length = span.end - span.start
    guard length == written.utf8.count || length == written.utf8.count + 2 else { return [] }
    let same = candidates.filter { EditDistance.areSame($0.name, written) }
    if same.count == 1 { return [.write(same[0].name, at: span, .safe)] }
    return candidates.count == 1 ? [.write(candidates[0].name, at: span, .unsafe)] : []
  }

  /// The code of the language that a word stands for, as `zh` for `zh-CN` and `cn`.
  public static func language(meantBy word: String) -> String? {
    let folded = word.lowercased()
    let names = [
      ("zh", ["cn", "chs", "chinese", "中文"]), ("en", ["eng", "english", "英文"]),
    ]
    return names.first { code, others in
      folded == code || folded.hasPrefix(code + "-") || folded.hasPrefix(code + "_")
        || others.contains(folded)
    }?.0
  }
}
