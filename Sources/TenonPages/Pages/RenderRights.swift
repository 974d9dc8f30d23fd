extension Pages {
  /// Writes what someone may do.
  public static func render(_ page: RightsPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    openPersonal(locale[.rights], page.name, page.above, frame, into: &out)
    out.raw(#"<p class="mute">"#)
    out.text(locale[.rightsText])
    out.raw("</p>")
    writeStanding(page, locale, into: &out)
    if let look = page.look { writeLook(look, frame, into: &out) }
    for part in page.parts { write(part, locale, into: &out) }
    if !page.nothing.isEmpty {
      card(locale[.rightsNothing], into: &out)
      out.raw(#"<p class="body">"#)
      out.text(page.nothing.map(\.plural).joined(separator: locale[.listSeparator]))
      out.raw("</p></section>")
    }
    out.raw("</div>")
    Frame.close(into: &out)
  }

  private static func writeStanding(
    _ page: RightsPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<section class="card"><dl class="facts body">"#)
    let roles = page.roles.isEmpty ? [locale[.rightsNoRole]] : page.roles
    let lines: [(Phrase, [String])] = [
      (.rightsRoles, roles), (.rightsDepartments, page.departments), (.rightsHeaded, page.headed),
    ]
    for (label, texts) in lines where !texts.isEmpty {
      out.raw(#"<div class="wide"><dt>"#)
      out.text(locale[label])
      out.raw("</dt><dd>")
      out.text(texts.joined(separator: locale[.listSeparator]))
      out.raw("</dd></div>")
    }
    out.raw("</dl></section>")
  }

  private static func writeLook(
    _ path: PagePath, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    let locale = frame.context.locale
    card(locale[.seeAs], into: &out)
    out.raw(#"<form class="body row" method="post""#)
    out.attribute("action", path)
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    out.raw(#"<p class="mute">"#)
    out.text(locale[.seeAsText])
    out.raw(#"</p><button class="button">"#)
    out.text(locale[.seeAs])
    out.raw("</button></form></section>")
  }

  private static func write(
    _ part: RightsPage.Part, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<section class="card"><header>"#)
    Frame.tile(part.entity, into: &out)
    out.raw("<h2>")
    out.text(part.entity.plural)
    out.raw(#"</h2></header><dl class="facts body">"#)
    for line in part.actions { write(line, locale, into: &out) }
    out.raw("</dl>")
    if !part.fields.isEmpty {
      out.raw(#"<div class="body"><h3>"#)
      out.text(locale[.rightsFields])
      out.raw(#"</h3></div><dl class="facts body">"#)
      for line in part.fields { write(line, locale, into: &out) }
      out.raw("</dl>")
    }
    out.raw("</section>")
  }

  private static func write(
    _ line: RightsPage.Line, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<div class="wide"><dt>"#)
    out.text(line.label)
    out.raw("</dt><dd>")
    for given in line.given {
      out.raw("<p>")
      out.text(given.rule)
      out.raw(#" <small class="mute">"#)
      out.text(locale.text(.rightsFrom, given.from))
      out.raw("</small></p>")
    }
    out.raw("</dd></div>")
  }
}
