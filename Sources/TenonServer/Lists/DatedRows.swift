import TenonDatabase
import TenonPages

/// Reads records that lie on days, for calendars and charts.
struct DatedRows {
  private let layouts: ListLayouts
  private let from: Int
  private let to: Int?

  init(_ layouts: ListLayouts, _ from: Int, _ to: Int?) {
    self.layouts = layouts
    self.from = from
    self.to = to
  }

  private var table: Table { layouts.entity.table }
  private var zone: TimeZone { layouts.part.tenant.zone }
  private var query: ListQuery { layouts.state.query }
  private var today: CivilDate { layouts.part.tenant.today }

  /// How many records one picture holds, and how many that begin before it.
  private static let limit = 400
  private static let earlier = 100

  func month() throws -> CalendarMonth {
    let text = query.first("month")
    guard let month = text.isEmpty ? Month(of: today) : Month(parsing: text) else {
      throw Refusal.parameter("month")
    }
    let first = month.first.firstOfWeek.days
    let last = month.last.firstOfWeek.days + 6
    let (rows, isCut) = try rows(first, last, back: 62)
    return CalendarMonth(
      month: month, today: today, rows: rows, isCut: isCut,
      dayField: layouts.entity.meta.name(ofColumn: from), hasTime: isTime(from), colour: colour)
  }

  func gantt() throws -> GanttChart {
    let named = query.first("scale")
    guard let scale = named.isEmpty ? .month : GanttChart.Scale(rawValue: named) else {
      throw Refusal.parameter("scale")
    }
    let text = query.first("from")
    let opening = Month(of: today).moved(-1).first
    guard let start = text.isEmpty ? opening : CivilDate(parsing: text),
      (1900...2200).contains(start.components.year)
    else { throw Refusal.parameter("from") }
    let (rows, isCut) = try rows(start.days, start.days + scale.days - 1, back: 366)
    return GanttChart(
      start: start, scale: scale, today: today, rows: rows, isCut: isCut, colour: colour)
  }

  /// The column that colours the records: the first with options.
  private var colour: Int? {
    layouts.columns.firstIndex { column in
      let shape = layouts.entity.meta.field(column)
      return shape.map { !$0.options.isEmpty && $0.storage != .list } ?? false
    }
  }

  private func isTime(_ column: Int) -> Bool { table.columns[column].storage == .dateTime }

  /// The records that touch these days: those that begin on one of them, and those that began up
  /// to `back` days before and have not ended.
  private func rows(
    _ first: Int64, _ last: Int64, back: Int64
  ) throws -> ([DatedRow], isCut: Bool) {
    var found: [DatedRow] = []
    var isCut = false
    if let to {
      let open = Predicate.compare(to, .greaterOrEqual, bound(to, first, isEnd: false))
      isCut = try read(first - back, first - 1, open, DatedRows.earlier, into: &found)
    }
    if try read(first, last, nil, DatedRows.limit, into: &found) { isCut = true }
    return (found, isCut)
  }

  private func read(
    _ first: Int64, _ last: Int64, _ more: Predicate?, _ limit: Int,
    into found: inout [DatedRow]
  ) throws -> Bool {
    var wanted = layouts.state.wanted
    var parts: [Predicate] = [
      .compare(from, .greaterOrEqual, bound(from, first, isEnd: false)),
      .compare(from, .lessOrEqual, bound(from, last, isEnd: true)),
    ]
    if let more { parts.append(more) }
    if wanted.filter != .everything { parts.append(wanted.filter) }
    wanted.filter = .and(parts)
    if wanted.search == nil { wanted.order = [SortKey(from)] }
    wanted.position = .first
    wanted.limit = limit
    let extra = to.map { [from, $0] } ?? [from]
    let (rows, page) = try layouts.rowReader(titles: true, extra: extra).page(wanted)
    for (row, values) in rows {
      guard let begin = values[0].integer else { continue }
      let end = values.count > 1 ? values[1].integer : nil
      let local = isTime(from) ? zone.local(begin) : 0
      found.append(
        DatedRow(
          row, first: day(from, begin), last: end.map { day(to ?? from, $0) } ?? day(from, begin),
          minute: isTime(from) ? Int(Instant.split(local).timeOfDay / 60_000) : nil))
    }
    return page.hasMore
  }

  /// The first or the last moment of a day in the storage of a column.
  private func bound(_ column: Int, _ day: Int64, isEnd: Bool) -> Value {
    guard isTime(column) else { return .integer(day) }
    return .integer(zone.instant(day * 86_400_000 + (isEnd ? 86_399_999 : 0)))
  }

  private func day(_ column: Int, _ value: Int64) -> Int64 {
    isTime(column) ? zone.day(value).days : value
  }
}
