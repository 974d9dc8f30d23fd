/// Texts within JSON (RFC 8259 §7).
enum JSONText {
  /// A text as it stands between quotes.
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: out += [0x5C, byte]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        out += "\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// An object of texts: `{"name":"value"}`.
  static func object(_ members: [(name: String, text: String)]) -> String {
    let list = members.map { "\"\(escaped($0.name))\":\"\(escaped($0.text))\"" }
    return "{" + list.joined(separator: ",") + "}"
  }
}
