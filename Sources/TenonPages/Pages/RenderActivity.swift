import Values

/// Writes what happened to a record and the box to write about it.
struct ActivityWriter {
  let page: RecordPage
  let frame: FrameModel

  private var context: PageContext { frame.context }
  private var locale: Locale { context.locale }

  func write(into out: inout HTMLWriter) {
    out.raw(#"<aside id="activity" aria-labelledby="activity-title"><h2 id="activity-title">"#)
    out.text(locale[.activity])
    out.raw("</h2>")
    if page.activity.canComment { writeBox(into: &out) }
    writeFiles(into: &out)
    if page.activity.isEarlier {
      out.raw(#"<p><a class="link""#)
      out.attribute("href", PagePath.record(page.entity.entity, page.id))
      out.raw(">")
      out.text(locale[.latestActivity])
      out.raw("</a></p>")
    }
    out.raw(#"<ol class="timeline">"#)
    for entry in page.activity.entries { write(entry, into: &out) }
    out.raw("</ol>")
    if let earlier = page.activity.earlier {
      out.raw(#"<p><a class="button small""#)
      out.attribute("href", earlier.text + "#activity")
      out.raw(">")
      out.text(locale[.earlierActivity])
      out.raw("</a></p>")
    }
    out.raw("</aside>")
  }

  private func writeBox(into out: inout HTMLWriter) {
    let refused = page.activity.refused
    out.raw(#"<form class="say" method="post" data-partial"#)
    out.attribute("action", PagePath.comments(page.entity.entity, page.id))
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    Document.hidden("token", page.activity.token, into: &out)
    writeText(refused?.text ?? "", locale[.writeComment], into: &out)
    if let why = refused?.why {
      out.raw(#"<p class="error" role="alert" tabindex="-1" data-focus>"#)
      Icon.warning.write(into: &out)
      out.text(why)
      out.raw("</p>")
    }
    out.raw(#"<button class="button small">"#)
    out.text(locale[.sendComment])
    out.raw("</button></form>")
  }

  /// The files, a download each, and a place for more.
  private func writeFiles(into out: inout HTMLWriter) {
    if page.files.isEmpty && !page.canEdit { return }
    out.raw(#"<section class="papers"><h3>"#)
    out.text(locale[.files])
    out.raw("</h3>")
    if !page.files.isEmpty {
      out.raw(#"<ul class="files">"#)
      for file in page.files { write(file, into: &out) }
      out.raw("</ul>")
    }
    if page.canEdit {
      out.raw(#"<form method="post" enctype="multipart/form-data" data-send"#)
      out.attribute("action", PagePath.recordFiles(page.entity.entity, page.id))
      out.raw(">")
      Document.hidden("csrf", frame.csrf, into: &out)
      out.raw(#"<label class="button small quiet">"#)
      Icon.clip.write(into: &out)
      out.text(locale[.addFiles])
      out.raw(#"<input type="file" name="files" multiple></label>"#)
      out.raw(#"<button class="button small noscript">"#)
      out.text(locale[.save])
      out.raw("</button></form>")
    }
    out.raw("</section>")
  }

  private func write(_ file: PageFile, into out: inout HTMLWriter) {
    out.raw("<li><a download")
    out.attribute("href", PagePath.file(file.id))
    out.raw(">")
    FileLists.writeFace(file, into: &out)
    out.raw("</a>")
    if page.canEdit {
      out.raw(#"<form method="post" data-partial"#)
      out.attribute(
        "action", PagePath.deleteRecordFile(page.entity.entity, page.id, file.id))
      out.raw(">")
      Document.hidden("csrf", frame.csrf, into: &out)
      out.raw(#"<button class="cut""#)
      out.attribute("aria-label", locale[.removeFile] + " " + file.name)
      out.raw(">")
      Icon.cross.write(into: &out)
      out.raw("</button></form>")
    }
    out.raw("</li>")
  }

  private func writeText(_ text: String, _ label: String, into out: inout HTMLWriter) {
    out.raw(#"<textarea class="input" name="text" rows="2" data-mention"#)
    out.attribute("data-pick", PagePath.pick("user"))
    out.attribute("aria-label", label)
    out.attribute("placeholder", label)
    // A parser drops one line feed after the tag; this one, so that none of the text is lost.
    out.raw(">\n")
    out.text(text)
    out.raw("</textarea>")
  }

  // MARK: Entries

  private func write(_ entry: ActivityEntry, into out: inout HTMLWriter) {
    let who = entry.who ?? locale[.system]
    out.raw("<li>")
    Frame.avatar(who, into: &out)
    out.raw("<p><b>")
    out.text(who)
    out.raw("</b> ")
    switch entry.kind {
    case .created: out.text(locale[.didCreate])
    case .changed: out.text(locale[.didChange])
    case .event(let name, _): out.text(AuditWords.kind(name).map { locale[$0] } ?? name)
    case .comment: out.text(locale[.didComment])
    }
    out.raw(" <time>")
    out.formatted { Formats.dateTime(entry.at, locale, to: &$0) }
    out.raw("</time></p>")
    switch entry.kind {
    case .created: break
    case .changed(let changes), .event(_, let changes):
      out.raw(#"<ul class="changes">"#)
      for change in changes { ChangeWriter(context: context).write(change, into: &out) }
      out.raw("</ul>")
    case .comment(let comment): write(comment, into: &out)
    }
    out.raw("</li>")
  }

  private func write(_ comment: Comment, into out: inout HTMLWriter) {
    out.raw(#"<div class="said prose""#)
    out.attribute("id", "c\(comment.id)")
    out.raw(">")
    for piece in comment.pieces {
      if piece.isMention { out.raw(#"<b class="at">"#) }
      out.text(piece.text)
      if piece.isMention { out.raw("</b>") }
    }
    out.raw("</div>")
    if comment.isEdited {
      out.raw(#"<small class="mute">"#)
      out.text(locale[.commentEdited])
      out.raw("</small>")
    }
    if comment.isOwn { writeOwn(comment, into: &out) }
  }

  /// Changing and deleting one's own comment.
  private func writeOwn(_ comment: Comment, into out: inout HTMLWriter) {
    out.raw(#"<details class="own"><summary>"#)
    out.text(locale[.edit])
    out.raw(#"</summary><form class="say" method="post" data-partial"#)
    out.attribute(
      "action", PagePath.comment(page.entity.entity, page.id, comment.id))
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    writeText(comment.text, locale[.changeComment], into: &out)
    out.raw(#"<div class="row"><button class="button small">"#)
    out.text(locale[.save])
    out.raw(#"</button><button class="button small quiet""#)
    out.attribute(
      "formaction", PagePath.deleteComment(page.entity.entity, page.id, comment.id))
    out.raw(">")
    out.text(locale[.delete])
    out.raw("</button></div></form></details>")
  }
}
