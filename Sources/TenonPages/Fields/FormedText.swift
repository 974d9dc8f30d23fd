import Values

/// A line of text that has a form: a control says what is its own.
protocol FormedText: FieldControl {
  /// What is typed is put into this form.
  var form: TextForm? { get }
  /// Attributes of the input, such as its type and its keyboard.
  var attributes: StaticString { get }
  /// What readers see.
  func shown(_ text: String, _ context: PageContext) -> String
}

extension FormedText {
  var form: TextForm? { nil }
  var attributes: StaticString { #" type="text" autocomplete="off""# }

  func shown(_ text: String, _ context: PageContext) -> String { text }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    if case .text(let text) = cell.value { out.text(shown(text, context)) }
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(attributes, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.contains(filter, into: &out)
  }

  func parse(_ text: String, _ field: PageField) -> FormInput? {
    .wire(form?.tidied(Text.trimmed(text)) ?? text)
  }
}
