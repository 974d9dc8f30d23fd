import Testing

@testable import Values

@Suite struct CalendarTests {
  /// Every day of 800 years, counted on by the rules of the calendar alone.
  @Test func agreesWithCountingDays() throws {
    // 1600-01-01: 370 years before 1970, of which 1600, 1604 … 1968 without 1700, 1800, 1900.
    var days: Int64 = -(370 * 365 + 93 - 3)
    for year in 1600...2400 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for month in 1...12 {
        try #require(CivilDate.length(ofMonth: month, year: year) == lengths[month - 1])
        for day in 1...lengths[month - 1] {
          let date = CivilDate(year: year, month: month, day: day)
          try #require(date?.days == days)
          let back = CivilDate(days: days).components
          try #require(back == (year, month, day))
          days += 1
        }
        try #require(CivilDate(year: year, month: month, day: lengths[month - 1] + 1) == nil)
      }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-03-02", 20_514),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func readsAndWrites(_ text: String, _ days: Int) {
    #expect(CivilDate(parsing: text)?.days == Int64(days))
    #expect(CivilDate(days: Int64(days)).description == text)
  }

  @Test(arguments: [
    "", "2026-3-2", "2026/03/02", "20260302", "2026-02-29", "1900-02-29", "2026-13-01",
    "2026-00-01",
    "2026-01-00", "2026-04-31", "0000-01-01", "02026-01-01", "2026-01-01 ", "２026-01-01",
    "-026-01-01",
    "2026-01-0x",
  ])
  func refuses(_ text: String) { #expect(CivilDate(parsing: text) == nil) }

  @Test func comparesByDay() {
    #expect(CivilDate(days: -1) < CivilDate(days: 0))
  }

  @Test(arguments: [
    ("1970-01-01T00:00Z", 0), ("1970-01-01T00:00:00.001Z", 1), ("1969-12-31T23:59:59.999Z", -1),
    ("2026-03-02T09:00:00+08:00", 1_772_413_200_000), ("2026-03-02 01:00Z", 1_772_413_200_000),
    ("2026-03-01T20:00:00.000-05:00", 1_772_413_200_000),
    ("2026-03-02T01:00:00.0000Z", 1_772_413_200_000),
    ("1970-01-01T00:00:00.1Z", 100), ("1970-01-01T00:00:00.12Z", 120),
    ("0001-01-01T00:00Z", -62_135_596_800_000), ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
  ])
  func readsInstants(_ text: String, _ milliseconds: Int) {
    #expect(Instant.parse(text) == Int64(milliseconds))
    #expect(Instant.parse(Instant.print(Int64(milliseconds))) == Int64(milliseconds))
  }

  @Test(arguments: [
    "", "2026-03-02", "2026-03-02T09:00", "2026-03-02T09:00:00", "2026-03-02T24:00Z",
    "2026-03-02T09:60Z", "2026-03-02T09:00:60Z", "2026-03-02T9:00Z", "2026-03-02t09:00Z",
    "2026-03-02T09:00z", "2026-03-02T09:00+0800", "2026-03-02T09:00+24:00",
    "2026-03-02T09:00+08:60",
    "2026-03-02T09:00:00.Z", "2026-03-02T09:00:00.0001Z", "2026-03-02T09:00ZZ", "2026-02-30T09:00Z",
    "2026-03-02T09:0", "2026-03-02T09:00:0Z", "2026-03-02  09:00Z", "2026-03-02T09:00:00,5Z",
    // Out of the years that can be written.
    "0001-01-01T00:00+01:00", "9999-12-31T23:59-00:01",
  ])
  func refusesInstants(_ text: String) { #expect(Instant.parse(text) == nil) }

  @Test func readsWallClocks() {
    #expect(Instant.parseLocal("1970-01-02T00:00") == 86_400_000)
    #expect(Instant.parseLocal("1970-01-01T00:00:01.5") == 1500)
    #expect(Instant.parseLocal("1970-01-02T00:00Z") == nil)
    #expect(Instant.parseLocal("1970-01-02") == nil)
  }

  @Test func splitsBeforeTheEpoch() {
    let (date, time) = Instant.split(-1)
    #expect(date.days == -1 && time == 86_399_999)
    #expect(Instant.print(-1) == "1969-12-31T23:59:59.999Z")
    #expect(ByteWriter.text { Instant.appendTime(time, seconds: false, to: &$0) } == "23:59")
  }
}
