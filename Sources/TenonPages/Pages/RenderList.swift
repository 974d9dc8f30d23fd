import Values

extension Pages {
  /// Writes one page of a list.
  public static func render(_ page: ListPage, frame: FrameModel, into out: inout HTMLWriter) {
    let body: StaticString = #"<body class="listing">"#
    Frame.open(title: page.entity.plural, frame, body: body, into: &out)
    writeHead(page, frame, into: &out)
    writeFilters(page, frame.context, into: &out)
    if page.rows.isEmpty {
      writeEmpty(page, frame.context.locale, into: &out)
    } else {
      writeTable(page, frame.context, into: &out)
    }
    writePager(page, frame.context.locale, into: &out)
    Frame.close(into: &out)
  }

  private static func writeHead(
    _ page: ListPage, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    out.raw(#"<div class="head">"#)
    Frame.tile(page.entity, into: &out)
    out.raw("<h1>")
    out.text(page.entity.plural)
    out.raw("</h1>")
    out.raw(#"<nav class="tabs""#)
    out.attribute("aria-label", frame.context.locale[.views])
    out.raw(">")
    for (index, view) in page.views.enumerated() {
      out.raw("<a")
      let path = PagePath.list(page.entity.entity)
      out.attribute("href", index == 0 ? path : path.with([("view", view.name)]))
      if index == page.view { out.raw(#" aria-current="page""#) }
      out.raw(">")
      out.text(view.label)
      out.raw("</a>")
    }
    out.raw("</nav>")
    if page.canCreate { writeCreate(page, frame.context.locale, into: &out) }
    out.raw("</div>")
  }

  private static func writeCreate(
    _ page: ListPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<a class="button main" data-key="n""#)
    out.attribute("href", PagePath.new(page.entity.entity))
    out.raw(">")
    Icon.plus.write(into: &out)
    out.text(locale.text(.createEntity, page.entity.label))
    out.raw("</a>")
  }

  private static func writeEmpty(
    _ page: ListPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    let isFiltered = page.isFiltered
    out.raw(#"<div class="empty"><h2>"#)
    out.text(locale.text(isFiltered ? .noMatchTitle : .emptyTitle, page.entity.label))
    out.raw("</h2><p>")
    out.text(
      locale[isFiltered ? .noMatchText : page.canCreate ? .emptyText : .emptyReadOnly])
    out.raw("</p>")
    if isFiltered {
      out.raw(#"<a class="button""#)
      out.attribute("href", page.pathWithoutFilters)
      out.raw(">")
      out.text(locale[.clearAll])
      out.raw("</a>")
    } else if page.canCreate {
      writeCreate(page, locale, into: &out)
    }
    out.raw("</div>")
  }

  private static func writePager(
    _ page: ListPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    guard page.before != nil || page.after != nil else { return }
    out.raw(#"<nav class="pager""#)
    out.attribute("aria-label", locale[.pages])
    out.raw(">")
    let isFirst = page.before == nil
    let isLast = page.after == nil
    step(page.path(.first), .first, .toStart, locale, isOff: isFirst, into: &out)
    step(
      page.path(.before(page.before ?? "")), .previous, .left, locale, isOff: isFirst, into: &out)
    step(page.path(.after(page.after ?? "")), .next, .right, locale, isOff: isLast, into: &out)
    step(page.path(.last), .last, .toEnd, locale, isOff: isLast, into: &out)
    out.raw("</nav>")
  }

  private static func step(
    _ path: PagePath, _ phrase: Phrase, _ icon: Icon, _ locale: Locale, isOff: Bool,
    into out: inout HTMLWriter
  ) {
    if isOff {
      out.raw(#"<a role="link" aria-disabled="true">"#)
    } else {
      out.raw("<a")
      out.attribute("href", path)
      switch phrase {
      case .previous: out.raw(#" rel="prev">"#)
      case .next: out.raw(#" rel="next">"#)
      default: out.raw(">")
      }
    }
    let isForward = phrase == .next || phrase == .last
    if !isForward { icon.write(into: &out) }
    out.raw("<span>")
    out.text(locale[phrase])
    out.raw("</span>")
    if isForward { icon.write(into: &out) }
    out.raw("</a>")
  }
}
