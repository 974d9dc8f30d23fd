extension Pages {
  /// Writes the page of a record's shares.
  public static func render(_ page: SharePage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    Frame.open(title: locale[.share], frame, body: #"<body class="people">"#, into: &out)
    out.raw(#"<div class="head"><a class="crumb""#)
    out.attribute("href", PagePath.record(page.entity.entity, page.id))
    out.attribute("aria-label", page.title)
    out.raw(">")
    Frame.tile(page.entity, into: &out)
    out.raw("<span>")
    out.text(page.title)
    out.raw("</span></a><h1>")
    out.text(locale[.share])
    out.raw(#"</h1></div><div class="page stack narrow"><section class="card"><div class="body">"#)
    ShareWriter(panel: page.panel, frame: frame).write(into: &out)
    out.raw("</div></section></div>")
    Frame.close(into: &out)
  }
}

/// Writes the shares of a record with the form that adds one.
struct ShareWriter {
  let panel: SharePanel
  let frame: FrameModel

  private var locale: Locale { frame.context.locale }

  /// The dialog: without script too it opens and closes.
  func writeDialog(into out: inout HTMLWriter) {
    out.raw(#"<details class="pop ask share"><summary class="button quiet""#)
    out.attribute("aria-label", locale[.share])
    out.attribute("title", locale[.share])
    out.raw(">")
    Icon(named: "users").write(into: &out)
    if !panel.lines.isEmpty {
      out.raw("<span>")
      out.number(Int64(panel.lines.count))
      out.raw("</span>")
    }
    out.raw(#"</summary><div class="panel">"#)
    write(into: &out)
    out.raw("</div></details>")
  }

  func write(into out: inout HTMLWriter) {
    if !panel.lines.isEmpty {
      out.raw(#"<ul class="rows">"#)
      for line in panel.lines { write(line, into: &out) }
      out.raw("</ul>")
    }
    out.raw(#"<form method="post" novalidate"#)
    out.attribute("action", panel.path)
    out.raw(#"><p class="mute">"#)
    out.text(locale[.shareText])
    out.raw("</p>")
    Document.hidden("csrf", frame.csrf, into: &out)
    ShortFields(context: frame.context, prefix: "share").write(panel.fields, into: &out)
    out.raw(#"<label class="opt"><input type="checkbox" name="edit" value="true""#)
    out.raw(panel.isForEditing ? " checked><span>" : "><span>")
    out.text(locale[.shareEdit])
    out.raw(#"</span></label><button class="button main">"#)
    out.text(locale[.share])
    out.raw("</button></form>")
  }

  private func write(_ line: SharePanel.Line, into out: inout HTMLWriter) {
    out.raw(#"<li><div class="item"><span class="name">"#)
    out.text(line.name)
    out.raw(#"</span><span class="more">"#)
    out.text(locale[line.isForEditing ? .shareEdits : .shareReads])
    out.raw(" · ")
    out.text(line.until.map { locale.text(.shareUntil, $0) } ?? locale[.shareUnending])
    out.raw(#"</span><form method="post""#)
    out.attribute("action", panel.path)
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    Document.hidden("withdraw", String(line.user), into: &out)
    out.raw(#"<button class="button small">"#)
    out.text(locale[.shareWithdraw])
    out.raw("</button></form></div></li>")
  }
}
