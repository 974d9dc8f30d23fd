/// Writes one import in each of its states.
struct ImportWriter {
  let page: ImportPage
  let frame: FrameModel

  var locale: Locale { frame.context.locale }
  private var path: PagePath { .importing(page.entity.entity, page.id) }

  func openForm(into out: inout HTMLWriter) {
    out.raw(#"<form method="post""#)
    out.attribute("action", path)
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
  }

  func button(
    _ name: String, _ phrase: Phrase, isMain: Bool = false, into out: inout HTMLWriter
  ) {
    out.raw(isMain ? #"<button class="button main""# : #"<button class="button""#)
    out.raw(#" name="do""#)
    out.attribute("value", name)
    out.raw(">")
    out.text(locale[phrase])
    out.raw("</button> ")
  }

  func head(_ phrase: Phrase, into out: inout HTMLWriter) {
    Pages.card(page.name + " · " + locale[phrase], into: &out)
  }

  // MARK: What the columns are for

  func write(_ plan: ImportPage.Plan, into out: inout HTMLWriter) {
    out.raw(#"<form class="card" method="post""#)
    out.attribute("action", path)
    out.raw("><header><h2>")
    out.text(page.name + " · " + locale[.importColumns])
    out.raw(#"</h2></header><div class="body fields">"#)
    Document.hidden("csrf", frame.csrf, into: &out)
    let modes: [(String, Phrase)] =
      plan.keys.isEmpty
      ? [("create", .importCreate)]
      : [
        ("upsert", .importUpsert), ("create", .importCreate), ("update", .importUpdate),
      ]
    select(
      "mode", .importMode, modes.map { ($0.0, locale[$0.1]) }, chosen: plan.mode, into: &out)
    if !plan.keys.isEmpty {
      select(
        "key", .importKey, [("", locale[.importKeyNone])] + plan.keys, chosen: plan.key,
        into: &out)
    }
    out.raw(#"</div><div class="table" tabindex="0" role="region""#)
    out.attribute("aria-label", locale[.importColumns])
    out.raw(#"><table class="grid"><thead><tr>"#)
    for phrase in [Phrase.importColumn, .importField, .importSamples] {
      out.raw(#"<th scope="col">"#)
      out.text(locale[phrase])
      out.raw("</th>")
    }
    out.raw("</tr></thead><tbody>")
    for (place, column) in plan.columns.enumerated() { write(column, place, plan, into: &out) }
    out.raw(#"</tbody></table></div><div class="body stack"><p class="mute">"#)
    out.text(locale[.importBlank])
    out.raw("</p><p>")
    button("check", .importCheck, isMain: true, into: &out)
    out.raw("</p></div></form>")
  }

  private func select(
    _ name: String, _ phrase: Phrase, _ choices: [(value: String, label: String)],
    chosen: String, into out: inout HTMLWriter
  ) {
    out.raw(#"<div class="field"><label"#)
    out.attribute("for", "i-" + name)
    out.raw(">")
    out.text(locale[phrase])
    out.raw("</label><select")
    out.attribute("id", "i-" + name)
    out.attribute("name", name)
    out.raw(">")
    for choice in choices { option(choice.value, choice.label, chosen, into: &out) }
    out.raw("</select></div>")
  }

  private func option(
    _ value: String, _ label: String, _ chosen: String, into out: inout HTMLWriter
  ) {
    out.raw("<option")
    out.attribute("value", value)
    out.raw(value == chosen ? " selected>" : ">")
    out.text(label)
    out.raw("</option>")
  }

  private func write(
    _ column: ImportPage.Plan.Column, _ place: Int, _ plan: ImportPage.Plan,
    into out: inout HTMLWriter
  ) {
    out.raw("<tr><th scope=\"row\">")
    out.text(column.header)
    out.raw(#"</th><td><div class="field"><select"#)
    out.attribute("name", "c.\(place)")
    out.attribute("aria-label", column.header)
    out.raw(">")
    option("", locale[.importSkip], column.field, into: &out)
    for field in plan.fields {
      option(field.name, field.label + (field.isRequired ? " *" : ""), column.field, into: &out)
    }
    out.raw("</select></div></td><td>")
    out.text(column.samples.filter { !$0.isEmpty }.joined(separator: " · "))
    out.raw("</td></tr>")
  }
}
