import Values

/// An input's place in a form: the field with what was typed, and the ids around it.
struct InputPlace {
  let form: FormField
  /// The id of the input; help and error have `{id}-help` and `{id}-error`.
  let id: String
  /// What stands before the names of a subform's row: `contacts.0.`.
  var prefix = ""
  var field: PageField { form.field }
  /// Names of the field's inputs: of its value and of the box to look for a record.
  var name: String { prefix + field.inputName }
  var searchName: String { prefix + field.searchName }

  /// Writes `id name aria-required aria-invalid aria-describedby`.
  func writeAttributes(into out: inout HTMLWriter) {
    out.attribute("id", id)
    out.attribute("name", name)
    if !prefix.isEmpty { out.attribute("aria-label", field.label) }
    if field.isRequired { out.raw(#" aria-required="true""#) }
    if let taken = form.taken {
      out.attribute("data-taken", taken)
    }
    writeDescription(into: &out)
  }

  /// Writes `aria-invalid` and `aria-describedby` where they apply.
  func writeDescription(into out: inout HTMLWriter) {
    if form.problem != nil { out.raw(#" aria-invalid="true""#) }
    // A row of a subform has no room for help.
    let hasHelp = field.help != nil && prefix.isEmpty
    guard form.problem != nil || hasHelp else { return }
    out.raw(#" aria-describedby=""#)
    if form.problem != nil {
      out.text(id)
      out.raw("-error")
      if hasHelp { out.raw(" ") }
    }
    if hasHelp {
      out.text(id)
      out.raw("-help")
    }
    out.raw("\"")
  }

  /// Writes a one-line text input; `attributes` are further ones, such as the type.
  func writeLine(_ attributes: StaticString, into out: inout HTMLWriter) {
    out.raw("<input")
    out.raw(attributes)
    writeAttributes(into: &out)
    out.attribute("value", form.text)
    out.raw(">")
  }
}

/// The shapes that filters share.
enum FilterShape {
  /// A search box: rows whose text contains what is typed.
  static func contains(_ filter: ListFilter, into out: inout HTMLWriter) {
    out.raw(#"<input type="search" enterkeyhint="search" autocomplete="off""#)
    out.attribute("name", filter.name)
    out.attribute("value", filter.value)
    out.attribute("placeholder", filter.field.label)
    out.attribute("aria-label", filter.field.label)
    out.raw(">")
  }

  /// A box to choose one of some values.
  static func choose(
    _ filter: ListFilter, _ options: [(value: String, label: String)], _ context: PageContext,
    into out: inout HTMLWriter
  ) {
    out.raw("<label><span>")
    out.text(filter.field.label)
    out.raw("</span><select")
    out.attribute("name", filter.name)
    out.raw(#"><option value="">"#)
    out.text(context.locale[.any])
    out.raw("</option>")
    for option in options {
      out.raw("<option")
      out.attribute("value", option.value)
      if option.value == filter.value { out.raw(" selected") }
      out.raw(">")
      out.text(option.label)
      out.raw("</option>")
    }
    out.raw("</select></label>")
  }

  /// Two bounds in a small panel.
  static func range(
    _ filter: ListFilter, _ attributes: StaticString, _ context: PageContext,
    into out: inout HTMLWriter
  ) {
    out.raw(#"<details class="pop"><summary>"#)
    out.text(filter.field.label)
    if filter.isActive {
      out.raw("<b>")
      if filter.to.isEmpty { out.raw("≥ ") }
      out.text(filter.from)
      if filter.from.isEmpty { out.raw("≤ ") } else if !filter.to.isEmpty { out.raw(" – ") }
      out.text(filter.to)
      out.raw("</b>")
    }
    Icon.down.write(into: &out)
    out.raw(#"</summary><div class="panel">"#)
    bound(.from, filter.name + ".from", filter.from, attributes, context, into: &out)
    bound(.to, filter.name + ".to", filter.to, attributes, context, into: &out)
    out.raw(#"<button class="button">"#)
    out.text(context.locale[.apply])
    out.raw("</button></div></details>")
  }

  private static func bound(
    _ phrase: Phrase, _ name: String, _ value: String, _ attributes: StaticString,
    _ context: PageContext, into out: inout HTMLWriter
  ) {
    out.raw("<label><span>")
    out.text(context.locale[phrase])
    out.raw("</span><input")
    out.raw(attributes)
    out.attribute("name", name)
    out.attribute("value", value)
    out.raw("></label>")
  }
}
