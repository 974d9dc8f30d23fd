/// The key of a page in a URL: the row's sort values and id, and the order that they belong to.
///
/// It is no secret and no proof: it holds what its reader saw in the row, and the composer checks
/// its values like any others.
enum Cursor {
  /// The text form, of characters that a URL carries as they are.
  static func encode(_ key: [Value], _ order: [SortKey]) -> String {
    var text = ""
    TabbedText.append([spell(order)] + key.map(spell), to: &text)
    return hex(Array(text.utf8))
  }

  /// Reads a key for this order back; nil when it is malformed or belongs to another order.
  static func decode(_ text: String, _ order: [SortKey]) -> [Value]? {
    guard let bytes = bytes(text),
      let records = TabbedText.records(String(decoding: bytes, as: UTF8.self)),
      records.count == 1, records[0].count > 1, records[0][0] == spell(order)
    else { return nil }
    var key: [Value] = []
    for part in records[0].dropFirst() {
      guard let value = value(part) else { return nil }
      key.append(value)
    }
    return key
  }

  private static func spell(_ order: [SortKey]) -> String {
    order.map { ($0.descending ? "-" : "") + String($0.column) }.joined(separator: ",")
  }

  /// A value as a text that ``value(_:)`` reads back.
  static func spell(_ value: Value) -> String {
    switch value {
    case .blank: return ""
    case .integer(let number): return "i\(number)"
    case .text(let text): return "t" + text
    }
  }

  /// Reads what ``spell(_:)`` wrote; nil for anything else.
  static func value(_ text: String) -> Value? {
    switch text.first {
    case nil: return .blank
    case "i": return Int64(text.dropFirst()).map(Value.integer)
    case "t": return .text(String(text.dropFirst()))
    default: return nil
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0, digits.count <= 4096 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = nibble(digits[index]), let low = nibble(digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: return digit - 0x30
    case 0x61...0x66: return digit - 0x61 + 10
    default: return nil
    }
  }
}
