import Values

/// `control: radio` and `control: pills` of a choice: all options at a glance, the second in their
/// colours.
struct RadioControl: LookControl {
  let base: any FieldControl
  let isColoured: Bool
  var isWide: Bool { true }
  var isGroup: Bool { true }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    let tag: StaticString = isColoured ? #"<span class="ticks""# : #"<span class="ticks plain""#
    RadioGroup.open(tag, input, into: &out)
    if !input.form.isRequired {
      RadioGroup.write("", "–", context.locale[.blank], input, into: &out)
    }
    for option in input.field.options {
      let colour: StaticString = isColoured ? ChoiceControl.colour(option.order) : ""
      RadioGroup.write(option.value, option.label, nil, input, colour: colour, into: &out)
    }
    out.raw("</span>")
  }
}

/// `control: list` of a multi choice: a list to select from.
struct SelectListControl: LookControl {
  let base: any FieldControl
  var isGroup: Bool { false }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    let chosen = Set(input.form.text.split { $0 == "," || $0 == " " }.map(String.init))
    out.raw(#"<select multiple"#)
    out.attribute("size", Int64(min(max(input.field.options.count, 2), 6)))
    input.writeAttributes(isChosen: true, into: &out)
    out.raw(">")
    for option in input.field.options {
      out.raw("<option")
      out.attribute("value", option.value)
      if chosen.contains(option.value) { out.raw(" selected") }
      out.raw(">")
      out.text(option.label)
      out.raw("</option>")
    }
    out.raw("</select>")
  }
}

/// `control: checkbox` of a multi choice: a box beside each option.
struct CheckListControl: LookControl {
  let base: any FieldControl

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    let chosen = Set(input.form.text.split { $0 == "," || $0 == " " }.map(String.init))
    RadioGroup.open(#"<span class="ticks""#, role: "group", input, into: &out)
    for option in input.field.options {
      FilterShape.tick(
        input.name, option.value, option.label, isChecked: chosen.contains(option.value),
        into: &out)
    }
    out.raw("</span>")
  }
}
