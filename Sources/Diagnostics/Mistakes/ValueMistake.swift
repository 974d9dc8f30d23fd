/// What can be wrong with the value that an expression gives.
public enum ValueMistake: Mistake {
  /// A divisor that may be zero.
  case mayBeUndefined(divisor: String, at: Span)
  case blankCondition(String, at: Span)
  /// A comparison whose falsehood grants something, with an operand that may be blank.
  case blankMayGrant(operand: String, grant: Message, at: Span)
  /// What changes by itself, in a value that is kept.
  case needsLive(String, at: Span)
  case badMatch(Message, at: Span)
  case badDate(String, at: Span)
  case beyondRange(Message, at: Span)
}

extension ValueMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .mayBeUndefined(let divisor, let span):
      return Diagnostic(
        .mayBeUndefined, span, zh: "`\(divisor)` 可能是 0，那时结果是空白",
        en: "`\(divisor)` may be 0; the result is blank then",
        help: [
          Message(
            zh: "写明这时是多少，例如 `if \(divisor) == 0 then 0 else …` 或 `… ?? 0`",
            en: "say what it is then, as in `if \(divisor) == 0 then 0 else …` or `… ?? 0`")
        ])
    case .blankCondition(let what, let span):
      return Diagnostic(
        .blankCondition, span, zh: "`\(what)` 可能是空白，不能当作条件",
        en: "`\(what)` may be blank and cannot be a condition",
        help: [Message(zh: "写成 `\(what) == true`", en: "write `\(what) == true`")])
    case .blankMayGrant(let operand, let grant, let span):
      return Diagnostic(
        .blankMayGrant, span, zh: "`\(operand)` 是空白时，这个比较会\(grant.zh)",
        en: "when `\(operand)` is blank, this comparison \(grant.en)",
        help: [
          Message(
            zh: "写明空白算什么：`(\(operand) ?? 值)` 或 `is_blank(\(operand)) or …`；或把字段设为必填",
            en: """
              say what blank counts as: `(\(operand) ?? value)` or `is_blank(\(operand)) or …`; or \
              make the field required
              """)
        ])
    case .needsLive(let word, let span):
      return Diagnostic(
        .needsLive, span, zh: "`\(word)` 每天、每人都不同，不能用在保存下来的值里",
        en: "`\(word)` is not the same every day and for everyone: no part of a kept value",
        help: [
          Message(
            zh: "在这个字段上写 `live: true`，让它在读取时计算",
            en: "write `live: true` at this field, so that it is worked out when it is read")
        ])
    case .badMatch(let what, let span):
      return Diagnostic(
        .badMatch, span, zh: "`matches` 的模式有误：\(what.zh)",
        en: "wrong pattern for `matches`: \(what.en)")
    case .badDate(let text, let span):
      return Diagnostic(
        .beyondRange, span, zh: "没有 `\(text)` 这个日期或时间",
        en: "`\(text)` is no day or time that exists")
    case .beyondRange(let what, let span):
      return Diagnostic(.beyondRange, span, zh: what.zh, en: what.en)
    }
  }
}
