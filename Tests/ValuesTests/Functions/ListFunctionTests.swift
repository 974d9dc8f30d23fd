import Testing

@testable import Values

@Suite struct ListFunctionTests {
  private func numbers(_ cell: String) -> [Fixed?] {
    cell.split(separator: " ").map { fixed("\($0)") }
  }

  /// A list of numbers; its count, sum at the scale 2, average, least, greatest, first, last and
  /// how many differ.
  @Test func sumsUp() {
    let rows = vectors(
      """
      | 0 | 0.00 | _ | _ | _ | _ | _ | 0
      _ | 0 | 0.00 | _ | _ | _ | _ | _ | 0
      _ _ _ | 0 | 0.00 | _ | _ | _ | _ | _ | 0
      1.00 | 1 | 1.00 | 1.000000000000 | 1.00 | 1.00 | 1.00 | 1.00 | 1
      1.00 2.00 | 2 | 3.00 | 1.500000000000 | 1.00 | 2.00 | 1.00 | 2.00 | 2
      1.00 _ 2.00 | 2 | 3.00 | 1.500000000000 | 1.00 | 2.00 | 1.00 | 2.00 | 2
      _ 1.00 2.00 | 2 | 3.00 | 1.500000000000 | 1.00 | 2.00 | 1.00 | 2.00 | 2
      1.00 2.00 _ | 2 | 3.00 | 1.500000000000 | 1.00 | 2.00 | 1.00 | 2.00 | 2
      2.00 1.00 | 2 | 3.00 | 1.500000000000 | 1.00 | 2.00 | 2.00 | 1.00 | 2
      0.01 0.01 0.01 | 3 | 0.03 | 0.010000000000 | 0.01 | 0.01 | 0.01 | 0.01 | 1
      1.00 1.00 0.00 | 3 | 2.00 | 0.666666666666 | 0.00 | 1.00 | 1.00 | 0.00 | 2
      -1.00 1.00 | 2 | 0.00 | 0.000000000000 | -1.00 | 1.00 | -1.00 | 1.00 | 2
      -1.00 -2.00 | 2 | -3.00 | -1.500000000000 | -2.00 | -1.00 | -1.00 | -2.00 | 2
      -0.01 -0.01 0.00 | 3 | -0.02 | -0.006666666666 | -0.01 | 0.00 | -0.01 | 0.00 | 2
      0.00 | 1 | 0.00 | 0.000000000000 | 0.00 | 0.00 | 0.00 | 0.00 | 1
      5.00 5.00 5.00 5.00 | 4 | 20.00 | 5.000000000000 | 5.00 | 5.00 | 5.00 | 5.00 | 1
      92233720368547758.07 0.01 | 2 | 92233720368547758.08 | 46116860184273879.040000000000 | \
      0.01 | 92233720368547758.07 | 92233720368547758.07 | 0.01 | 2
      0.10 0.20 0.30 | 3 | 0.60 | 0.200000000000 | 0.10 | 0.30 | 0.10 | 0.30 | 3
      3.00 1.00 2.00 1.00 | 4 | 7.00 | 1.750000000000 | 1.00 | 3.00 | 3.00 | 1.00 | 3
      10.00 _ _ 0.01 | 2 | 10.01 | 5.005000000000 | 0.01 | 10.00 | 10.00 | 0.01 | 2
      """)
    for row in rows {
      let list = numbers(row[0])
      #expect(same(ListFunctions.count(list), fixed(row[1])), "\(row)")
      #expect(same(ListFunctions.sum(list, 2), fixed(row[2])), "\(row)")
      #expect(same(ListFunctions.average(list, 2), fixed(row[3])), "\(row)")
      #expect(same(ListFunctions.least(list), fixed(row[4])), "\(row)")
      #expect(same(ListFunctions.greatest(list), fixed(row[5])), "\(row)")
      #expect(same(ListFunctions.first(list), fixed(row[6])), "\(row)")
      #expect(same(ListFunctions.last(list), fixed(row[7])), "\(row)")
      #expect(same(ListFunctions.distinctCount(list), fixed(row[8])), "\(row)")
    }
  }

  /// What stands between may be too large when the sum is not.
  @Test func sumsTheWholeOnly() {
    let rows = [
      ("max 1 -1", "max"), ("max 1", "_"), ("min -1 1", "min"), ("min -1", "_"), ("max max", "_"),
      ("max min 1", "0"), ("max max min min 2", "0"), ("min min max max", "-2"), ("min min", "_"),
    ]
    for (list, sum) in rows {
      #expect(same(ListFunctions.sum(numbers(list), 0), fixed(sum)), "\(list)")
    }
    #expect(same(ListFunctions.sum([.one, .one], 2), fixed("2.00")))
    #expect(ListFunctions.sumSpans([1, nil, 2]) == 3 && ListFunctions.sumSpans([]) == 0)
    #expect(ListFunctions.sumSpans([.max, 1]) == nil)
    #expect(ListFunctions.sumSpans([.max, 1, -1]) == .max)
    #expect(ListFunctions.distinctCount(numbers("1 1.0 1.00 2")) == .whole(2))
  }

  /// Truths; whether any and whether all are true.
  @Test func asksAll() {
    let rows = vectors(
      """
      | no | yes
      t | yes | yes
      f | no | no
      _ | no | yes
      t t | yes | yes
      t f | yes | no
      f t | yes | no
      f f | no | no
      t _ | yes | yes
      _ t | yes | yes
      f _ | no | no
      _ f | no | no
      _ _ | no | yes
      t t f | yes | no
      t t t | yes | yes
      f f f | no | no
      f f t | yes | no
      t _ f | yes | no
      _ _ t | yes | yes
      _ _ f | no | no
      """)
    for row in rows {
      let list = row[0].split(separator: " ").map { $0 == "_" ? nil : $0 == "t" }
      #expect(ListFunctions.any(list) == (row[1] == "yes"), "\(row)")
      #expect(ListFunctions.all(list) == (row[2] == "yes"), "\(row)")
    }
  }

  /// Texts, a separator, the joined text, how many differ.
  @Test func joins() {
    let rows = vectors(
      """
      | , | _ | 0
      a | , | a | 1
      a b | , | a,b | 2
      a b c | , | a,b,c | 3
      a _ c | , | a,c | 2
      _ a | , | a | 1
      _ _ | , | _ | 0
      a b | _ | ab | 2
      a b | 、 | a、b | 2
      上 海 | _ | 上海 | 2
      a a | - | a-a | 1
      a A | - | a-A | 2
      a b | \\s | a\\sb | 2
      e \\u{301} | _ | \\u{E9} | 2
      \\u{E9} e\\u{301} | - | \\u{E9}-\\u{E9} | 2
      𠮷 吉 | / | 𠮷/吉 | 2
      a b a b | _ | abab | 2
      a | _ | a | 1
      1 2 3 | ;\\s | 1;\\s2;\\s3 | 3
      x y _ x | + | x+y+x | 2
      """)
    for row in rows {
      let list = row[0].split(separator: " ").map { text("\($0)") }
      #expect(same(ListFunctions.join(list, text(row[1])), text(row[2])), "\(row)")
      #expect(ListFunctions.distinctTexts(list) == fixed(row[3]), "\(row)")
    }
  }
}
