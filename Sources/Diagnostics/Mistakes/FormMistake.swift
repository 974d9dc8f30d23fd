/// What can be wrong with the form of a value, whatever it means.
public enum FormMistake: Mistake {
  case expectedMapping(what: Message, found: FoundForm, at: Span)
  /// `text` is the single value that could be the list's only item.
  case expectedList(what: Message, found: FoundForm, text: String?, at: Span)
  /// `only` is the source of the single value in a list.
  case expectedText(what: Message, found: FoundForm, only: String?, at: Span)
  /// `meant` is the boolean that the word stands for elsewhere.
  case expectedBoolean(key: String, found: String, meant: Bool?, at: Span)
  case expectedWholeNumber(key: String, found: String, meant: String?, at: Span)
  case outsideLimits(key: String, minimum: Int64, maximum: Int64, at: Span)
  case tooLong(what: Message, length: Int, limit: Int, at: Span)
  case emptyValue(key: String, at: Span)
}

/// The form of a value as it was written.
public enum FoundForm: Sendable {
  case text, list, mapping

  var words: Message {
    switch self {
    case .text: return Message(zh: "单个值", en: "a single value")
    case .list: return Message(zh: "列表", en: "a list")
    case .mapping: return Message(zh: "一组 `键: 值`", en: "a group of `key: value`")
    }
  }
}

extension FormMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .expectedMapping(let what, let found, let span):
      return Diagnostic(
        .expectedMapping, span, zh: "\(what.zh) 应为一组 `键: 值`，这里是\(found.words.zh)",
        en: "\(what.en) must be a group of `key: value`; this is \(found.words.en)",
        help: [
          Message(
            zh: "每一项写一行 `键: 值`，比上一行多空两格",
            en: "write a line `key: value` for each item, two spaces further in")
        ])
    case .expectedList(let what, let found, let text, let span):
      return Diagnostic(
        .expectedList, span, zh: "\(what.zh) 应为列表，这里是\(found.words.zh)",
        en: "\(what.en) must be a list; this is \(found.words.en)",
        help: [Message(zh: "写成 `[甲, 乙]`", en: "write it as `[a, b]`")],
        fixes: text.map { [.write("[\($0)]", at: span, .safe)] } ?? [])
    case .expectedText(let what, let found, let only, let span):
      return Diagnostic(
        .expectedText, span, zh: "\(what.zh) 应为单个值，这里是\(found.words.zh)",
        en: "\(what.en) must be a single value; this is \(found.words.en)",
        help: [Message(zh: "冒号后面只写一个值", en: "write one value after the colon")],
        fixes: only.map { [.write($0, at: span, .safe)] } ?? [])
    case .expectedBoolean(let key, let found, let meant, let span):
      return Diagnostic(
        .expectedBoolean, span, zh: "`\(key)` 只能是 `true` 或 `false`，这里是 `\(found)`",
        en: "`\(key)` is `true` or `false`; this is `\(found)`",
        fixes: meant.map { [.write("\($0)", at: span, .safe)] } ?? [])
    case .expectedWholeNumber(let key, let found, let meant, let span):
      return Diagnostic(
        .expectedWholeNumber, span, zh: "`\(key)` 应为整数，这里是 `\(found)`",
        en: "`\(key)` must be a whole number; this is `\(found)`",
        help: [
          Message(
            zh: "只用半角数字，不写单位、小数点和逗号",
            en: "use ASCII digits only: no unit, no point, no separators")
        ],
        fixes: meant.map { [.write($0, at: span, .safe)] } ?? [])
    case .outsideLimits(let key, let minimum, let maximum, let span):
      return Diagnostic(
        .outsideLimits, span, zh: "`\(key)` 应在 \(minimum) 到 \(maximum) 之间",
        en: "`\(key)` must be between \(minimum) and \(maximum)")
    case .tooLong(let what, let length, let limit, let span):
      return Diagnostic(
        .tooLong, span, zh: "\(what.zh) 有 \(length) 个字符，上限是 \(limit)",
        en: "\(what.en) has \(length) characters; the limit is \(limit)")
    case .emptyValue(let key, let span):
      return Diagnostic(
        .emptyValue, span, zh: "`\(key)` 后面没有内容", en: "`\(key)` has no value",
        help: [Message(zh: "填写内容，或删除这一项", en: "give it a value, or delete the key")])
    }
  }
}
