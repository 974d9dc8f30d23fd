import Values

extension Pages {
  /// Writes one page of a list.
  public static func render(_ page: ListPage, frame: FrameModel, into out: inout HTMLWriter) {
    let body: StaticString = #"<body class="listing">"#
    Frame.open(title: page.entity.plural, frame, body: body, into: &out)
    writeHead(page, frame, into: &out)
    ListBar(page: page, context: frame.context).write(into: &out)
    writeDropped(page, frame.context.locale, into: &out)
    let tables = ListTable(page: page, context: frame.context, csrf: frame.csrf)
    switch page.body {
    case .table(let rows) where rows.rows.isEmpty:
      writeEmpty(page, frame.context.locale, into: &out)
    case .table(let rows):
      tables.write(rows.rows, into: &out)
      writePager(page, rows, frame.context.locale, into: &out)
    case .groups(let groups, _) where groups.isEmpty:
      writeEmpty(page, frame.context.locale, into: &out)
    case .groups(let groups, let hasMore):
      tables.write(groups, hasMore: hasMore, into: &out)
    case .board(let board):
      BoardWriter(page: page, board: board, frame: frame).write(into: &out)
    case .calendar(let month):
      CalendarWriter(page: page, month: month, context: frame.context).write(into: &out)
    case .gallery(let rows, _) where rows.rows.isEmpty:
      writeEmpty(page, frame.context.locale, into: &out)
    case .gallery(let rows, let images):
      writeGallery(page, rows.rows, images, frame.context, into: &out)
      writePager(page, rows, frame.context.locale, into: &out)
    case .gantt(let chart):
      GanttWriter(page: page, chart: chart, context: frame.context).write(into: &out)
    }
    if let outcome = page.outcome { write(outcome, page, frame, into: &out) }
    writeKeys(frame.context.locale, into: &out)
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
    ViewTabs(page: page, frame: frame).write(into: &out)
    if page.rights.canImport { writeImport(page, frame.context.locale, into: &out) }
    if page.rights.canExport { writeExport(page, frame.context.locale, into: &out) }
    if page.rights.canCreate { writeCreate(page, frame.context.locale, into: &out) }
    out.raw("</div>")
  }

  private static func writeImport(
    _ page: ListPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<a class="button quiet""#)
    out.attribute("href", PagePath.importing(page.entity.entity))
    out.attribute("aria-label", locale[.importRows])
    out.attribute("title", locale[.importRows])
    out.raw(">")
    Icon.upload.write(into: &out)
    out.raw("</a>")
  }

  /// The rows of the list, as they are filtered, as a file of either kind.
  private static func writeExport(
    _ page: ListPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<details class="pop"><summary class="button quiet""#)
    out.attribute("aria-label", locale[.exportRows])
    out.attribute("title", locale[.exportRows])
    out.raw(">")
    Icon.download.write(into: &out)
    out.raw(#"</summary><div class="panel"><ul>"#)
    let forms = [("xlsx", locale[.exportWorkbook]), ("csv", locale[.exportText])]
    for (ending, label) in forms {
      out.raw("<li><a download")
      out.attribute(
        "href", PagePath.file(page.entity.entity, ending: ending).with(page.query.pairs))
      out.raw(">")
      out.text(label)
      out.raw("</a></li>")
    }
    out.raw("</ul></div></details>")
  }

  private static func writeCreate(
    _ page: ListPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<a class="button main" data-key="n""#)
    out.attribute("href", page.newPath)
    out.raw(">")
    Icon.plus.write(into: &out)
    out.text(page.entity.create)
    out.raw("</a>")
  }

  private static func writeDropped(
    _ page: ListPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    guard !page.dropped.isEmpty else { return }
    out.raw(#"<p class="notice warn strip" role="status">"#)
    out.text(locale.text(.viewDropped, page.dropped.joined(separator: locale[.listSeparator])))
    out.raw("</p>")
  }

  private static func writeEmpty(
    _ page: ListPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    let isFiltered = page.isFiltered
    out.raw(#"<div class="empty">"#)
    Icon(named: page.entity.icon ?? "list").write(into: &out)
    out.raw("<h2>")
    out.text(locale.text(isFiltered ? .noMatchTitle : .emptyTitle, page.entity.label))
    out.raw("</h2><p>")
    let canCreate = page.rights.canCreate
    out.text(locale[isFiltered ? .noMatchText : canCreate ? .emptyText : .emptyReadOnly])
    out.raw("</p>")
    if isFiltered {
      out.raw(#"<a class="button""#)
      out.attribute("href", page.path(page.query.withoutFilters()))
      out.raw(">")
      out.text(locale[.clearAll])
      out.raw("</a>")
    } else if canCreate {
      writeCreate(page, locale, into: &out)
    }
    out.raw("</div>")
  }

  private static func writePager<Rows>(
    _ page: ListPage, _ rows: ListSlice<Rows>, _ locale: Locale, into out: inout HTMLWriter
  ) {
    guard rows.before != nil || rows.after != nil else { return }
    out.raw(#"<nav class="pager""#)
    out.attribute("aria-label", locale[.pages])
    out.raw(">")
    let (query, entity) = (page.query, page.entity.entity)
    let isFirst = rows.before == nil
    let isLast = rows.after == nil
    step(query.path(entity), .first, .toStart, locale, isOff: isFirst, into: &out)
    step(
      query.path(entity, before: rows.before ?? ""), .previous, .left, locale, isOff: isFirst,
      into: &out)
    step(
      query.path(entity, after: rows.after ?? ""), .next, .right, locale, isOff: isLast,
      into: &out)
    step(query.pathOfLast(entity), .last, .toEnd, locale, isOff: isLast, into: &out)
    out.raw("</nav>")
  }

  /// Writes a link to a neighbour, pale where there is none.
  static func step(
    _ path: PagePath, _ phrase: Phrase, _ icon: Icon, _ locale: Locale, isOff: Bool = false,
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

  /// The keys of a list; the script opens it with `?`.
  private static func writeKeys(_ locale: Locale, into out: inout HTMLWriter) {
    out.raw(#"<dialog class="keys" aria-labelledby="keys-title"><h2 id="keys-title">"#)
    out.text(locale[.keys])
    out.raw("</h2><dl>")
    let keys: [(StaticString, Phrase)] = [
      ("<kbd>j</kbd> <kbd>k</kbd>", .keyMove), ("<kbd>Enter</kbd>", .keyOpen),
      ("<kbd>e</kbd>", .keyEdit), ("<kbd>x</kbd>", .keySelect), ("<kbd>n</kbd>", .keyNew),
      ("<kbd>/</kbd>", .keySearch), ("<kbd>Ctrl</kbd> <kbd>K</kbd>", .keyPalette),
      ("<kbd>?</kbd>", .keyHelp),
    ]
    for (key, phrase) in keys {
      out.raw("<dt>")
      out.raw(key)
      out.raw("</dt><dd>")
      out.text(locale[phrase])
      out.raw("</dd>")
    }
    out.raw(#"</dl><form method="dialog"><button class="button">"#)
    out.text(locale[.closePanel])
    out.raw("</button></form></dialog>")
  }
}
