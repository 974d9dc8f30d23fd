import Values

/// `control: slider` of a number: a value always stands somewhere on it.
struct SliderControl: LookControl {
  let base: any FieldControl
  var isNumeric: Bool { true }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    let field = input.field
    guard let range = field.range else { return base.writeInput(input, context, into: &out) }
    let text = input.form.text.isEmpty ? number(range.lowerBound, field) : input.form.text
    out.raw(#"<span class="slide"><input type="range""#)
    input.writeAttributes(isChosen: true, into: &out)
    out.attribute("min", number(range.lowerBound, field))
    out.attribute("max", number(range.upperBound, field))
    out.attribute("step", number(step(range, field), field))
    out.attribute("value", text)
    out.raw(#"><output class="num""#)
    out.raw(#" aria-hidden="true">"#)
    out.text(text)
    out.raw("</output></span>")
  }

  /// A hundredth of the way in the field's own digits, one at least; of a percent a whole one.
  private func step(_ range: ClosedRange<Int64>, _ field: PageField) -> Int64 {
    if base is PercentControl { return 100 }
    let one = (0..<field.storage.scale).reduce(Int64(1)) { power, _ in power * 10 }
    return range.upperBound / 100 - range.lowerBound / 100 >= one ? one : 1
  }

  /// A stored number as the browser reads it.
  private func number(_ value: Int64, _ field: PageField) -> String {
    let scale = field.storage.scale
    if base is PercentControl { return base.inputText(.integer(value), field) }
    return Decimal.print(value, scale: scale)
  }

  func inputText(_ value: Value, _ field: PageField) -> String {
    guard case .integer(let value) = value else { return "" }
    return number(value, field)
  }
}

/// `control: progress` of a number: a bar beside it.
struct ProgressControl: LookControl {
  let base: any FieldControl

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    if case .integer(let value) = cell.value, let range = field.range,
      range.lowerBound < range.upperBound
    {
      out.raw("<progress")
      out.attribute("aria-label", field.label)
      out.attribute("max", range.upperBound - range.lowerBound)
      out.attribute("value", max(0, value - range.lowerBound))
      out.raw("></progress> ")
    }
    base.writeCell(cell, field, context, linked: linked, into: &out)
  }

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    writeCell(cell, field, context, linked: false, into: &out)
  }
}
