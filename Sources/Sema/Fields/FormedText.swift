import Diagnostics
import IR
import Values

extension FieldKind {
  /// A kind over one line of text that has a form.
  static func formed(_ form: TextForm, meaning: Message, also: String) -> FieldKind {
    FieldKind(
      keyword: form.keyword, meaning: meaning, also: also,
      type: { _, _ in .text(maxLength: form.maxLength) },
      defaultValue: { entry, type, checker in
        guard let text = entry.value.scalar else { return nil }
        if form.accepts(text) { return .text(text) }
        let tidied = form.tidied(text)
        checker.report(
          TypeMistake.notOfType(
            text, key: entry.key, type: form.keyword, form: Message(zh: form.zh, en: form.en),
            meant: tidied == text ? nil : tidied, at: entry.value.span))
        return nil
      }, form: form)
  }
}
