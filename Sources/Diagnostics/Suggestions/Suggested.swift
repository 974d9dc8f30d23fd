/// What can be said of a name that is not valid at its place: those that were probably meant, or
/// all that are valid there.
public struct Suggested: Hashable, Sendable {
  /// Names that are near, best first.
  public let near: [Candidate]
  /// All that are valid, when they are few enough to be read.
  private let all: [Candidate]
  /// More than these are not listed.
  private static let mostListed = 16

  public init(near: [Candidate], among candidates: [Candidate]) {
    self.near = near
    all = candidates.count <= Suggested.mostListed ? candidates : []
  }

  /// Nothing can be said.
  public static let nothing = Suggested(near: [], among: [])

  /// `did you mean a or b?`, else what there is.
  var help: [Message] {
    let shown = (near.isEmpty ? all : near).map { candidate in
      let label = candidate.labels.first { $0 != candidate.name }
      return (name: "`\(candidate.name)`", label: label)
    }
    guard !shown.isEmpty else { return [] }
    let zh = shown.map { $0.name + ($0.label.map { "（\($0)）" } ?? "") }
    let en = shown.map { $0.name + ($0.label.map { " (\($0))" } ?? "") }
    if near.isEmpty {
      return [
        Message(
          zh: "这里可以写 \(zh.joined(separator: "、"))",
          en: "valid here: \(en.joined(separator: ", "))")
      ]
    }
    return [
      Message(
        zh: "是否想写 \(zh.joined(separator: " 或 "))？",
        en: "did you mean \(en.joined(separator: " or "))?")
    ]
  }

  /// The edit that takes a sole suggestion: safe when only case, width or hyphens differ. None
  /// when the span does not show the word as it was read, with or without quotes.
  func fixes(for written: String, at span: Span) -> [Fix] {
    guard near.count == 1, let only = near.first else { return [] }
    let surplus = span.end - span.start - written.utf8.count
    guard surplus == 0 || surplus == 2 else { return [] }
    let folded = FoldedText(written).squashed
    if only.contrary.contains(where: { FoldedText($0).squashed == folded }) { return [] }
    let isSame = only.foldedName.squashed == folded
    return [
      Fix(
        Message(zh: "改为 `\(only.name)`", en: "write `\(only.name)`"), isSame ? .safe : .unsafe,
        [Fix.Edit(span: span, text: only.name)])
    ]
  }
}
