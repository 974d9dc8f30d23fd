import Syntax
import TestSupport

extension MutantOperator {
  /// What no reader of YAML sees.
  static let meaningless: [MutantOperator] = [
    .valid("comment line") { site, random in
      guard site.startsLine else { return nil }
      let space = String(repeating: " ", count: Int.random(in: 0...8, using: &random))
      return [site.edit(site.lineStart..<site.lineStart, "\(space)# 说明：“{”, a: [b\n")]
    },
    .valid("blank line") { site, random in
      guard site.startsLine else { return nil }
      return [site.edit(site.lineStart..<site.lineStart, random.chance(50) ? "\n" : "      \n")]
    },
    .valid("trailing spaces") { site, _ in
      guard site.startsLine else { return nil }
      let end = site.lineTextEnd
      return [site.edit(end..<end, "   ")]
    },
    .valid("trailing comment") { site, _ in
      guard site.startsLine else { return nil }
      let end = site.lineTextEnd
      return [site.edit(end..<end, "  # 注释：a, [b {c \"d")]
    },
    .valid("CRLF") { site, _ in
      guard site.kind == .file, !site.bytes.contains(0x0D) else { return nil }
      return site.bytes.indices.filter { site.bytes[$0] == 0x0A }.map { site.edit($0..<$0, "\r") }
    },
    .valid("byte order mark") { site, _ in
      guard site.kind == .file, site.bytes.first != 0xEF else { return nil }
      return [site.edit(0..<0, "\u{FEFF}")]
    },
    .valid("start of the document") { site, _ in
      guard site.kind == .file, site.bytes.first != 0xEF else { return nil }
      return [site.edit(0..<0, "---\n")]
    },
    .valid("wider indentation") { site, _ in
      guard site.kind == .file else { return nil }
      return site.lineStarts.compactMap { start in
        let indent = site.bytes[start...].prefix { $0 == 0x20 }.count
        let text = String(repeating: " ", count: indent)
        return indent == 0 ? nil : site.edit(start..<start, text)
      }
    },
  ]

  /// The same tree in another style.
  static let restyled: [MutantOperator] = [
    .valid("double quotes") { site, _ in
      guard site.isPlain, site.isOneLine, site.isQuotable else { return nil }
      return [site.edit(site.value, "\"\(site.raw)\"")]
    },
    .valid("single quotes") { site, _ in
      guard site.isPlain, site.isOneLine, site.isQuotable else { return nil }
      return [site.edit(site.value, "'\(site.raw)'")]
    },
    .valid("key in quotes") { site, _ in
      guard site.kind != .item, site.kind != .file, site.bytes[site.keyRange.lowerBound] != 0x22
      else { return nil }
      return [site.edit(site.keyRange, "\"\(site.key)\"")]
    },
    .valid("spaces after the colon") { site, _ in
      guard site.kind != .item, site.kind != .file, site.isOneLine, !site.isEmptyValue else {
        return nil
      }
      return [site.edit(site.value.lowerBound..<site.value.lowerBound, "   ")]
    },
    .valid("comma at the end") { site, _ in
      guard site.isFlow, site.node.count > 0 else { return nil }
      let end = site.value.upperBound - 1
      return [site.edit(end..<end, ",")]
    },
    .valid("line break in brackets") { site, _ in
      guard site.isInFlow, site.startsAfterComma else { return nil }
      let start = site.keyRange.lowerBound
      return [site.edit(start..<start, "\n" + String(repeating: " ", count: site.indent + 6))]
    },
    .valid("block to flow") { site, _ in
      guard site.kind != .item, site.kind != .file, !site.isInFlow, !site.isFlow, !site.isScalar
      else { return nil }
      let colon = site.keyRange.upperBound + 1
      return [site.edit(colon..<site.value.upperBound, " " + site.flow(site.node))]
    },
    .valid("flow to block") { site, _ in
      guard site.kind != .item, site.kind != .file, !site.isInFlow, site.isFlow,
        site.node.count > 0
      else { return nil }
      let colon = site.keyRange.upperBound + 1
      return [site.edit(colon..<site.value.upperBound, site.block(site.node))]
    },
    .valid("two keys swapped") { site, _ in
      guard site.kind == .keyword, case .mapping(let entries) = site.parent.content,
        let index = entries.firstIndex(where: { $0.key == site.key }), index > 0
      else { return nil }
      let mine = site.keyRange.lowerBound..<site.value.upperBound
      let before = entries[index - 1]
      let its = before.keySpan.start..<before.value.span.end
      guard !site.bytes[its].contains(0x0A), !site.bytes[mine].contains(0x0A) else { return nil }
      return [site.edit(mine, site.text(its)), site.edit(its, site.text(mine))]
    },
  ]
}

extension Site {
  /// Whether it is the first in its line, so that the line begins in no bracket or quote.
  var startsLine: Bool { !isInFlow && kind != .file && bytes[lineStart] != 0xEF }

  /// Where the text of its line ends, before the line's end; a value of several lines has none.
  var lineTextEnd: Int {
    var end = lineEnd(after: keyRange.lowerBound)
    while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  fileprivate var lineStarts: [Int] {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return [mark]
      + bytes.indices.filter { bytes[$0] == 0x0A && $0 + 1 < bytes.count }.map { $0 + 1 }
  }

  fileprivate var isQuotable: Bool {
    !isEmptyValue && !raw.utf8.contains { $0 == 0x22 || $0 == 0x27 || $0 == 0x5C }
  }

  fileprivate var isEmptyValue: Bool { value.isEmpty }

  fileprivate var startsAfterComma: Bool {
    let start = keyRange.lowerBound
    return start > 1 && bytes[start - 1] == 0x20 && bytes[start - 2] == UInt8(ascii: ",")
  }

  fileprivate func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func text(_ node: YAMLNode) -> String { text(node.span.start..<node.span.end) }

  private func key(_ entry: YAMLEntry) -> String {
    text(entry.keySpan.start..<entry.keySpan.end)
  }

  /// The node on one line.
  fileprivate func flow(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar, .poisoned: return quotedInFlow(text(node))
    case .sequence(let items): return "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      return "{ " + entries.map { "\(key($0)): \(flow($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  /// The node on lines of its own below its key.
  fileprivate func block(_ node: YAMLNode) -> String {
    let space = "\n" + String(repeating: " ", count: indent + 2)
    switch node.content {
    case .scalar, .poisoned: return text(node)
    case .sequence(let items): return items.map { space + "- " + flow($0) }.joined()
    case .mapping(let entries):
      return entries.map { space + "\(key($0)): \(flow($0.value))" }.joined()
    }
  }

  /// Commas and brackets mean something in a flow collection, unless they are quoted.
  private func quotedInFlow(_ text: String) -> String {
    guard let first = text.first, !"\"'".contains(first),
      text.contains(where: { ",[]{}".contains($0) })
    else { return text }
    return "'" + text.replacing("'", with: "''") + "'"
  }
}
