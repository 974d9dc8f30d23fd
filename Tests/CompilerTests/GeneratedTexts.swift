import Diagnostics
import Driver
import Testing

/// Texts that no case file should hold: bytes that are no UTF-8, and sizes at the limits.
struct GeneratedText: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  /// The codes that the checker must report, in order, and no other.
  let codes: [Code]

  var testDescription: String { name }

  init(_ name: String, _ text: String, _ codes: Code...) {
    self.init(name, bytes: Array(text.utf8), codes)
  }

  init(_ name: String, bytes: [UInt8], _ codes: [Code]) {
    self.name = name
    self.bytes = bytes
    self.codes = codes
  }
}

enum GeneratedTexts {
  private static let app = "app: a\n"

  private static func nested(_ depth: Int) -> String {
    app + "roles: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  private static func roles(_ count: Int) -> String {
    let fields = "fields: { n: text }"
    let names = (0..<count).map { "r\($0)" }
    return app + "roles:\n" + names.map { "  \($0): R\n" }.joined()
      + "entities:\n  e: { label: E, access: [\(names.joined(separator: ", "))], \(fields) }\n"
      + "views:\n  e.all: { label: A, columns: [n] }\n"
  }

  private static func fields(_ count: Int) -> String {
    app + "entities:\n  e:\n    label: E\n    access: everyone\n    fields:\n"
      + (0..<count).map { "      f\($0): text\n" }.joined()
      + "views:\n  e.all: { label: A, columns: [f0] }\n"
  }

  static let all: [GeneratedText] = [
    GeneratedText("latin 1", bytes: Array((app + "# ").utf8) + [0xE9, 0x0A], [.invalidUTF8]),
    GeneratedText("overlong", bytes: Array(app.utf8) + [0x23, 0xC0, 0x80], [.invalidUTF8]),
    GeneratedText("surrogate", bytes: Array(app.utf8) + [0x23, 0xED, 0xA0, 0x80], [.invalidUTF8]),
    GeneratedText("cut short", bytes: Array(app.utf8) + [0x23, 0xE5, 0xAE], [.invalidUTF8]),
    GeneratedText("UTF-16 mark", bytes: [0xFF, 0xFE, 0x61, 0], [.utf16]),
    GeneratedText("UTF-16 bare", bytes: [0, 0x61, 0, 0x70, 0, 0x70], [.utf16]),
    GeneratedText("NUL", bytes: Array(app.utf8) + [0], [.controlCharacter]),
    GeneratedText("lone CR", "app: a\rlabel: b\rlable: c\n", .carriageReturn, .unknownKey),
    GeneratedText("next line", "app: a\u{85}", .controlCharacter),
    GeneratedText("right to left", "app: a # \u{202E}x\n", .controlCharacter),
    GeneratedText("inner mark", "app: a\n\u{FEFF}", .controlCharacter),
    GeneratedText("mark", "\u{FEFF}app: a\n"),
    GeneratedText("CRLF", "app: a\r\nlabel: 甲\r\n"),
    GeneratedText(
      "GBK", bytes: Array(app.utf8) + [0x23, 0xBF, 0xCD, 0xBB, 0xA7, 0x0A], [.invalidUTF8]),
    GeneratedText(
      "too many anchors",
      bytes: Array((app + "roles:\n" + String(repeating: " - &a x\n", count: 1002)).utf8),
      Array(repeating: .anchor, count: 1000) + [.tooManyMistakes]),
    GeneratedText(
      "too many mistakes", bytes: Array((app + String(repeating: "label：x\n", count: 1001)).utf8),
      Array(repeating: .duplicateKey, count: 999).flatMap { [.fullWidthPunctuation, $0] }
        + [.fullWidthPunctuation, .tooManyMistakes]),
    GeneratedText("too large", app + String(repeating: "#\n", count: 1 << 19), .fileTooLarge),
    GeneratedText(
      "many nodes", app + "roles:\n" + (0..<25_001).map { " a\($0): b\n" }.joined(),
      .tooMany, .tooManyNodes),
    GeneratedText("deep", nested(70), .tooDeep),
    GeneratedText("deep bomb", nested(200_000), .tooDeep),
    GeneratedText(
      "key of 129 bytes", "app: a\n" + String(repeating: "k", count: 129) + ": b\n", .keyTooLong),
    GeneratedText(
      "directives", String(repeating: "%TAG ! x\n", count: 20_000), .directive, .missingApp),
    GeneratedText("64 roles", roles(64)),
    GeneratedText("65 roles", roles(65), .tooMany),
    GeneratedText("500 fields", fields(500)),
    GeneratedText("501 fields", fields(501), .tooMany),
    GeneratedText("nothing", "", .missingApp),
    GeneratedText("comments", "# only\n", .missingApp),
  ]
}

@Suite struct GeneratedTextTests {
  @Test(arguments: GeneratedTexts.all) func saysWhatIsExpected(_ text: GeneratedText) {
    let result = Driver.check(
      files: [SourceInput(path: "app.yaml", bytes: text.bytes)], lock: nil)
    #expect(result.diagnostics.map(\.code) == text.codes)
  }
}
