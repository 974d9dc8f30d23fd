/// The text of a style sheet as it is sent: without the white space that is there for its writers.
enum SheetText {
  /// The parts one after the other. Runs of white space become one space, and none where a sign
  /// parts the words already (CSS Syntax 3, §4); a block's last semicolon goes.
  static func squeezed(_ parts: [StaticString]) -> [UInt8] {
    var out: [UInt8] = []
    var isSpace = false
    for part in parts {
      for byte in UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount) {
        if byte == 0x20 || byte == 0x0A {
          isSpace = true
          continue
        }
        if isSpace, let last = out.last, !before.contains(last), !behind.contains(byte) {
          out.append(0x20)
        }
        isSpace = false
        if byte == UInt8(ascii: "}"), out.last == UInt8(ascii: ";") { out.removeLast() }
        out.append(byte)
      }
    }
    return out
  }

  private static let before = Set("{};:,>".utf8)
  /// No space may go before a colon: `a :hover` is not `a:hover`.
  private static let behind = Set("{};>!".utf8)
}
