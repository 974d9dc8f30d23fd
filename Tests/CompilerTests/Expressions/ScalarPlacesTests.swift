import Diagnostics
import Foundation
import Syntax
import TestSupport
import Testing

/// A part of a scalar's text is found in the source in every style of YAML.
@Suite struct ScalarPlacesTests {
  /// The source, the text, and words of the text that the source shows as they are.
  static let scalars: [(source: String, text: String)] = [
    ("amount + cost", "amount + cost"), ("\"amount + cost\"", "amount + cost"),
    ("'it''s + cost'", "it's + cost"), ("\"a \\\"b\\\" + cost\"", "a \"b\" + cost"),
    ("\"\\u7532 + cost\"", "甲 + cost"), ("a +\n    cost\n    + 甲", "a + cost + 甲"),
    ("|\n    a +\n      cost\n    甲\n", "a +\n  cost\n甲\n"),
    (">-\n    a +\n    cost\n\n    甲", "a + cost\n甲"),
    ("\"a +\n    cost \\\n    甲\"", "a + cost 甲"), ("|2\n    a\n   cost\n", "  a\n cost\n"),
  ]

  @Test(arguments: scalars.indices) func wordsAreFound(_ index: Int) {
    let (source, text) = Self.scalars[index]
    let file = Array(("key: " + source + "\nnext: 1\n").utf8)
    let places = ScalarPlaces(
      text, Span(file: 0, start: 5, end: 5 + source.utf8.count), in: file)
    #expect(places.isExact)
    let bytes = Array(text.utf8)
    for word in ["a", "cost", "甲", "amount"] {
      guard let range = bytes.firstRange(of: Array(word.utf8)) else { continue }
      let span = places.span(range)
      let found = String(decoding: file[span.start..<span.end], as: UTF8.self)
      let isEscaped = word == "甲" && source.contains("u7532")
      #expect(isEscaped ? found.hasPrefix("\\") : found == word, "\(source): \(found)")
    }
  }

  /// A text that the source does not show has the whole scalar for its place.
  @Test func anotherTextIsTheWhole() {
    let places = ScalarPlaces("other", Span(file: 0, start: 5, end: 9), in: Array("key: word".utf8))
    #expect(!places.isExact)
    #expect(places.span(1..<3) == Span(file: 0, start: 5, end: 9))
  }
}
