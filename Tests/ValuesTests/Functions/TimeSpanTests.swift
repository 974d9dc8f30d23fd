import Testing

@testable import Values

@Suite struct TimeSpanTests {
  @Test func addsUp() {
    let rows = vectors(
      """
      1 | 2 | 3
      3600000 | 60000 | 3660000
      0 | 0 | 0
      -1 | 1 | 0
      -5 | -7 | -12
      max | 0 | max
      max | 1 | _
      max | -1 | 9223372036854775806
      min | -1 | _
      min | 0 | min
      min | max | -1
      _ | 1 | _
      1 | _ | _
      _ | _ | _
      5400000 | 5400000 | 10800000
      86400000 | -86400000 | 0
      999 | 1 | 1000
      -9223372036854775807 | -1 | min
      4611686018427387904 | 4611686018427387904 | _
      4611686018427387904 | 4611686018427387903 | max
      """)
    for row in rows {
      let (a, b, sum) = (integer(row[0]), integer(row[1]), integer(row[2]))
      #expect(TimeSpan.add(a, b) == sum, "\(row)")
      #expect(TimeSpan.add(b, a) == sum, "\(row)")
      if let sum { #expect(TimeSpan.subtract(sum, b) == a, "\(row)") }
    }
    #expect(TimeSpan.subtract(.min, 1) == nil && TimeSpan.subtract(0, .min) == nil)
    #expect(TimeSpan.subtract(nil, 1) == nil && TimeSpan.subtract(1, nil) == nil)
    #expect(TimeSpan.negate(5) == -5 && TimeSpan.negate(.min) == nil && TimeSpan.negate(nil) == nil)
  }

  /// A duration, a number, the product and the quotient.
  @Test func multipliesAndDivides() {
    let rows = vectors(
      """
      1000 | 3 | 3000 | 333
      1000 | 1.5 | 1500 | 667
      1001 | 2 | 2002 | 501
      1 | 0.5 | 1 | 2
      1 | 0.4 | 0 | 3
      -1 | 0.5 | -1 | -2
      3 | 0.5 | 2 | 6
      -3 | 0.5 | -2 | -6
      1000 | 0 | 0 | _
      0 | 5 | 0 | 0
      _ | 2 | _ | _
      1000 | _ | _ | _
      max | 1 | max | max
      max | 2 | _ | 4611686018427387904
      min | -1 | _ | _
      min | 1 | min | min
      max | 0.5 | 4611686018427387904 | _
      3600000 | 0.25 | 900000 | 14400000
      28800000 | 7 | 201600000 | 4114286
      1000 | -3 | -3000 | -333
      5 | 0.1 | 1 | 50
      4 | 0.1 | 0 | 40
      """)
    for row in rows {
      let (span, n) = (integer(row[0]), fixed(row[1]))
      #expect(TimeSpan.multiply(span, n) == integer(row[2]), "\(row)")
      #expect(TimeSpan.divide(span, n) == integer(row[3]), "\(row)")
    }
  }

  @Test func comparesByRatio() {
    let rows = vectors(
      """
      1 | 2 | 0.500000000000
      2 | 1 | 2.000000000000
      1 | 3 | 0.333333333333
      -1 | 3 | -0.333333333333
      0 | 5 | 0.000000000000
      5 | 0 | _
      0 | 0 | _
      _ | 1 | _
      1 | _ | _
      max | max | 1.000000000000
      min | max | -1.000000000000
      max | 1 | 9223372036854775807.000000000000
      1 | max | 0.000000000000
      5400000 | 3600000 | 1.500000000000
      3600000 | 86400000 | 0.041666666666
      90000 | 60000 | 1.500000000000
      28800000 | 28800000 | 1.000000000000
      -28800000 | 28800000 | -1.000000000000
      2 | 3 | 0.666666666666
      -2 | -3 | 0.666666666666
      """)
    for row in rows {
      #expect(same(TimeSpan.ratio(integer(row[0]), integer(row[1])), fixed(row[2])), "\(row)")
    }
  }

  @Test func writes() {
    let rows = vectors(
      """
      0 | 0:00:00
      1 | 0:00:00
      999 | 0:00:00
      1000 | 0:00:01
      59999 | 0:00:59
      60000 | 0:01:00
      3599999 | 0:59:59
      3600000 | 1:00:00
      5400000 | 1:30:00
      86400000 | 24:00:00
      98405000 | 27:20:05
      -1 | 0:00:00
      -999 | 0:00:00
      -1000 | -0:00:01
      -1800000 | -0:30:00
      -5400000 | -1:30:00
      _ | _
      max | 2562047788015:12:55
      min | -2562047788015:12:55
      360000000 | 100:00:00
      3723004 | 1:02:03
      """)
    for row in rows { #expect(TimeSpan.text(integer(row[0])) == text(row[1]), "\(row)") }
  }

  @Test func writesTimesOfDay() {
    let rows = vectors(
      """
      0 | 00:00:00
      1 | 00:00:01
      59 | 00:00:59
      60 | 00:01:00
      3599 | 00:59:59
      3600 | 01:00:00
      32400 | 09:00:00
      32430 | 09:00:30
      43200 | 12:00:00
      46800 | 13:00:00
      64800 | 18:00:00
      75600 | 21:00:00
      86399 | 23:59:59
      86400 | _
      -1 | _
      max | _
      min | _
      _ | _
      36000 | 10:00:00
      45296 | 12:34:56
      """)
    for row in rows { #expect(TimeSpan.timeText(integer(row[0])) == text(row[1]), "\(row)") }
  }
}
