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
    let target = fold(written)
    guard target.count <= 64 else { return [] }
    var found: [(distance: Int, candidate: Candidate)] = []
    for candidate in candidates {
      var best: Int? = nil
      for text in [candidate.name] + candidate.labels {
        let other = fold(text)
        let limit = max(1, max(target.count, other.count) / 3)
        guard abs(target.count - other.count) <= limit else { continue }
        let distance = sameWords(target, other) ? 1 : self.distance(target, other)
        if distance <= limit, distance < best ?? Int.max, distance < max(target.count, 2) {
          best = distance
        }
      }
      if let best { found.append((best, candidate)) }
    }
    found.sort { ($0.distance, $0.candidate.name) < ($1.distance, $1.candidate.name) }
    return found.prefix(3).map(\.candidate)
  }

  /// Lower-case ASCII, spaces and hyphens as underscores.
  private static func fold(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "A"..."Z": return Unicode.Scalar(UInt8(scalar.value) + 32)
      case "-", " ": return "_"
      default: return scalar
      }
    }
  }

  /// Whether both hold the same words in another order: `name_customer`, `customer_name`.
  private static func sameWords(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard a.count == b.count, a.contains("_") else { return false }
    func words(_ text: [Unicode.Scalar]) -> [String] {
      text.split(separator: "_").map { String(String.UnicodeScalarView($0)) }.sorted()
    }
    return words(a) == words(b)
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one into the other.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1] + Array(repeating: 0, count: b.count)
      for j in 0..<b.count {
        let substitution = last[j] + (a[i] == b[j] ? 0 : 1)
        row[j + 1] = min(row[j] + 1, last[j + 1] + 1, substitution)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
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

  /// The edit that takes a sole suggestion.
  static func fixes(_ candidates: [Candidate], at span: Span) -> [Fix] {
    guard candidates.count == 1 else { return [] }
    let name = candidates[0].name
    return [
      Fix(
        Message(zh: "改为 `\(name)`", en: "write `\(name)`"), .unsafe,
        [Fix.Edit(span: span, text: name)])
    ]
  }
}
