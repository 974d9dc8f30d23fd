import Values

/// `control: checkbox` of a boolean: a box to tick.
struct CheckboxControl: LookControl {
  let base: any FieldControl

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    out.raw(#"<input type="checkbox" value="true""#)
    input.writeAttributes(isChosen: true, into: &out)
    if input.form.text == "true" { out.raw(" checked") }
    out.raw(">")
  }
}

/// `control: yes_no` of a boolean: a button for each answer, none of which is chosen where nobody
/// has answered.
struct YesNoControl: LookControl {
  let base: any FieldControl
  var isBox: Bool { false }
  var isGroup: Bool { true }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    RadioGroup.open(#"<span class="ticks plain""#, input, into: &out)
    let locale = context.locale
    if !input.form.isRequired {
      RadioGroup.write("", "–", locale[.blank], input, into: &out)
    }
    RadioGroup.write("true", locale[.yes], nil, input, into: &out)
    RadioGroup.write("false", locale[.no], nil, input, into: &out)
    out.raw("</span>")
  }

  func parse(_ text: String, _ field: PageField) -> FormInput? {
    text.isEmpty ? .wire("") : base.parse(text, field)
  }
}
