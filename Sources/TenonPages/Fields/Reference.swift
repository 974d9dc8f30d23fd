import Values

/// `reference`: a link to another record by its title.
///
/// The form field is a `<select>` of the records offered. Without script a search box and the
/// button `find` bring other records into it; the script turns both into one box with suggestions
/// from ``PagePath/pick(_:)``.
struct ReferenceControl: FieldControl {
  var clarity: Clarity { .always }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .integer(let id) = cell.value else { return }
    guard let title = cell.related else {
      out.raw(#"<span class="mute">"#)
      out.text(context.locale[.hiddenRecord])
      out.raw("</span>")
      return
    }
    let link = linked ? nil : field.targetPath
    if let link {
      out.raw(#"<a class="ref""#)
      out.href(link, id: id)
      out.raw(">")
    }
    out.text(title.isEmpty ? context.locale[.untitled] : title)
    if link != nil { out.raw("</a>") }
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    let form = input.form
    out.raw(
      input.field.control is PersonControl ? #"<span class="pick people""# : #"<span class="pick""#)
    if let pick = form.pick {
      out.attribute("data-pick", pick.path)
      out.attribute("data-reads", pick.reads.joined(separator: " "))
    } else if let target = input.field.target {
      out.attribute("data-pick", PagePath.pick(target))
    }
    out.attribute("data-none", context.locale[.noHit])
    out.attribute("data-busy", context.locale[.loading])
    out.raw("><select")
    input.writeAttributes(isChosen: true, into: &out)
    out.raw(#"><option value="">"#)
    out.text(context.locale[.choose])
    out.raw("</option>")
    writeOptions(form, context, into: &out)
    out.raw("</select>")
    if form.hasMoreChoices || !form.search.isEmpty { writeSearch(input, context, into: &out) }
    out.raw("</span>")
  }

  private func writeOptions(
    _ form: FormField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    if !form.text.isEmpty, !form.choices.contains(where: { String($0.id) == form.text }) {
      out.raw("<option selected")
      out.attribute("value", form.text)
      out.raw(">")
      out.text(form.related ?? context.locale[.hiddenRecord])
      out.raw("</option>")
    }
    for choice in form.choices {
      out.raw("<option")
      out.attribute("value", choice.id)
      if String(choice.id) == form.text { out.raw(" selected") }
      out.raw(">")
      out.text(choice.title.isEmpty ? context.locale[.untitled] : choice.title)
      out.raw("</option>")
    }
  }

  private func writeSearch(
    _ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter
  ) {
    out.raw(#"<span class="seek"><input type="search" autocomplete="off""#)
    out.attribute("name", input.searchName)
    out.attribute("value", input.form.search)
    let label = context.locale.text(.findRecord, input.field.label)
    out.attribute("aria-label", label)
    out.attribute("placeholder", label)
    out.raw(#"><button class="button" name="find""#)
    out.attribute("value", input.prefix + input.field.name)
    out.raw(">")
    out.text(context.locale[.find])
    out.raw("</button></span>")
    if !input.form.search.isEmpty && input.form.choices.isEmpty {
      out.raw(#"<span class="mute" role="status">"#)
      out.text(context.locale[.findNone])
      out.raw("</span>")
    }
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    var options = filter.choices.map { choice in
      (
        value: String(choice.id),
        label: choice.title.isEmpty ? context.locale[.untitled] : choice.title
      )
    }
    if filter.isPerson { options.insert((value: "me", label: context.locale[.me]), at: 0) }
    FilterShape.choose(filter, options, into: &out)
    guard filter.hasMoreChoices || !filter.search.isEmpty else { return }
    out.raw(#"<input type="search" enterkeyhint="search" autocomplete="off""#)
    out.attribute("name", "find." + filter.field.name)
    out.attribute("value", filter.search)
    let label = context.locale.text(.findRecord, filter.field.label)
    out.attribute("aria-label", label)
    out.attribute("placeholder", label)
    out.raw(">")
  }
}
