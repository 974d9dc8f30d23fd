import Testing

@testable import Values

/// Every date from 1900 to 2100 against a calendar that is counted on day by day.
@Suite struct DateCountTests {
  private struct Day {
    let year: Int
    let month: Int
    let day: Int
    /// Monday 1.
    let weekday: Int
  }

  private static func length(_ month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static let days: [Day] = {
    var days: [Day] = []
    // 1900-01-01 was a Monday.
    var weekday = 1
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...length(month, year) {
          days.append(Day(year: year, month: month, day: day, weekday: weekday))
          weekday = weekday % 7 + 1
        }
      }
    }
    return days
  }()

  private func civil(_ day: Day) -> CivilDate? {
    CivilDate(year: day.year, month: day.month, day: day.day)
  }

  @Test func namesPartsAndWeeks() throws {
    // 1900-01-01 began week 1. A week is the first of a year when 4 January is in it.
    var week = 1
    for (index, day) in DateCountTests.days.enumerated() {
      let ahead = DateCountTests.days[index...].prefix(7)
      if day.weekday == 1 && index > 0 {
        week = ahead.contains { $0.month == 1 && $0.day == 4 } ? 1 : week + 1
      }
      let date = civil(day)
      try #require(CivilDate.year(date) == .whole(day.year))
      try #require(CivilDate.month(date) == .whole(day.month))
      try #require(CivilDate.day(date) == .whole(day.day))
      try #require(CivilDate.weekday(date) == .whole(day.weekday))
      let quarters = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
      try #require(CivilDate.quarter(date) == .whole(quarters[day.month - 1]))
      try #require(CivilDate.isoWeek(date) == .whole(week), "\(day)")
    }
  }

  @Test func findsStartsAndEnds() throws {
    let days = DateCountTests.days
    for (index, day) in days.enumerated() where index >= 6 && index < days.count - 6 {
      let date = civil(day)
      let monday = days[index - day.weekday + 1]
      let sunday = days[index - day.weekday + 7]
      try #require(CivilDate.startOf(date, .week) == civil(monday))
      try #require(CivilDate.endOf(date, .week) == civil(sunday))
      for (unit, months) in [(CalendarUnit.month, 1), (.quarter, 3), (.year, 12)] {
        let first = (day.month - 1) / months * months + 1
        let last = first + months - 1
        let start = CivilDate(year: day.year, month: first, day: 1)
        let end = CivilDate(
          year: day.year, month: last, day: DateCountTests.length(last, day.year))
        try #require(CivilDate.startOf(date, unit) == start)
        try #require(CivilDate.endOf(date, unit) == end)
      }
    }
  }

  /// Months are walked one by one on a pair of counters.
  @Test func walksMonths() throws {
    for day in DateCountTests.days where day.day > 26 || day.day == 1 {
      let date = civil(day)
      for direction in [1, -1] {
        var (year, month) = (day.year, day.month)
        for count in 1...14 {
          month += direction
          if month == 13 { (year, month) = (year + 1, 1) }
          if month == 0 { (year, month) = (year - 1, 12) }
          let clamped = min(day.day, DateCountTests.length(month, year))
          let wanted = CivilDate(year: year, month: month, day: clamped)
          try #require(CivilDate.addMonths(date, .whole(count * direction)) == wanted)
          guard direction > 0 else { continue }
          try #require(CivilDate.monthsBetween(date, wanted) == .whole(count))
        }
      }
    }
  }

  /// The months between two dates are the most that lead no further than the second.
  @Test func countsFullMonths() throws {
    let days = DateCountTests.days.filter { $0.year == 2024 && ($0.day > 26 || $0.day == 1) }
    for a in days.compactMap(civil) {
      for offset in 0...430 {
        let b = CivilDate(days: a.days + Int64(offset))
        let months = try #require(CivilDate.monthsBetween(a, b)?.int)
        let reached = try #require(CivilDate.addMonths(a, .whole(months)))
        let beyond = try #require(CivilDate.addMonths(a, .whole(months + 1)))
        try #require(reached <= b && b < beyond)
        try #require(CivilDate.monthsBetween(b, a) == .whole(-months))
      }
    }
  }
}
