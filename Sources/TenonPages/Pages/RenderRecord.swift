import Values

extension Pages {
  /// Writes a record to read.
  public static func render(_ page: RecordPage, frame: FrameModel, into out: inout HTMLWriter) {
    let context = frame.context
    let locale = context.locale
    let title = page.title.isEmpty ? locale[.untitled] : page.title
    Frame.open(title: title, frame, body: #"<body class="recording">"#, into: &out)
    out.raw(#"<div class="head">"#)
    writeCrumb(page.entity, frame, into: &out)
    out.raw("<h1>")
    out.text(title)
    out.raw("</h1>")
    for link in page.further { Frame.button(link, into: &out) }
    if page.canDelete { writeDelete(page, title, frame, into: &out) }
    if page.canEdit {
      out.raw(#"<a class="button main" data-key="e""#)
      out.attribute("href", PagePath.edit(page.entity.entity, page.id))
      out.raw(">")
      Icon.pencil.write(into: &out)
      out.text(locale[.edit])
      out.raw("</a>")
    }
    out.raw(#"</div><div class="record"><section aria-labelledby="details"><h2 id="details">"#)
    out.text(locale[.details])
    out.raw(#"</h2><dl class="facts">"#)
    for entry in page.fields { writeFact(entry, context, into: &out) }
    out.raw("</dl></section>")
    writeHistory(page.history, context, into: &out)
    out.raw("</div>")
    Frame.close(into: &out)
  }

  /// Writes the way back to the list of an entity.
  static func writeCrumb(_ entity: ModuleLink, _ frame: FrameModel, into out: inout HTMLWriter) {
    out.raw(#"<a class="crumb""#)
    out.attribute("href", PagePath.list(entity.entity))
    out.attribute("aria-label", entity.label)
    out.raw(">")
    Frame.tile(entity, into: &out)
    out.raw("<span>")
    out.text(entity.label)
    out.raw("</span></a>")
  }

  private static func writeFact(
    _ entry: RecordField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    let control = entry.field.control
    out.raw(control.isWide ? #"<div class="wide"><dt>"# : "<div><dt>")
    out.text(entry.field.label)
    out.raw("</dt><dd>")
    if entry.cell.value.isBlank {
      out.raw(#"<span class="mute" aria-hidden="true">—</span><span class="vh">"#)
      out.text(context.locale[.blank])
      out.raw("</span>")
    } else {
      control.writeRead(entry.cell, entry.field, context, into: &out)
    }
    out.raw("</dd></div>")
  }

  /// Deleting asks first, without script too: the button stands in a panel that opens.
  private static func writeDelete(
    _ page: RecordPage, _ title: String, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    let locale = frame.context.locale
    out.raw(#"<details class="pop ask"><summary class="button""#)
    out.attribute("aria-label", locale[.delete])
    out.attribute("title", locale[.delete])
    out.raw(">")
    Icon.trash.write(into: &out)
    out.raw(#"</summary><form class="panel" method="post""#)
    out.attribute("action", PagePath.delete(page.entity.entity, page.id))
    out.raw("><p><b>")
    out.text(locale.text(.deleteQuestion, title))
    out.raw("</b></p><p>")
    out.text(locale[.deleteText])
    out.raw("</p>")
    Document.hidden("csrf", frame.csrf, into: &out)
    Document.hidden("version", String(page.version), into: &out)
    out.raw(#"<button class="button danger">"#)
    out.text(locale[.delete])
    out.raw("</button></form></details>")
  }

  private static func writeHistory(
    _ history: RecordHistory, _ context: PageContext, into out: inout HTMLWriter
  ) {
    let locale = context.locale
    out.raw(#"<aside aria-labelledby="history"><h2 id="history">"#)
    out.text(locale[.history])
    out.raw(#"</h2><dl class="facts">"#)
    for (phrase, at, by) in [
      (Phrase.createdAt, history.createdAt, history.createdBy),
      (Phrase.updatedAt, history.updatedAt, history.updatedBy),
    ] {
      out.raw("<div><dt>")
      out.text(locale[phrase])
      out.raw("</dt><dd>")
      out.formatted { Formats.dateTime(at, locale, to: &$0) }
      if let by {
        out.raw(#" <span class="mute">"#)
        out.text(by)
        out.raw("</span>")
      }
      out.raw("</dd></div>")
    }
    out.raw("</dl></aside>")
  }
}
