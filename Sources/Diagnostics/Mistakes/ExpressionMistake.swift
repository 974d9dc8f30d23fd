/// What can be wrong with how an expression is written, before its names are looked at.
public enum ExpressionMistake: Mistake {
  /// What should stand there; `found` is nil at the end.
  case expected(Message, found: String?, at: Span)
  case unclosedBracket(String, at: Span)
  case strayBracket(at: Span)
  case unclosedText(at: Span)
  /// `a < b < c`.
  case chained(first: Span, at: Span)
  /// `if(a, b, c)` of spreadsheets.
  case ifAsFunction(at: Span)
  /// Written as input methods or other languages do; editable when the source shows the text.
  case spelling([Spelling], isEditable: Bool)
  case tooDeep(limit: Int, at: Span)
  case tooLong(limit: Int, at: Span)

  /// Something written otherwise.
  public struct Spelling: Sendable {
    public let written: String
    public let meant: String
    public let span: Span

    public init(written: String, meant: String, at span: Span) {
      self.written = written
      self.meant = meant
      self.span = span
    }
  }
}

extension ExpressionMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .expected(let what, nil, let span):
      return bad(
        span, zh: Message.joined("表达式没有写完：后面应有", what.zh),
        en: "the expression ends too early: it lacks \(what.en)")
    case .expected(let what, .some(let found), let span):
      return bad(
        span, zh: Message.joined("这里应是", what.zh, "，却是 `\(found)`"),
        en: "expected \(what.en), found `\(found)`")
    case .unclosedBracket(let bracket, let span):
      return bad(span, zh: "`\(bracket)` 没有闭合", en: "`\(bracket)` is not closed")
    case .strayBracket(let span):
      return bad(span, zh: "多余的括号", en: "a bracket without a partner")
    case .unclosedText(let span):
      return bad(
        span, zh: "文字缺少结尾的引号", en: "the text lacks its closing quote")
    case .chained(let first, let span):
      return bad(
        span, zh: "比较不能连着写", en: "comparisons do not chain",
        related: [Label(first, Message(zh: "第一个比较", en: "the first one"))],
        help: Message(
          zh: "用 `and` 连接两个比较，例如 `0 < x and x < 10`，或写 `between(x, 0, 10)`",
          en: "join two by `and`, as in `0 < x and x < 10`, or write `between(x, 0, 10)`"))
    case .ifAsFunction(let span):
      return bad(
        span, zh: "`if` 不是函数", en: "`if` is no function",
        help: Message(
          zh: "写成 `if 条件 then 值 else 值`", en: "write `if condition then value else value`"))
    case .spelling(let spellings, let isEditable):
      return ExpressionMistake.spelling(spellings, isEditable)
    case .tooDeep(let limit, let span):
      return Diagnostic(
        .expressionLimit, span, zh: "表达式的层次超过 \(limit) 层",
        en: "the expression is nested more than \(limit) levels deep",
        help: [ExpressionMistake.split])
    case .tooLong(let limit, let span):
      return Diagnostic(
        .expressionLimit, span, zh: "表达式超过 \(limit) 个词",
        en: "the expression has more than \(limit) words", help: [ExpressionMistake.split])
    }
  }

  private static let split = Message(
    zh: "把其中一部分写成单独的计算字段", en: "make a computed field of a part of it")

  private func bad(
    _ span: Span, zh: String, en: String, related: [Label] = [], help: Message? = nil
  ) -> Diagnostic {
    Diagnostic(
      .badExpression, span, zh: zh, en: en, related: related, help: help.map { [$0] } ?? [])
  }

  private static func spelling(_ spellings: [Spelling], _ isEditable: Bool) -> Diagnostic {
    let first = spellings[0]
    let meant = first.meant.trimmingSpace
    let edits = spellings.map { Fix.Edit(span: $0.span, text: $0.meant) }
    let title = Message(
      zh: "改为 " + spellings.map { "`\($0.meant.trimmingSpace)`" }.joined(separator: "、"),
      en: "write " + spellings.map { "`\($0.meant.trimmingSpace)`" }.joined(separator: ", "))
    return Diagnostic(
      .expressionSpelling, first.span, zh: "`\(first.written)` 在表达式里写成 `\(meant)`",
      en: "`\(first.written)` is written `\(meant)` in an expression",
      related: spellings.dropFirst().map { spelling in
        let meant = spelling.meant.trimmingSpace
        return Label(spelling.span, Message(zh: "这里是 `\(meant)`", en: "here `\(meant)`"))
      }, fixes: isEditable ? [Fix(title, .safe, edits)] : [])
  }
}

extension String {
  fileprivate var trimmingSpace: String { hasSuffix(" ") ? String(dropLast()) : self }
}
