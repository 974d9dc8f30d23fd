import Diagnostics
import IR
import Syntax
import Values

extension Checker {
  /// The days of the file that `holidays:` names, ascending.
  func specialDays(_ keyed: Keyed) -> [WorkSchedule.SpecialDay] {
    guard let entry = keyed.sound("holidays"), let name = entry.value.scalar else { return [] }
    guard let table = environment.tables.first(where: { $0.name == name }) else {
      let candidates = environment.tables.map { Candidate($0.name) }
      let near = nearest(to: name, among: candidates)
      report(RuleMistake.noTable(name, suggestions: near, at: entry.value.span))
      return []
    }
    guard let head = table.rows.first else {
      // What is no text was refused when it was read.
      if sources.files[table.file].bytes.allSatisfy({ $0 <= 0x20 }) {
        let start = Span(file: table.file, start: 0, end: 0)
        report(RuleMistake.badHolidays(HolidayReader.form, at: start))
      }
      return []
    }
    guard var reader = HolidayReader(head, self) else { return [] }
    for row in table.rows.dropFirst() { reader.add(row) }
    return reader.days.values.sorted { $0.date < $1.date }
  }
}

/// Reads the rows of a file of holidays.
private struct HolidayReader {
  /// What the file has to look like.
  static let form = Message(
    zh: "第一行写 `date,kind` 或 `date,kind,hours`", en: "the first line is `date,kind,hours`")
  private static let columns = ["date", "kind", "hours", "name"]

  private let checker: Checker
  private let places: [String: Int]
  private(set) var days: [CivilDate: WorkSchedule.SpecialDay] = [:]

  /// Reads the first line; nil when it names other columns.
  init?(_ head: [SourceTable.Cell], _ checker: Checker) {
    self.checker = checker
    var places: [String: Int] = [:]
    for (index, cell) in head.enumerated() where !cell.text.isEmpty {
      guard HolidayReader.columns.contains(cell.text), places[cell.text] == nil else {
        checker.report(RuleMistake.badHolidays(HolidayReader.form, at: cell.span))
        return nil
      }
      places[cell.text] = index
    }
    guard places["date"] != nil, places["kind"] != nil else {
      checker.report(RuleMistake.badHolidays(HolidayReader.form, at: head[0].span))
      return nil
    }
    self.places = places
  }

  mutating func add(_ row: [SourceTable.Cell]) {
    guard let written = cell("date", row), let date = CivilDate(parsing: written.text) else {
      return refuse(
        cell("date", row) ?? row[0], "日期写成 `2026-10-01`", "a date is written `2026-10-01`")
    }
    guard days[date] == nil else {
      return refuse(written, "\(date) 写了两次", "\(date) stands twice")
    }
    let hours = cell("hours", row).flatMap { $0.text.isEmpty ? nil : $0 }
    switch cell("kind", row)?.text {
    case "holiday":
      if let hours { return refuse(hours, "节假日没有工作时间", "a holiday has no hours") }
      days[date] = WorkSchedule.SpecialDay(date, hours: [])
    case "work":
      guard let hours else {
        days[date] = WorkSchedule.SpecialDay(date, hours: nil)
        return
      }
      guard let spans = Checker.spans(hours.text.split(separator: " ")), !spans.isEmpty else {
        return refuse(hours, Checker.hoursForm.zh, Checker.hoursForm.en)
      }
      days[date] = WorkSchedule.SpecialDay(date, hours: spans)
    default:
      refuse(
        cell("kind", row) ?? row[0], "第二栏写 `holiday`（放假）或 `work`（调休上班）",
        "the kind is `holiday` or `work`, a make-up day")
    }
  }

  private func cell(_ column: String, _ row: [SourceTable.Cell]) -> SourceTable.Cell? {
    places[column].flatMap { $0 < row.count ? row[$0] : nil }
  }

  private func refuse(_ cell: SourceTable.Cell, _ zh: String, _ en: String) {
    checker.report(RuleMistake.badHolidays(Message(zh: zh, en: en), at: cell.span))
  }
}
