import Values

/// `phone`: a number to call.
struct PhoneControl: FieldControl {
  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    if linked { return out.text(text) }
    out.raw(#"<a class="ref" href="tel:"#)
    out.text(text)
    out.raw(#"">"#)
    out.text(text)
    out.raw("</a>")
  }

  /// A number to touch with a thumb.
  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    out.raw(#"<a class="ref call""#)
    out.attribute("href", "tel:" + text.filter { !$0.isWhitespace })
    out.raw(">")
    Icon.phone.write(into: &out)
    out.text(text)
    out.raw("</a>")
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(#" type="tel" autocomplete="off" inputmode="tel""#, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.contains(filter, into: &out)
  }
}
