/// `long_text`: several lines, their breaks kept on the record's page and cut short in lists.
struct LongTextControl: FieldControl {
  var isWide: Bool { true }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    let start = text.prefix(Self.listLength)
    out.text(String(start))
    if start.endIndex < text.endIndex { out.text("…") }
  }

  private static let listLength = 80

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    out.raw(#"<div class="prose">"#)
    out.text(text)
    out.raw("</div>")
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    out.raw(#"<textarea rows="4""#)
    input.writeAttributes(into: &out)
    // A parser drops one line feed after the tag; this one, so that none of the text is lost.
    out.raw(">\n")
    out.text(input.form.text)
    out.raw("</textarea>")
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.contains(filter, into: &out)
  }
}
