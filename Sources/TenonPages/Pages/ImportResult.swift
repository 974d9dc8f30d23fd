/// How far an import is, and what it did.
extension ImportWriter {
  // MARK: How far it is

  func write(
    _ work: ImportPage.Work, _ counts: ImportPage.Counts, into out: inout HTMLWriter
  ) {
    let phrase: Phrase
    switch work {
    case .checking: phrase = .importChecking
    case .applying: phrase = .importApplying
    case .undoing: phrase = .importUndoing
    }
    head(phrase, into: &out)
    out.raw(#"<div class="body stack"><p><progress"#)
    out.attribute("max", String(max(1, counts.total)))
    out.attribute("value", String(counts.done))
    out.attribute("aria-label", locale[phrase])
    out.raw(#"></progress> <span class="num">"#)
    out.text(locale.text(.importProgress, String(counts.done), String(counts.total)))
    out.raw("</span></p>")
    if page.problem == nil {
      out.raw(#"<p class="mute">"#)
      out.text(locale[.importMayLeave])
      out.raw("</p>")
    } else {
      openForm(into: &out)
      button("go_on", .importGoOn, isMain: true, into: &out)
      if work != .undoing { button("again", .importAgain, into: &out) }
      out.raw("</form>")
    }
    out.raw("</div></section>")
  }

  // MARK: What it did

  func write(_ end: ImportPage.End, _ counts: ImportPage.Counts, into out: inout HTMLWriter) {
    var lines: [(Phrase, Int)]
    let title: Phrase
    switch end {
    case .checked:
      title = .importChecked
      lines = [
        (.importTotal, counts.total), (.importToCreate, counts.created),
        (.importToUpdate, counts.updated), (.importSame, counts.same),
        (.importWrong, counts.wrong),
      ]
    case .applied:
      title = .importDone
      lines = [
        (.importTotal, counts.total), (.importCreated, counts.created),
        (.importUpdated, counts.updated), (.importSame, counts.same),
        (.importWrong, counts.wrong),
      ]
    case .undone:
      title = .importUndone
      lines = [(.importTakenBack, counts.done)]
    }
    head(title, into: &out)
    out.raw(#"<ul class="rows">"#)
    for (phrase, count) in lines {
      out.raw(#"<li><div class="item"><span class="name">"#)
      out.text(locale[phrase])
      out.raw(#"</span><b class="num">"#)
      out.text(String(count))
      out.raw("</b></div></li>")
    }
    out.raw(#"</ul><div class="body stack">"#)
    if page.canUndo {
      out.raw(#"<p class="mute">"#)
      out.text(locale[.importUndoText])
      out.raw("</p>")
    }
    openForm(into: &out)
    if end == .checked {
      if counts.created + counts.updated > 0 {
        button("apply", .importApply, isMain: true, into: &out)
      }
      button("again", .importAgain, into: &out)
    }
    if page.canUndo { button("undo", .importUndo, into: &out) }
    if end != .checked { writeLinks(into: &out) }
    out.raw("</form></div></section>")
    if !page.wrong.isEmpty { writeWrong(counts.wrong, into: &out) }
    if !page.kept.isEmpty { writeKept(into: &out) }
  }

  private func writeLinks(into out: inout HTMLWriter) {
    for (phrase, path) in [
      (Phrase.importToList, PagePath.list(page.entity.entity)),
      (.importAnother, .importing(page.entity.entity)),
    ] {
      out.raw(#"<a class="button""#)
      out.attribute("href", path)
      out.raw(">")
      out.text(locale[phrase])
      out.raw("</a> ")
    }
  }

  private func writeWrong(_ count: Int, into out: inout HTMLWriter) {
    Pages.card(locale[.importWrongRows], into: &out)
    out.raw(#"<div class="body stack"><p class="mute">"#)
    out.text(locale[.importWrongText])
    if page.wrong.count < count {
      out.raw(" ")
      out.text(locale.text(.importFirst, String(page.wrong.count)))
    }
    out.raw(#"</p><p><a class="button" download"#)
    out.attribute("href", .importedWrong(page.entity.entity, page.id))
    out.raw(">")
    Icon.download.write(into: &out)
    out.text(locale[.importWrongFile])
    out.raw(#"</a></p></div><div class="table" tabindex="0" role="region""#)
    out.attribute("aria-label", locale[.importWrongRows])
    out.raw(#"><table class="grid"><thead><tr>"#)
    for phrase in [Phrase.importRow, .importColumn, .importReason] {
      out.raw(#"<th scope="col">"#)
      out.text(locale[phrase])
      out.raw("</th>")
    }
    out.raw("</tr></thead><tbody>")
    for row in page.wrong {
      for reason in row.reasons {
        out.raw(#"<tr><td class="num">"#)
        out.text(String(row.row))
        out.raw("</td><td>")
        out.text(reason.header)
        out.raw("</td><td>")
        out.text(reason.sentence)
        out.raw("</td></tr>")
      }
    }
    out.raw("</tbody></table></div></section>")
  }

  private func writeKept(into out: inout HTMLWriter) {
    Pages.card(locale[.importKept], into: &out)
    out.raw(#"<div class="body"><p class="mute">"#)
    out.text(locale[.importKeptText])
    out.raw(#"</p></div><ul class="rows">"#)
    for (record, why) in page.kept {
      out.raw("<li><a")
      out.attribute("href", PagePath.record(record.entity.entity, record.id))
      out.raw(#"><span class="name">"#)
      out.text(record.title)
      out.raw(#"</span><span class="more">"#)
      out.text(why)
      out.raw("</span></a></li>")
    }
    out.raw("</ul></section>")
  }
}
