import Testing

@testable import Values

@Suite struct ComparisonTests {
  /// Two numbers, and whether the first is less (`<`), equal (`=`), greater (`>`), or one is blank.
  @Test func comparesNumbers() {
    let rows = vectors(
      """
      1 | 2 | <
      2 | 1 | >
      1 | 1 | =
      1.0 | 1.00 | =
      1.01 | 1.1 | <
      -1 | 1 | <
      -1.5 | -1.50 | =
      -1.51 | -1.5 | <
      0 | 0.000 | =
      0 | 0.000000000000000001 | <
      0 | -0.000000000000000001 | >
      max | max | =
      max | min | >
      min | min/1 | <
      max | max/1 | >
      max | 0.000000000000000001 | >
      min | -0.000000000000000001 | <
      0.5 | max | <
      _ | 1 | _
      1 | _ | _
      17014118346046923173168730371588410572.7 | 17014118346046923173168730371588410572 | >
      170141183460469231732 | 170141183460469231731.687303715884105727 | >
      9223372036854775807 | 9223372036854775808 | <
      """)
    for row in rows {
      let (a, b) = (fixed(row[0]), fixed(row[1]))
      #expect(Comparisons.less(a, b) == (row[2] == "<"), "\(row)")
      #expect(Comparisons.less(b, a) == (row[2] == ">"), "\(row)")
      #expect(Comparisons.atMost(a, b) == (row[2] == "<" || row[2] == "="), "\(row)")
      #expect(Comparisons.atMost(b, a) == (row[2] == ">" || row[2] == "="), "\(row)")
      #expect(Comparisons.equal(a, b) == (row[2] == "="), "\(row)")
      #expect(Comparisons.equal(a, a) && Comparisons.equal(b, b))
    }
    #expect(Comparisons.equal(nil as Fixed?, nil))
    #expect(!Comparisons.atMost(nil as Fixed?, nil) && !Comparisons.less(nil as Fixed?, nil))
  }

  @Test func comparesTexts() {
    let rows = vectors(
      """
      a | b | <
      a | a | =
      a | A | >
      Z | a | <
      a | ab | <
      ab | b | <
      10 | 9 | <
      上 | 上海 | <
      张 | 李 | <
      \\u{FF5E} | 𠮷 | <
      \\u{E000} | 𠮷 | <
      é | e | >
      e\\u{301} | \\u{E9} | <
      \\u{E9} | f | >
      \\s | a | <
      a\\s | a | >
      ß | ss | >
      0 | ０ | <
      _ | a | _
      a | _ | _
      """)
    for row in rows {
      let (a, b) = (text(row[0]), text(row[1]))
      #expect(Comparisons.textLess(a, b) == (row[2] == "<"), "\(row)")
      #expect(Comparisons.textLess(b, a) == (row[2] == ">"), "\(row)")
      #expect(Comparisons.textAtMost(a, b) == (row[2] == "<" || row[2] == "="), "\(row)")
      #expect(Comparisons.textAtMost(b, a) == (row[2] == ">" || row[2] == "="), "\(row)")
      #expect(Comparisons.textEqual(a, b) == (row[2] == "="), "\(row)")
      #expect(Comparisons.textEqual(a, a) && Comparisons.textEqual(b, b))
    }
    #expect(Comparisons.textEqual(nil, nil))
    #expect(!Comparisons.textLess(nil, nil) && !Comparisons.textAtMost(nil, nil))
  }

  /// x, two bounds, then whether x is between, the lesser and the greater of the bounds.
  @Test func choosesAndBounds() {
    let rows = vectors(
      """
      5 | 1 | 10 | yes | 1 | 10
      1 | 1 | 10 | yes | 1 | 10
      10 | 1 | 10 | yes | 1 | 10
      0 | 1 | 10 | no | 1 | 10
      11 | 1 | 10 | no | 1 | 10
      5 | 10 | 1 | no | 1 | 10
      5 | 5 | 5 | yes | 5 | 5
      _ | 1 | 10 | no | 1 | 10
      5 | _ | 10 | no | 10 | 10
      5 | 1 | _ | no | 1 | 1
      5 | _ | _ | no | _ | _
      -5 | -10 | -1 | yes | -10 | -1
      1.5 | 1.4 | 1.6 | yes | 1.4 | 1.6
      1.50 | 1.5 | 1.5 | yes | 1.5 | 1.5
      1.49 | 1.5 | 1.6 | no | 1.5 | 1.6
      0 | min | max | yes | min | max
      max | min | max | yes | min | max
      min | min | max | yes | min | max
      0 | -1 | 0 | yes | -1 | 0
      0.01 | -1 | 0 | no | -1 | 0
      """)
    for row in rows {
      let (x, low, high) = (fixed(row[0]), fixed(row[1]), fixed(row[2]))
      #expect(Comparisons.between(x, low, high) == (row[3] == "yes"), "\(row)")
      #expect(same(Comparisons.lesser(low, high), fixed(row[4])), "\(row)")
      #expect(same(Comparisons.greater(low, high), fixed(row[5])), "\(row)")
      #expect(same(Comparisons.lesser(high, low), fixed(row[4])), "\(row)")
      #expect(same(Comparisons.greater(high, low), fixed(row[5])), "\(row)")
    }
  }

  /// The same for dates, moments and truth, which are compared by the same functions.
  @Test func comparesOthers() {
    let (early, late) = (date("2026-02-28"), date("2026-03-01"))
    #expect(Comparisons.less(early, late) && !Comparisons.less(late, early))
    #expect(Comparisons.lesser(late, early) == early && Comparisons.greater(nil, late) == late)
    #expect(Comparisons.between(early, early, late) && Comparisons.atMost(early, early))
    #expect(Comparisons.less(Int64.min, Int64.max) && !Comparisons.less(nil, Int64.max))
    #expect(Comparisons.equal(true, true) && !Comparisons.equal(nil, false))
  }

  /// A text, a list, whether the text is in it; then the same with numbers.
  @Test func findsMembers() {
    let rows = vectors(
      """
      a | a b c | yes
      c | a b c | yes
      d | a b c | no
      A | a b c | no
      _ | a b c | no
      _ | _ | no
      _ | a _ | no
      a | a _ | yes
      a | _ a | yes
      a | _ _ | no
      a | | no
      _ | | no
      上 | 上 海 | yes
      海 | 上 海 | yes
      上海 | 上 海 | no
      é | e é | yes
      e\\u{301} | \\u{E9} | no
      ab | a b | no
      a | ab | no
      1 | 1.0 | no
      """)
    for row in rows {
      let list = row[1].split(separator: " ").map { text("\($0)") }
      #expect(Comparisons.textIsIn(text(row[0]), list) == (row[2] == "yes"), "\(row)")
    }
    let numbers = vectors(
      """
      1 | 1 2 | yes
      2 | 1 2 | yes
      3 | 1 2 | no
      1.0 | 1 2 | yes
      1 | 1.00 2 | yes
      -1 | 1 2 | no
      -1 | 1 -1 | yes
      0 | 0.00 | yes
      0 | | no
      _ | 1 | no
      _ | _ | no
      1 | _ | no
      1 | _ 1 | yes
      max | max | yes
      max | min | no
      min | max min | yes
      max/1 | max | no
      0.1 | 0.10 0.2 | yes
      0.11 | 0.1 0.2 | no
      0.000000000000000001 | 0 | no
      """)
    for row in numbers {
      let list = row[1].split(separator: " ").map { fixed("\($0)") }
      #expect(Comparisons.isIn(fixed(row[0]), list) == (row[2] == "yes"), "\(row)")
    }
  }
}
