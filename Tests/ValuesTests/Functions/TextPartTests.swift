import Testing

@testable import Values

@Suite struct TextPartTests {
  @Test func counts() {
    let rows = vectors(
      """
      _ | 0
      a | 1
      abc | 3
      上海 | 2
      𠮷 | 1
      é | 1
      e\\u{301} | 2
      👩‍👩‍👧 | 5
      👨‍👩‍👧é | 6
      \\s | 1
      a\\sb | 3
      \\n | 1
      ０１２ | 3
      \\u{3000} | 1
      ß | 1
      \\u{10FFFF} | 1
      한국 | 2
      a上𠮷é | 4
      (021) 5555 | 10
      🇨🇳 | 2
      """)
    for row in rows { #expect(same(TextFunctions.length(text(row[0])), fixed(row[1])), "\(row)") }
  }

  @Test func slices() {
    let rows = vectors(
      """
      hello | 1 | 2 | he
      hello | 2 | 3 | ell
      hello | 5 | 1 | o
      hello | 5 | 9 | o
      hello | 6 | 1 | _
      hello | 99 | 1 | _
      hello | 0 | 3 | hel
      hello | -2 | 3 | hel
      hello | 1 | 0 | _
      hello | 1 | -1 | _
      hello | 1 | 5 | hello
      hello | 1 | 99 | hello
      hello | max | 1 | _
      hello | min | max | hello
      hello | 3 | max | llo
      上海宏达 | 2 | 2 | 海宏
      𠮷野家 | 1 | 1 | 𠮷
      𠮷野家 | 2 | 2 | 野家
      a b | 2 | 1 | \\s
      e\\u{301}x | 2 | 1 | \\u{301}
      _ | 1 | 1 | _
      hello | _ | 1 | _
      hello | 1 | _ | _
      """)
    for row in rows {
      let result = TextFunctions.slice(text(row[0]), fixed(row[1]), fixed(row[2]))
      #expect(same(result, text(row[3])), "\(row)")
    }
  }

  /// A text, a number, and so many code points from the left and from the right.
  @Test func takesEnds() {
    let rows = vectors(
      """
      hello | 2 | he | lo
      hello | 5 | hello | hello
      hello | 9 | hello | hello
      hello | 1 | h | o
      hello | 0 | _ | _
      hello | -1 | _ | _
      hello | max | hello | hello
      hello | min | _ | _
      _ | 1 | _ | _
      hello | _ | _ | _
      上海宏达 | 2 | 上海 | 宏达
      上海宏达 | 3 | 上海宏 | 海宏达
      𠮷野家 | 1 | 𠮷 | 家
      𠮷野𠮷 | 2 | 𠮷野 | 野𠮷
      x | 1 | x | x
      13800138000 | 3 | 138 | 000
      13800138000 | 4 | 1380 | 8000
      a b | 2 | a\\s | \\sb
      e\\u{301} | 1 | e | \\u{301}
      👩‍👩‍👧 | 1 | 👩 | 👧
      é上 | 1 | é | 上
      """)
    for row in rows {
      let (whole, n) = (text(row[0]), fixed(row[1]))
      #expect(same(TextFunctions.left(whole, n), text(row[2])), "\(row)")
      #expect(same(TextFunctions.right(whole, n), text(row[3])), "\(row)")
    }
  }

  @Test func trims() {
    let rows = vectors(
      """
      a | a
      \\sa | a
      a\\s | a
      \\s\\sa\\sb\\s\\s | a\\sb
      \\u{3000}上海\\u{3000} | 上海
      \\ta\\n | a
      \\u{A0}a\\u{A0} | a
      \\u{2003}a\\u{2028} | a
      \\u{85}a | a
      \\u{1680}a\\u{205F} | a
      \\s | _
      \\u{3000} | _
      \\t\\n\\s | _
      _ | _
      \\u{200B}a | \\u{200B}a
      \\u{FEFF}a | \\u{FEFF}a
      \\u{180E}a | \\u{180E}a
      a\\u{3000}b | a\\u{3000}b
      \\u{D}\\u{A}a\\u{D} | a
      \\u{B}\\u{C}a | a
      \\u{202F}a\\u{2000} | a
      """)
    for row in rows { #expect(same(TextFunctions.trim(text(row[0])), text(row[1])), "\(row)") }
  }

  /// A text in small and in capital letters of ASCII.
  @Test func changesCase() {
    let rows = vectors(
      """
      abc | abc | ABC
      ABC | abc | ABC
      aBc1 | abc1 | ABC1
      az | az | AZ
      AZ | az | AZ
      @[`{ | @[`{ | @[`{
      é | é | é
      É | É | É
      ä1b | ä1b | ä1B
      ß | ß | ß
      上海a | 上海a | 上海A
      ａ | ａ | ａ
      Ａ | Ａ | Ａ
      İı | İı | İı
      x-1 | x-1 | X-1
      _ | _ | _
      123 | 123 | 123
      H\\u{331} | \\u{1E96} | H\\u{331}
      𠮷z | 𠮷z | 𠮷Z
      Hello World | hello world | HELLO WORLD
      """)
    for row in rows {
      #expect(same(TextFunctions.lowerASCII(text(row[0])), text(row[1])), "\(row)")
      #expect(same(TextFunctions.upperASCII(text(row[0])), text(row[2])), "\(row)")
    }
  }

  @Test func splits() {
    let rows = vectors(
      """
      a,b,c | , | 1 | a
      a,b,c | , | 2 | b
      a,b,c | , | 3 | c
      a,b,c | , | 4 | _
      a,b,c | , | 0 | _
      a,b,c | , | -1 | _
      a,,c | , | 2 | _
      a,,c | , | 3 | c
      ,a | , | 1 | _
      ,a | , | 2 | a
      a, | , | 2 | _
      abc | , | 1 | abc
      abc | , | 2 | _
      a--b | -- | 2 | b
      a---b | -- | 2 | -b
      上海-浦东-张江 | - | 2 | 浦东
      上、海 | 、 | 2 | 海
      ab | ab | 1 | _
      ab | _ | 1 | _
      _ | , | 1 | _
      a,b | , | _ | _
      a,b | , | max | _
      HT-202603-0001 | - | 3 | 0001
      """)
    for row in rows {
      let result = TextFunctions.splitPart(text(row[0]), text(row[1]), fixed(row[2]))
      #expect(same(result, text(row[3])), "\(row)")
    }
  }
}
