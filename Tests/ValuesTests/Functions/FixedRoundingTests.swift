import Testing

@testable import Values

@Suite struct FixedRoundingTests {
  /// The number, then what it becomes under each mode.
  private let wholes = """
    2.5 | 3 | 2 | 3 | 2 | 3 | 2
    -2.5 | -3 | -2 | -3 | -2 | -2 | -3
    3.5 | 4 | 4 | 4 | 3 | 4 | 3
    -3.5 | -4 | -4 | -4 | -3 | -3 | -4
    2.4 | 2 | 2 | 3 | 2 | 3 | 2
    -2.4 | -2 | -2 | -3 | -2 | -2 | -3
    2.6 | 3 | 3 | 3 | 2 | 3 | 2
    -2.6 | -3 | -3 | -3 | -2 | -2 | -3
    2.51 | 3 | 3 | 3 | 2 | 3 | 2
    -2.51 | -3 | -3 | -3 | -2 | -2 | -3
    0.5 | 1 | 0 | 1 | 0 | 1 | 0
    -0.5 | -1 | 0 | -1 | 0 | 0 | -1
    1.5 | 2 | 2 | 2 | 1 | 2 | 1
    0.4999 | 0 | 0 | 1 | 0 | 1 | 0
    -0.4999 | 0 | 0 | -1 | 0 | 0 | -1
    0.0001 | 0 | 0 | 1 | 0 | 1 | 0
    -0.0001 | 0 | 0 | -1 | 0 | 0 | -1
    0 | 0 | 0 | 0 | 0 | 0 | 0
    7 | 7 | 7 | 7 | 7 | 7 | 7
    -7 | -7 | -7 | -7 | -7 | -7 | -7
    999.5 | 1000 | 1000 | 1000 | 999 | 1000 | 999
    -999.5 | -1000 | -1000 | -1000 | -999 | -999 | -1000
    """

  @Test(arguments: Rounding.allCases.enumerated().map { ($0.offset + 1, $0.element) })
  func roundsToWholes(_ column: Int, _ mode: Rounding) {
    for row in vectors(wholes) {
      let result = Fixed.round(fixed(row[0]), 0, mode)
      #expect(same(result, fixed(row[column])), "\(row)")
    }
    #expect(Fixed.round(nil, 0, mode) == nil)
  }

  @Test func cutsToWholes() {
    for row in vectors(wholes) {
      #expect(same(Fixed.trunc(fixed(row[0])), fixed(row[4])), "\(row)")
      #expect(same(Fixed.ceil(fixed(row[0])), fixed(row[5])), "\(row)")
      #expect(same(Fixed.floor(fixed(row[0])), fixed(row[6])), "\(row)")
    }
    #expect(Fixed.trunc(nil) == nil && Fixed.ceil(nil) == nil && Fixed.floor(nil) == nil)
  }

  @Test(arguments: [
    ("9223372036854775807.5", Rounding.halfAway, "9223372036854775808"),
    ("9223372036854775807.5", .halfEven, "9223372036854775808"),
    ("9223372036854775807.5", .down, "9223372036854775807"),
    ("-9223372036854775808.5", .halfAway, "-9223372036854775809"),
    ("-9223372036854775808.5", .halfEven, "-9223372036854775808"),
    ("-9223372036854775808.5", .ceiling, "-9223372036854775808"),
    ("max/1", .halfAway, "17014118346046923173168730371588410573"),
    ("max/1", .floor, "17014118346046923173168730371588410572"),
    ("min/1", .halfEven, "-17014118346046923173168730371588410573"),
    ("min/1", .ceiling, "-17014118346046923173168730371588410572"),
  ])
  func roundsWhatIsLong(_ number: String, _ mode: Rounding, _ result: String) {
    #expect(same(Fixed.round(fixed(number), 0, mode), fixed(result)))
  }

  @Test func roundsToDigits() {
    let rows = vectors(
      """
      1.005 | 2 | 1.01
      -1.005 | 2 | -1.01
      1.004999999 | 2 | 1.00
      2.675 | 2 | 2.68
      1.45 | 1 | 1.5
      0.125 | 2 | 0.13
      -0.125 | 2 | -0.13
      1234.5678 | 3 | 1234.568
      1234.5 | 4 | 1234.5000
      7 | 2 | 7.00
      7 | 0 | 7
      -7 | 9 | -7.000000000
      0.999 | 2 | 1.00
      0.994 | 2 | 0.99
      92.035398230088 | 2 | 92.04
      104.0000 | 2 | 104.00
      0.000000000000000001 | 9 | 0.000000000
      0.0000000005 | 9 | 0.000000001
      -0.0000000005 | 9 | -0.000000001
      99999.995 | 2 | 100000.00
      max | 1 | _
      17014118346046923173168730371588410572.7 | 1 | 17014118346046923173168730371588410572.7
      """)
    for row in rows {
      let result = Fixed.round(fixed(row[0]), UInt8(row[1])!, .halfAway)
      #expect(same(result, fixed(row[2])), "\(row)")
    }
  }

  /// Every hundredth from −25 to 25, by asking which whole numbers are near.
  @Test func roundsByNearness() throws {
    for hundredths in -2500...2500 {
      let low = Int((Double(hundredths) / 100).rounded(.down))
      let rest = hundredths - low * 100
      let isNegative = hundredths < 0
      let away = isNegative ? low : low + 1
      let toward = isNegative ? low + 1 : low
      let even = low % 2 == 0 ? low : low + 1
      let near = rest < 50 ? low : low + 1
      let expected: [Rounding: Int] = [
        .floor: low, .ceiling: rest == 0 ? low : low + 1, .up: rest == 0 ? low : away,
        .down: rest == 0 ? low : toward, .halfAway: rest == 50 ? away : near,
        .halfEven: rest == 50 ? even : near,
      ]
      for mode in Rounding.allCases {
        let result = Fixed.round(Fixed(Int128(hundredths), 2), 0, mode)
        try #require(result?.mantissa == expected[mode].map { Int128($0) }, "\(hundredths) \(mode)")
        let long = Fixed(Int128(hundredths) * 10_000_000_000_000_000, 18)
        try #require(Fixed.round(long, 0, mode)?.mantissa == result?.mantissa)
      }
    }
  }

  @Test func fitsFields() {
    let rows = vectors(
      """
      12.345 | 2 | 1235
      -12.345 | 2 | -1235
      12.344 | 2 | 1234
      7 | 2 | 700
      0 | 9 | 0
      0.004 | 2 | 0
      0.005 | 2 | 1
      -0.005 | 2 | -1
      99.99 | 2 | 9999
      99.994 | 2 | 9999
      99.995 | 2 | _
      100 | 2 | _
      -99.99 | 2 | -9999
      -99.995 | 2 | _
      9999 | 0 | 9999
      9999.4 | 0 | 9999
      9999.5 | 0 | _
      max | 0 | _
      min | 9 | _
      0.333333333333 | 4 | 3333
      0.9999 | 4 | 9999
      0.99995 | 4 | _
      """)
    for row in rows {
      let result = fixed(row[0])?.fitted(UInt8(row[1])!, -9999...9999)
      #expect(result == integer(row[2]), "\(row)")
    }
    #expect(Fixed(.max, 0).fitted(0, .min ... .max) == nil)
    #expect(Fixed(Int128(Int64.min), 0).fitted(0, .min ... .max) == .min)
  }

  @Test func widens() {
    let rows = vectors(
      """
      1 | 2 | 1.00
      1.5 | 1 | 1.5
      1.50 | 1 | 1.50
      _ | 3 | _
      0 | 18 | 0.000000000000000000
      -1 | 1 | -1.0
      max | 0 | max
      max | 1 | _
      min | 1 | _
      min | 0 | min
      17014118346046923173168730371588410572 | 1 | 17014118346046923173168730371588410572.0
      17014118346046923173168730371588410573 | 1 | _
      -17014118346046923173168730371588410573 | 1 | _
      12.34 | 4 | 12.3400
      0.1 | 12 | 0.100000000000
      99 | 9 | 99.000000000
      -0.5 | 2 | -0.50
      170141183460469231731 | 18 | 170141183460469231731.000000000000000000
      170141183460469231732 | 18 | _
      7.0 | 0 | 7.0
      """)
    for row in rows {
      #expect(same(Fixed.widen(fixed(row[0]), UInt8(row[1])!), fixed(row[2])), "\(row)")
    }
  }
}
