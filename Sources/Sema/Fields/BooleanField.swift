import Diagnostics
import IR
import Syntax
import Values

extension FieldKind {
  /// Yes or no.
  static let boolean = FieldKind(
    keyword: "boolean",
    meaning: Message(
      zh: "是、否或空白。",
      en: "Yes, no or blank."),
    also: """
      bool checkbox check switch toggle bit yes_no 布尔 是否 复选框 开关 勾选
      """,
    keywords: [.control(.checkbox, .yesNo)],
    type: { _, _ in .boolean },
    defaultValue: { entry, _, checker in
      let form = Message(zh: "写 `true` 或 `false`", en: "write `true` or `false`")
      return checker.literal(entry, .boolean, form) { Repairs.boolean($0).map { "\($0)" } }
    })
}

extension Checker {
  /// A default that is the storage's wire form; nil after reporting that it is not.
  /// `repair` gives what a text plainly means.
  func literal(
    _ entry: YAMLEntry, _ type: FieldType, _ form: Message,
    repair: (String) -> String? = { _ in nil }
  ) -> Value? {
    guard let text = entry.value.scalar else { return nil }
    if let value = type.storage.parse(text), !value.isBlank { return value }
    report(
      TypeMistake.notOfType(
        text, key: entry.key, type: type.keyword, form: form, meant: repair(text),
        at: entry.value.span))
    return nil
  }
}
