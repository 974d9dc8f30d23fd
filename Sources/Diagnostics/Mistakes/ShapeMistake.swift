/// What can be wrong with the shape of a definition: keywords, forms of values, what is missing.
public enum ShapeMistake: Mistake {
  /// `place` is the mapping in words, as "a field".
  case unknownKey(String, place: Message, suggestions: [Candidate], at: Span)
  case expectedMapping(what: Message, found: FoundForm, at: Span)
  /// `text` is the single value that could be the list's only item.
  case expectedList(what: Message, found: FoundForm, text: String?, at: Span)
  case expectedText(what: Message, found: FoundForm, at: Span)
  /// `meant` is the boolean that the word stands for elsewhere.
  case expectedBoolean(key: String, found: String, meant: Bool?, at: Span)
  case expectedWholeNumber(key: String, found: String, at: Span)
  case missingKey(String, place: Message, name: String, at: Span)
  case emptyValue(key: String, at: Span)
  case keyOfOtherType(key: String, type: String, belongsTo: [String], at: Span)
  case missingLanguage(String, at: Span)
  case undeclaredLanguage(String, declared: [String], at: Span)
  case emptyCollection(key: String, at: Span)
  case rootNotMapping(at: Span)
  case tooMany(what: Message, count: Int, limit: Int, at: Span)
  case missingApp(at: Span)
  case outsideLimits(key: String, minimum: Int64, maximum: Int64, at: Span)
  case tooLong(what: Message, length: Int, limit: Int, at: Span)
}

/// The form of a value as it was written.
public enum FoundForm: Sendable {
  case text, list, mapping

  var words: Message {
    switch self {
    case .text: return Message(zh: "单个值", en: "a single value")
    case .list: return Message(zh: "列表", en: "a list")
    case .mapping: return Message(zh: "映射", en: "a mapping")
    }
  }
}

extension ShapeMistake {
  public var diagnostic: Diagnostic { form ?? content }

  /// Wrong forms and wrong keys.
  private var form: Diagnostic? {
    switch self {
    case .unknownKey(let key, let place, let suggestions, let span):
      return Diagnostic(
        .unknownKey, span, zh: "\(place.zh)没有 `\(key)` 这一项", en: "\(place.en) has no key `\(key)`",
        help: Suggestions.help(suggestions), fixes: Suggestions.fixes(suggestions, at: span))
    case .expectedMapping(let what, let found, let span):
      return Diagnostic(
        .expectedMapping, span, zh: "\(what.zh)应为 `键: 值` 的映射，这里是\(found.words.zh)",
        en: "\(what.en) must be a mapping of `key: value`; this is \(found.words.en)")
    case .expectedList(let what, let found, let text, let span):
      return Diagnostic(
        .expectedList, span, zh: "\(what.zh)应为列表，这里是\(found.words.zh)",
        en: "\(what.en) must be a list; this is \(found.words.en)",
        help: [Message(zh: "写成 `[甲, 乙]`", en: "write it as `[a, b]`")],
        fixes: text.map { item in
          [
            Fix(
              Message(zh: "改为 `[\(item)]`", en: "write `[\(item)]`"), .safe,
              [Fix.Edit(span: span, text: "[\(item)]")])
          ]
        } ?? [])
    case .expectedText(let what, let found, let span):
      return Diagnostic(
        .expectedText, span, zh: "\(what.zh)应为单个值，这里是\(found.words.zh)",
        en: "\(what.en) must be a single value; this is \(found.words.en)")
    case .expectedBoolean(let key, let found, let meant, let span):
      let fixes = meant.map { value in
        [
          Fix(
            Message(zh: "改为 `\(value)`", en: "write `\(value)`"), .safe,
            [Fix.Edit(span: span, text: "\(value)")])
        ]
      }
      return Diagnostic(
        .expectedBoolean, span, zh: "`\(key)` 只能是 `true` 或 `false`，这里是 `\(found)`",
        en: "`\(key)` is `true` or `false`; this is `\(found)`", fixes: fixes ?? [])
    case .expectedWholeNumber(let key, let found, let span):
      return Diagnostic(
        .expectedWholeNumber, span, zh: "`\(key)` 应为整数，这里是 `\(found)`",
        en: "`\(key)` must be a whole number; this is `\(found)`")
    case .keyOfOtherType(let key, let type, let belongsTo, let span):
      let types = belongsTo.map { "`\($0)`" }
      return Diagnostic(
        .keyOfOtherType, span, zh: "`\(key)` 不适用于 `\(type)` 字段",
        en: "`\(key)` does not apply to fields of type `\(type)`",
        help: [
          Message(
            zh: "它适用于 \(types.joined(separator: "、"))",
            en: "it applies to \(types.joined(separator: ", "))")
        ])
    case .rootNotMapping(let span):
      return Diagnostic(
        .rootNotMapping, span, zh: "文件最外层应为 `键: 值`，例如 `entities:`",
        en: "a file consists of `key: value` sections such as `entities:`")
    default: return nil
    }
  }

  /// What is missing, empty or too much.
  private var content: Diagnostic {
    switch self {
    case .missingKey(let key, let place, let name, let span):
      return Diagnostic(
        .missingKey, span, zh: "\(place.zh) `\(name)` 缺少 `\(key)`",
        en: "`\(name)` lacks `\(key)`, which \(place.en) needs",
        help: [Message(zh: "加一行 `\(key): …`", en: "add a line `\(key): …`")])
    case .emptyValue(let key, let span):
      return Diagnostic(
        .emptyValue, span, zh: "`\(key)` 后面没有内容", en: "`\(key)` has no value",
        help: [Message(zh: "填写内容，或删除这一项", en: "give it a value, or delete the key")])
    case .missingLanguage(let language, let span):
      return Diagnostic(
        .missingLanguage, span, zh: "缺少语言 `\(language)` 的文字",
        en: "the wording for language `\(language)` is missing",
        help: [
          Message(
            zh: "应用声明的每种语言都要有；各语言相同时可以只写一个文本",
            en: "every declared language needs one; a plain text serves all languages")
        ])
    case .undeclaredLanguage(let language, let declared, let span):
      let list = declared.map { "`\($0)`" }.joined(separator: ", ")
      return Diagnostic(
        .undeclaredLanguage, span, zh: "应用没有声明语言 `\(language)`",
        en: "the application does not declare language `\(language)`",
        help: [Message(zh: "已声明：\(list)", en: "declared: \(list)")])
    case .emptyCollection(let key, let span):
      return Diagnostic(
        .emptyCollection, span, zh: "`\(key)` 至少要有一项", en: "`\(key)` needs at least one item")
    case .tooMany(let what, let count, let limit, let span):
      return Diagnostic(
        .tooMany, span, zh: "\(what.zh)有 \(count) 个，上限是 \(limit)",
        en: "\(count) \(what.en); the limit is \(limit)")
    case .outsideLimits(let key, let minimum, let maximum, let span):
      return Diagnostic(
        .outsideLimits, span, zh: "`\(key)` 应在 \(minimum) 到 \(maximum) 之间",
        en: "`\(key)` must be between \(minimum) and \(maximum)")
    case .tooLong(let what, let length, let limit, let span):
      return Diagnostic(
        .tooLong, span, zh: "\(what.zh)有 \(length) 个字符，上限是 \(limit)",
        en: "\(what.en) has \(length) characters; the limit is \(limit)")
    case .missingApp(let span), .unknownKey(_, _, _, let span), .expectedMapping(_, _, let span),
      .expectedList(_, _, _, let span), .expectedText(_, _, let span),
      .expectedBoolean(_, _, _, let span), .expectedWholeNumber(_, _, let span),
      .keyOfOtherType(_, _, _, let span), .rootNotMapping(let span):
      return Diagnostic(
        .missingApp, span, zh: "没有任何文件写明应用的名称 `app:`",
        en: "no file names the application with `app:`",
        help: [Message(zh: "加一行 `app: 名称`", en: "add a line `app: name`")])
    }
  }
}
