import Testing

@testable import Values

@Suite struct WorkCalendarTests {
  /// A week of holiday with the Sunday and the Saturday that are worked for it, and a short day.
  private static let calendar: WorkCalendar = {
    var special: [CivilDate: WorkCalendar.Special] = [:]
    for day in 1...7 { special[CivilDate(year: 2026, month: 10, day: day)!] = .holiday }
    special[date("2026-09-27")!] = .work(nil)
    special[date("2026-10-10")!] = .work(nil)
    special[date("2026-12-31")!] = .work(WorkHours(parsing: "09:00-12:00"))
    let week = WorkWeek(parsing: ["mon-fri 09:00-12:00 13:00-18:00"])!
    return WorkCalendar(week, special, zone("Shanghai"))
  }()

  private var calendar: WorkCalendar { WorkCalendarTests.calendar }

  /// The moment at which clocks in Shanghai show this.
  private func wall(_ cell: String) -> Int64? {
    if cell == "_" { return nil }
    return Instant.parseLocal(cell).map { $0 - 8 * 3_600_000 }
  }

  /// A moment, working days, minutes of work, and when they are done.
  @Test func addsWork() {
    let rows = vectors(
      """
      2026-03-02 09:00 | 0 | 60 | 2026-03-02 10:00
      2026-03-02 11:00 | 0 | 60 | 2026-03-02 12:00
      2026-03-02 11:30 | 0 | 60 | 2026-03-02 13:30
      2026-03-02 09:00 | 0 | 480 | 2026-03-02 18:00
      2026-03-02 09:00 | 0 | 481 | 2026-03-03 09:01
      2026-03-02 18:00 | 0 | 60 | 2026-03-03 10:00
      2026-03-02 17:00 | 0 | 60 | 2026-03-02 18:00
      2026-03-02 12:30 | 0 | 60 | 2026-03-02 14:00
      2026-03-02 07:00 | 0 | 60 | 2026-03-02 10:00
      2026-03-02 20:00 | 0 | 60 | 2026-03-03 10:00
      2026-03-06 17:30 | 0 | 60 | 2026-03-09 09:30
      2026-03-07 10:00 | 0 | 30 | 2026-03-09 09:30
      2026-03-07 10:00 | 0 | 0 | 2026-03-09 09:00
      2026-03-02 12:30 | 0 | 0 | 2026-03-02 13:00
      2026-03-02 12:00 | 0 | 0 | 2026-03-02 12:00
      2026-03-02 18:00 | 0 | 0 | 2026-03-02 18:00
      2026-03-02 18:01 | 0 | 0 | 2026-03-03 09:00
      2026-03-02 10:15 | 0 | 0 | 2026-03-02 10:15
      2026-03-02 09:00 | 0 | -1 | _
      2026-03-02 09:00 | -1 | 0 | _
      2026-03-02 09:00 | -1 | 60 | _
      2026-03-02 09:00 | 0 | 2400 | 2026-03-06 18:00
      2026-09-30 17:00 | 0 | 120 | 2026-10-08 10:00
      2026-09-26 10:00 | 0 | 60 | 2026-09-27 10:00
      2026-10-09 17:30 | 0 | 60 | 2026-10-10 09:30
      2026-12-31 11:30 | 0 | 60 | 2027-01-01 09:30
      2026-03-06 15:00 | 1 | 0 | 2026-03-09 15:00
      2026-03-07 10:00 | 1 | 0 | 2026-03-09 18:00
      2026-03-02 07:00 | 1 | 0 | 2026-03-03 09:00
      2026-03-02 20:00 | 1 | 0 | 2026-03-03 18:00
      2026-03-02 12:30 | 1 | 0 | 2026-03-03 13:00
      2026-03-02 12:00 | 1 | 0 | 2026-03-03 12:00
      2026-09-30 15:00 | 2 | 0 | 2026-10-09 15:00
      2026-12-30 15:00 | 1 | 0 | 2026-12-31 12:00
      2026-03-06 15:00 | 1 | 60 | 2026-03-09 16:00
      2026-03-02 09:00 | 5 | 0 | 2026-03-09 09:00
      2026-03-07 10:00 | 2 | 60 | 2026-03-11 10:00
      _ | 1 | 0 | _
      9999-12-31 10:00 | 1 | 0 | _
      9999-12-31 10:00 | 0 | 600 | _
      """)
    for row in rows {
      let time = WorkTime(days: Int(row[1])!, milliseconds: Int64(row[2])! * 60_000)
      #expect(calendar.addWork(wall(row[0]), time) == wall(row[3]), "\(row)")
    }
    #expect(calendar.addWork(0, nil) == nil)
    #expect(calendar.addWork(0, WorkTime(days: .max, milliseconds: .max)) == nil)
    #expect(calendar.addWork(0, .of(.max)) == nil && calendar.addWork(.max, .of(1)) == nil)
  }

  /// Two moments and the minutes of work between.
  @Test func countsWork() {
    let rows = vectors(
      """
      2026-03-02 09:00 | 2026-03-02 18:00 | 480
      2026-03-02 09:00 | 2026-03-03 09:00 | 480
      2026-03-02 12:00 | 2026-03-02 13:00 | 0
      2026-03-06 17:00 | 2026-03-09 10:00 | 120
      2026-03-07 00:00 | 2026-03-08 23:59 | 0
      2026-09-30 00:00 | 2026-10-08 00:00 | 480
      2026-09-21 00:00 | 2026-10-12 00:00 | 5760
      2026-12-31 09:00 | 2027-01-01 09:00 | 180
      2026-01-01 00:00 | 2027-01-01 00:00 | 123540
      2026-03-02 08:00 | 2026-03-02 08:59 | 0
      2026-03-02 10:15 | 2026-03-02 10:45 | 30
      2026-03-02 11:30 | 2026-03-02 13:30 | 60
      2026-03-02 17:59 | 2026-03-02 18:01 | 1
      2026-03-02 20:00 | 2026-03-03 07:00 | 0
      2026-03-02 10:00 | 2026-03-02 10:00 | 0
      2026-03-02 08:59 | 2026-03-02 09:01 | 1
      2026-03-02 00:00 | 2026-03-09 00:00 | 2400
      2026-03-02 00:00 | 2026-03-16 00:00 | 4800
      2026-09-27 08:00 | 2026-09-27 12:00 | 180
      2026-10-10 12:00 | 2026-10-10 18:00 | 300
      2026-10-03 09:00 | 2026-10-03 18:00 | 0
      _ | 2026-03-02 10:00 | _
      2026-03-02 10:00 | _ | _
      """)
    for row in rows {
      let (a, b) = (wall(row[0]), wall(row[1]))
      let minutes = integer(row[2])
      #expect(calendar.workBetween(a, b) == minutes.map { $0 * 60_000 }, "\(row)")
      #expect(calendar.workBetween(b, a) == minutes.map { $0 * -60_000 }, "\(row)")
    }
    #expect(calendar.workBetween(.min, .max) == nil)
  }

  /// A date, whether it is a workday, the next one and the third after it.
  @Test func countsWorkdays() {
    let rows = vectors(
      """
      2026-03-02 | yes | 2026-03-03 | 2026-03-05
      2026-03-06 | yes | 2026-03-09 | 2026-03-11
      2026-03-07 | no | 2026-03-09 | 2026-03-11
      2026-03-08 | no | 2026-03-09 | 2026-03-11
      2026-09-25 | yes | 2026-09-27 | 2026-09-29
      2026-09-26 | no | 2026-09-27 | 2026-09-29
      2026-09-27 | yes | 2026-09-28 | 2026-09-30
      2026-09-28 | yes | 2026-09-29 | 2026-10-08
      2026-09-30 | yes | 2026-10-08 | 2026-10-10
      2026-10-01 | no | 2026-10-08 | 2026-10-10
      2026-10-04 | no | 2026-10-08 | 2026-10-10
      2026-10-07 | no | 2026-10-08 | 2026-10-10
      2026-10-08 | yes | 2026-10-09 | 2026-10-12
      2026-10-09 | yes | 2026-10-10 | 2026-10-13
      2026-10-10 | yes | 2026-10-12 | 2026-10-14
      2026-10-11 | no | 2026-10-12 | 2026-10-14
      2026-12-31 | yes | 2027-01-01 | 2027-01-05
      2027-01-02 | no | 2027-01-04 | 2027-01-06
      9999-12-30 | yes | 9999-12-31 | _
      9999-12-31 | yes | _ | _
      0001-01-01 | yes | 0001-01-02 | 0001-01-04
      _ | no | _ | _
      """)
    for row in rows {
      let day = date(row[0])
      func add(_ days: Int) -> CivilDate? {
        calendar.addWorkDays(day, WorkTime(days: days, milliseconds: 0))
      }
      #expect(calendar.isWorkday(day) == (row[1] == "yes"), "\(row)")
      #expect(add(1) == date(row[2]), "\(row)")
      #expect(add(3) == date(row[3]), "\(row)")
      #expect(add(0) == (row[1] == "yes" ? day : date(row[2])), "\(row)")
      #expect(add(-1) == nil && add(.max) == nil, "\(row)")
      #expect(calendar.addWorkDays(day, .of(1)) == nil && calendar.addWorkDays(day, nil) == nil)
    }
  }

  /// Three weeks round the holiday, minute by minute.
  @Test func agreesWithCountingMinutes() throws {
    let start = try #require(wall("2026-09-21 00:00"))
    let isWork: [Bool] = (0..<21 * 1440).map { minute in
      let (day, time) = (minute / 1440, minute % 1440)
      // From Monday 21 September: 27 September and 10 October are worked, 1 to 7 October not.
      let worked = day == 6 || day == 19 || (day % 7 < 5 && !(10...16).contains(day))
      return worked && ((540..<720).contains(time) || (780..<1080).contains(time))
    }
    for from in stride(from: 0, to: 19 * 1440, by: 97) {
      let moment = start + Int64(from) * 60_000
      var minute = from
      for work in 1...700 {
        while minute < isWork.count && !isWork[minute] { minute += 1 }
        minute += 1
        if minute > isWork.count { break }
        guard work % 50 == 1 else { continue }
        let end = start + Int64(minute) * 60_000
        try #require(calendar.addWork(moment, .of(Int64(work) * 60_000)) == end)
        try #require(calendar.workBetween(moment, end) == Int64(work) * 60_000)
      }
    }
  }

  @Test func knowsCalendarsWithoutWork() {
    let none = WorkCalendar(WorkWeek(parsing: [])!, [date("2026-03-02")!: .work(nil)], .utc)
    #expect(!none.isWorkday(date("2026-03-02")) && none.workBetween(0, 1_000_000_000) == 0)
    #expect(none.addWork(0, .of(1)) == nil && none.addWork(0, .of(0)) == nil)
    #expect(none.addWorkDays(date("2026-03-02"), WorkTime(days: 1, milliseconds: 0)) == nil)
  }

  /// Work is counted on the clock: the hour that is left out in spring is worked all the same.
  @Test func countsOnTheClock() {
    let week = WorkWeek(parsing: ["mon-sun 00:00-24:00"])!
    let always = WorkCalendar(week, [:], zone("Berlin"))
    let start = moment("2026-03-28T23:00Z")
    #expect(always.addWork(start, .of(5 * 3_600_000)) == moment("2026-03-29T03:00Z"))
    #expect(always.workBetween(start, moment("2026-03-29T22:00Z")) == 86_400_000)
  }

  @Test(arguments: [
    "", "09:00", "09:00-", "9:00-12:00", "09:00-12:00,13:00-18:00", "12:00-09:00", "09:00-09:00",
    "09:00-25:00", "09:00-24:01", "09:60-10:00", "09:00-12:00 11:00-13:00", "09.00-12.00",
    "13:00-18:00 09:00-12:00", "０９:00-12:00", "09:00-12:00x", "22:00-06:00", "24:00-24:00", " ",
    "09:00–12:00", "ab:cd-ef:gh",
  ])
  func refusesHours(_ text: String) {
    #expect(WorkHours(parsing: text) == nil)
    #expect(WorkWeek(parsing: ["mon \(text)"]) == nil)
  }

  @Test func readsWeeks() throws {
    let week = try #require(WorkWeek(parsing: ["mon-thu 09:00-18:00", "fri 09:00-12:00"]))
    #expect(week.days.map { $0.total / 3_600_000 } == [9, 9, 9, 9, 3, 0, 0])
    #expect(WorkWeek(parsing: ["sun 00:00-24:00"])?.days[6].total == 86_400_000)
    for lines in [
      ["mon"], ["mon-fri"], ["monday 09:00-18:00"], ["fri-mon 09:00-18:00"], ["- 09:00-18:00"],
      ["mon-tue-wed 09:00-18:00"], ["mon-wed 09:00-18:00", "wed 10:00-12:00"], [" 09:00-18:00"],
    ] {
      #expect(WorkWeek(parsing: lines) == nil, "\(lines)")
    }
  }

  @Test func multipliesWorkTime() {
    let time = WorkTime(days: 2, milliseconds: 1000)
    #expect(WorkTime.multiply(time, .whole(3)) == WorkTime(days: 6, milliseconds: 3000))
    #expect(WorkTime.multiply(time, fixed("-1")) == WorkTime(days: -2, milliseconds: -1000))
    #expect(WorkTime.multiply(nil, .one) == nil && WorkTime.multiply(time, nil) == nil)
    #expect(WorkTime.multiply(WorkTime(days: .max, milliseconds: 0), .whole(2)) == nil)
    #expect(WorkTime.of(nil) == nil && WorkTime.of(7) == WorkTime(days: 0, milliseconds: 7))
  }
}
