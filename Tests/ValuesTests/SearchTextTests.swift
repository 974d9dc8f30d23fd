import Testing

@testable import Values

@Suite struct SearchTextTests {
  private func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  @Test(arguments: [
    ("宏达贸易", "宏达贸易"), ("宏达（上海）", "宏达上海"), ("ＡＢｃ１２", "abc12"), ("Li.Wei@x.cn", "liweixcn"),
    ("138-0013 8000", "13800138000"), ("C++ 语言", "c语言"), ("É\u{3000}ß", "éß"), ("İ", "i\u{307}"),
    ("“·…、。", ""), ("½€№", "½€№"), ("𠮷野家", "𠮷野家"), ("カタ・カナ", "カタカナ"), ("\u{200B}a", "a"),
  ])
  func folds(_ input: String, _ folded: String) {
    #expect(text(FoldedText(input).scalars) == folded)
  }

  @Test func foldsTheBeginningOnly() {
    #expect(text(FoldedText("一二 三四", most: 4).scalars) == "一二三")
  }

  @Test(arguments: [
    ("", ""), ("宏", "·宏"), ("宏达", "宏达 ·宏 ·达"), ("宏达宏达", "宏达 达宏 宏达 ·宏 ·达"),
    ("a", "·a"), ("ab", "ab ·a ·ab ·b"), ("abcd", "abc bcd cd ·a ·ab ·b ·bc ·c ·cd ·d"),
    ("座ab号", "座a ab b号 ·座 ·a ·ab ·b ·号"),
    ("座abc", "座a abc bc ·座 ·a ·ab ·b ·bc ·c"),
  ])
  func cuts(_ input: String, _ tokens: String) {
    #expect(SearchGrams.tokens(FoldedText(input)) == tokens)
  }

  @Test(arguments: [
    ("宏", "·宏", false), ("a", "·a", false), ("ab", "·ab", false), ("宏达", "宏达", false),
    ("宏达贸", "宏达 达贸", false), ("abc", "abc", false), ("abcd", "abc bcd", false),
    ("座a", "座a", false), ("座ab", "座a ab", true), ("座abc", "座a abc", false),
    ("ab座", "ab b座", false), ("a座", "a座", false), ("abc座", "abc bc c座", false),
  ])
  func asks(_ word: String, _ tokens: String, _ isPrefix: Bool) {
    let term = SearchGrams.term(FoldedText(word))
    #expect(term.tokens.joined(separator: " ") == tokens)
    #expect(term.isPrefix == isPrefix)
  }

  /// A word is in a text exactly when the index would find it there, whatever both are.
  @Test func findsWhatContains() {
    let alphabet = Array("ab1宏达é".unicodeScalars)
    var random = SystemRandomNumberGenerator()
    func make(_ lengths: ClosedRange<Int>) -> FoldedText {
      let count = Int.random(in: lengths, using: &random)
      return FoldedText(
        scalars: (0..<count).map { _ in alphabet.randomElement(using: &random)! })
    }
    var hits = 0
    for _ in 0..<20_000 {
      let (whole, word) = (make(0...9), make(1...5))
      let isIn = SearchTextTests.finds(SearchGrams.term(word), SearchGrams.tokens(whole))
      #expect(isIn == whole.contains(word), "\(text(word.scalars)) in \(text(whole.scalars))")
      if isIn { hits += 1 }
    }
    #expect(hits > 500)
  }

  /// What FTS5 does with a phrase.
  private static func finds(_ term: SearchTerm, _ tokens: String) -> Bool {
    let all = tokens.split(separator: " ").map(String.init)
    return all.indices.contains { start in
      guard start + term.tokens.count <= all.count else { return false }
      return term.tokens.enumerated().allSatisfy { place, token in
        let isOpen = term.isPrefix && place == term.tokens.count - 1
        return isOpen ? all[start + place].hasPrefix(token) : all[start + place] == token
      }
    }
  }

  @Test(arguments: [
    ("宏达贸易", "hdmy"), ("上海宏达ABC", "shhdabc"), ("重庆长城", "cqcc"), ("厦门银行", "xmyh"),
    ("行走", "xz"), ("曾伟", "zw"), ("𠮷野家", "𠮷yj"), ("阿里巴巴", "albb"), ("中国石油", "zgsy"),
    ("欧阳娜娜", "oynn"), ("小米科技", "xmkj"),
  ])
  func readsInitials(_ input: String, _ initials: String) throws {
    #expect(text(try #require(PinyinInitials(FoldedText(input))).text.scalars) == initials)
  }

  @Test(arguments: ["", "abc", "12", "カ", "é"])
  func hasNoInitials(_ input: String) { #expect(PinyinInitials(FoldedText(input)) == nil) }

  /// The table has a letter for each place, and `-` for few.
  @Test func tableIsWhole() {
    let letters = PinyinTable.letters.description
    #expect(letters.utf8.count == Int(PinyinTable.last - PinyinTable.first) + 1)
    #expect(letters.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) })
    #expect(letters.utf8.filter { $0 == 0x2D }.count < 100)
  }

  @Test(arguments: [
    ("宏达 贸易", ["宏达", "贸易"]), ("  a\u{3000}A b ", ["a", "b"]), ("li.wei", ["liwei"]),
    ("1 2 3 4 5 6 7 8 9", ["1", "2", "3", "4", "5", "6", "7", "8"]), ("- a", ["a"]),
    (String(repeating: "x", count: 99), [String(repeating: "x", count: 64)]),
  ])
  func readsWords(_ input: String, _ words: [String]) {
    #expect(SearchWords(input)?.words.map { text($0.scalars) } == words)
  }

  @Test(arguments: ["", "  ", "—", "。 ，"])
  func readsNoWords(_ input: String) { #expect(SearchWords(input) == nil) }

  @Test(arguments: [
    ("宏达", "上海宏达贸易", "上海[宏达]贸易"), ("宏达上海", "宏达（上海）公司", "[宏达（上海]）公司"),
    ("hd", "上海宏达", "上海[宏达]"), ("AB", "xabab", "x[abab]"), ("a 海", "A海 a", "[A海 a]"),
    ("a", "A海 a", "[A]海 [a]"),
    ("z", "abc", "abc"), ("i", "İx", "[İ]x"),
  ])
  func marks(_ typed: String, _ whole: String, _ marked: String) throws {
    let parts = try #require(SearchWords(typed)).marked(whole, withInitials: true)
    #expect(parts.map(\.part).joined() == whole)
    #expect(parts.map { $0.isMatch ? "[\($0.part)]" : String($0.part) }.joined() == marked)
  }
}
