import Testing

@testable import Values

@Suite struct FixedFunctionTests {
  @Test func clamps() {
    let rows = vectors(
      """
      5 | 1 | 10 | 5
      0 | 1 | 10 | 1
      11 | 1 | 10 | 10
      1 | 1 | 10 | 1
      10 | 1 | 10 | 10
      -5 | -3 | 3 | -3
      -3 | -3 | 3 | -3
      0.50 | 0.00 | 1.00 | 0.50
      -0.01 | 0.00 | 1.00 | 0.00
      1.01 | 0.00 | 1.00 | 1.00
      5 | 10 | 1 | _
      5 | 5 | 5 | 5
      4 | 5 | 5 | 5
      6 | 5 | 5 | 5
      _ | 1 | 10 | _
      5 | _ | 10 | _
      5 | 1 | _ | _
      max | min | 0 | 0
      min | 0 | max | 0
      min | min | max | min
      max | min | max | max
      """)
    for row in rows {
      let result = Fixed.clamp(fixed(row[0]), fixed(row[1]), fixed(row[2]))
      #expect(same(result, fixed(row[3])), "\(row)")
    }
  }

  /// The number, its magnitude, its sign.
  @Test func partsMagnitudeAndSign() {
    let rows = vectors(
      """
      0 | 0 | 0
      0.00 | 0.00 | 0
      1 | 1 | 1
      -1 | 1 | -1
      2.50 | 2.50 | 1
      -2.50 | 2.50 | -1
      _ | _ | _
      max | max | 1
      min | _ | -1
      min/1 | _ | -1
      max/1 | max/1 | 1
      -170141183460469231731687303715884105727 | max | -1
      0.000000000000000001 | 0.000000000000000001 | 1
      -0.000000000000000001 | 0.000000000000000001 | -1
      -9223372036854775808 | 9223372036854775808 | -1
      9223372036854775807 | 9223372036854775807 | 1
      -0.5 | 0.5 | -1
      -1000000.00 | 1000000.00 | -1
      123456789.123456789 | 123456789.123456789 | 1
      -7.0 | 7.0 | -1
      """)
    for row in rows {
      #expect(same(Fixed.abs(fixed(row[0])), fixed(row[1])), "\(row)")
      #expect(same(Fixed.sign(fixed(row[0])), fixed(row[2])), "\(row)")
    }
  }

  @Test func raises() {
    let rows = vectors(
      """
      2 | 10 | 1024
      2 | 0 | 1
      0 | 0 | 1
      0 | 5 | 0
      -3 | 3 | -27
      -3 | 4 | 81
      10 | 38 | 100000000000000000000000000000000000000
      10 | 39 | _
      -2 | 127 | min
      2 | 127 | _
      2 | 126 | 85070591730234615865843651857942052864
      1 | 1000 | 1
      -1 | 999 | -1
      1 | 1001 | _
      2 | -1 | _
      _ | 2 | _
      2 | _ | _
      7.5 | 0 | 1.000000000000000000
      1.05 | 2 | 1.102500000000000000
      1.05 | 10 | 1.628894626777441406
      0.5 | 3 | 0.125000000000000000
      -0.5 | 3 | -0.125000000000000000
      0.1 | 18 | 0.000000000000000001
      0.1 | 19 | 0.000000000000000000
      1.005 | 12 | 1.061677811864499569
      1.5 | 20 | 3325.256730079650878907
      0.333333 | 3 | 0.037036925926037037
      0.99999 | 100 | 0.999000494838339206
      1000.0 | 7 | _
      0.0 | 3 | 0.000000000000000000
      """)
    for row in rows {
      #expect(same(Fixed.power(fixed(row[0]), fixed(row[1])), fixed(row[2])), "\(row)")
    }
  }

  @Test func findsShares() {
    let rows = vectors(
      """
      25 | 200 | 0.125000000000
      1 | 3 | 0.333333333333
      2 | 3 | 0.666666666666
      -2 | 3 | -0.666666666666
      5 | 4 | 1.250000000000
      0 | 4 | 0.000000000000
      4 | 0 | _
      0 | 0 | _
      _ | 4 | _
      4 | _ | _
      99.90 | 99.90 | 1.000000000000
      0.01 | 100.00 | 0.000100000000
      100.00 | 0.01 | 10000.000000000000
      1 | 7 | 0.142857142857
      -1 | -7 | 0.142857142857
      1 | -7 | -0.142857142857
      500000 | 1200000.00 | 0.416666666666
      0.1 | 0.3 | 0.333333333333
      1 | 1000000000000 | 0.000000000001
      1 | 1000000000001 | 0.000000000000
      max | 1 | _
      """)
    for row in rows {
      #expect(same(Fixed.percentOf(fixed(row[0]), fixed(row[1])), fixed(row[2])), "\(row)")
    }
  }

  /// The total, the weights, the parts.
  @Test func allocates() {
    let rows = vectors(
      """
      1.00 | 1 1 1 | 0.34 0.33 0.33
      -1.00 | 1 1 1 | -0.34 -0.33 -0.33
      100.00 | 1 2 3 | 16.67 33.33 50.00
      0.05 | 1 1 1 1 | 0.02 0.01 0.01 0.01
      0.01 | 1 1 | 0.01 0.00
      0.01 | 1 3 | 0.00 0.01
      10.00 | 50 30 20 | 5.00 3.00 2.00
      1.00 | 33.3 33.3 33.4 | 0.33 0.33 0.34
      0.07 | 1 0 1 | 0.04 0.00 0.03
      0.07 | 1 _ 1 | 0.04 0.00 0.03
      1.01 | 0.5 0.5 | 0.51 0.50
      0.01 | 0 0 1 | 0.00 0.00 0.01
      999.99 | 17 29 54 | 170.00 290.00 539.99
      -0.05 | 3 3 1 | -0.02 -0.02 -0.01
      0.00 | 1 2 | 0.00 0.00
      7 | 1 | 7
      7 | 2 2 | 4 3
      5.00 | 0 0 | _
      5.00 | _ _ | _
      5.00 | 1 -1 3 | _
      _ | 1 1 | _
      1.00 | 0.001 1 1.00 | 0.00 0.50 0.50
      min | 1 0 | min 0
      3 | max | 3
      3 | max 1 | _
      """)
    for row in rows {
      let parts = Fixed.allocate(fixed(row[0]), row[1].split(separator: " ").map { fixed("\($0)") })
      let expected = row[2].split(separator: " ").map { fixed("\($0)") }
      if expected == [nil] {
        #expect(parts == nil, "\(row)")
      } else {
        #expect(parts?.count == expected.count, "\(row)")
        for (part, wanted) in zip(parts ?? [], expected) { #expect(same(part, wanted), "\(row)") }
      }
    }
    #expect(Fixed.allocate(.one, []) == nil)
  }

  /// Parts of every small total by every small weights add up to it, and none is more than one off
  /// its proportion.
  @Test func allocatesFairly() throws {
    for total in -12...12 {
      for code in 1..<256 {
        let weights = [code % 4, code / 4 % 4, code / 16 % 4, code / 64]
        let given = weights.map { Fixed(Int128($0), 0) }
        let parts = try #require(Fixed.allocate(Fixed(Int128(total), 2), given))
        let sum = weights.reduce(0, +)
        try #require(parts.reduce(0) { $0 + $1.mantissa } == Int128(total))
        for (part, weight) in zip(parts, weights) {
          let off = Int(part.mantissa) * sum - total * weight
          try #require(abs(off) < sum && (weight > 0 || part.mantissa == 0))
        }
      }
    }
  }
}
