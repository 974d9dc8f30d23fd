import Values

/// `choice`: one of some options, each a pill in the colour of its place.
struct ChoiceControl: FieldControl {
  var clarity: Clarity { .always }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .text(let value) = cell.value else { return }
    guard let option = field.option(value) else { return out.text(value) }
    out.raw(#"<span class="pill "#)
    out.raw(Self.colour(option.order))
    out.raw(#"">"#)
    out.text(option.label)
    out.raw("</span>")
  }

  /// The palette has eight colours; a ninth option begins again.
  static func colour(_ order: Int) -> StaticString {
    switch order % 8 {
    case 0: return "p0"
    case 1: return "p1"
    case 2: return "p2"
    case 3: return "p3"
    case 4: return "p4"
    case 5: return "p5"
    case 6: return "p6"
    default: return "p7"
    }
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    out.raw("<select")
    input.writeAttributes(isChosen: true, into: &out)
    out.raw(#"><option value="">"#)
    out.text(context.locale[.choose])
    out.raw("</option>")
    for option in input.field.options {
      out.raw("<option")
      out.attribute("value", option.value)
      if option.value == input.form.text { out.raw(" selected") }
      out.raw(">")
      out.text(option.label)
      out.raw("</option>")
    }
    out.raw("</select>")
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    let options = filter.field.options.map { (value: $0.value, label: $0.label) }
    FilterShape.choose(filter, options, into: &out)
  }

  func parse(_ text: String, _ field: PageField) -> FormInput? {
    text.isEmpty || field.options.contains { $0.value == text } ? .wire(text) : nil
  }
}
