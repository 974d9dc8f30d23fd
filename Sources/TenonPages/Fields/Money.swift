import Values

/// `money`: an amount in the application's currency.
struct MoneyControl: FieldControl {
  var isNumeric: Bool { true }

  func plain(_ value: Value, _ field: PageField, _ context: PageContext) -> String? {
    guard case .integer(let amount) = value else { return nil }
    return ByteWriter.text { Formats.money(amount, scale: field.storage.scale, context, to: &$0) }
  }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .integer(let mantissa) = cell.value else { return }
    out.formatted { Formats.money(mantissa, scale: field.storage.scale, context, to: &$0) }
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    out.raw(#"<span class="affix"><span aria-hidden="true">"#)
    out.text(context.moneyPrefix)
    out.raw("</span>")
    input.writeLine(#" type="text" inputmode="decimal" autocomplete="off" class="num""#, into: &out)
    out.raw("</span>")
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
    LenientNumber.parse(text, allowed: ["¥", "$", "€", "£"]).map(FormInput.wire)
  }
}
