import Testing

@testable import Values

@Suite struct TextMakingTests {
  @Test func concatenates() {
    let rows = vectors(
      """
      a | b | ab
      上 | 海 | 上海
      _ | b | b
      a | _ | a
      _ | _ | _
      a | \\s | a\\s
      \\s | \\s | \\s\\s
      e | \\u{301} | \\u{E9}
      \\u{1112} | \\u{1161} | \\u{D558}
      \\u{D558} | \\u{11AB} | \\u{D55C}
      a\\u{323} | \\u{302} | \\u{1EAD}
      \\u{212B} | x | \\u{C5}x
      か | \\u{3099} | \\u{304C}
      𠮷 | 野 | 𠮷野
      👩 | \\u{200D} | 👩\\u{200D}
      1 | 2 | 12
      q | \\u{301} | q\\u{301}
      q\\u{301} | \\u{323} | q\\u{323}\\u{301}
      é | é | éé
      HT- | 0001 | HT-0001
      """)
    for row in rows {
      let result = TextFunctions.concatenate(text(row[0]), text(row[1]))
      #expect(same(result, text(row[2])), "\(row)")
    }
  }

  @Test func endsWhatGrowsTooLong() {
    let most = String(repeating: "上", count: 1_000_000)
    #expect(TextFunctions.concatenate(most, nil)?.utf8.count == 3_000_000)
    #expect(TextFunctions.concatenate(most, "a") == nil)
    #expect(TextFunctions.replace(most, "上", "上海") == nil)
    #expect(TextFunctions.replace("a\(most.dropFirst())", "a", "b") != nil)
    #expect(ListFunctions.join([most, "a"], nil) == nil)
    #expect(TextFunctions.padLeft("a", .whole(10_001), "0") == nil)
    #expect(TextFunctions.padLeft("a", .whole(10_000), "0")?.utf8.count == 10_000)
  }

  @Test func replaces() {
    let rows = vectors(
      """
      a-b-c | - | + | a+b+c
      a-b-c | - | _ | abc
      aaa | aa | b | ba
      aaa | a | aa | aaaaaa
      abc | x | y | abc
      abc | abc | _ | _
      abc | abc | x | x
      abc | _ | x | _
      _ | a | x | _
      上海市 | 市 | 区 | 上海区
      上海市上海 | 上海 | 北京 | 北京市北京
      aXbX | X | \\s | a\\sb\\s
      (021)5555 | ( | _ | 021)5555
      é | e | x | é
      e\\u{301} | e | a | á
      ex\\u{301} | x | _ | \\u{E9}
      𠮷野 | 𠮷 | 吉 | 吉野
      a.b | . | \\\\ | a\\\\b
      abab | ab | ba | baba
      1,000,000 | , | _ | 1000000
      aA | a | b | bA
      """)
    for row in rows {
      let result = TextFunctions.replace(text(row[0]), text(row[1]), text(row[2]))
      #expect(same(result, text(row[3])), "\(row)")
    }
  }

  @Test func pads() {
    let rows = vectors(
      """
      7 | 4 | 0 | 0007
      12345 | 4 | 0 | 12345
      1234 | 4 | 0 | 1234
      7 | 4 | ab | aba7
      7 | 3 | ab | ab7
      7 | 2 | ab | a7
      7 | 0 | 0 | 7
      7 | -5 | 0 | 7
      上 | 3 | 海 | 海海上
      𠮷 | 3 | 0 | 00𠮷
      a | 3 | \\s | \\s\\sa
      _ | 4 | 0 | _
      7 | _ | 0 | _
      7 | 4 | _ | _
      7 | max | 0 | _
      7 | min | 0 | 7
      7 | 10001 | 0 | _
      \\u{301} | 2 | e | \\u{E9}
      -7 | 4 | 0 | 00-7
      abc | 5 | 12 | 12abc
      """)
    for row in rows {
      let result = TextFunctions.padLeft(text(row[0]), fixed(row[1]), text(row[2]))
      #expect(same(result, text(row[3])), "\(row)")
    }
  }

  @Test func picksDigits() {
    let rows = vectors(
      """
      138-0013-8000 | 13800138000
      +86 138 | 86138
      abc | _
      _ | _
      １３８ | 138
      a1b2 | 12
      ٣ | _
      ² | _
      ① | _
      (021) 5555-6666 | 02155556666
      0 | 0
      007 | 007
      １a２ | 12
      上海1号 | 1
      1.50 | 150
      -5 | 5
      \\s1\\s | 1
      ０９／： | 09
      Ⅷ | _
      一二三 | _
      """)
    for row in rows {
      #expect(same(TextFunctions.digitsOnly(text(row[0])), text(row[1])), "\(row)")
    }
  }

  @Test func masks() {
    let rows = vectors(
      """
      13800138000 | 3 | 4 | 138****8000
      13800138000 | 0 | 4 | *******8000
      13800138000 | 3 | 0 | 138********
      13800138000 | 0 | 0 | ***********
      13800138000 | 5 | 5 | 13800*38000
      13800138000 | 5 | 6 | ***********
      13800138000 | 11 | 0 | ***********
      13800138000 | 99 | 99 | ***********
      13800138000 | -1 | 4 | ***********
      13800138000 | 3 | -4 | ***********
      13800138000 | max | max | ***********
      张三 | 1 | 0 | 张*
      张三丰 | 1 | 0 | 张**
      欧阳修 | 0 | 1 | **修
      𠮷野家 | 1 | 1 | 𠮷*家
      x | 0 | 0 | *
      x | 1 | 0 | *
      _ | 1 | 1 | _
      abc | _ | 1 | _
      abc | 1 | _ | _
      a b | 1 | 1 | a*b
      """)
    for row in rows {
      let result = TextFunctions.mask(text(row[0]), fixed(row[1]), fixed(row[2]))
      #expect(same(result, text(row[3])), "\(row)")
    }
  }

  @Test func findsInitials() {
    let rows = vectors(
      """
      宏达贸易 | hdmy
      宏达贸易（上海） | hdmysh
      上海 | sh
      重庆银行 | cqyh
      张三 | zs
      A公司 | ags
      3M中国 | 3mzg
      abc | abc
      ABC | abc
      ＡＢＣ | abc
      中 国 | zg
      （ ） | _
      _ | _
      长城 | cc
      会计 | kj
      138-0013 | 1380013
      华为技术有限公司 | hwjsyxgs
      é中 | éz
      È | è
      李,王 | lw
      """)
    for row in rows {
      #expect(same(TextFunctions.pinyinInitial(text(row[0])), text(row[1])), "\(row)")
    }
    #expect(TextFunctions.textOfBool(true) == "true" && TextFunctions.textOfBool(false) == "false")
    #expect(TextFunctions.textOfBool(nil) == nil)
  }
}
