import Testing

@testable import Values

@Suite struct PatternTests {
  /// A pattern, a text, whether the one is of the other.
  @Test func matches() {
    let rows = vectors(
      """
      abc | abc | yes
      abc | abcd | no
      abc | xabc | no
      abc | ab | no
      abc | _ | no
      a.c | abc | yes
      a.c | a上c | yes
      a.c | a𠮷c | yes
      a.c | a\\nc | no
      a.c | ac | no
      [a-c]+ | abcabc | yes
      [a-c]+ | abd | no
      [^a-c]+ | xyz上 | yes
      [^a-c]+ | xyza | no
      [^a] | \\n | yes
      a* | aaaa | yes
      a* | b | no
      (ab)* | abab | yes
      (ab)* | aba | no
      ab? | a | yes
      ab? | ab | yes
      ab? | abb | no
      a{3} | aaa | yes
      a{3} | aa | no
      a{3} | aaaa | no
      a{2,} | a | no
      a{2,} | aaaaaa | yes
      a{2,4} | aaaa | yes
      a{2,4} | aaaaa | no
      a{0,1}b | b | yes
      a{0}b | b | yes
      a{0}b | ab | no
      (cat;dog)s? | dogs | yes
      (cat;dog)s? | cat | yes
      (cat;dog)s? | catdog | no
      a;;b | b | yes
      (a;)b | b | yes
      ()b | b | yes
      1[3-9][0-9]{9} | 13800138000 | yes
      1[3-9][0-9]{9} | 12800138000 | no
      1[3-9][0-9]{9} | 1380013800 | no
      1[3-9][0-9]{9} | １3800138000 | no
      [0-9]{17}[0-9Xx] | 11010519491231002X | yes
      [0-9]{17}[0-9Xx] | 11010519491231002Y | no
      [0-9A-HJ-NPQRTUWXY]{18} | 91310000MA1FL0000X | yes
      [0-9A-HJ-NPQRTUWXY]{18} | 91310000MA1FL0000I | no
      [a-z0-9.]+@[a-z0-9]+(\\\\.[a-z]+)+ | li.lei@example.com | yes
      [a-z0-9.]+@[a-z0-9]+(\\\\.[a-z]+)+ | li.lei@example | no
      [\\u{4E00}-\\u{9FFF}]{2,4} | 张三丰 | yes
      [\\u{4E00}-\\u{9FFF}]{2,4} | 张 | no
      [上海]+ | 海上 | yes
      [-a]+ | a-a | yes
      [a-]+ | -a | yes
      [a\\\\-c]+ | a-c | yes
      [a\\\\-c]+ | b | no
      [\\\\]]+ | ]] | yes
      [.*+?] | . | yes
      [.*+?] | x | no
      \\\\.\\\\*\\\\( | .*( | yes
      a\\\\nb | a\\nb | yes
      a\\\\tb | a\\tb | yes
      \\\\[x\\\\] | [x] | yes
      ((a;b){2}c)+ | abcbac | yes
      ((a;b){2}c)+ | abcba | no
      (a;ab)(c;bcd) | abcd | yes
      (a*)*b | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | no
      \\u{1F600}+ | \\u{1F600}\\u{1F600} | yes
      A | a | no
      \\s | \\s | yes
      """)
    for row in rows {
      // The table's own bar is a semicolon in patterns.
      let source = (text(row[0]) ?? "").map { $0 == ";" ? "|" : $0 }
      let pattern = Pattern(String(source))
      #expect(pattern != nil, "\(row)")
      #expect(TextFunctions.matches(text(row[1]), pattern) == (row[2] == "yes"), "\(row)")
    }
    #expect(!TextFunctions.matches("a", nil))
  }

  /// A pattern, what is wrong with it, at which byte.
  @Test func refuses() {
    let rows = vectors(
      """
      ^a | anchor | 0
      a$ | anchor | 1
      上$ | anchor | 3
      a(b | unclosedGroup | 1
      a(b(c) | unclosedGroup | 1
      a)b | unopenedGroup | 1
      [abc | unclosedClass | 0
      x[ | unclosedClass | 1
      x[a- | unclosedClass | 1
      [] | emptyClass | 0
      a[^] | emptyClass | 1
      [z-a] | reversedRange | 1
      [ab-a] | reversedRange | 2
      [[:alpha:]] | bareSign | 1
      a] | bareSign | 1
      a} | bareSign | 1
      {2} | bareSign | 0
      a{ | bareSign | 1
      a{x} | bareSign | 1
      a{,3} | bareSign | 1
      a{1 | bareSign | 1
      a{1,2 | bareSign | 1
      *a | nothingToRepeat | 0
      (+) | nothingToRepeat | 1
      a** | nothingToRepeat | 2
      a+? | nothingToRepeat | 2
      a{2}{3} | nothingToRepeat | 4
      a{3,2} | badCount | 1
      a{1001} | badCount | 1
      a{1,1001} | badCount | 1
      a{99999999999999999999} | badCount | 1
      \\\\d+ | escape | 0
      上\\\\w | escape | 3
      a\\\\b | escape | 1
      a\\\\ | escape | 1
      [\\\\d] | escape | 1
      \\\\1 | escape | 0
      (?:a) | groupOption | 1
      (?i)a | groupOption | 1
      ((a{1000}){1000}){1000} | tooComplex | 0
      """)
    for row in rows {
      switch Pattern.compile(text(row[0]) ?? "") {
      case .success: Issue.record("\(row) passes")
      case .failure(let error):
        #expect("\(error.reason)" == row[1] && error.offset == Int(row[2]), "\(row): \(error)")
      }
    }
    #expect(Pattern("") == nil && Pattern("(") == nil)
  }

  @Test func staysSmall() {
    let deep = String(repeating: "(", count: 51) + "a" + String(repeating: ")", count: 51)
    for (pattern, reason) in [
      ("", PatternError.Reason.empty), (deep, .tooDeep), ("(a|b)*a(a|b){20}", .tooComplex),
      ("(()){1000}(((){1000}){1000}){1000}a{900}b{900}", .tooComplex),
    ] {
      guard case .failure(let error) = Pattern.compile(pattern) else {
        Issue.record("\(pattern) passes")
        continue
      }
      #expect(error.reason == reason, "\(pattern)")
    }
    #expect(Pattern("(()){1000}((){1000}){1000}")?.matches("") == true)
    #expect(Pattern(String(deep.dropFirst().dropLast()))?.matches("a") == true)
    #expect(Pattern("x{0,900}")?.matches(String(repeating: "x", count: 900)) == true)
    #expect(Pattern("x{0,900}")?.matches(String(repeating: "x", count: 901)) == false)
  }

  /// Every text of up to six letters against a matcher that asks the language itself.
  @Test func agreesWithTrying() throws {
    let cases: [(String, (String) -> Bool)] = [
      ("(a|b)*abb", { $0.hasSuffix("abb") }),
      ("a*b*", { !$0.contains("ba") }),
      (
        "(ab|ba)*",
        { text in
          text.count % 2 == 0
            && stride(from: 0, to: text.count, by: 2).allSatisfy {
              let pair = text.dropFirst($0).prefix(2)
              return pair == "ab" || pair == "ba"
            }
        }
      ),
      ("a{2,3}b?", { ["aa", "aaa", "aab", "aaab"].contains($0) }),
      ("[^b]*b[^b]*", { text in text.count { $0 == "b" } == 1 }),
      ("(.{3})*", { $0.count % 3 == 0 }),
    ]
    var texts = [""]
    for index in 0..<127 where texts[index].count < 6 {
      texts += [texts[index] + "a", texts[index] + "b"]
    }
    #expect(texts.count == 127)
    for (source, belongs) in cases {
      let pattern = try #require(Pattern(source))
      for text in texts { #expect(pattern.matches(text) == belongs(text), "\(source) \(text)") }
    }
  }
}
