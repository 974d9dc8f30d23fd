import Values

/// `phone`: a number to call.
struct PhoneControl: FieldControl {
  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    link(cell)?.writeCell(linked: linked, into: &out)
  }

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    link(cell)?.writeRead(.phone, into: &out)
  }

  private func link(_ cell: Cell) -> ContactLink? {
    guard case .text(let text) = cell.value else { return nil }
    return ContactLink(text: text, target: "tel:" + text.filter { !$0.isWhitespace })
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(#" type="tel" autocomplete="off" inputmode="tel""#, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.contains(filter, into: &out)
  }
}
