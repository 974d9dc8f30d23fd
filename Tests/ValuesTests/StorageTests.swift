import Testing

@testable import Values

@Suite struct StorageTests {
  @Test(arguments: [
    (Storage.text, " 上海 ", Value.text("上海"), "上海"), (.text, "  ", .blank, ""),
    (.integer, " 42 ", .integer(42), "42"), (.integer, "-0", .integer(0), "0"),
    (.scaled(2), "12.3", .integer(1230), "12.30"), (.scaled(0), "5.0", .integer(5), "5"),
    (.boolean, "true", .integer(1), "true"), (.boolean, "false", .integer(0), "false"),
    (.date, "2026-03-02", .integer(20_514), "2026-03-02"),
    (.dateTime, "1970-01-01T08:00+08:00", .integer(0), "1970-01-01T00:00:00.000Z"),
    (.reference, "7", .integer(7), "7"), (.integer, "\u{3000}", .blank, ""),
    (.date, "", .blank, ""),
  ])
  func readsAndWrites(_ storage: Storage, _ input: String, _ value: Value, _ wire: String) {
    #expect(storage.parse(input) == value)
    #expect(storage.print(value) == wire)
    #expect(storage.parse(wire) == value)
  }

  @Test(arguments: [
    (Storage.integer, "1.5"), (.integer, "abc"), (.integer, "9007199254740992"),
    (.scaled(2), "1.005"), (.boolean, "True"), (.boolean, "1"), (.date, "2026-02-30"),
    (.dateTime, "2026-03-02T09:00"), (.reference, "0"), (.reference, "-1"), (.reference, "1.0x"),
  ])
  func refuses(_ storage: Storage, _ input: String) { #expect(storage.parse(input) == nil) }

  @Test func readsItsNameBack() {
    let all: [Storage] =
      [.text, .integer, .boolean, .date, .dateTime, .reference] + (0...9).map { .scaled($0) }
    for storage in all { #expect(Storage(name: storage.name) == storage) }
    #expect(Set(all.map(\.name)).count == all.count)
    for name in ["", "scaled", "scaled10", "scaled+2", "scaled02", "Text"] {
      #expect(Storage(name: name) == nil, "\(name)")
    }
  }

  @Test func carriesOptionals() {
    #expect(Value(nil as Int64?) == .blank && Value(5 as Int64?) == .integer(5))
    #expect(Value(nil as String?) == .blank && Value("x" as String?) == .text("x"))
    #expect(Value(nil as Bool?) == .blank && Value(true as Bool?) == .integer(1))
    #expect(Value.blank.isBlank && !Value.integer(0).isBlank)
    #expect(Value.text("x").text == "x" && Value.text("x").integer == nil)
    #expect(Value.integer(3).integer == 3 && Value.integer(3).text == nil)
  }

  /// FNV-1a's published 64-bit vectors, each carried on by the terminator.
  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("b", 0xAF63_DF4C_8601_F1A5),
      ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func fingerprints(_ text: String, _ published: UInt64) {
    let expected = (published ^ 0xFF) &* 0x0000_0100_0000_01B3
    #expect(Fingerprint(of: text).value == expected)
    var bytes = Fingerprint()
    bytes.add(Array(text.utf8))
    #expect(bytes == Fingerprint(of: text))
    #expect(Fingerprint(of: text).description.count == 16)
  }

  @Test func tellsPartsApart() {
    var one = Fingerprint()
    one.add("ab")
    one.add("c")
    var two = Fingerprint()
    two.add("a")
    two.add("bc")
    #expect(one != two)
    #expect(Fingerprint().description == "cbf29ce484222325")
  }
}
