import Values

/// `email`: an address to write to.
struct EmailControl: FieldControl {
  var clarity: Clarity { .always }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    if linked { return out.text(text) }
    out.raw(#"<a class="ref""#)
    out.attribute("href", "mailto:" + text)
    out.raw(">")
    out.text(text)
    out.raw("</a>")
  }

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    out.raw(#"<a class="ref call""#)
    out.attribute("href", "mailto:" + text)
    out.raw(">")
    Icon(named: "mail").write(into: &out)
    out.text(text)
    out.raw("</a>")
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(#" type="email" autocomplete="off" inputmode="email""#, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.contains(filter, into: &out)
  }
}
