import Diagnostics
import IR
import Syntax
import Values

extension FieldKind {
  /// Yes or no.
  static let boolean = FieldKind(
    keyword: "boolean", type: { _, _ in .boolean },
    defaultValue: { entry, _, checker in
      let form = Message(zh: "写 `true` 或 `false`", en: "write `true` or `false`")
      return checker.literal(entry, .boolean, form)
    })
}

extension Checker {
  /// A default that is the storage's wire form; nil after reporting that it is not.
  func literal(_ entry: YAMLEntry, _ type: FieldType, _ form: Message) -> Value? {
    guard let text = entry.value.scalar else { return nil }
    if let value = type.storage.parse(text), !value.isBlank { return value }
    report(
      TypeMistake.notOfType(
        text, key: entry.key, type: type.keyword, form: form, at: entry.value.span))
    return nil
  }
}
