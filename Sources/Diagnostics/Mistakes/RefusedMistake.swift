/// What YAML has and the language refuses.
public enum RefusedMistake: Mistake {
  case anchor(name: String, at: Span)
  case alias(name: String, at: Span)
  case tag(text: String, at: Span)
  case directive(at: Span)
  case secondDocument(at: Span)
  case complexKey(at: Span)
  /// A key that is introduced by `? `.
  case explicitKey(at: Span)
  case emptyKey(at: Span)
  case keyOverLines(at: Span)
  /// Something follows `...`.
  case afterEnd(at: Span)
  case duplicateKey(String, first: Span, at: Span)
  case keyTooLong(bytes: Int, limit: Int, at: Span)
  case mergeKey(at: Span)
}

extension RefusedMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .anchor(let name, let span):
      return Diagnostic(
        .anchor, span, zh: "不支持锚点 `&\(name)`", en: "anchors such as `&\(name)` are not supported",
        help: [
          Message(
            zh: "以 `&` 开头的文字要加引号；想重复的内容直接写出来",
            en:
              "put a text that begins with `&` in quotes; write out content that is to be repeated")
        ])
    case .alias(let name, let span):
      return Diagnostic(
        .alias, span, zh: "不支持别名 `*\(name)`", en: "aliases such as `*\(name)` are not supported",
        help: [
          Message(
            zh: "以 `*` 开头的文字要加引号；想重复的内容直接写出来",
            en:
              "put a text that begins with `*` in quotes; write out content that is to be repeated")
        ])
    case .tag(let text, let span):
      return Diagnostic(
        .tag, span, zh: "不支持标签 `\(text)`", en: "tags such as `\(text)` are not supported",
        help: [
          Message(
            zh: "以 `!` 开头的文字要加引号；值的类型由它的位置决定",
            en: "put a text that begins with `!` in quotes; the place decides the type of a value")
        ])
    case .directive(let span):
      return Diagnostic(
        .directive, span, zh: "不支持以 `%` 开头的指令行",
        en: "directive lines that begin with `%` are not supported",
        fixes: [
          Fix(
            Message(zh: "删除以 `%` 开头的行", en: "delete what begins with `%`"), .safe,
            [Fix.Edit(span: span, text: "")])
        ])
    case .secondDocument(let span):
      return Diagnostic(
        .secondDocument, span, zh: "一个文件只能有一个文档，`---` 开始了第二个",
        en: "a file holds one document; `---` begins a second one",
        help: [
          Message(zh: "删除 `---`，或拆成两个文件", en: "delete `---`, or split the file in two")
        ])
    case .complexKey(let span):
      return Diagnostic(
        .complexKey, span, zh: "冒号前面应为一个词，这里是列表或一组 `键: 值`",
        en: "a key must be one word; this is a list or a group of `key: value`",
        help: [
          Message(
            zh: "每一项单独写一行；括号属于名称时，给它加引号",
            en: "give each item a line of its own; put a key that holds brackets in quotes")
        ])
    case .explicitKey(let span):
      return Diagnostic(
        .complexKey, span, zh: "不支持用 `? ` 引出的键", en: "keys introduced by `? ` are not supported",
        help: [Message(zh: "写成 `键: 值`", en: "write `key: value`")])
    case .emptyKey(let span):
      return Diagnostic(
        .complexKey, span, zh: "冒号前面没有键", en: "there is no key before the colon",
        help: [
          Message(
            zh: "写成 `键: 值`；以冒号开头的文字要加引号",
            en: "write `key: value`; put a text that begins with a colon in quotes")
        ])
    case .keyOverLines(let span):
      return Diagnostic(
        .complexKey, span, zh: "键必须写在一行之内", en: "a key must stand on one line",
        help: [Message(zh: "把键和冒号写在同一行", en: "write the key and its colon on one line")])
    case .afterEnd(let span):
      return Diagnostic(
        .secondDocument, span, zh: "`...` 已结束文档，后面不能再有内容",
        en: "`...` ends the document; nothing can follow it",
        help: [Message(zh: "删除 `...`", en: "delete `...`")])
    case .duplicateKey(let key, let first, let span):
      return Diagnostic(
        .duplicateKey, span, zh: "键 `\(key)` 在同一处写了两次",
        en: "key `\(key)` is written twice in the same place",
        related: [Label(first, Message(zh: "第一次在这里", en: "first written here"))],
        help: [Message(zh: "删除其中一个，或改名", en: "delete one of them, or rename it")])
    case .keyTooLong(let bytes, let limit, let span):
      return Diagnostic(
        .keyTooLong, span, zh: "键有 \(bytes) 字节，上限是 \(limit)",
        en: "the key has \(bytes) bytes; the limit is \(limit)",
        help: [
          Message(zh: "键用短名称，长文字写在值里", en: "keep the key short and put long texts in values")
        ])
    case .mergeKey(let span):
      return Diagnostic(
        .mergeKey, span, zh: "不支持合并键 `<<`", en: "merge keys `<<` are not supported",
        help: [Message(zh: "把内容直接写出", en: "write the content out")])
    }
  }
}
