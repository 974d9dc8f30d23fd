import Diagnostics

/// Explanations as plain text for a terminal.
public struct ExplanationRenderer: Sendable {
  private let language: Language

  public init(_ language: Language) { self.language = language }

  /// All codes, one line each: code, rule, what was seen.
  public func list() -> String {
    let width = Code.allCases.map(\.rule.count).max() ?? 0
    return Code.allCases.map { code in
      let padding = String(repeating: " ", count: width - code.rule.count)
      let summary = code.explanation.summary.text(language)
      return "\(code.rawValue)  \(code.rule)\(padding)  \(summary)\n"
    }.joined()
  }

  /// Everything about one code, ending with a line feed.
  public func render(_ code: Code) -> String {
    let explanation = code.explanation
    let severity = code.severity.word.text(language)
    var out = "\(code.rawValue) \(code.rule)\(aside(severity))\n"
    out += explanation.summary.text(language) + "\n"
    out += section(Heading.meaning, explanation.what)
    out += section(Heading.consequence, explanation.why)
    out += example(explanation.example)
    if let note = explanation.note { out += section(Heading.note, note) }
    return out
  }

  private func example(_ example: Explanation.Example) -> String {
    switch example {
    case .yaml(let place, let wrong, let right):
      return fragment(Heading.wrong, place.words, wrong)
        + fragment(Heading.right, place.words, right)
    case .lock(let wrong, let right):
      let file = Message(zh: "`tenon.lock`", en: "`tenon.lock`")
      return fragment(Heading.wrong, file, wrong) + fragment(Heading.right, file, right)
    case .described(let wrong, let right):
      return section(Heading.wrong, wrong) + section(Heading.right, right)
    }
  }

  private func section(_ heading: Message, _ text: Message) -> String {
    let lines = Paragraph.lines(text.text(language), width: 76)
    return "\n\(heading.text(language))\n" + lines.map { "  \($0)\n" }.joined()
  }

  private func aside(_ words: String) -> String {
    language == .zh ? "（\(words)）" : " (\(words))"
  }

  private func fragment(_ heading: Message, _ place: Message?, _ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var head = heading.text(language)
    if let place { head += aside(place.text(language)) }
    return "\n\(head)\n" + lines.map { "  \($0)\n" }.joined()
  }
}

/// The headings under which the parts of an explanation stand.
public enum Heading {
  public static let meaning = Message(zh: "是什么", en: "What it means")
  public static let consequence = Message(zh: "为什么重要", en: "Why it matters")
  public static let wrong = Message(zh: "错误", en: "Wrong")
  public static let right = Message(zh: "正确", en: "Right")
  public static let note = Message(zh: "另外", en: "Also")
}
