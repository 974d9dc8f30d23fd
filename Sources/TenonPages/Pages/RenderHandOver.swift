extension Pages {
  /// Writes what a leaver has, and the form that gives it to someone else.
  public static func render(_ page: HandOverPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    openPersonal(locale[.handOver], page.name, page.above, frame, into: &out)
    out.raw(#"<p class="mute">"#)
    out.text(locale.text(.handOverText, page.name))
    out.raw("</p>")
    if let report = page.report { write(report, locale, into: &out) }
    if page.parts.isEmpty && !page.canDeactivate {
      out.raw(#"<div class="empty"><p>"#)
      out.text(locale.text(.handOverNothing, page.name))
      out.raw("</p></div>")
    } else {
      writeForm(page, frame, into: &out)
    }
    out.raw("</div>")
    Frame.close(into: &out)
  }

  private static func writeForm(
    _ page: HandOverPage, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    let locale = frame.context.locale
    out.raw(#"<form class="card" method="post" novalidate"#)
    out.attribute("action", page.path)
    out.raw("><header><h2>")
    out.text(locale[.handOver])
    out.raw(#"</h2></header><div class="body stack">"#)
    Document.hidden("csrf", frame.csrf, into: &out)
    ShortFields(context: frame.context).write(page.fields, into: &out)
    if page.parts.isEmpty {
      out.raw(#"<p class="mute">"#)
      out.text(locale.text(.handOverNothing, page.name))
      out.raw("</p>")
    } else {
      out.raw(#"<fieldset><legend>"#)
      out.text(locale[.handOverWhat])
      out.raw("</legend>")
      for part in page.parts {
        tick("part", part.name, isChecked: part.isChosen, into: &out)
        out.raw("<span>")
        out.text(part.label)
        out.raw(#"</span> <b class="num">"#)
        out.text(part.count)
        out.raw("</b></label>")
      }
      out.raw("</fieldset>")
    }
    if page.canDeactivate {
      out.raw("<fieldset>")
      tick("deactivate", "true", isChecked: page.deactivates, into: &out)
      out.raw("<span>")
      out.text(locale[.handOverDeactivate])
      out.raw("</span></label></fieldset>")
    }
    out.raw(#"<button class="button main">"#)
    out.text(locale[.handOverStart])
    out.raw("</button></div></form>")
  }

  private static func tick(
    _ name: StaticString, _ value: String, isChecked: Bool, into out: inout HTMLWriter
  ) {
    out.raw(#"<label class="opt"><input type="checkbox" name=""#)
    out.raw(name)
    out.raw("\"")
    out.attribute("value", value)
    out.raw(isChecked ? " checked>" : ">")
  }

  private static func write(
    _ report: HandOverPage.Report, _ locale: Locale, into out: inout HTMLWriter
  ) {
    card(locale[.handOverReport], into: &out)
    out.raw(#"<div class="body stack"><p>"#)
    out.text(
      locale.text(.handOverTo, report.successor, report.when, report.by ?? locale[.theSystem]))
    out.raw("</p>")
    if !report.isEnded {
      out.raw(#"<p class="notice warn">"#)
      out.text(locale[.handOverRunning])
      out.raw("</p>")
    }
    out.raw("</div>")
    if !report.lines.isEmpty {
      out.raw(#"<ul class="rows">"#)
      for line in report.lines {
        out.raw(#"<li><div class="item"><span class="name">"#)
        out.text(line.label)
        out.raw(#"</span><span class="more">"#)
        out.text(locale.text(.handOverMoved, String(line.moved)))
        if line.stayed > 0 {
          out.raw(" · ")
          out.text(locale.text(.handOverStayed, String(line.stayed)))
        }
        out.raw("</span></div></li>")
      }
      out.raw("</ul>")
    }
    if !report.refused.isEmpty { write(report.refused, locale, into: &out) }
    out.raw("</section>")
  }

  private static func write(
    _ refused: [HandOverPage.Report.Refused], _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<div class="body"><h3>"#)
    out.text(locale[.handOverRefused])
    out.raw(#"</h3></div><ul class="rows">"#)
    for one in refused {
      out.raw("<li><a")
      out.attribute("href", PagePath.record(one.record.entity.entity, one.record.id))
      out.raw(">")
      Frame.tile(one.record.entity, into: &out)
      out.raw(#"<span class="name">"#)
      out.text(one.record.title)
      out.raw(#"</span><span class="more">"#)
      out.text(one.why)
      out.raw("</span></a></li>")
    }
    out.raw("</ul>")
  }
}
