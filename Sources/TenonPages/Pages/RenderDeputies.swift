extension Pages {
  /// Writes who acts for a person, and for whom the person acts.
  public static func render(_ page: DeputiesPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    openPersonal(locale[.deputies], page.name, page.above, frame, into: &out)
    out.raw(#"<p class="mute">"#)
    out.text(
      page.isOwn ? locale[.deputiesText] : locale.text(.deputiesOfText, page.name))
    out.raw("</p>")
    let lines = DeputyLines(frame: frame)
    card(locale[.deputies], into: &out)
    lines.writeDeputies(page.deputies, page.path, into: &out)
    out.raw("</section>")
    if !page.actsFor.isEmpty {
      card(locale[page.isOwn ? .actsFor : .actsForOf], into: &out)
      lines.writeActsFor(page.actsFor, mayAct: page.isOwn, into: &out)
      out.raw("</section>")
    }
    out.raw(#"<form class="card" method="post" novalidate"#)
    out.attribute("action", page.path)
    out.raw("><header><h2>")
    out.text(locale[.deputyAdd])
    out.raw(#"</h2></header><div class="body">"#)
    Document.hidden("csrf", frame.csrf, into: &out)
    ShortFields(context: frame.context).write(page.fields, into: &out)
    out.raw(#"<button class="button main">"#)
    out.text(locale[.deputyAdd])
    out.raw("</button></div></form></div>")
    Frame.close(into: &out)
  }

  /// Begins a page about one person, up to the open stack of its cards.
  static func openPersonal(
    _ title: String, _ name: String, _ above: PagePath, _ frame: FrameModel,
    into out: inout HTMLWriter
  ) {
    Frame.open(title: title, frame, body: #"<body class="people">"#, into: &out)
    out.raw(#"<div class="head"><a class="crumb""#)
    out.attribute("href", above)
    out.attribute("aria-label", name)
    out.raw(">")
    Frame.avatar(name, into: &out)
    out.raw("<span>")
    out.text(name)
    out.raw("</span></a><h1>")
    out.text(title)
    out.raw(#"</h1></div><div class="page stack narrow">"#)
  }

  /// Begins a card with its heading.
  static func card(_ title: String, into out: inout HTMLWriter) {
    out.raw(#"<section class="card"><header><h2>"#)
    out.text(title)
    out.raw("</h2></header>")
  }
}

/// Deputyships as lines with their buttons.
struct DeputyLines {
  let frame: FrameModel

  private var locale: Locale { frame.context.locale }

  func writeDeputies(
    _ lines: [DeputiesPage.Line], _ path: PagePath, into out: inout HTMLWriter
  ) {
    if lines.isEmpty {
      out.raw(#"<p class="body mute">"#)
      out.text(locale[.deputiesNone])
      out.raw("</p>")
      return
    }
    write(lines, into: &out) { line, out in
      button(
        path, "withdraw", line.id, locale[.deputyWithdraw], #"<button class="button small danger""#,
        into: &out)
    }
  }

  /// `mayAct`: whether the reader is the one who acts.
  func writeActsFor(
    _ lines: [DeputiesPage.Line], mayAct: Bool, into out: inout HTMLWriter
  ) {
    if lines.isEmpty { return }
    write(lines, into: &out) { line, out in
      if !mayAct || !line.isNow { return }
      button(
        .acting, "person", line.id, locale[.actAs], #"<button class="button small""#, into: &out)
    }
  }

  private func write(
    _ lines: [DeputiesPage.Line], into out: inout HTMLWriter,
    _ end: (DeputiesPage.Line, inout HTMLWriter) -> Void
  ) {
    out.raw(#"<ul class="rows">"#)
    for line in lines {
      out.raw(#"<li><div class="item"><span class="name">"#)
      out.text(line.name)
      out.raw(#"</span><span class="more">"#)
      out.text(locale[line.isNow ? .deputyNow : .deputyLater])
      out.raw(" · ")
      out.text(line.time)
      out.raw("</span>")
      end(line, &out)
      out.raw("</div></li>")
    }
    out.raw("</ul>")
  }

  private func button(
    _ path: PagePath, _ name: StaticString, _ id: Int64, _ label: String, _ opening: StaticString,
    into out: inout HTMLWriter
  ) {
    out.raw(#"<form method="post""#)
    out.attribute("action", path)
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    Document.hidden(name, String(id), into: &out)
    out.raw(opening)
    out.raw(">")
    out.text(label)
    out.raw("</button></form>")
  }
}

extension Frame {
  /// Writes for whom someone acts, with the way back.
  static func write(_ line: StandInLine, csrf: String, _ locale: Locale, into out: inout HTMLWriter)
  {
    out.raw(#"<div class="notice warn row" role="status"><p>"#)
    out.text(locale.text(line.isLook ? .lookingNow : .actingForNow, line.name))
    out.raw(#"</p><form method="post""#)
    out.attribute("action", PagePath.actingEnd)
    out.raw(">")
    Document.hidden("csrf", csrf, into: &out)
    out.raw(#"<button class="button small">"#)
    out.text(locale.text(.actingEnd, line.actor))
    out.raw("</button></form></div>")
  }
}
