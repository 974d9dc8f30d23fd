/// `auto_number`: given by the system when the record is first saved.
struct AutoNumberControl: FieldControl {
  var isReadOnly: Bool { true }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    out.raw(#"<span class="code">"#)
    out.text(text)
    out.raw("</span>")
  }

  /// An output: it takes no input and sends none.
  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    out.raw(#"<output class="code""#)
    out.attribute("id", input.id)
    out.raw(">")
    out.text(input.form.text.isEmpty ? context.locale[.givenBySystem] : input.form.text)
    out.raw("</output>")
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.contains(filter, into: &out)
  }
}
