import Values

/// `decimal`: all digits after the point that its scale has.
struct DecimalControl: FieldControl {
  var clarity: Clarity { .never }
  var isNumeric: Bool { true }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .integer(let mantissa) = cell.value else { return }
    out.formatted { Formats.decimal(mantissa, scale: field.storage.scale, to: &$0) }
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(#" type="text" inputmode="decimal" autocomplete="off" class="num""#, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.range(
      filter, #" type="text" inputmode="decimal" autocomplete="off""#, context, into: &out)
  }

  func inputText(_ value: Value, _ field: PageField) -> String {
    guard case .integer(let mantissa) = value else { return "" }
    return ByteWriter.text { Formats.decimal(mantissa, scale: field.storage.scale, to: &$0) }
  }

  func parse(_ text: String, _ field: PageField) -> FormInput? {
    LenientNumber.parse(text).map(FormInput.wire)
  }
}

extension Storage {
  /// Digits after the point; 0 for storages that have none.
  var scale: UInt8 {
    if case .scaled(let scale) = self { return scale }
    return 0
  }
}
