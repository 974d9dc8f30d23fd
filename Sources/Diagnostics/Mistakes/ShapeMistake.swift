/// What can be wrong with the shape of a definition: keywords, what is missing or too much.
public enum ShapeMistake: Mistake {
  /// `place` is the mapping in words, as "a field".
  case unknownKey(String, place: Message, suggestions: Suggested, at: Span)
  /// `removal` takes the key and its value out.
  case keyOfOtherType(
    key: String, type: String, belongsTo: [String], removal: [Fix.Edit], at: Span)
  /// `meaning` says what the key says, as a sentence.
  case missingKey(String, place: Message, name: String, meaning: Message, at: Span)
  case missingLanguage(String, at: Span)
  case undeclaredLanguage(String, declared: [String], suggestions: Suggested, at: Span)
  /// A comma in braces ended the text of a language; what follows it, up to the end of what belongs
  /// to the text, is read as another. `text` is the whole, which begins at `start`, when quotes can
  /// go around it; `isPlain` when nothing in it can be meant as a language.
  case cutAtComma(
    String, language: String, text: String?, isPlain: Bool, start: Int, at: Span)
  case emptyCollection(key: String, at: Span)
  case rootNotMapping(at: Span)
  case tooMany(what: Message, count: Int, limit: Int, at: Span)
  case missingApp(at: Span)
}

extension ShapeMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .unknownKey(let key, let place, let suggestions, let span):
      return Diagnostic(
        .unknownKey, span, zh: "\(place.zh)没有 `\(key)` 这一项", en: "\(place.en) has no key `\(key)`",
        help: suggestions.help,
        fixes: suggestions.fixes(for: key, at: span))
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
    case .missingKey(let key, let place, let name, let meaning, let span):
      return Diagnostic(
        .missingKey, span, zh: "\(place.zh) `\(name)` 缺少 `\(key)`",
        en: "`\(name)` lacks `\(key)`, which \(place.en) needs",
        help: [
          Message(zh: "给 `\(name)` 加上 `\(key): …`", en: "add `\(key): …` to `\(name)`"),
          meaning.asHelp,
        ])
    case .missingLanguage(let language, let span):
      return Diagnostic(
        .missingLanguage, span, zh: "这里缺少语言 `\(language)` 的文字",
        en: "the wording for language `\(language)` is missing here",
        help: [
          Message(
            zh: "每种声明的语言写一份，例如 `{ zh: 电话, en: Phone }`；都相同时只写一段文字",
            en:
              "write one for each declared language, as `{ zh: 电话, en: Phone }`; when all are the "
              + "same, write a single text")
        ])
    case .undeclaredLanguage(let language, let declared, let suggestions, let span):
      let list = declared.map { "`\($0)`" }.joined(separator: ", ")
      return Diagnostic(
        .undeclaredLanguage, span, zh: "应用没有声明语言 `\(language)`",
        en: "the application does not declare language `\(language)`",
        help: (suggestions.near.isEmpty ? [] : suggestions.help) + [
          Message(
            zh: "已声明：\(list)；删除这一项，或在 `languages` 中加上它",
            en: "declared: \(list); delete this one, or add it to `languages`")
        ],
        fixes: suggestions.fixes(for: language, at: span))
    case .cutAtComma(let rest, let language, let text, let isPlain, let start, let span):
      return Diagnostic(
        .undeclaredLanguage, span, zh: "`\(language)` 的文字到逗号为止，`\(rest)` 被读作另一种语言",
        en: "the text for `\(language)` ends at the comma, and `\(rest)` is read as a language",
        help: [
          Message(
            zh: "`{ }` 里的逗号结束一个值；文字里有逗号时，给文字加上引号",
            en: "a comma ends a value in `{ }`; put a text with a comma in quotes")
        ],
        fixes: text.map { [.quote($0, from: start, in: span.file, isPlain ? .safe : .unsafe)] }
          ?? [])
    case .emptyCollection(let key, let span):
      return Diagnostic(
        .emptyCollection, span, zh: "`\(key)` 是空的，至少要有一项",
        en: "`\(key)` is empty; it needs at least one item")
    case .rootNotMapping(let span):
      return Diagnostic(
        .rootNotMapping, span, zh: "文件最外层应为 `键: 值`，例如 `entities:`",
        en: "a file consists of `key: value` sections such as `entities:`",
        help: [
          Message(
            zh: "每一节以它的名称和冒号开头，行首没有 `-`",
            en: "begin each section with its name and a colon, without `-` before it")
        ])
    case .tooMany(let what, let count, let limit, let span):
      return Diagnostic(
        .tooMany, span, zh: "\(what.zh)有 \(count) 个，上限是 \(limit)",
        en: "\(count) \(what.en); the limit is \(limit)",
        help: [Message(zh: "删除不需要的", en: "delete those that are not needed")])
    case .missingApp(let span):
      return Diagnostic(
        .missingApp, span, zh: "没有任何文件写明应用的名称 `app:`",
        en: "no file names the application with `app:`",
        help: [Message(zh: "加一行 `app: 名称`", en: "add a line `app: name`")])
    }
  }
}
