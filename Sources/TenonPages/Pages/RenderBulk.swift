import Values

extension Pages {
  /// Writes what a change did, with the way back, at the foot of the page.
  static func write(
    _ outcome: BulkOutcome, _ page: ListPage, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    write(
      outcome, entity: page.entity, back: page.path(page.query), frame.context.locale,
      csrf: frame.csrf, into: &out)
  }

  static func write(
    _ outcome: BulkOutcome, entity: ModuleLink, back: PagePath, _ locale: Locale, csrf: String,
    into out: inout HTMLWriter
  ) {
    out.raw(#"<div class="done" role="status"><p>"#)
    let phrase: Phrase
    switch outcome.kind {
    case .changed: phrase = .bulkChanged
    case .deleted: phrase = .bulkDeleted
    case .restored: phrase = .bulkRestored
    case .restoredWithoutSecrets: phrase = .bulkRestoredWithoutSecrets
    }
    out.text(locale.text(phrase, String(outcome.count), entity.label))
    out.raw("</p>")
    if let undo = outcome.undo {
      out.raw(#"<form method="post""#)
      out.attribute("action", PagePath.undo(entity.entity))
      out.raw(">")
      Document.hidden("csrf", csrf, into: &out)
      Document.hidden("id", String(undo), into: &out)
      Document.hidden("back", back.text, into: &out)
      out.raw(#"<button class="button small">"#)
      Icon.undo.write(into: &out)
      out.text(locale[.undoChange])
      out.raw("</button></form>")
    }
    if !outcome.refused.isEmpty {
      out.raw("<details open><summary>")
      out.text(locale.text(.bulkRefused, String(outcome.refused.count)))
      out.raw("</summary><ul>")
      for (title, reason) in outcome.refused {
        out.raw("<li><b>")
        out.text(title.isEmpty ? locale[.untitled] : title)
        out.raw("</b> ")
        out.text(reason)
        out.raw("</li>")
      }
      out.raw("</ul></details>")
    }
    out.raw(#"<a class="clear""#)
    out.attribute("href", back)
    out.attribute("aria-label", locale[.closePanel])
    out.raw(">")
    Icon.cross.write(into: &out)
    out.raw("</a></div>")
  }

  /// Writes the step before many records are changed or deleted.
  public static func render(_ page: BulkPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    let count = String(page.records.count)
    let title = locale.text(
      page.field == nil ? .bulkDeleteTitle : .bulkEditTitle, count, page.entity.plural)
    Frame.open(title: title, frame, body: #"<body class="asking">"#, into: &out)
    out.raw(#"<div class="head"><h1>"#)
    out.text(title)
    out.raw(#"</h1></div><form class="page stack step" method="post""#)
    out.attribute("action", PagePath.bulk(page.entity.entity))
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    Document.hidden("back", page.back.text, into: &out)
    Document.hidden("confirmed", "true", into: &out)
    for record in page.records { Document.hidden("id", record, into: &out) }
    if let field = page.field {
      Document.hidden("field", field.field.name, into: &out)
      out.raw(#"<div class="field"><label for="bulk-value">"#)
      out.text(field.field.label)
      out.raw("</label>")
      let place = InputPlace(form: field, id: "bulk-value")
      place.writeControl(frame.context, into: &out)
      FormHelp.write(place, frame.context, into: &out)
      out.raw(#"</div><div class="row"><button class="button main" name="do" value="edit">"#)
      out.text(locale[.save])
    } else {
      out.raw("<p>")
      out.text(locale[.bulkDeleteText])
      out.raw(#"</p><div class="row"><button class="button danger" name="do" value="delete">"#)
      out.text(locale[.delete])
    }
    out.raw(#"</button><a class="button quiet""#)
    out.attribute("href", page.back)
    out.raw(">")
    out.text(locale[.cancel])
    out.raw("</a></div></form>")
    Frame.close(into: &out)
  }

  /// Writes the editor of one cell alone: what the script puts into the cell.
  public static func render(
    _ editor: CellEditor, _ context: PageContext, csrf: String, into out: inout HTMLWriter
  ) {
    out.raw(#"<form class="cell" method="post""#)
    out.attribute("action", PagePath.cell(editor.entity, editor.id))
    out.raw(">")
    Document.hidden("csrf", csrf, into: &out)
    Document.hidden("version", String(editor.version), into: &out)
    Document.hidden("field", editor.field.field.name, into: &out)
    let place = InputPlace(form: editor.field, id: "cell-value")
    out.raw(editor.field.isFixed ? #"<div class="field fixed">"# : #"<div class="field">"#)
    out.raw(#"<label class="vh" for="cell-value">"#)
    out.text(editor.field.field.label)
    out.raw("</label>")
    place.writeControl(context, into: &out)
    FormHelp.write(place, context, into: &out)
    if let problem = editor.problem {
      out.raw(#"<p class="error" role="alert">"#)
      out.text(problem)
      out.raw("</p>")
    }
    out.raw("</div>")
    if !editor.field.isFixed {
      out.raw(#"<button class="button small main">"#)
      out.text(context.locale[.save])
      out.raw("</button>")
    }
    out.raw("</form>")
  }

  /// Writes a row alone, as it is after a change, and the way back.
  public static func render(
    _ row: ListRow, _ columns: [PageField], _ entity: ModuleLink, hasTicks: Bool,
    outcome: BulkOutcome?, back: PagePath, _ context: PageContext, csrf: String,
    into out: inout HTMLWriter
  ) {
    out.raw("<table>")
    writeRows([row], columns, entity, context, hasTicks: hasTicks, into: &out)
    out.raw("</table>")
    if let outcome {
      write(outcome, entity: entity, back: back, context.locale, csrf: csrf, into: &out)
    }
  }
}

/// What stands below an input: its error and its help, with the ids that the input names.
enum FormHelp {
  static func write(
    _ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter
  ) {
    if let problem = input.form.problem {
      out.raw(#"<p class="error""#)
      out.attribute("id", input.id + "-error")
      out.raw(">")
      Icon.warning.write(into: &out)
      out.text(problem.text(input.field, context))
      out.raw("</p>")
    }
    if let help = input.field.help {
      out.raw(#"<p class="help""#)
      out.attribute("id", input.id + "-help")
      out.raw(">")
      out.text(help)
      out.raw("</p>")
    }
  }
}
