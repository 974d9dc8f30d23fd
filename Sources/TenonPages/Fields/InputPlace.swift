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

  /// Writes the input.
  func writeControl(_ context: PageContext, into out: inout HTMLWriter) {
    if form.isSettled { return writeSettled(context, into: &out) }
    field.control.writeInput(self, context, into: &out)
  }

  /// Writes the value as on the record's page.
  private func writeSettled(_ context: PageContext, into out: inout HTMLWriter) {
    out.raw("<output")
    out.attribute("id", id)
    if !prefix.isEmpty { out.attribute("aria-label", field.label) }
    if field.control.isNumeric { out.raw(#" class="num""#) }
    out.raw(">")
    var cell = Cell(form.value ?? .blank, related: form.related)
    cell.files = form.files
    if !cell.value.isBlank { field.control.writeRead(cell, field, context, into: &out) }
    out.raw("</output>")
  }

  /// Writes `id name aria-required aria-invalid aria-describedby`, and what says that the value
  /// cannot be changed: what is chosen (`isChosen`) has no attribute of HTML for it.
  func writeAttributes(isChosen: Bool = false, into out: inout HTMLWriter) {
    out.attribute("id", id)
    out.attribute("name", name)
    if !prefix.isEmpty { out.attribute("aria-label", field.label) }
    writeState(isChosen: isChosen, into: &out)
    if let taken = form.taken {
      out.attribute("data-taken", taken)
    }
    writeDescription(into: &out)
  }

  /// Writes that the field must be filled in, and that it cannot be changed.
  func writeState(isChosen: Bool, into out: inout HTMLWriter) {
    if form.isRequired { out.raw(#" aria-required="true""#) }
    if form.isFixed { out.raw(isChosen ? #" aria-readonly="true""# : " readonly") }
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

/// The shapes that filters share: what stands in the panel of a chip.
enum FilterShape {
  /// A search box: rows whose text contains what is typed.
  static func contains(_ filter: ListFilter, into out: inout HTMLWriter) {
    out.raw(#"<input type="search" enterkeyhint="search" autocomplete="off""#)
    out.attribute("name", filter.name)
    out.attribute("value", filter.values.first ?? "")
    out.attribute("aria-label", filter.field.label)
    out.raw(">")
  }

  /// Boxes to tick: any of these.
  static func choose(
    _ filter: ListFilter, _ options: [(value: String, label: String)],
    into out: inout HTMLWriter
  ) {
    out.raw("<fieldset><legend>")
    out.text(filter.field.label)
    out.raw("</legend>")
    for option in options {
      tick(
        filter.name, option.value, option.label,
        isChecked: filter.values.contains(option.value), into: &out)
    }
    out.raw("</fieldset>")
  }

  /// One box with its words.
  static func tick(
    _ name: String, _ value: String, _ label: String, isChecked: Bool,
    into out: inout HTMLWriter
  ) {
    out.raw(#"<label class="opt"><input type="checkbox""#)
    out.attribute("name", name)
    out.attribute("value", value)
    if isChecked { out.raw(" checked") }
    out.raw("><span>")
    out.text(label)
    out.raw("</span></label>")
  }

  /// Two bounds.
  static func range(
    _ filter: ListFilter, _ attributes: StaticString, _ context: PageContext,
    into out: inout HTMLWriter
  ) {
    let locale = context.locale
    bound(locale[.from], filter.name + ".from", filter.from, attributes, into: &out)
    bound(locale[.to], filter.name + ".to", filter.to, attributes, into: &out)
  }

  /// Ranges of days that move with the calendar as links, and two bounds.
  static func days(
    _ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter
  ) {
    out.raw(#"<div class="presets">"#)
    for (preset, path) in filter.presets {
      out.raw(#"<a class="button small""#)
      out.attribute("href", path)
      if filter.from == preset.rawValue && filter.to == preset.rawValue {
        out.raw(#" aria-current="true""#)
      }
      out.raw(">")
      out.text(context.locale[preset.phrase])
      out.raw("</a>")
    }
    out.raw("</div>")
    // A preset is no day that the inputs could show; typing a day replaces it.
    var typed = filter
    if DatePreset(rawValue: typed.from) != nil { typed.from = "" }
    if DatePreset(rawValue: typed.to) != nil { typed.to = "" }
    range(typed, #" type="date""#, context, into: &out)
  }

  private static func bound(
    _ label: String, _ name: String, _ value: String, _ attributes: StaticString,
    into out: inout HTMLWriter
  ) {
    out.raw("<label><span>")
    out.text(label)
    out.raw("</span><input")
    out.raw(attributes)
    out.attribute("name", name)
    out.attribute("value", value)
    out.raw("></label>")
  }

  /// Whether there is a value at all; nothing where there always is.
  static func blank(_ filter: ListFilter, _ locale: Locale, into out: inout HTMLWriter) {
    guard !filter.field.isRequired, filter.field.storage != .boolean else { return }
    out.raw("<label><span>")
    out.text(locale[.anyValue])
    out.raw("</span><select")
    out.attribute("name", filter.name + ".blank")
    out.raw(">")
    let choices: [(String, Phrase)] = [("", .any), ("true", .blank), ("false", .notBlank)]
    for (value, phrase) in choices {
      out.raw("<option")
      out.attribute("value", value)
      if value == filter.blank { out.raw(" selected") }
      out.raw(">")
      out.text(locale[phrase])
      out.raw("</option>")
    }
    out.raw("</select></label>")
  }
}
