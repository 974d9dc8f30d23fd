import Values

/// A month in weeks from Monday. Records lie over their days; on a phone they are a list.
struct CalendarWriter {
  let page: ListPage
  let month: CalendarMonth
  let context: PageContext

  private var locale: Locale { context.locale }
  /// How many records stand above each other before the rest goes into a menu.
  private static let lanes = 3

  func write(into out: inout HTMLWriter) {
    PeriodBar(
      page: page, name: "month", title: month.month.title(locale),
      previous: month.month.moved(-1).text, next: month.month.moved(1).text, locale: locale
    ).write(into: &out) { _ in }
    if month.isCut { PeriodBar.writeCut(locale, into: &out) }
    out.raw(#"<div class="calendar"><div class="week names" aria-hidden="true">"#)
    for name in locale[.weekdays].split(separator: " ") {
      out.raw("<span>")
      out.text(String(name))
      out.raw("</span>")
    }
    out.raw("</div>")
    var monday = month.month.first.firstOfWeek
    while monday <= month.month.last {
      write(weekFrom: monday, into: &out)
      monday = CivilDate(days: monday.days + 7)
    }
    if month.rows.isEmpty {
      out.raw(#"<p class="none mute">"#)
      out.text(locale.text(.noneInMonth, page.entity.label))
      out.raw("</p>")
    }
    out.raw("</div>")
  }

  /// A record's part of one week: columns 0 to 6, and the line in which it stands.
  private struct Piece {
    let row: DatedRow
    let from: Int
    let to: Int
    let lane: Int
  }

  private func write(weekFrom monday: CivilDate, into out: inout HTMLWriter) {
    out.raw(#"<div class="week">"#)
    for place in 0..<7 { write(day: CivilDate(days: monday.days + Int64(place)), into: &out) }
    var rest: [Int: [DatedRow]] = [:]
    for piece in pieces(monday) {
      if piece.lane < CalendarWriter.lanes {
        write(piece, monday, into: &out)
      } else {
        rest[piece.from, default: []].append(piece.row)
      }
    }
    for place in rest.keys.sorted() { write(rest[place] ?? [], place, into: &out) }
    out.raw("</div>")
  }

  /// Each record goes into the first line that is free from its first day on.
  private func pieces(_ monday: CivilDate) -> [Piece] {
    var free = [Int](repeating: 0, count: CalendarWriter.lanes)
    return month.rows.filter { $0.first <= monday.days + 6 && $0.last >= monday.days }
      .sorted { ($0.first, -$0.last, $0.row.id) < ($1.first, -$1.last, $1.row.id) }
      .map { row in
        let from = Int(max(row.first - monday.days, 0))
        let to = Int(min(row.last - monday.days, 6))
        guard let lane = free.firstIndex(where: { $0 <= from }) else {
          return Piece(row: row, from: from, to: to, lane: CalendarWriter.lanes)
        }
        free[lane] = to + 1
        return Piece(row: row, from: from, to: to, lane: lane)
      }
  }

  private func write(day: CivilDate, into out: inout HTMLWriter) {
    let (year, number, dayOfMonth) = day.components
    out.raw(#"<div class="day c"#)
    out.number(Int64(day.weekday))
    if Month(year, number) != month.month { out.raw(" out") }
    if day == month.today { out.raw(" today") }
    out.raw(#"">"#)
    if page.rights.canCreate {
      out.raw("<a")
      let value = day.description + (month.hasTime ? "T09:00" : "")
      let fields = page.filters.flatMap(\.prefill)
      out.attribute(
        "href",
        PagePath.new(page.entity.entity).with(fields + [("f." + month.dayField, value)]))
      out.attribute("title", page.entity.create)
      out.raw(">")
    }
    out.raw("<time")
    out.attribute("datetime", day.description)
    out.raw(">")
    out.number(Int64(dayOfMonth))
    out.raw(page.rights.canCreate ? "</time></a></div>" : "</time></div>")
  }

  private func write(_ piece: Piece, _ monday: CivilDate, into out: inout HTMLWriter) {
    out.raw(#"<a class="ev c"#)
    out.number(Int64(piece.from))
    out.raw(" w")
    out.number(Int64(piece.to - piece.from + 1))
    out.raw(" l")
    out.number(Int64(piece.lane))
    if piece.row.first < monday.days { out.raw(" from") }
    if piece.row.last > monday.days + 6 { out.raw(" on") }
    inside(piece.row, into: &out)
  }

  /// From the class of the colour to the end of the link.
  private func inside(_ row: DatedRow, into out: inout HTMLWriter) {
    out.raw(" p")
    out.number(RowColour.place(row.row, page, month.colour))
    out.raw("\"")
    out.href(.list(page.entity.entity), id: row.row.id)
    out.raw("><time>")
    DatedText.write(row, locale, into: &out)
    out.raw("</time>")
    if let minute = row.minute {
      out.raw("<small>")
      out.formatted { Instant.appendTime(Int64(minute) * 60_000, seconds: false, to: &$0) }
      out.raw("</small>")
    }
    out.raw("<span>")
    out.text(row.row.title.isEmpty ? locale[.untitled] : row.row.title)
    out.raw("</span>")
    if let index = fact(of: row.row) {
      out.raw("<em>")
      page.columns[index].control.writeCell(
        row.row.cells[index], page.columns[index], context, linked: true, into: &out)
      out.raw("</em>")
    }
    out.raw("</a>")
  }

  /// The column that tells most beside the title and the colour: the first one that refers to
  /// another record.
  private func fact(of row: ListRow) -> Int? {
    row.cells.indices.first { index in
      guard index != month.colour, let name = row.cells[index].related else { return false }
      return !name.isEmpty && name != row.title
    }
  }

  /// What does not fit into a day, behind a menu.
  private func write(_ rows: [DatedRow], _ place: Int, into out: inout HTMLWriter) {
    out.raw(#"<details class="pop rest c"#)
    out.number(Int64(place))
    out.raw(#""><summary>"#)
    out.text(locale.text(.moreOfDay, String(rows.count)))
    out.raw(#"</summary><div class="panel">"#)
    for row in rows {
      out.raw(#"<a class="ev"#)
      inside(row, into: &out)
    }
    out.raw("</div></details>")
  }
}

/// The line above a calendar or a chart: back, today, on, and where we are.
struct PeriodBar {
  let page: ListPage
  /// The parameter that says where we are.
  let name: String
  let title: String
  let previous: String
  let next: String
  let locale: Locale

  func write(into out: inout HTMLWriter, tools: (inout HTMLWriter) -> Void) {
    out.raw(#"<div class="period"><h2>"#)
    out.text(title)
    out.raw("</h2>")
    link(previous, .earlierDays, .left, into: &out)
    out.raw(#"<a class="button small""#)
    out.attribute("href", page.path(page.query.setting(name, "")))
    out.raw(">")
    out.text(locale[.today])
    out.raw("</a>")
    link(next, .laterDays, .right, into: &out)
    tools(&out)
    out.raw("</div>")
  }

  private func link(
    _ value: String, _ phrase: Phrase, _ icon: Icon, into out: inout HTMLWriter
  ) {
    out.raw(#"<a class="tool""#)
    out.attribute("href", page.path(page.query.setting(name, value)))
    out.attribute("aria-label", locale[phrase])
    out.attribute("title", locale[phrase])
    out.raw(">")
    icon.write(into: &out)
    out.raw("</a>")
  }

  /// Says that there are more records than are shown.
  static func writeCut(_ locale: Locale, into out: inout HTMLWriter) {
    out.raw(#"<p class="notice warn strip" role="status">"#)
    out.text(locale[.recordsCut])
    out.raw("</p>")
  }
}

/// The colour of a record: that of its option.
enum RowColour {
  static func place(_ row: ListRow, _ page: ListPage, _ column: Int?) -> Int64 {
    guard let column, row.cells.indices.contains(column),
      let text = row.cells[column].value.text,
      let option = page.columns[column].option(text)
    else { return 0 }
    return Int64(option.order % 8)
  }
}

/// The days of a record in words.
enum DatedText {
  static func write(_ row: DatedRow, _ locale: Locale, into out: inout HTMLWriter) {
    out.formatted { Formats.date(row.first, locale, to: &$0) }
    guard row.last > row.first else { return }
    out.raw(" – ")
    out.formatted { Formats.date(row.last, locale, to: &$0) }
  }
}

extension Month {
  /// `2026年3月`, `March 2026`.
  func title(_ locale: Locale) -> String {
    switch locale {
    case .zh: return "\(year)年\(month)月"
    case .en: return Month.names[month - 1] + " \(year)"
    }
  }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
