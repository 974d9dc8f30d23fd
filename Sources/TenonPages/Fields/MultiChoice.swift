import Values

/// `multi_choice`: several options, each a pill; boxes to tick in a form.
struct MultiChoiceControl: FieldControl {
  var clarity: Clarity { .always }
  var isWide: Bool { true }
  var isGroup: Bool { true }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    for (place, item) in ItemList.items(cell.value).enumerated() {
      if place > 0 { out.raw(" ") }
      ChoiceControl().writeCell(
        Cell(.text(item)), field, context, linked: linked, into: &out)
    }
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    let chosen = Set(input.form.text.split { $0 == "," || $0 == " " }.map(String.init))
    RadioGroup.open(#"<span class="ticks""#, role: "group", input, into: &out)
    for option in input.field.options {
      out.raw(#"<label class="tick "#)
      out.raw(ChoiceControl.colour(option.order))
      out.raw(#""><input type="checkbox""#)
      out.attribute("name", input.name)
      out.attribute("value", option.value)
      if chosen.contains(option.value) { out.raw(" checked") }
      out.raw("><span>")
      out.text(option.label)
      out.raw("</span></label>")
    }
    out.raw("</span>")
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    ChoiceControl().writeFilter(filter, context, into: &out)
  }

  func parse(_ text: String, _ field: PageField) -> FormInput? {
    let items = text.split { $0 == "," || $0 == " " }.map(String.init)
    guard items.allSatisfy({ field.option($0) != nil }) else { return nil }
    // In the order of the options, whatever the order of the ticks.
    return .wire(
      field.options.map(\.value).filter(items.contains).joined(separator: ","))
  }
}
