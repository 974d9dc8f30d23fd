import Testing

@testable import Values

@Suite struct PeriodTests {
  /// `3m -5d`, months and days; `_` is blank.
  private func period(_ cell: String) -> Period? {
    if cell == "_" { return nil }
    let parts = cell.split(separator: " ").map { Int($0.dropLast()) ?? 0 }
    return Period(months: parts[0], days: parts[1])
  }

  @Test func addsUp() {
    let rows = vectors(
      """
      1m 0d | 0m 5d | 1m 5d
      1m 2d | 3m 4d | 4m 6d
      0m 0d | 0m 0d | 0m 0d
      12m 0d | -12m 0d | 0m 0d
      0m 30d | 1m 0d | 1m 30d
      0m 365d | 12m 0d | 12m 365d
      -1m -2d | 1m 2d | 0m 0d
      1m -1d | 0m 1d | 1m 0d
      _ | 1m 0d | _
      1m 0d | _ | _
      _ | _ | _
      2147483647m 0d | 1m 0d | _
      2147483646m 0d | 1m 0d | 2147483647m 0d
      0m 2147483647d | 0m 1d | _
      -2147483647m 0d | -1m 0d | _
      -2147483647m 0d | 1m 0d | -2147483646m 0d
      0m -2147483647d | 0m -1d | _
      5m 0d | 7m 0d | 12m 0d
      0m 3d | 0m 4d | 0m 7d
      24m 15d | 0m 15d | 24m 30d
      """)
    for row in rows {
      let (a, b, sum) = (period(row[0]), period(row[1]), period(row[2]))
      #expect(Period.add(a, b) == sum, "\(row)")
      #expect(Period.add(b, a) == sum, "\(row)")
      if let sum {
        #expect(Period.subtract(sum, b) == a, "\(row)")
        #expect(Period.subtract(b, sum) == Period.negate(a), "\(row)")
      }
    }
    #expect(Period.negate(period("3m -4d")) == period("-3m 4d") && Period.negate(nil) == nil)
    #expect(Period.subtract(nil, .zero) == nil && Period.subtract(.zero, nil) == nil)
  }

  @Test func multiplies() {
    let rows = vectors(
      """
      1m 0d | 3 | 3m 0d
      0m 7d | 2 | 0m 14d
      1m 2d | 3 | 3m 6d
      1m 2d | 0 | 0m 0d
      1m 2d | -1 | -1m -2d
      1m -2d | -2 | -2m 4d
      12m 0d | 10 | 120m 0d
      0m 0d | max | 0m 0d
      1m 0d | max | _
      0m 1d | min | _
      1m 0d | 2147483647 | 2147483647m 0d
      1m 0d | 2147483648 | _
      0m -1d | 2147483647 | 0m -2147483647d
      0m 1d | -2147483648 | _
      _ | 2 | _
      1m 0d | _ | _
      _ | _ | _
      3m 0d | 4 | 12m 0d
      0m 30d | 12 | 0m 360d
      5m 5d | 1 | 5m 5d
      """)
    for row in rows {
      #expect(Period.multiply(period(row[0]), fixed(row[1])) == period(row[2]), "\(row)")
    }
  }

  /// Two periods; less, equal, greater, or `x` for none of these.
  @Test func compares() {
    let rows = vectors(
      """
      1m 0d | 2m 0d | <
      2m 0d | 1m 0d | >
      2m 0d | 2m 0d | =
      0m 1d | 0m 2d | <
      0m 2d | 0m 1d | >
      0m 7d | 0m 7d | =
      0m 0d | 0m 0d | =
      0m 0d | 1m 0d | <
      0m 0d | 0m 1d | <
      0m -1d | 0m 0d | <
      -1m 0d | 0m 0d | <
      1m 0d | 0m 30d | x
      0m 31d | 1m 0d | x
      12m 0d | 0m 1d | x
      1m 1d | 1m 2d | x
      1m 1d | 2m 0d | x
      1m 1d | 0m 1d | x
      -1m 0d | 0m 1d | x
      12m 0d | 13m 0d | <
      0m 365d | 0m 366d | <
      """)
    for row in rows {
      let (a, b) = (period(row[0]), period(row[1]))
      #expect(Period.less(a, b) == (row[2] == "<"), "\(row)")
      #expect(Period.less(b, a) == (row[2] == ">"), "\(row)")
      #expect(Period.atMost(a, b) == (row[2] == "<" || row[2] == "="), "\(row)")
      #expect(Period.atMost(b, a) == (row[2] == ">" || row[2] == "="), "\(row)")
      #expect(Comparisons.equal(a, b) == (row[2] == "="), "\(row)")
      #expect(!Period.less(nil, b) && !Period.less(a, nil) && !Period.atMost(nil, nil))
    }
  }

  /// A date, a period, and the date so much later.
  @Test func movesDates() {
    let rows = vectors(
      """
      2026-01-31 | 1m 0d | 2026-02-28
      2026-01-31 | 1m 1d | 2026-03-01
      2026-01-30 | 1m 1d | 2026-03-01
      2024-01-31 | 1m 1d | 2024-03-01
      2024-02-29 | 12m 0d | 2025-02-28
      2024-02-29 | 12m 1d | 2025-03-01
      2026-03-31 | -1m 0d | 2026-02-28
      2026-03-31 | -1m -1d | 2026-02-27
      2026-03-31 | -1m 1d | 2026-03-01
      2026-03-02 | 0m 0d | 2026-03-02
      2026-03-02 | 0m 14d | 2026-03-16
      2026-03-02 | 0m -2d | 2026-02-28
      2026-12-31 | 0m 1d | 2027-01-01
      9999-12-31 | 0m 1d | _
      9999-12-01 | 1m -1d | _
      0001-01-01 | 0m -1d | _
      0001-01-31 | -1m 40d | _
      0001-01-01 | 119987m 30d | 9999-12-31
      _ | 1m 0d | _
      2026-01-01 | _ | _
      2026-01-01 | 0m 3000000d | _
      """)
    for row in rows {
      let (day, period, moved) = (date(row[0]), period(row[1]), date(row[2]))
      #expect(CivilDate.addPeriod(day, period) == moved, "\(row)")
      #expect(CivilDate.subtractPeriod(day, Period.negate(period)) == moved, "\(row)")
    }
  }
}
