import Testing

@testable import Values

@Suite struct FixedQuotientTests {
  @Test func divides() {
    let rows = vectors(
      """
      7 | 2 | 3.500000000000
      -7 | 2 | -3.500000000000
      7 | -2 | -3.500000000000
      1 | 3 | 0.333333333333
      -1 | 3 | -0.333333333333
      2 | 3 | 0.666666666666
      1000000000000.00 | 3 | 333333333333.333333333333
      800 | 1.13 | 707.964601769911
      1 | 0 | _
      0 | 5 | 0.000000000000
      0 | 0 | _
      _ | 2 | _
      2 | _ | _
      _ | _ | _
      0.000000000000000001 | 1 | 0.000000000000
      1 | 0.000000000000000001 | 1000000000000000000.000000000000
      max | 1 | _
      max | 0.1 | _
      170141183460469231731687303 | 1 | 170141183460469231731687303.000000000000
      170141183460469231731687304 | 1 | _
      1.000000000000000000 | max | 0.000000000000
      max | max | 1.000000000000
      min | max | -1.000000000000
      min | -1 | _
      92233720368547758.07 | 0.01 | 9223372036854775807.000000000000
      0.000000000001 | 0.999999999999999999 | 0.000000000001
      17014118346046923173.168730371588410572 | 0.000000000001 | _
      """)
    for row in rows {
      let result = Fixed.divide(fixed(row[0]), fixed(row[1]))
      #expect(same(result, fixed(row[2])), "\(row)")
    }
  }

  @Test func dividesWhole() {
    let rows = vectors(
      """
      7 | 2 | 3
      -7 | 2 | -3
      7 | -2 | -3
      -7 | -2 | 3
      1 | 3 | 0
      0.9 | 1 | 0
      -0.9 | 1 | 0
      7.5 | 2.5 | 3
      7.49 | 2.5 | 2
      1 | 0 | _
      0 | 3 | 0
      _ | 2 | _
      2 | _ | _
      max | 1 | 170141183460469231731687303715884105727
      min | 1 | -170141183460469231731687303715884105728
      min | -1 | _
      max | 0.1 | _
      max | min | 0
      1 | 0.000000000000000001 | 1000000000000000000
      0.999999999999999999 | 1 | 0
      10000.00 | 0.01 | 1000000
      -10000.01 | 100 | -100
      """)
    for row in rows {
      let result = Fixed.divideWhole(fixed(row[0]), fixed(row[1]))
      #expect(same(result, fixed(row[2])), "\(row)")
    }
  }

  @Test func leavesOver() {
    let rows = vectors(
      """
      7 | 2 | 1
      -7 | 2 | -1
      7 | -2 | 1
      -7 | -2 | -1
      1 | 3 | 1
      0.9 | 1 | 0.9
      -0.9 | 1 | -0.9
      7.5 | 2.5 | 0.0
      7.49 | 2.5 | 2.49
      1 | 0 | _
      0 | 3 | 0
      _ | 2 | _
      2 | _ | _
      max | 2 | 1
      min | -1 | 0
      min | max | -1
      max | 0.3 | 0.1
      0.3 | max | 0.3
      0.5 | min | 0.5
      10000.01 | 100 | 0.01
      -10000.01 | 100 | -0.01
      max | 0.000000000000000007 | 0.000000000000000001
      0.000000000000000001 | max | 0.000000000000000001
      5 | 2.50 | 0.00
      """)
    for row in rows {
      let result = Fixed.modulo(fixed(row[0]), fixed(row[1]))
      #expect(same(result, fixed(row[2])), "\(row)")
    }
  }

  /// Every pair of small numbers of the scales 0…2, against plain integers.
  @Test func agreesWithIntegers() throws {
    let tens = [1, 10, 100]
    let numbers = (0...2).flatMap { scale in (-24...24).map { ($0, scale) } }
    for (a, scaleA) in numbers {
      for (b, scaleB) in numbers {
        let (x, y) = (Fixed(Int128(a), UInt8(scaleA)), Fixed(Int128(b), UInt8(scaleB)))
        // Both in hundredths.
        let (p, q) = (a * 100 / tens[scaleA], b * 100 / tens[scaleB])
        let scale = max(scaleA, scaleB)
        let unit = 100 / tens[scale]
        func holds(_ result: Fixed?, _ mantissa: Int, _ scale: Int) -> Bool {
          result?.mantissa == Int128(mantissa) && result?.scale == UInt8(scale)
        }
        try #require(holds(Fixed.add(x, y), (p + q) / unit, scale))
        try #require(holds(Fixed.subtract(x, y), (p - q) / unit, scale))
        try #require(holds(Fixed.multiply(x, y), a * b, scaleA + scaleB))
        try #require((x == y) == (p == q) && (x < y) == (p < q))
        try #require(x != y || x.hashValue == y.hashValue)
        if b == 0 {
          try #require(Fixed.divide(x, y) == nil && Fixed.modulo(x, y) == nil)
          continue
        }
        try #require(holds(Fixed.divide(x, y), p * 1_000_000_000_000 / q, 12))
        try #require(holds(Fixed.divideWhole(x, y), p / q, 0))
        try #require(holds(Fixed.modulo(x, y), p % q / unit, scale))
      }
    }
  }
}
