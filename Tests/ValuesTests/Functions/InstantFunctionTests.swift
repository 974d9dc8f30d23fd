import Testing

@testable import Values

@Suite struct InstantFunctionTests {
  /// A zone, a moment, the day and the second of the day on its clocks, and the text of it.
  @Test func readsClocks() {
    let rows = vectors(
      """
      Shanghai | 2026-03-02T01:00Z | 2026-03-02 | 32400 | 2026-03-02 09:00:00
      Shanghai | 2026-03-01T15:59:59.999Z | 2026-03-01 | 86399 | 2026-03-01 23:59:59
      Shanghai | 2026-03-01T16:00Z | 2026-03-02 | 0 | 2026-03-02 00:00:00
      Shanghai | 9999-12-31T15:59:59.999Z | 9999-12-31 | 86399 | 9999-12-31 23:59:59
      Shanghai | 9999-12-31T16:00Z | _ | _ | _
      Shanghai | 0001-01-01T00:00Z | 0001-01-01 | 28800 | 0001-01-01 08:00:00
      Shanghai | 1970-01-01T00:00Z | 1970-01-01 | 28800 | 1970-01-01 08:00:00
      Shanghai | 1969-12-31T15:59:59.999Z | 1969-12-31 | 86399 | 1969-12-31 23:59:59
      Berlin | 2026-03-29T00:59:59Z | 2026-03-29 | 7199 | 2026-03-29 01:59:59
      Berlin | 2026-03-29T01:00Z | 2026-03-29 | 10800 | 2026-03-29 03:00:00
      Berlin | 2026-10-25T00:30Z | 2026-10-25 | 9000 | 2026-10-25 02:30:00
      Berlin | 2026-10-25T01:30Z | 2026-10-25 | 9000 | 2026-10-25 02:30:00
      Berlin | 2026-06-30T22:00Z | 2026-07-01 | 0 | 2026-07-01 00:00:00
      Berlin | 2026-12-31T22:59:59Z | 2026-12-31 | 86399 | 2026-12-31 23:59:59
      New York | 2026-03-02T04:59:59Z | 2026-03-01 | 86399 | 2026-03-01 23:59:59
      New York | 0001-01-01T04:59Z | _ | _ | _
      New York | 2026-07-04T04:00Z | 2026-07-04 | 0 | 2026-07-04 00:00:00
      Brasilia | 2026-10-18T03:00Z | 2026-10-18 | 3600 | 2026-10-18 01:00:00
      UTC | 1970-01-01T00:00:01.999Z | 1970-01-01 | 1 | 1970-01-01 00:00:01
      UTC | _ | _ | _ | _
      """)
    for row in rows {
      let (zone, instant) = (zone(row[0]), moment(row[1]))
      #expect(Instant.date(instant, zone) == date(row[2]), "\(row)")
      #expect(Instant.time(instant, zone) == integer(row[3]), "\(row)")
      #expect(Instant.text(instant, zone) == text(row[4]), "\(row)")
    }
  }

  /// A zone, a day, a second of it, and the moment of both.
  @Test func placesClocks() {
    let rows = vectors(
      """
      Shanghai | 2026-03-02 | 32400 | 2026-03-02T01:00Z
      Shanghai | 2026-03-02 | 0 | 2026-03-01T16:00Z
      Shanghai | 2026-03-02 | 86399 | 2026-03-02T15:59:59Z
      Shanghai | 2026-03-02 | 86400 | _
      Shanghai | 2026-03-02 | -1 | _
      Shanghai | _ | 0 | _
      Shanghai | 2026-03-02 | _ | _
      Shanghai | 0001-01-01 | 28799 | _
      Shanghai | 0001-01-01 | 28800 | 0001-01-01T00:00Z
      Shanghai | 9999-12-31 | 86399 | 9999-12-31T15:59:59Z
      New York | 9999-12-31 | 68400 | _
      New York | 9999-12-31 | 68399 | 9999-12-31T23:59:59Z
      Berlin | 2026-03-29 | 9000 | 2026-03-29T01:30Z
      Berlin | 2026-03-29 | 7200 | 2026-03-29T01:00Z
      Berlin | 2026-03-29 | 10800 | 2026-03-29T01:00Z
      Berlin | 2026-10-25 | 9000 | 2026-10-25T00:30Z
      Berlin | 2026-10-25 | 10800 | 2026-10-25T02:00Z
      Berlin | 2026-07-01 | 0 | 2026-06-30T22:00Z
      Brasilia | 2026-10-18 | 0 | 2026-10-18T03:00Z
      UTC | 1970-01-01 | 0 | 1970-01-01T00:00Z
      """)
    for row in rows {
      let result = Instant.at(date(row[1]), integer(row[2]), zone(row[0]))
      #expect(result == moment(row[3]), "\(row)")
    }
  }

  /// A zone, a moment, months, days, and the moment so much later.
  @Test func addsPeriods() {
    let rows = vectors(
      """
      Berlin | 2026-03-28T01:30Z | 0 | 1 | 2026-03-29T01:30Z
      Berlin | 2026-03-28T01:30Z | 0 | 2 | 2026-03-30T00:30Z
      Berlin | 2026-10-24T00:30Z | 0 | 1 | 2026-10-25T00:30Z
      Berlin | 2026-10-25T01:30Z | 0 | 0 | 2026-10-25T01:30Z
      Berlin | 2026-10-25T01:30Z | 0 | 1 | 2026-10-26T01:30Z
      Berlin | 2026-10-25T01:30Z | 0 | -1 | 2026-10-24T00:30Z
      Berlin | 2026-01-31T11:00Z | 1 | 0 | 2026-02-28T11:00Z
      Berlin | 2026-01-31T11:00Z | 1 | 1 | 2026-03-01T11:00Z
      Berlin | 2026-06-30T22:30Z | 1 | 0 | 2026-07-31T22:30Z
      Berlin | 2026-12-31T23:30Z | 6 | 0 | 2027-06-30T22:30Z
      Berlin | 2024-02-29T11:00Z | 12 | 0 | 2025-02-28T11:00Z
      Berlin | 2026-03-31T10:00Z | -1 | 0 | 2026-02-28T11:00Z
      Berlin | 2026-03-01T11:00:00.123Z | 0 | 1 | 2026-03-02T11:00:00.123Z
      Shanghai | 2026-03-01T16:00Z | 0 | 3 | 2026-03-04T16:00Z
      Shanghai | 2026-03-02T01:00Z | 0 | 7 | 2026-03-09T01:00Z
      Shanghai | 9999-12-31T12:00Z | 0 | 1 | _
      Shanghai | 0001-01-01T00:00Z | 0 | -1 | _
      Shanghai | 9999-11-30T12:00Z | 1 | 0 | 9999-12-30T12:00Z
      New York | 9999-12-30T23:59Z | 0 | 1 | 9999-12-31T23:59Z
      New York | 9999-12-31T05:00Z | 0 | 0 | 9999-12-31T05:00Z
      Brasilia | 2026-10-17T03:00Z | 0 | 1 | 2026-10-18T03:00Z
      UTC | _ | 1 | 0 | _
      """)
    for row in rows {
      let (zone, instant, later) = (zone(row[0]), moment(row[1]), moment(row[4]))
      let period = Period(months: Int(row[2])!, days: Int(row[3])!)
      #expect(Instant.addPeriod(instant, period, zone) == later, "\(row)")
      #expect(Instant.subtractPeriod(instant, Period.negate(period), zone) == later, "\(row)")
      #expect(Instant.addPeriod(instant, nil, zone) == nil)
    }
  }

  /// A moment, milliseconds, and the moment so much later.
  @Test func addsSpans() {
    let rows = vectors(
      """
      2026-03-02T01:00Z | 3600000 | 2026-03-02T02:00Z
      2026-03-02T01:00Z | -3600000 | 2026-03-02T00:00Z
      2026-03-02T01:00Z | 0 | 2026-03-02T01:00Z
      2026-03-02T01:00Z | 1 | 2026-03-02T01:00:00.001Z
      2026-03-02T01:00Z | -1 | 2026-03-02T00:59:59.999Z
      2026-02-28T23:00Z | 7200000 | 2026-03-01T01:00Z
      2024-02-28T23:00Z | 7200000 | 2024-02-29T01:00Z
      1970-01-01T00:00Z | -1 | 1969-12-31T23:59:59.999Z
      9999-12-31T23:59:59.999Z | 0 | 9999-12-31T23:59:59.999Z
      9999-12-31T23:59:59.999Z | 1 | _
      0001-01-01T00:00Z | 0 | 0001-01-01T00:00Z
      0001-01-01T00:00Z | -1 | _
      1970-01-01T00:00Z | max | _
      1970-01-01T00:00Z | -9223372036854775807 | _
      _ | 1 | _
      1970-01-01T00:00Z | _ | _
      _ | _ | _
      0001-01-01T00:00Z | 315537897599999 | 9999-12-31T23:59:59.999Z
      2026-10-25T00:30Z | 3600000 | 2026-10-25T01:30Z
      2026-12-31T23:59:59Z | 1000 | 2027-01-01T00:00Z
      """)
    for row in rows {
      let (instant, span, later) = (moment(row[0]), integer(row[1]), moment(row[2]))
      #expect(Instant.addSpan(instant, span) == later, "\(row)")
      #expect(Instant.subtractSpan(instant, TimeSpan.negate(span)) == later, "\(row)")
    }
  }

  /// A zone, a moment, a unit, its first and its last millisecond.
  @Test func findsStartsAndEnds() {
    let rows = vectors(
      """
      Berlin | 2026-03-29T12:00Z | day | 2026-03-28T23:00Z | 2026-03-29T21:59:59.999Z
      Berlin | 2026-10-25T12:00Z | day | 2026-10-24T22:00Z | 2026-10-25T22:59:59.999Z
      Berlin | 2026-03-29T12:00Z | week | 2026-03-22T23:00Z | 2026-03-29T21:59:59.999Z
      Berlin | 2026-03-29T12:00Z | month | 2026-02-28T23:00Z | 2026-03-31T21:59:59.999Z
      Berlin | 2026-03-29T12:00Z | quarter | 2025-12-31T23:00Z | 2026-03-31T21:59:59.999Z
      Berlin | 2026-03-29T12:00Z | year | 2025-12-31T23:00Z | 2026-12-31T22:59:59.999Z
      Shanghai | 2026-03-02T01:00Z | day | 2026-03-01T16:00Z | 2026-03-02T15:59:59.999Z
      Shanghai | 2026-03-01T15:59:59.999Z | day | 2026-02-28T16:00Z | 2026-03-01T15:59:59.999Z
      Shanghai | 2026-03-01T16:00Z | day | 2026-03-01T16:00Z | 2026-03-02T15:59:59.999Z
      Shanghai | 2026-03-01T16:00Z | week | 2026-03-01T16:00Z | 2026-03-08T15:59:59.999Z
      Shanghai | 2026-03-01T16:00Z | month | 2026-02-28T16:00Z | 2026-03-31T15:59:59.999Z
      Shanghai | 2026-03-01T16:00Z | quarter | 2025-12-31T16:00Z | 2026-03-31T15:59:59.999Z
      Shanghai | 2026-03-01T16:00Z | year | 2025-12-31T16:00Z | 2026-12-31T15:59:59.999Z
      Shanghai | 0001-01-01T00:00Z | day | _ | 0001-01-01T15:59:59.999Z
      Brasilia | 2026-10-18T12:00Z | day | 2026-10-18T03:00Z | 2026-10-19T01:59:59.999Z
      Brasilia | 2026-02-14T12:00Z | day | 2026-02-14T02:00Z | 2026-02-15T02:59:59.999Z
      UTC | 1970-01-01T00:00Z | day | 1970-01-01T00:00Z | 1970-01-01T23:59:59.999Z
      UTC | 1969-12-31T23:59:59.999Z | day | 1969-12-31T00:00Z | 1969-12-31T23:59:59.999Z
      UTC | 9999-12-31T00:00Z | year | 9999-01-01T00:00Z | 9999-12-31T23:59:59.999Z
      UTC | 9999-12-31T00:00Z | week | 9999-12-27T00:00Z | _
      UTC | _ | day | _ | _
      """)
    for row in rows {
      let (zone, instant) = (zone(row[0]), moment(row[1]))
      guard let unit = CalendarUnit.allCases.first(where: { "\($0)" == row[2] }) else {
        Issue.record("\(row)")
        continue
      }
      #expect(Instant.startOf(instant, unit, zone) == moment(row[3]), "\(row)")
      #expect(Instant.endOf(instant, unit, zone) == moment(row[4]), "\(row)")
    }
  }

  /// Whatever is asked, nothing traps.
  @Test(arguments: [Int64.min, -1, 0, 1, .max])
  func bearsAnyNumber(_ number: Int64) {
    for name in ["Berlin", "UTC"] {
      let zone = zone(name)
      for period in [Period.zero, Period(months: .max, days: .max), Period(months: 1, days: .min)] {
        _ = Instant.addPeriod(number, period, zone)
        _ = Instant.subtractPeriod(number, period, zone)
        _ = CivilDate.addPeriod(CivilDate.stored(0), period)
      }
      for unit in CalendarUnit.allCases {
        _ = Instant.startOf(number, unit, zone)
        _ = Instant.endOf(number, unit, zone)
      }
      _ = Instant.text(number, zone)
    }
    #expect(CivilDate.stored(number) == (abs(number.clamped) > 1 ? nil : CivilDate(days: number)))
  }
}

extension Int64 {
  fileprivate var clamped: Int64 { Swift.min(Swift.max(self, -2), 2) }
}
