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

  private func write(into out: inout String, indent: String) {
    let deeper = indent + "  "
    switch self {
    case .string(let text): out += JSONTree.quoted(text)
    case .integer(let number): out += String(number)
    case .bool(let value): out += value ? "true" : "false"
    case .null: out += "null"
    case .array(let items):
      if items.isEmpty {
        out += "[]"
        return
      }
      out += "["
      for (index, item) in items.enumerated() {
        out += index == 0 ? "\n" : ",\n"
        out += deeper
        item.write(into: &out, indent: deeper)
      }
      out += "\n\(indent)]"
    case .object(let members):
      if members.isEmpty {
        out += "{}"
        return
      }
      out += "{"
      for (index, member) in members.enumerated() {
        out += index == 0 ? "\n" : ",\n"
        out += deeper + JSONTree.quoted(member.key) + ": "
        member.value.write(into: &out, indent: deeper)
      }
      out += "\n\(indent)}"
    }
  }

  /// A JSON string.
  public static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
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
    return out + "\""
  }
}
