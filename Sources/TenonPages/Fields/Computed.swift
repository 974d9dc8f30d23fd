import Values

/// A field that an expression fills: shown as its type is shown, never typed.
struct ComputedControl: FieldControl {
  let base: any FieldControl

  var isNumeric: Bool { base.isNumeric }
  var isReadOnly: Bool { true }
  var isWide: Bool { base.isWide }
  var clarity: Clarity { base.clarity }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    base.writeCell(cell, field, context, linked: linked, into: &out)
  }

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    base.writeRead(cell, field, context, into: &out)
  }

  /// An output: it takes no input and sends none.
  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    ComputedOutput.write(input, base, context, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    base.writeFilter(filter, context, into: &out)
  }

  func inputText(_ value: Value, _ field: PageField) -> String { base.inputText(value, field) }

  func parse(_ text: String, _ field: PageField) -> FormInput? { base.parse(text, field) }
}
