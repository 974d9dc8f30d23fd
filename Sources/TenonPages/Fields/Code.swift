import Values

/// `code` and `json`: several lines in a fixed-width type.
struct CodeControl: LookControl {
  let base: any FieldControl = LongTextControl()

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    out.raw(#"<pre class="program" tabindex="0">"#)
    out.text(text)
    out.raw("</pre>")
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    out.raw(#"<textarea rows="6" class="program" spellcheck="false" autocapitalize="off""#)
    input.writeAttributes(into: &out)
    out.raw(">\n")
    out.text(input.form.text)
    out.raw("</textarea>")
  }
}
