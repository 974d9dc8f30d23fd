/// What ends the reading of a file: it is no YAML from here on.
public enum SyntaxMistake: Mistake {
  case unreadable(at: Span)
  case unclosedQuote(Character, at: Span)
  /// The bracket at the place is not closed before `end`.
  case unclosedBracket(Character, end: Span, at: Span)
  case badIndentation(block: Span, at: Span)
  /// A line that should be `key: value`.
  case missingColon(text: String, kind: MissingColon, at: Span)
  case colonInText(inFlow: Bool, at: Span)
  case badStart(Character, at: Span)
  case badEscape(at: Span)
  /// Something follows a quote or a bracket that closed a value; `value` is the whole of it when it
  /// stands on one line.
  case textAfterValue(Character, value: Span?, at: Span)
  /// A text goes on after a comment.
  case commentInText(at: Span)
  /// A `#` without the space that makes it a comment.
  case spaceBeforeComment(at: Span)
  case extraComma(at: Span)
  case extraBracket(at: Span)
  /// What follows `|` or `>` in its line.
  case blockHeader(at: Span)
  /// A value that begins in the column of its key.
  case notDeeper(at: Span)

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
        label: Message(zh: "从这里开始", en: "opened here"),
        help: [
          Message(
            zh: "在文字末尾补上 `\(quote)`；文字本身含引号时，用另一种引号括起来",
            en: "write `\(quote)` at the end of the text; a text that holds one goes in the "
              + "other kind")
        ])
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
    case .colonInText(let inFlow, let span):
      let help =
        inFlow
        ? Message(
          zh: "如果是新的一项，前面要有逗号；文字中含有 `: ` 时给整个文字加引号",
          en: "if this is a new item, put a comma before it; put a text that holds `: ` in quotes")
        : Message(
          zh: "文字中含有 `: ` 时给整个文字加引号；如果是新的一项，检查它的缩进",
          en: "put a text that holds `: ` in quotes; if this begins an item, check its indentation"
        )
      return Diagnostic(
        .colonInText, span, zh: "这里不能再出现 `: `", en: "another `: ` cannot stand here",
        help: [help])
    case .badStart(let character, let span): return SyntaxMistake.badStart(character, span)
    case .badEscape(let span):
      return Diagnostic(
        .badEscape, span, zh: "双引号里不能这样写 `\\`", en: "`\\` cannot stand like this in double quotes",
        help: [
          Message(
            zh: "改用单引号，或把 `\\` 写成 `\\\\`", en: "use single quotes, or write `\\\\` for `\\`")
        ])
    case .textAfterValue(let character, let value, let span):
      return SyntaxMistake.textAfterValue(character, value, span)
    case .commentInText(let span):
      return Diagnostic(
        .commentInText, span, zh: "注释之后，文字不能再接着写",
        en: "a text cannot go on after a comment",
        help: [
          Message(
            zh: "把注释移到文字之前；文字中含有 ` #` 时加引号",
            en: "move the comment before the text; put a text that holds ` #` in quotes")
        ])
    case .spaceBeforeComment(let span):
      return Diagnostic(
        .textAfterValue, span, zh: "`#` 前面要有空格，才是注释",
        en: "a space must stand before `#` for a comment",
        fixes: [
          Fix(
            Message(zh: "加一个空格", en: "add a space"), .safe,
            [Fix.Edit(span: Span(file: span.file, start: span.start, end: span.start), text: " ")])
        ])
    case .extraComma(let span):
      return Diagnostic(
        .extraComma, span, zh: "多了一个逗号：前面没有内容", en: "a comma too many: nothing stands before it",
        fixes: [
          Fix(
            Message(zh: "删除逗号", en: "delete the comma"), .safe, [Fix.Edit(span: span, text: "")])
        ])
    case .extraBracket(let span):
      return Diagnostic(
        .extraBracket, span, zh: "多了一个括号，没有与它配对的", en: "a bracket too many: none opens it",
        fixes: [
          Fix(
            Message(zh: "删除括号", en: "delete the bracket"), .unsafe,
            [Fix.Edit(span: span, text: "")])
        ])
    case .blockHeader(let span):
      return Diagnostic(
        .blockHeader, span, zh: "`|` 或 `>` 后面不能写文字",
        en: "nothing can follow `|` or `>` in its line",
        help: [
          Message(
            zh: "文字从下一行开始并缩进；`|` 属于文字时，给整个值加引号",
            en: "begin the text in the next line, indented; if it is part of the text, put the "
              + "whole value in quotes")
        ])
    case .notDeeper(let span):
      return Diagnostic(
        .badIndentation, span, zh: "值要比它的键缩进更多", en: "a value must be indented deeper than its key",
        help: [Message(zh: "在行首加两个空格", en: "put two spaces before it")])
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
    case .nothing:
      help = Message(
        zh: "写成 `键: 值`；内容在下面几行时，这一行以冒号结尾",
        en: "write `key: value`; end the line with a colon when its content is below")
    }
    return Diagnostic(
      .missingColon, span, zh: "`\(shown)` 没有冒号", en: "`\(shown)` has no colon",
      help: [help], fixes: fixes)
  }

  /// A text in a sentence: at most forty characters of one line.
  private static func shortened(_ text: String) -> String {
    let line = text.prefix { $0 != "\n" && $0 != "\r\n" }
    return line.count > 40 ? line.prefix(40) + "…" : String(line)
  }

  private static func badStart(_ character: Character, _ span: Span) -> Diagnostic {
    let help: Message
    switch character {
    case "-":
      help = Message(
        zh: "列表从下一行开始，或写成 `[甲, 乙]`；普通文字要加引号",
        en: "begin a list in the next line or write it as `[a, b]`; put a text in quotes")
    case "|", ">":
      help = Message(
        zh: "括号里不能用多行文字；普通文字要加引号",
        en: "a text over lines cannot stand in brackets; put a plain text in quotes")
    default: help = Message(zh: "给整个值加引号", en: "put the whole value in quotes")
    }
    let shown = character == "`" ? "'`'" : "`\(character)`"
    return Diagnostic(
      .badStart, span, zh: "值不能以 \(shown) 开头", en: "a value cannot begin with \(shown)",
      help: [help])
  }

  private static func textAfterValue(
    _ character: Character, _ value: Span?, _ span: Span
  ) -> Diagnostic {
    let fixes = value.map { value in
      [
        Fix(
          Message(zh: "给整个值加单引号", en: "put the whole value in single quotes"), .unsafe,
          [
            Fix.Edit(span: Span(file: value.file, start: value.start, end: value.start), text: "'"),
            Fix.Edit(span: Span(file: value.file, start: value.end, end: value.end), text: "'"),
          ])
      ]
    }
    return Diagnostic(
      .textAfterValue, span, zh: "`\(character)` 已结束这个值，后面不能再有文字",
      en: "`\(character)` ends the value; nothing can follow it",
      help: [
        Message(
          zh: "引号或括号属于文字时，给整个值加引号；如果是新的一项，另起一行",
          en: "if the quotes or brackets belong to the text, put the whole value in quotes; begin "
            + "a new item in a new line")
      ], fixes: fixes ?? [])
  }
}
