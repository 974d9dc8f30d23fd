import Values

/// `date`: a day, the same wherever the reader is.
struct DateControl: FieldControl {
  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .integer(let days) = cell.value else { return }
    out.formatted { Formats.date(days, context.locale, to: &$0) }
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(#" type="date""#, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.days(filter, context, into: &out)
  }

  func parse(_ text: String, _ field: PageField) -> FormInput? {
    let text = Text.trimmed(text)
    if text.isEmpty { return .wire("") }
    return LenientDate.parse(text).map { .wire($0.description) }
  }
}
