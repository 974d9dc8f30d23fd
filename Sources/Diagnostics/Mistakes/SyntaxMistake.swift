/// What ends the reading of a file: it is no YAML from here on.
public enum SyntaxMistake: Mistake {
  case unreadable(at: Span)
  case unclosedQuote(Character, at: Span)
  /// The bracket at the place is not closed before `end`.
  case unclosedBracket(Character, end: Span, at: Span)
  case badIndentation(block: Span, at: Span)
  /// A line that should be `key: value`; `needsSpace` when only the space after the colon lacks.
  case missingColon(text: String, needsSpace: Bool, at: Span)
  case colonInText(at: Span)
  case badStart(Character, at: Span)
  case badEscape(at: Span)
}

extension SyntaxMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .unclosedQuote(let quote, let span):
      return Diagnostic(
        .unclosedQuote, span, zh: "引号 `\(quote)` 没有闭合", en: "the quote `\(quote)` is never closed",
        label: Message(zh: "从这里开始", en: "opened here"),
        help: [Message(zh: "在文字末尾补上 `\(quote)`", en: "add `\(quote)` where the text ends")])
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
    case .missingColon(let text, true, let span):
      return Diagnostic(
        .missingColon, span, zh: "`\(text)` 的冒号后面没有空格",
        en: "no space follows the colon in `\(text)`",
        help: [Message(zh: "冒号后面加一个空格", en: "add a space after the colon")])
    case .missingColon(let text, false, let span):
      return Diagnostic(
        .missingColon, span, zh: "`\(text)` 没有冒号", en: "`\(text)` has no colon",
        help: [
          Message(
            zh: "写成 `键: 值`；内容在下面几行时，这一行以冒号结尾",
            en: "write `key: value`; end the line with a colon when its content is below")
        ])
    case .colonInText(let span):
      return Diagnostic(
        .colonInText, span, zh: "这里不能再出现 `: `", en: "another `: ` cannot stand here",
        help: [
          Message(
            zh: "文字中含有 `: ` 时给整个文字加引号；如果是新的一项，检查它的缩进",
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
        .badEscape, span, zh: "双引号里不能这样写 `\\`", en: "`\\` cannot stand like this in double quotes",
        help: [
          Message(
            zh: "改用单引号，或把 `\\` 写成 `\\\\`", en: "use single quotes, or write `\\\\` for `\\`")
        ])
    case .unreadable(let span):
      return Diagnostic(
        .unreadable, span, zh: "这里不符合 YAML 语法", en: "this is not valid YAML",
        help: [
          Message(
            zh: "检查缩进、引号和括号；以符号开头的文字要加引号",
            en:
              "check indentation, quotes and brackets; put a text that begins with a sign in quotes"
          )
        ])
    }
  }
}
