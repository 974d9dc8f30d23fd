import Testing

@testable import Values

@Suite struct TextTests {
  /// Compared by scalars: `==` on strings would take e + accent for é.
  private func scalars(_ text: String?) -> [UInt32]? { text.map { $0.unicodeScalars.map(\.value) } }

  @Test(arguments: [
    ("abc", "abc"), (" abc ", "abc"), ("\u{3000}上海\u{3000}", "上海"), ("a b", "a b"),
    ("\u{A0}x\u{2003}", "x"), ("\t\r\n x \n", "x"), ("a\r\nb\rc\nd", "a\nb\nc\nd"),
    ("a\r\r\nb", "a\n\nb"), ("a\tb", "a\tb"), ("a\u{0}b\u{7F}c\u{85}d", "abcd"),
    ("e\u{301}", "\u{E9}"), ("e\u{1}\u{301}", "\u{E9}"), ("\u{212B}", "\u{C5}"),
    ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("𠮷", "𠮷"), ("👩‍👩‍👧", "👩‍👩‍👧"), ("\u{FF21}", "\u{FF21}"),
    ("《上海》，（A）", "《上海》，（A）"), (" \u{1}\u{3000}x", "x"),
  ])
  func normalizes(_ input: String, _ stored: String) {
    #expect(scalars(Text.normalized(input)) == scalars(stored))
  }

  @Test(arguments: ["", " ", "\u{3000}", "\r\n\t", "\u{0}\u{1}", " \u{85} "])
  func findsNothing(_ input: String) { #expect(Text.normalized(input) == nil) }

  /// What is stored is not changed by being stored again, whatever stands in it.
  @Test func normalizesOnce() throws {
    let parts = [
      "a", " ", "\u{3000}", "\r", "\n", "\t", "\u{1}", "\u{85}", "e", "\u{301}", "\u{323}", "上",
      "\u{1112}", "\u{1161}", "𠮷", "\u{2002}", "\u{F900}", "\u{344}",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<5000 {
      let input = (0..<6).map { _ in parts.randomElement(using: &random)! }.joined()
      let once = Text.normalized(input)
      let twice = once.flatMap(Text.normalized)
      try #require(scalars(once) == scalars(twice), "\(String(reflecting: input))")
    }
  }

  @Test(arguments: [("", 0), ("abc", 3), ("上海", 2), ("𠮷", 1), ("e\u{301}", 2), ("👩‍👩‍👧", 5)])
  func countsCodePoints(_ text: String, _ length: Int) { #expect(Text.length(text) == length) }

  @Test func trims() {
    #expect(Text.trimmed("\u{3000} a \u{2028}") == "a")
    #expect(Text.trimmed(" ") == "")
  }

  @Test func findsATextInAText() {
    for part in ["", "上", "上海市", "市", "海"] { #expect(Text.contains("上海市", part)) }
    for part in ["海上", "上海市区", "x"] { #expect(!Text.contains("上海市", part)) }
    #expect(Text.contains("", "") && !Text.contains("", "a"))
  }
}
