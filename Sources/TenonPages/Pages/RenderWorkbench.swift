import Values

extension Pages {
  /// Writes the workbench.
  public static func render(_ page: WorkbenchPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    Frame.open(
      title: locale[.workbench], frame, body: #"<body class="workbench">"#, into: &out)
    out.raw(#"<div class="page"><header class="hello"><div><h1>"#)
    out.text(page.greeting)
    out.raw(#"</h1><p class="mute">"#)
    out.text(page.today)
    out.raw("</p></div>")
    writeQuick(frame, into: &out)
    out.raw(#"</header><div class="columns"><div class="stack">"#)
    for (index, card) in page.cards.enumerated() {
      write(card, index, frame.context, into: &out)
    }
    if page.cards.isEmpty { write(recent: page.recent, locale, into: &out) }
    out.raw(#"</div><div class="stack">"#)
    write(notices: page.notices, locale, into: &out)
    if !page.cards.isEmpty { write(recent: page.recent, locale, into: &out) }
    out.raw("</div></div></div>")
    Frame.close(into: &out)
  }

  private static let quickLimit = 6

  private static func writeQuick(_ frame: FrameModel, into out: inout HTMLWriter) {
    let offered = frame.creatable.filter { module in
      !frame.administration.contains { $0.path == .list(module.entity) }
    }
    if offered.isEmpty { return }
    out.raw(#"<nav class="quick""#)
    out.attribute("aria-label", frame.context.locale[.create])
    out.raw(">")
    for module in offered.prefix(quickLimit) {
      out.raw(#"<a class="button""#)
      out.attribute("href", PagePath.new(module.entity))
      out.raw(">")
      Frame.tile(module, into: &out)
      out.text(module.create)
      out.raw("</a>")
    }
    out.raw("</nav>")
  }

  private static func openCard(
    _ title: String, _ id: String, more: (PagePath, String)? = nil,
    icon: (inout HTMLWriter) -> Void, into out: inout HTMLWriter
  ) {
    out.raw(#"<section class="card""#)
    out.attribute("aria-labelledby", id)
    out.raw("><header>")
    icon(&out)
    out.raw("<h2")
    out.attribute("id", id)
    out.raw(">")
    out.text(title)
    out.raw("</h2>")
    if let (path, label) = more {
      out.raw(#"<a class="more""#)
      out.attribute("href", path)
      out.raw(">")
      out.text(label)
      out.raw("</a>")
    }
    out.raw("</header>")
  }

  private static func write(
    _ card: WorkbenchCard, _ index: Int, _ context: PageContext, into out: inout HTMLWriter
  ) {
    let locale = context.locale
    openCard(
      card.label, "card-\(index)", more: (card.path, locale[.seeAll]),
      icon: { Frame.tile(card.entity, into: &$0) }, into: &out)
    if card.rows.isEmpty {
      out.raw(#"<div class="empty"><p>"#)
      out.text(locale[.nothingHere])
      out.raw("</p></div>")
    } else {
      out.raw(#"<div class="table"><table class="grid"><thead><tr>"#)
      for column in card.columns {
        out.raw(column.control.isNumeric ? #"<th scope="col" class="num">"# : #"<th scope="col">"#)
        out.text(column.label)
        out.raw("</th>")
      }
      out.raw("</tr></thead><tbody>")
      writeRows(card.rows, card.columns, card.entity, context, into: &out)
      out.raw("</tbody></table></div>")
    }
    out.raw("</section>")
  }

  private static func write(
    recent: [RecordLink], _ locale: Locale, into out: inout HTMLWriter
  ) {
    openCard(
      locale[.recent], "recent", icon: { Icon(named: "clock").write(into: &$0) }, into: &out)
    if recent.isEmpty {
      out.raw(#"<div class="empty"><p>"#)
      out.text(locale[.recentEmpty])
      out.raw("</p></div>")
    } else {
      out.raw(#"<ul class="rows">"#)
      for record in recent {
        out.raw("<li><a")
        out.attribute("href", PagePath.record(record.entity.entity, record.id))
        out.raw(">")
        Frame.tile(record.entity, into: &out)
        out.raw(#"<span class="name">"#)
        out.text(record.title)
        out.raw(#"</span><span class="more">"#)
        out.text(record.entity.label)
        out.raw("</span></a></li>")
      }
      out.raw("</ul>")
    }
    out.raw("</section>")
  }

  private static func write(
    notices: [NoticeLine], _ locale: Locale, into out: inout HTMLWriter
  ) {
    openCard(
      locale[.notifications], "notices", more: (.notifications, locale[.seeAll]),
      icon: { Icon.bell.write(into: &$0) }, into: &out)
    if notices.isEmpty {
      out.raw(#"<div class="empty"><p>"#)
      out.text(locale[.noticesEmptyText])
      out.raw("</p></div>")
    } else {
      writeLines(notices, locale, into: &out)
    }
    out.raw("</section>")
  }

  /// Writes the page of all notifications.
  public static func render(_ page: NoticesPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    Frame.open(title: locale[.notifications], frame, body: #"<body class="notices">"#, into: &out)
    out.raw(#"<div class="head"><h1>"#)
    out.text(locale[.notifications])
    out.raw("</h1>")
    if page.lines.contains(where: { !$0.isRead }) {
      out.raw(#"<form method="post""#)
      out.attribute("action", PagePath.readNotifications)
      out.raw(">")
      Document.hidden("csrf", frame.csrf, into: &out)
      out.raw(#"<button class="button">"#)
      Icon.check.write(into: &out)
      out.text(locale[.markAllRead])
      out.raw("</button></form>")
    }
    out.raw("</div>")
    if page.lines.isEmpty {
      out.raw(#"<div class="empty">"#)
      Icon.bell.write(into: &out)
      out.raw("<h2>")
      out.text(locale[.noticesEmpty])
      out.raw("</h2><p>")
      out.text(locale[.noticesEmptyText])
      out.raw("</p></div>")
    } else {
      writeLines(page.lines, locale, into: &out)
    }
    Frame.close(into: &out)
  }

  private static func said(_ line: NoticeLine, _ locale: Locale) -> String {
    let who = line.actor ?? locale[.theSystem]
    switch line.kind {
    case .mention: return locale.text(.mentionedYou, who)
    case .assignment: return locale.text(.assignedYou, who)
    case .share: return locale.text(.sharedWithYou, who)
    case .deputy: return locale.text(.madeYouDeputy, who)
    case .handOver: return locale.text(.handedYou, who, line.text)
    }
  }

  private static func writeLines(
    _ lines: [NoticeLine], _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<ul class="rows told">"#)
    for line in lines {
      out.raw(line.isRead ? "<li><a" : #"<li class="fresh"><a"#)
      out.attribute("href", PagePath.record(line.record.entity.entity, line.record.id))
      out.raw(">")
      Frame.avatar(line.actor ?? locale[.theSystem], into: &out)
      out.raw("<span><span>")
      out.text(said(line, locale))
      out.raw(#"</span><time class="mute">"#)
      out.text(line.when)
      out.raw(#"</time><b class="name">"#)
      out.text(line.record.title)
      out.raw("</b>")
      if !line.text.isEmpty, line.kind != .handOver {
        out.raw(#"<span class="said">"#)
        out.text(line.text)
        out.raw("</span>")
      }
      if !line.isRead {
        out.raw(#"<span class="vh">"#)
        out.text(locale[.unread])
        out.raw("</span>")
      }
      out.raw("</span></a></li>")
    }
    out.raw("</ul>")
  }
}
