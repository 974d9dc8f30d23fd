/// What ends the reading of a file: it is no YAML from here on.
public enum SyntaxMistake: Mistake {
  case unreadable(at: Span)
  case unclosedQuote(Character, at: Span)
  /// The bracket at the place is not closed before `end`.
  case unclosedBracket(Character, end: Span, at: Span)
  case badIndentation(block: Span, at: Span)
  /// A line that should be `key: value`.
  case missingColon(text: String, kind: MissingColon, at: Span)
  case colonInText(at: Span)
  case badStart(Character, at: Span)
  case badEscape(at: Span)

  /// What lacks between key and value, and where it belongs.
  public enum MissingColon: Sendable {
    /// The space after a colon.
    case space(Span)
    /// The colon between two words.
    case colon(Span)
    /// An equals sign stands in its place.
    case equals(Span)
    /// There is nothing that tells.
    case nothing
  }
}

extension SyntaxMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .unclosedQuote(let quote, let span):
      return Diagnostic(
        .unclosedQuote, span, zh: "引号 `\(quote)` 没有闭合", en: "the quote `\(quote)` is never closed",
        label: Message(zh: "从这里开始", en: "opened here"))
    case .unclosedBracket(let bracket, let end, let span):
      let close = bracket == "[" ? "]" : "}"
      return Diagnostic(
        .unclosedBracket, span, zh: "`\(bracket)` 没有闭合，或缺少逗号",
        en: "`\(bracket)` is not closed, or a comma is missing",
        label: Message(zh: "从这里开始", en: "opened here"),
        related: [
          Label(
            end,
            Message(zh: "此处应为 `,` 或 `\(close)`", en: "`,` or `\(close)` expected here"))
        ])
    case .badIndentation(let block, let span):
      return Diagnostic(
        .badIndentation, span, zh: "缩进与同一块的其他行不一致",
        en: "the indentation differs from the other lines of the block",
        related: [Label(block, Message(zh: "这一块从这里开始", en: "the block begins here"))],
        help: [
          Message(
            zh: "同一层的行要从同一列开始", en: "lines of one level begin in the same column")
        ])
    case .missingColon(let text, let kind, let span):
      return SyntaxMistake.missingColon(text, kind, span)
    case .colonInText(let span):
      return Diagnostic(
        .colonInText, span, zh: "这里不能再出现 `: `", en: "another `: ` cannot stand here",
        help: [
          Message(
            zh: "文字中含有 `: ` 时请加引号；若是新的一项，请检查缩进",
            en:
              "put a text that holds `: ` in quotes; if this begins an item, check its indentation")
        ])
    case .badStart(let character, let span):
      return Diagnostic(
        .badStart, span, zh: "值不能以 `\(character)` 开头",
        en: "a value cannot begin with `\(character)`",
        help: [Message(zh: "给整个值加引号", en: "put the whole value in quotes")])
    case .badEscape(let span):
      return Diagnostic(
        .badEscape, span, zh: "双引号中的 `\\` 后面不是有效的转义",
        en: "`\\` in double quotes is not followed by a valid escape",
        help: [
          Message(
            zh: "用单引号，或把 `\\` 写成 `\\\\`", en: "use single quotes, or write `\\\\` for `\\`")
        ])
    case .unreadable(let span):
      return Diagnostic(
        .unreadable, span, zh: "这里不符合 YAML 语法", en: "this is not valid YAML",
        help: [
          Message(
            zh: "检查缩进、引号和括号；特殊文字请加引号",
            en: "check indentation, quotes and brackets; put special texts in quotes")
        ])
    }
  }

  private static func missingColon(
    _ text: String, _ kind: MissingColon, _ span: Span
  ) -> Diagnostic {
    let shown = SyntaxMistake.shortened(text)
    let help: Message
    var fixes: [Fix] = []
    switch kind {
    case .space(let place):
      return Diagnostic(
        .missingColon, span, zh: "`\(shown)` 的冒号后面缺少空格",
        en: "a space is missing after the colon of `\(shown)`",
        fixes: [
          Fix(
            Message(zh: "加一个空格", en: "add a space"), .safe, [Fix.Edit(span: place, text: " ")])
        ])
    case .colon(let place):
      help = Message(zh: "写成 `键: 值`", en: "write `key: value`")
      fixes = [
        Fix(
          Message(zh: "在第一个词后面加 `:`", en: "add `:` after the first word"), .unsafe,
          [Fix.Edit(span: place, text: ":")])
      ]
    case .equals(let place):
      help = Message(zh: "YAML 用 `:`，不用 `=`", en: "YAML has `:` here, not `=`")
      fixes = [
        Fix(
          Message(zh: "把 `=` 改为 `: `", en: "write `: ` in place of `=`"), .unsafe,
          [Fix.Edit(span: place, text: ": ")])
      ]
    case .nothing: help = Message(zh: "写成 `键: 值`", en: "write `key: value`")
    }
    return Diagnostic(
      .missingColon, span, zh: "`\(shown)` 缺少 `: `", en: "`: ` is missing in `\(shown)`",
      help: [help], fixes: fixes)
  }

  /// A text in a sentence: at most forty characters of one line.
  private static func shortened(_ text: String) -> String {
    let line = text.prefix { $0 != "\n" && $0 != "\r\n" }
    return line.count > 40 ? line.prefix(40) + "…" : String(line)
  }
}
