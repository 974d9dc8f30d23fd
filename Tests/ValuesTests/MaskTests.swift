import Testing
import Values

/// What is shown of texts, by hand.
@Suite struct MaskTests {
  @Test(arguments: [
    (Mask.text, "王", "*"), (.text, "王明", "**"), (.text, "王小明", "王****明"),
    (.text, "abcdefghij", "a****j"), (.text, "𠮷野家", "𠮷****家"), (.text, "e\u{301}x", "e****x"),
    (.phone, "13812345678", "138****5678"), (.phone, "+86 13812345678", "+86****5678"),
    (.phone, "1234567890", "1****0"), (.phone, "110", "1****0"), (.phone, "12", "**"),
    (.email, "wang@example.com", "w****@example.com"),
    (.email, "w@example.com", "****@example.com"),
    (.email, "@example.com", "****@example.com"), (.email, "a@b@c.cn", "a****@c.cn"),
    (.email, "nobody", "n****y"),
  ]) func showsAPart(_ mask: Mask, _ text: String, _ wanted: String) {
    #expect(mask.apply(text) == wanted)
  }

  @Test func blankStaysBlank() {
    for mask in Mask.allCases { #expect(mask.apply(nil) == nil) }
  }
}
