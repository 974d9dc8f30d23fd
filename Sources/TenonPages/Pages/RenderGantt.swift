import Values

/// Bars over days as one drawing beside the names; on a phone the names with their days alone.
struct GanttWriter {
  let page: ListPage
  let chart: GanttChart
  let context: PageContext

  private var locale: Locale { context.locale }
  private static let head: Int64 = 34
  private static let line: Int64 = 36
  private var width: Int64 { chart.scale.days * chart.scale.dayWidth }
  private var height: Int64 { GanttWriter.head + Int64(chart.rows.count) * GanttWriter.line }
  private var end: Int64 { chart.start.days + chart.scale.days }

  func write(into out: inout HTMLWriter) {
    let step = chart.scale.days / 2
    PeriodBar(
      page: page, name: "from", title: title, previous: day(chart.start.days - step),
      next: day(chart.start.days + step), locale: locale
    ).write(into: &out) { out in
      out.raw(#"<div class="segments">"#)
      for scale in GanttChart.Scale.allCases {
        out.raw(#"<a class="button small""#)
        let isCurrent = scale == chart.scale
        out.attribute("href", page.path(page.query.setting("scale", scale.rawValue)))
        if isCurrent { out.raw(#" aria-current="true""#) }
        out.raw(">")
        out.text(locale[scale == .week ? .byWeeks : .byMonths])
        out.raw("</a>")
      }
      out.raw("</div>")
    }
    if chart.isCut { PeriodBar.writeCut(locale, into: &out) }
    if chart.rows.isEmpty {
      out.raw(#"<p class="empty mute">"#)
      out.text(locale.text(.noneInRange, page.entity.label))
      return out.raw("</p>")
    }
    out.raw(#"<div class="gantt" role="region" tabindex="0""#)
    out.attribute("aria-label", locale.text(.rowsOf, page.entity.label))
    out.raw(#"><ul>"#)
    for row in chart.rows { writeName(row, into: &out) }
    out.raw("</ul>")
    writeDrawing(into: &out)
    out.raw("</div>")
  }

  private var title: String {
    ByteWriter.text { bytes in
      Formats.date(chart.start.days, locale, to: &bytes)
      bytes.append(text: " – ")
      Formats.date(end - 1, locale, to: &bytes)
    }
  }

  private func day(_ days: Int64) -> String { CivilDate(days: days).description }

  private func writeName(_ row: DatedRow, into out: inout HTMLWriter) {
    out.raw(#"<li><i class="dot p"#)
    out.number(RowColour.place(row.row, page, chart.colour))
    out.raw(#""></i><a class="open""#)
    out.href(.list(page.entity.entity), id: row.row.id)
    out.raw(">")
    out.text(row.row.title.isEmpty ? locale[.untitled] : row.row.title)
    out.raw("</a><time>")
    DatedText.write(row, locale, into: &out)
    out.raw("</time></li>")
  }

  // MARK: The drawing

  private func writeDrawing(into out: inout HTMLWriter) {
    out.raw("<svg")
    out.attribute("width", width)
    out.attribute("height", height)
    out.raw(#" aria-hidden="true">"#)
    writeScale(into: &out)
    for (index, row) in chart.rows.enumerated() { write(row, index, into: &out) }
    let today = chart.today.days
    if today >= chart.start.days && today < end {
      let x = (today - chart.start.days) * chart.scale.dayWidth + chart.scale.dayWidth / 2
      line(x, from: GanttWriter.head - 8, #"<line class="now""#, into: &out)
    }
    out.raw("</svg>")
  }

  /// A line and a word where a month begins, or a week.
  private func writeScale(into out: inout HTMLWriter) {
    var at =
      chart.scale == .week
      ? chart.start.firstOfWeek : Month(of: chart.start).first
    while at.days < end {
      let x = (at.days - chart.start.days) * chart.scale.dayWidth
      if x >= 0 {
        line(x, from: 0, "<line", into: &out)
        out.raw("<text")
        out.attribute("x", x + 6)
        out.raw(#" y="21">"#)
        writeTick(at, into: &out)
        out.raw("</text>")
      }
      at =
        chart.scale == .week
        ? CivilDate(days: at.days + 7) : Month(of: at).moved(1).first
    }
  }

  private func writeTick(_ day: CivilDate, into out: inout HTMLWriter) {
    let (_, month, dayOfMonth) = day.components
    if chart.scale == .month { return out.text(Month(of: day).title(locale)) }
    out.number(Int64(month))
    out.raw("/")
    out.number(Int64(dayOfMonth))
  }

  private func line(
    _ x: Int64, from y: Int64, _ opening: StaticString, into out: inout HTMLWriter
  ) {
    out.raw(opening)
    out.attribute("x1", x)
    out.attribute("x2", x)
    out.attribute("y1", y)
    out.attribute("y2", height)
    out.raw("/>")
  }

  private func write(_ row: DatedRow, _ index: Int, into out: inout HTMLWriter) {
    let first = max(row.first, chart.start.days)
    let last = min(row.last, end - 1)
    guard last >= first else { return }
    out.raw(#"<a tabindex="-1""#)
    out.href(.list(page.entity.entity), id: row.row.id)
    out.raw(#"><rect rx="5" height="20" class="p"#)
    out.number(RowColour.place(row.row, page, chart.colour))
    out.raw("\"")
    out.attribute("x", (first - chart.start.days) * chart.scale.dayWidth)
    out.attribute("y", GanttWriter.head + Int64(index) * GanttWriter.line + 8)
    out.attribute("width", max((last - first + 1) * chart.scale.dayWidth - 1, 4))
    out.raw("><title>")
    out.text(row.row.title)
    out.raw(" · ")
    DatedText.write(row, locale, into: &out)
    out.raw("</title></rect></a>")
  }
}

extension Month {
  /// The month of a day.
  public init(of day: CivilDate) {
    let (year, month, _) = day.components
    self.init(year, month)
  }
}
