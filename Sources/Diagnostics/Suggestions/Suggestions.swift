/// A name that would be valid at a place, with the words under which people know it.
public struct Candidate: Hashable, Sendable {
  public let name: String
  /// What people read in its place; shown beside the name.
  public let labels: [String]
  /// What it is called elsewhere, as `varchar` for `text`; never shown.
  public let also: [String]
  /// What means its opposite, as `nullable` for `required`: the name is told, but putting it in
  /// place of the word would be wrong.
  public let contrary: [String]

  /// The name, the labels, and all other words by which it is found, folded once.
  let foldedName: FoldedText
  let foldedLabels: [FoldedText]
  let foldedOthers: [FoldedText]

  public init(
    _ name: String, labels: [String] = [], also: [String] = [], contrary: [String] = []
  ) {
    self.name = name
    self.labels = labels
    self.also = also
    self.contrary = contrary
    foldedName = FoldedText(name)
    foldedLabels = labels.map(FoldedText.init)
    foldedOthers = (also + contrary).map(FoldedText.init)
  }
}

/// Did-you-mean. A candidate is near by the first of these that holds, nearest first:
///
/// 1. its name is the same but for case, width, hyphens, underscores and spaces;
/// 2. a label, or what it is called elsewhere, is the same in that way;
/// 3. name or label have the same words in another order or another number (`field`, `fields`);
/// 4. name or label are few edits away, see ``EditDistance``;
/// 5. name or label hold what was written, or are held by it, as whole words, or begin with it
///    (`desc` for `description`).
///
/// What the first three find leaves out the rest; an edit more than the best is still shown, two
/// are not; the fifth speaks only when nothing else did and at most three fit.
public enum Suggestions {
  /// Candidates shown at most.
  static let limit = 3

  /// At most three candidates, best first, ties by name.
  public static func nearest(to written: String, among candidates: [Candidate]) -> [Candidate] {
    let target = FoldedText(written)
    guard !target.squashed.isEmpty, target.squashed.count <= 64 else { return [] }
    var distance = EditDistance(from: target)
    var found: [(rank: Int, candidate: Candidate)] = []
    for candidate in candidates {
      if let rank = rank(candidate, &distance) { found.append((rank, candidate)) }
    }
    guard let best = found.map(\.rank).min() else { return [] }
    switch best {
    case ..<Rank.edits: found.removeAll { $0.rank > best }
    case Rank.part: if found.count > limit { return [] }
    default: found.removeAll { $0.rank > best + 1 }
    }
    found.sort { ($0.rank, $0.candidate.name) < ($1.rank, $1.candidate.name) }
    return found.prefix(limit).map(\.candidate)
  }

  private enum Rank {
    static let same = 0
    static let otherWord = 1
    static let otherForm = 2
    /// Plus the number of edits.
    static let edits = 3
    static let part = 100
  }

  private static func rank(_ candidate: Candidate, _ distance: inout EditDistance) -> Int? {
    let target = distance.target
    let name = candidate.foldedName
    if name.squashed == target.squashed { return Rank.same }
    for other in candidate.foldedLabels + candidate.foldedOthers {
      if other.squashed == target.squashed || target.isOtherNumber(of: other) {
        return Rank.otherWord
      }
    }
    var best: Int?
    for text in [name] + candidate.foldedLabels {
      var rank: Int?
      if target.isOtherNumber(of: text) || target.hasOtherOrder(than: text) {
        rank = Rank.otherForm
      } else if let edits = distance.measure(text) {
        rank = Rank.edits + edits
      } else if target.isPart(of: text) || text.isPart(of: target, asBeginning: false) {
        rank = Rank.part
      }
      if let rank { best = min(best ?? rank, rank) }
    }
    return best
  }
}
