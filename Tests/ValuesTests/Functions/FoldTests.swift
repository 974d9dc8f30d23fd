import Testing

@testable import Values

@Suite struct FoldTests {
  @Test func folds() {
    let rows = vectors(
      """
      abc | abc
      ABC | abc
      aBc-1 | abc-1
      ＡＢＣ１２３ | abc123
      ｶﾞ | \\u{30AC}
      ß | ss
      ẞ | ss
      STRASSE | strasse
      Ä | ä
      É | é
      e\\u{301} | é
      E\\u{301} | é
      Σς | σσ
      İ | i\\u{307}
      ı | ı
      ﬁ | fi
      ② | 2
      ㈱ | (株)
      ½ | 1\\u{2044}2
      Ⅷ | viii
      \\u{AD}a | a
      a\\u{200B}b | ab
      \\u{FEFF} | _
      _ | _
      \\u{3000} | \\s
      上海 | 上海
      \\u{F900} | \\u{8C48}
      \\u{2F800} | \\u{4E3D}
      𠮷 | 𠮷
      ㎏ | kg
      Ω | ω
      \\u{2126} | ω
      \\u{212B} | å
      \\u{345} | ι
      ᾳ | αι
      ŉ | ʼn
      ǅ | dž
      Ꭰ | Ꭰ
      ꭰ | Ꭰ
      \\u{1F600} | \\u{1F600}
      𝐀𝟙 | a1
      （） | ()
      ～ | ~
      ﷺ | صلى\\sالله\\sعليه\\sوسلم
      ᄒ\\u{1161}ᆫ | 한
      ﾡ | ᄀ
      \\u{E0041}x | x
      Ā | ā
      ā | ā
      Ž | ž
      \\u{10400} | \\u{10428}
      """)
    for row in rows { #expect(same(TextFunctions.fold(text(row[0])), text(row[1])), "\(row)") }
  }

  /// Every code point that Unicode 14 has: the standard library knows whether it changes, though
  /// not into what, and what it becomes stays when it is folded again.
  @Test func foldsOnce() throws {
    for code in UInt32(0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(code), let age = scalar.properties.age,
        (age.major, age.minor) <= (14, 0)
      else { continue }
      let text = String(scalar)
      let folded = CaseFold.fold(text)
      let changes = Array(folded.unicodeScalars) != [scalar]
      try #require(changes == scalar.properties.changesWhenNFKCCaseFolded, "\(code)")
      if changes { try #require(same(CaseFold.fold(folded), folded), "\(code)") }
    }
  }

  /// A text, a part, whether it contains, starts with and ends with it, and contains it folded.
  @Test func searches() {
    let rows = vectors(
      """
      hello | ell | yes | no | no | yes
      hello | he | yes | yes | no | yes
      hello | lo | yes | no | yes | yes
      hello | hello | yes | yes | yes | yes
      hello | hellox | no | no | no | no
      hello | ELL | no | no | no | yes
      hello | x | no | no | no | no
      hello | _ | no | no | no | no
      _ | a | no | no | no | no
      _ | _ | no | no | no | no
      上海市 | 海 | yes | no | no | yes
      上海市 | 上海 | yes | yes | no | yes
      上海市 | 海市 | yes | no | yes | yes
      aaab | aab | yes | no | yes | yes
      100% | % | yes | no | yes | yes
      a_c | _c | yes | no | yes | yes
      abc | a_c | no | no | no | no
      Straße | SS | no | no | no | yes
      ＡＢＣ | b | no | no | no | yes
      é | e | no | no | no | no
      𠮷野 | 𠮷 | yes | yes | no | yes
      a\\sb | \\s | yes | no | no | yes
      abc | \\u{AD} | no | no | no | no
      a | a | yes | yes | yes | yes
      """)
    for row in rows {
      let (whole, part) = (text(row[0]), text(row[1]))
      #expect(TextFunctions.contains(whole, part) == (row[2] == "yes"), "\(row)")
      #expect(TextFunctions.startsWith(whole, part) == (row[3] == "yes"), "\(row)")
      #expect(TextFunctions.endsWith(whole, part) == (row[4] == "yes"), "\(row)")
      #expect(TextFunctions.containsFolded(whole, part) == (row[5] == "yes"), "\(row)")
    }
  }
}
