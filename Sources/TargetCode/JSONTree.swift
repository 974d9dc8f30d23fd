/// A JSON document whose objects keep their order, and its printer (RFC 8259).
public indirect enum JSONTree: Sendable {
  case string(String)
  case integer(Int64)
  case bool(Bool)
  case null
  case array([JSONTree])
  case object([(key: String, value: JSONTree)])

  /// The text, indented by two spaces, with a line feed at the end. What lies deeper than `levels`
  /// stands in one line.
  public func print(levels: Int = .max) -> String {
    var out = ""
    write(into: &out, Layout(indent: "", levels: levels))
    return out + "\n"
  }

  /// The text in one line without spaces.
  public func compact() -> String {
    var out = ""
    write(into: &out, Layout(indent: "", levels: 0))
    return out
  }

  /// How the inside of a list or an object is laid out.
  private struct Layout {
    let indent: String
    /// How many levels from here down have a line for each element.
    let levels: Int

    var deeper: Layout {
      levels > 0 ? Layout(indent: indent + "  ", levels: levels - 1) : self
    }
  }

  private func write(into out: inout String, _ layout: Layout) {
    switch self {
    case .string(let text): JSONTree.quote(text, into: &out)
    case .integer(let number): out += String(number)
    case .bool(let value): out += value ? "true" : "false"
    case .null: out += "null"
    case .array(let items):
      JSONTree.writeList("[", "]", items, into: &out, layout) { item, out, deeper in
        item.write(into: &out, deeper)
      }
    case .object(let members):
      JSONTree.writeList("{", "}", members, into: &out, layout) { member, out, deeper in
        JSONTree.quote(member.key, into: &out)
        out += layout.levels > 0 ? ": " : ":"
        member.value.write(into: &out, deeper)
      }
    }
  }

  private static func writeList<Item>(
    _ open: String, _ close: String, _ items: [Item], into out: inout String, _ layout: Layout,
    _ write: (Item, inout String, Layout) -> Void
  ) {
    out += open
    let deeper = layout.deeper
    let hasLines = layout.levels > 0 && !items.isEmpty
    for (index, item) in items.enumerated() {
      if index > 0 { out += "," }
      if hasLines {
        out += "\n"
        out += deeper.indent
      }
      write(item, &out, deeper)
    }
    if hasLines { out += "\n" + layout.indent }
    out += close
  }

  /// Appends a JSON string.
  private static func quote(_ text: String, into out: inout String) {
    out += "\""
    out.append(text) { byte in
      switch byte {
      case UInt8(ascii: "\""): return "\\\""
      case UInt8(ascii: "\\"): return "\\\\"
      case UInt8(ascii: "\n"): return "\\n"
      case UInt8(ascii: "\r"): return "\\r"
      case UInt8(ascii: "\t"): return "\\t"
      case 0..<0x20: return "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
      default: return nil
      }
    }
    out += "\""
  }
}
