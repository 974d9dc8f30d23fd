/// A JSON document whose objects keep their order, and its printer (RFC 8259).
public indirect enum JSONTree: Sendable {
  case string(String)
  case integer(Int64)
  case bool(Bool)
  case null
  case array([JSONTree])
  case object([(key: String, value: JSONTree)])

  /// The text, indented by two spaces, with a line feed at the end.
  public func print() -> String {
    var out = ""
    write(into: &out, indent: "")
    return out + "\n"
  }

  /// The text in one line without spaces.
  public func compact() -> String {
    var out = ""
    write(into: &out, indent: nil)
    return out
  }

  /// Writes the text; `indent` is nil for one line.
  private func write(into out: inout String, indent: String?) {
    switch self {
    case .string(let text): JSONTree.quote(text, into: &out)
    case .integer(let number): out += String(number)
    case .bool(let value): out += value ? "true" : "false"
    case .null: out += "null"
    case .array(let items):
      JSONTree.writeList("[", "]", items, into: &out, indent) { item, out, deeper in
        item.write(into: &out, indent: deeper)
      }
    case .object(let members):
      JSONTree.writeList("{", "}", members, into: &out, indent) { member, out, deeper in
        JSONTree.quote(member.key, into: &out)
        out += deeper == nil ? ":" : ": "
        member.value.write(into: &out, indent: deeper)
      }
    }
  }

  private static func writeList<Item>(
    _ open: String, _ close: String, _ items: [Item], into out: inout String, _ indent: String?,
    _ write: (Item, inout String, String?) -> Void
  ) {
    out += open
    let deeper = indent.map { $0 + "  " }
    for (index, item) in items.enumerated() {
      if index > 0 { out += "," }
      if let deeper { out += "\n" + deeper }
      write(item, &out, deeper)
    }
    if let indent, !items.isEmpty { out += "\n" + indent }
    out += close
  }

  /// Appends a JSON string.
  private static func quote(_ text: String, into out: inout String) {
    out += "\""
    if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      for scalar in text.unicodeScalars { escape(scalar, into: &out) }
    } else {
      out += text
    }
    out += "\""
  }

  private static func escape(_ scalar: Unicode.Scalar, into out: inout String) {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    default:
      if scalar.value < 0x20 {
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
  }
}
