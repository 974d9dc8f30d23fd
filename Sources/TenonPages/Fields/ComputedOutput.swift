import Values

/// Writes a computed value in a form. Where it is one of a few, all of them stand there and one is
/// shown, so that the script has nothing to word.
enum ComputedOutput {
  static func write(
    _ input: InputPlace, _ control: any FieldControl, _ context: PageContext,
    into out: inout HTMLWriter
  ) {
    let field = input.field
    let cell = Cell(input.form.value ?? .blank, related: input.form.related)
    out.raw("<output")
    out.attribute("id", input.id)
    if !input.prefix.isEmpty { out.attribute("aria-label", field.label) }
    if control.isNumeric { out.raw(#" class="num""#) }
    if field.kind is MoneyControl { out.attribute("data-before", context.moneyPrefix) }
    out.raw(">")
    if !field.options.isEmpty {
      let chosen = chosen(cell.value)
      for option in field.options {
        open(option.value, isShown: chosen.contains(option.value), into: &out)
        ChoiceControl().writeCell(
          Cell(.text(option.value)), field, context, linked: false, into: &out)
        out.raw("</span>")
      }
    } else if field.storage == .boolean {
      for (bit, word) in [(Int64(1), "true"), (0, "false")] {
        open(word, isShown: cell.value == .integer(bit), into: &out)
        control.writeRead(Cell(.integer(bit)), field, context, into: &out)
        out.raw("</span>")
      }
    } else if cell.value.isBlank {
      out.text(context.locale[.workedOut])
    } else if field.target != nil {
      out.text(cell.related ?? "")
    } else {
      out.text(field.text(cell.value, context))
    }
    out.raw("</output>")
  }

  private static func chosen(_ value: Value) -> [String] {
    guard case .text(let text) = value else { return [] }
    return text.hasPrefix("[") ? ItemList.items(text) : [text]
  }

  private static func open(_ value: String, isShown: Bool, into out: inout HTMLWriter) {
    out.raw("<span")
    out.attribute("data-value", value)
    if !isShown { out.raw(" hidden") }
    out.raw(">")
  }
}
