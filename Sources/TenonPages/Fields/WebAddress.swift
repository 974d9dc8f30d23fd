import Values

/// `url`: a link to another site.
struct WebAddressControl: FieldControl {
  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    if linked { return out.text(text) }
    out.raw(#"<a class="ref" rel="noopener noreferrer""#)
    out.attribute("href", "" + text)
    out.raw(">")
    out.text(text)
    out.raw("</a>")
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(#" type="url" autocomplete="off" inputmode="url""#, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.contains(filter, into: &out)
  }
}
