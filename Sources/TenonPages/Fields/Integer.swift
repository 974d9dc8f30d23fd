import Values

/// `integer`: a whole number with separators of thousands.
struct IntegerControl: FieldControl {
  var clarity: Clarity { .never }
  var isNumeric: Bool { true }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .integer(let number) = cell.value else { return }
    out.formatted { Formats.integer(number, to: &$0) }
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(#" type="text" inputmode="numeric" autocomplete="off" class="num""#, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.range(
      filter, #" type="text" inputmode="numeric" autocomplete="off""#, context, into: &out)
  }

  func inputText(_ value: Value, _ field: PageField) -> String {
    guard case .integer(let number) = value else { return "" }
    return ByteWriter.text { Formats.integer(number, to: &$0) }
  }

  func parse(_ text: String, _ field: PageField) -> FormInput? {
    LenientNumber.parse(text).map(FormInput.wire)
  }
}
