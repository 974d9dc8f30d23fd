import Values

/// `email`: an address to write to.
struct EmailControl: FieldControl {
  var clarity: Clarity { .always }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    link(cell)?.writeCell(linked: linked, into: &out)
  }

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    link(cell)?.writeRead(Icon(named: "mail"), into: &out)
  }

  private func link(_ cell: Cell) -> ContactLink? {
    guard case .text(let text) = cell.value else { return nil }
    return ContactLink(text: text, target: "mailto:" + text)
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(#" type="email" autocomplete="off" inputmode="email""#, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.contains(filter, into: &out)
  }
}
