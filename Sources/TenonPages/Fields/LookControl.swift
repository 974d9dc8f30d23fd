import Values

/// Another way to show or fill in what a control holds: `control: slider`. What it does not say of
/// itself is as with the control under it.
protocol LookControl: FieldControl {
  var base: any FieldControl { get }
}

extension LookControl {
  var isNumeric: Bool { base.isNumeric }
  var isReadOnly: Bool { base.isReadOnly }
  var isWide: Bool { base.isWide }
  var isGroup: Bool { base.isGroup }
  var isBox: Bool { base.isBox }
  var takesFiles: Bool { base.takesFiles }
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

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    base.writeInput(input, context, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    base.writeFilter(filter, context, into: &out)
  }

  func inputText(_ value: Value, _ field: PageField) -> String { base.inputText(value, field) }

  func parse(_ text: String, _ field: PageField) -> FormInput? { base.parse(text, field) }

  func plain(_ value: Value, _ field: PageField, _ context: PageContext) -> String? {
    base.plain(value, field, context)
  }
}
