/// What can be wrong with the shape of a definition: keywords, what is missing or too much.
public enum ShapeMistake: Mistake {
  /// `place` is the mapping in words, as "a field".
  /// `isFree`: whether the key suggested stands not beside it.
  case unknownKey(String, place: Message, suggestions: [Candidate], isFree: Bool, at: Span)
  /// `removal` takes the key and its value out.
  case keyOfOtherType(
    key: String, type: String, belongsTo: [String], removal: [Fix.Edit], at: Span)
  case missingKey(String, place: Message, name: String, at: Span)
  case missingLanguage(String, at: Span)
  /// `meant` is a declared language that is not written there.
  case undeclaredLanguage(String, declared: [String], meant: String?, at: Span)
  case emptyCollection(key: String, at: Span)
  case rootNotMapping(at: Span)
  case tooMany(what: Message, count: Int, limit: Int, at: Span)
  case missingApp(at: Span)
}

extension ShapeMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .unknownKey(let key, let place, let suggestions, let isFree, let span):
      return Diagnostic(
        .unknownKey, span, zh: "\(place.zh)没有 `\(key)` 这一项", en: "\(place.en) has no key `\(key)`",
        help: Suggestions.help(suggestions),
        fixes: isFree ? Suggestions.fixes(suggestions, for: key, at: span) : [])
    case .keyOfOtherType(let key, let type, let belongsTo, let removal, let span):
      let types = belongsTo.map { "`\($0)`" }
      return Diagnostic(
        .keyOfOtherType, span, zh: "`\(key)` 不适用于 `\(type)` 字段",
        en: "`\(key)` does not apply to fields of type `\(type)`",
        help: [
          Message(
            zh: "它适用于 \(types.joined(separator: "、"))",
            en: "it applies to \(types.joined(separator: ", "))")
        ], fixes: [.delete(key, removal, .unsafe)])
    case .missingKey(let key, let place, let name, let span):
      return Diagnostic(
        .missingKey, span, zh: "\(place.zh) `\(name)` 缺少 `\(key)`",
        en: "`\(name)` lacks `\(key)`, which \(place.en) needs",
        help: [Message(zh: "加一行 `\(key): …`", en: "add a line `\(key): …`")])
    case .missingLanguage(let language, let span):
      return Diagnostic(
        .missingLanguage, span, zh: "缺少语言 `\(language)` 的文字",
        en: "the wording for language `\(language)` is missing",
        help: [
          Message(
            zh: "应用声明的每种语言都要有；各语言相同时可以只写一个文本",
            en: "every declared language needs one; a plain text serves all languages")
        ])
    case .undeclaredLanguage(let language, let declared, let meant, let span):
      let list = declared.map { "`\($0)`" }.joined(separator: ", ")
      return Diagnostic(
        .undeclaredLanguage, span, zh: "应用没有声明语言 `\(language)`",
        en: "the application does not declare language `\(language)`",
        help: [Message(zh: "已声明：\(list)", en: "declared: \(list)")],
        fixes: Suggestions.fixes(meant.map { [Candidate($0)] } ?? [], for: language, at: span))
    case .emptyCollection(let key, let span):
      return Diagnostic(
        .emptyCollection, span, zh: "`\(key)` 至少要有一项", en: "`\(key)` needs at least one item")
    case .rootNotMapping(let span):
      return Diagnostic(
        .rootNotMapping, span, zh: "文件最外层应为 `键: 值`，例如 `entities:`",
        en: "a file consists of `key: value` sections such as `entities:`")
    case .tooMany(let what, let count, let limit, let span):
      return Diagnostic(
        .tooMany, span, zh: "\(what.zh)有 \(count) 个，上限是 \(limit)",
        en: "\(count) \(what.en); the limit is \(limit)")
    case .missingApp(let span):
      return Diagnostic(
        .missingApp, span, zh: "没有任何文件写明应用的名称 `app:`",
        en: "no file names the application with `app:`",
        help: [Message(zh: "加一行 `app: 名称`", en: "add a line `app: name`")])
    }
  }
}
