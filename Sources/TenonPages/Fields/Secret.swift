import Values

/// `secret`: dots in place of what is encrypted, and an input that shows nothing and, while it is
/// empty, changes nothing; a tick beside it clears what is stored.
struct SecretControl: FieldControl {
  func plain(_ value: Value, _ field: PageField, _ context: PageContext) -> String? {
    if case .text = value { return SecretControl.dots }
    return nil
  }

  static let dots = "••••••"

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    out.text(SecretControl.dots)
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    out.raw(#"<input type="password" autocomplete="new-password""#)
    let form = input.form
    if form.holdsSecret { out.attribute("placeholder", SecretControl.dots) }
    input.writeAttributes(into: &out)
    out.raw(">")
    if form.holdsSecret && !form.isRequired && !form.isFixed {
      FilterShape.tick(
        input.prefix + input.field.clearName, "true", context.locale[.clearSecret],
        isChecked: form.isCleared, into: &out)
    }
  }

  /// Nobody filters by it.
  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {}

  func inputText(_ value: Value, _ field: PageField) -> String { "" }
}
