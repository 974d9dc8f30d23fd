import Values

/// `percent`: stored as a share of one, shown and typed in hundredths.
struct PercentControl: FieldControl {
  var clarity: Clarity { .never }
  var isNumeric: Bool { true }

  func plain(_ value: Value, _ field: PageField, _ context: PageContext) -> String? {
    guard case .integer(let share) = value else { return nil }
    return ByteWriter.text { Formats.percent(share, scale: field.storage.scale, to: &$0) }
  }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .integer(let mantissa) = cell.value else { return }
    out.formatted { Formats.percent(mantissa, scale: field.storage.scale, to: &$0) }
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    out.raw(#"<span class="affix end">"#)
    input.writeLine(#" type="text" inputmode="decimal" autocomplete="off" class="num""#, into: &out)
    out.raw(#"<span aria-hidden="true">%</span></span>"#)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.range(
      filter, #" type="text" inputmode="decimal" autocomplete="off""#, context, into: &out)
  }

  func inputText(_ value: Value, _ field: PageField) -> String {
    guard case .integer(let mantissa) = value else { return "" }
    return ByteWriter.text {
      Digits.append(
        mantissa: mantissa, scale: max(Int(field.storage.scale) - 2, 0), minimumFraction: 0,
        grouped: false, to: &$0)
    }
  }

  func parse(_ text: String, _ field: PageField) -> FormInput? {
    LenientNumber.parse(text, shift: -2, allowed: ["%"]).map(FormInput.wire)
  }
}
