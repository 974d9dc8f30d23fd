/// Buttons of which one is chosen, and what stands around other groups of inputs.
enum RadioGroup {
  /// Writes the start of the group, whose tag (`<span class="…"`) is still open.
  static func open(
    _ tag: StaticString, role: String = "radiogroup", _ input: InputPlace,
    into out: inout HTMLWriter
  ) {
    out.raw(tag)
    out.attribute("role", role)
    out.attribute("id", input.id)
    if input.prefix.isEmpty {
      out.attribute("aria-labelledby", input.id + "-label")
    } else {
      out.attribute("aria-label", input.field.label)
    }
    if role == "radiogroup" { input.writeState(isChosen: true, into: &out) }
    input.writeDescription(into: &out)
    out.raw(">")
  }

  /// Writes a button with its words; `spoken` are those for screen readers.
  static func write(
    _ value: String, _ label: String, _ spoken: String?, _ input: InputPlace,
    colour: StaticString = "", into out: inout HTMLWriter
  ) {
    out.raw(#"<label class="tick "#)
    out.raw(colour)
    out.raw(#"">"#)
    button(value, label: spoken, input, into: &out)
    out.raw("<span>")
    out.text(label)
    out.raw("</span></label>")
  }

  /// Writes the button alone.
  static func button(
    _ value: String, label: String?, _ input: InputPlace, into out: inout HTMLWriter
  ) {
    out.raw(#"<input type="radio""#)
    out.attribute("name", input.name)
    out.attribute("value", value)
    if let label { out.attribute("aria-label", label) }
    if value == input.form.text { out.raw(" checked") }
    out.raw(">")
  }
}
