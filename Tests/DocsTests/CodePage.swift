import Diagnostics
import Driver
import Explanations

/// The page of a code in docs/codes: its explanation in both languages, and what the checker says
/// to the wrong example.
struct CodePage {
  let code: Code

  static let all = Code.allCases.map(CodePage.init)

  /// Relative to the repository's root.
  var path: String { "docs/codes/\(code.rawValue).md" }

  /// The row of the code in the table of docs/diagnostics.md.
  static func row(_ code: Code) -> String {
    let summary = code.explanation.summary
    let cells = [
      "[\(code.rawValue)](codes/\(code.rawValue).md)", code.rule, code.severity.rawValue,
      summary.zh, summary.en,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  var text: String {
    let severity = code.severity.word
    return """
      <!-- TENON_UPDATE=1 writes this page from Sources/Explanations. -->
      # \(code.rawValue) \(code.rule)

      \(severity.zh) · \(severity.en) · [所有代码 · all codes](../diagnostics.md#codes)

      ## 中文

      \(words(.zh))
      ## English

      \(words(.en))
      ## 例子 · Example

      \(example)
      """
  }

  private func words(_ language: Language) -> String {
    let explanation = code.explanation
    var parts = [(Heading.meaning, explanation.what), (Heading.consequence, explanation.why)]
    if let note = explanation.note { parts.append((Heading.note, note)) }
    let end = language == .zh ? "。" : "."
    let summary = explanation.summary.text(language)
    return summary.prefix(1).uppercased() + summary.dropFirst() + end + "\n\n"
      + parts.map { heading, text in
        "**\(heading.text(language))\(end)** \(text.text(language))\n"
      }.joined(separator: "\n")
  }

  private var example: String {
    switch code.explanation.example {
    case .yaml(let place, let wrong, let right):
      let kind = "yaml \(place.rawValue)"
      return fragments(
        place.words, kind, wrong, right, checked: Example(place, wrong))
    case .lock(let wrong, let right):
      let file = Message(zh: "`tenon.lock`", en: "`tenon.lock`")
      return fragments(file, "lock", wrong, right, checked: Example(lock: wrong))
    case .described(let wrong, let right):
      return """
        | | 中文 | English |
        |---|---|---|
        | \(both(Heading.wrong)) | \(wrong.zh) | \(wrong.en) |
        | \(both(Heading.right)) | \(right.zh) | \(right.en) |

        """
    }
  }

  private func fragments(
    _ place: Message?, _ kind: String, _ wrong: String, _ right: String, checked example: Example
  ) -> String {
    let result = example.check()
    let said = Language.allCases.map { language in
      "```text \(language.rawValue)\n"
        + HumanRenderer(result.sources, language).render(result.diagnostics) + "```\n"
    }
    let head = place.map { "\(both(Heading.wrong)) — \(both($0))" } ?? both(Heading.wrong)
    return """
      \(head)

      ```\(kind) error=\(code.rawValue)
      \(wrong)
      ```

      \(said.joined(separator: "\n"))
      \(both(Heading.right))

      ```\(kind)
      \(right)
      ```

      """
  }

  private func both(_ message: Message) -> String {
    message.zh == message.en ? message.zh : "\(message.zh) · \(message.en)"
  }
}
