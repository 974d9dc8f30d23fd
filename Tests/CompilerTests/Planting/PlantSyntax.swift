import Diagnostics
import TestSupport

extension Operator {
  /// Mistakes after which a file is not read on: everything else in it must stand before.
  static let syntaxOperators: [Operator] = [
    stop(.tabIndentation, "tab as indentation") { site in
      // No editor shows a tab wider than eight columns.
      guard !site.isInFlow, site.kind != .item, 1...8 ~= site.indent, !site.isFirst else {
        return nil
      }
      let range = site.lineStart..<site.lineStart + site.indent
      return (site.edit(range, "\t"), 0..<1)
    },
    stop(.unclosedQuote, "quote not closed") { site in
      guard !site.isInFlow, site.kind != .item, site.isOneLine, site.isLast, !site.isFlow else {
        return nil
      }
      return (site.edit(site.value.lowerBound..<site.bytes.count, "\"甲\n"), 0..<1)
    },
    stop(.unclosedBracket, "bracket not closed") { site in
      guard !site.isInFlow, site.kind != .item, site.isOneLine, site.isFlow else { return nil }
      let text = String(site.raw.dropLast())
      return (site.edit(site.value, text), 0..<1)
    },
    stop(.badIndentation, "one space less") { site in
      guard !site.isInFlow, site.kind != .item, !site.isFirst, site.indent > 1 else { return nil }
      return (
        site.edit(
          site.lineStart..<site.keyRange.upperBound,
          String(repeating: " ", count: site.indent - 1) + site.rawKey),
        site.indent - 1..<site.indent - 1 + site.firstCharacter
      )
    },
    stop(.missingColon, "no colon") { site in
      guard !site.isInFlow, site.kind != .item, site.isOneLine, site.isScalar,
        site.parent.count > 1
      else { return nil }
      let text = site.rawKey + " " + site.raw
      let range = site.keyRange.lowerBound..<site.value.upperBound
      return (site.edit(range, text), 0..<text.utf8.count)
    },
    stop(.missingColon, "no space after the colon") { site in
      guard !site.isInFlow, site.kind != .item, site.isOneLine, site.isPlain,
        site.parent.count > 1
      else { return nil }
      let text = site.rawKey + ":" + site.raw
      let range = site.keyRange.lowerBound..<site.value.upperBound
      return (site.edit(range, text), 0..<text.utf8.count)
    },
    stop(.colonInText, "colon in a text") { site in
      guard !site.isInFlow, site.kind != .item, site.isOneLine, site.isScalar else { return nil }
      return (site.edit(site.value, "甲: 乙"), 3..<4)
    },
    stop(.badStart, "@ at the start") { site in
      guard site.kind != .item, site.kind != .file, site.isOneLine else { return nil }
      return (site.edit(site.value, "@x"), 0..<1)
    },
    stop(.badEscape, "wrong escape") { site in
      guard site.kind != .item, site.kind != .file, site.isOneLine, site.isScalar else {
        return nil
      }
      return (site.edit(site.value, "\"a\\q\""), 2..<4)
    },
    stop(.blockHeader, "block text with a wrong head") { site in
      guard !site.isInFlow, site.kind != .item, site.isOneLine, site.isScalar else { return nil }
      return (site.edit(site.value, "|x"), 0..<2)
    },
    stop(.commentInText, "text that goes on after a comment") { site in
      guard !site.isInFlow, site.kind != .item, site.isOneLine, site.isPlain else { return nil }
      let head = site.raw + " # x" + site.lineBreak + "    "
      return (site.edit(site.value, head + "b"), head.utf8.count..<head.utf8.count + 1)
    },
    stop(.extraComma, "two commas") { site in
      guard site.kind == .item, site.isInFlow else { return nil }
      let comma = site.value.upperBound
      guard site.bytes[comma] == UInt8(ascii: ",") else { return nil }
      return (site.edit(comma + 1..<comma + 1, ","), 0..<1)
    },
    stop(.extraBracket, "two brackets") { site in
      guard !site.isInFlow, site.kind != .item, site.isOneLine, site.isFlow else { return nil }
      return (site.edit(site.value.upperBound..<site.value.upperBound, "]"), 0..<1)
    },
    Operator(.secondDocument, "second document") { site, _, _ in
      guard site.kind == .file else { return nil }
      let end = site.bytes.count
      return Planting(
        code: .secondDocument, edits: [site.edit(end..<end, "---\napp: x\n")],
        mark: .inserted(edit: 0, 0..<3), owns: [["=unread"]], reach: end..<end, stop: end)
    },
  ]

  private static func stop(
    _ code: Code, _ name: String, _ plant: @escaping @Sendable (Site) -> (Edit, Range<Int>)?
  ) -> Operator {
    Operator(code, name) { site, definition, _ in
      // What holds for the whole application is needed to judge the rest.
      guard site.kind != .file, let (edit, part) = plant(site),
        definition.settingsEnd[site.file] ?? 0 < site.lineStart
      else { return nil }
      // libyaml looks a line ahead before it gives out what it has read.
      let start = site.previousLineStart
      var owns = site.owns + [["=unread"]]
      for other in definition.sites(in: site.file)
      where other.kind != .file && other.value.upperBound >= start {
        if other.value.lowerBound >= start { owns.append(other.path) }
        if other.kind == .name, other.table == "entities" {
          owns += definition.dependents(of: other.key) + [other.path + ["=fields"]]
        }
        if other.path == ["roles"] { owns.append(["=roles"]) }
      }
      return Planting(
        code: code, edits: [edit], mark: .inserted(edit: 0, part), owns: owns,
        reach: edit.range, stop: start)
    }
  }
}

extension Site {
  /// Whether it is the first of its mapping or list.
  var isFirst: Bool { parent.span.start == keyRange.lowerBound }

  /// Whether nothing but white space and comments without quotes follows in the file.
  fileprivate var isLast: Bool {
    !bytes[value.upperBound...].contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ":") }
  }

  /// Where the last line before begins that holds more than a comment.
  fileprivate var previousLineStart: Int {
    var start = lineStart
    while start > 0 {
      start = bytes[..<(start - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let first = bytes[start...].first { $0 != 0x20 }
      if first != UInt8(ascii: "#"), first != 0x0A, first != 0x0D { break }
    }
    return start
  }

  fileprivate var rawKey: String { String(decoding: bytes[keyRange], as: UTF8.self) }

  /// Bytes of the key's first character.
  fileprivate var firstCharacter: Int { String(rawKey.unicodeScalars.prefix(1)).utf8.count }
}
