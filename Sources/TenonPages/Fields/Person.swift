import Values

/// `person`: a reference to a user, shown with a round picture.
struct PersonControl: FieldControl {
  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard let name = cell.related else {
      return ReferenceControl().writeCell(cell, field, context, linked: linked, into: &out)
    }
    out.raw(#"<span class="person">"#)
    Frame.avatar(name, into: &out)
    ReferenceControl().writeCell(cell, field, context, linked: linked, into: &out)
    out.raw("</span>")
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    ReferenceControl().writeInput(input, context, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    ReferenceControl().writeFilter(filter, context, into: &out)
  }
}
