import Diagnostics
import Syntax
import TestSupport

extension Operator {
  /// What is wrong with a text before and beside its syntax, and what YAML has and the language
  /// refuses. These do not end the reading of a file unless they stand alone.
  static let textOperators: [Operator] = refused + fullWidth

  private static let refused: [Operator] = [
    Operator(.anchor, "anchor") { site, _, _ in
      guard site.kind != .file, site.isOneLine, site.isScalar || site.isFlow else { return nil }
      return site.prefixed(.anchor, "&a1")
    },
    Operator(.tag, "tag") { site, _, _ in
      guard site.kind != .file, site.isOneLine, site.isScalar || site.isFlow else { return nil }
      return site.prefixed(.tag, "!t")
    },
    Operator(.alias, "alias") { site, definition, _ in
      guard site.kind == .keyword || site.kind == .language, site.isOneLine else { return nil }
      return site.poisoned(site.value(.alias, "*a1"), definition)
    },
    Operator(.duplicateKey, "key twice") { site, _, _ in
      guard site.kind != .file, site.kind != .item else { return nil }
      var result = site.insertEntry(.duplicateKey, site.key, "x")
      result.needs = [site.path]
      return result
    },
    Operator(.keyTooLong, "key of 129 bytes") { site, _, _ in
      guard site.kind != .file, site.kind != .item else { return nil }
      return site.insertEntry(.keyTooLong, String(repeating: "k", count: 129), "x")
    },
    Operator(.mergeKey, "merge key") { site, _, _ in
      guard site.kind != .file, site.kind != .item else { return nil }
      return site.insertEntry(.mergeKey, "<<", "x")
    },
    Operator(.complexKey, "list as a key") { site, _, _ in
      guard site.kind != .file, site.kind != .item else { return nil }
      return site.insertEntry(.complexKey, "[x]", "x")
    },
  ]

  private static let fullWidth: [Operator] = [
    Operator(.fullWidthPunctuation, "full-width colon") { site, _, random in
      guard site.kind != .file, site.kind != .item, site.isOneLine, site.isPlain || site.isFlow
      else { return nil }
      let colon = site.keyRange.upperBound
      guard site.bytes[colon] == UInt8(ascii: ":"), site.node.span.start == colon + 2 else {
        return nil
      }
      return site.mark(colon..<colon + (random.chance(50) ? 1 : 2), "：")
    },
    Operator(.textAfterValue, "comment without a space") { site, _, _ in
      let end = site.value.upperBound
      guard !site.isInFlow, site.kind == .keyword, site.isOneLine, !site.isPlain,
        end < site.bytes.count, site.bytes[end] == 0x0A
      else { return nil }
      return site.mark(end..<end, "# x", part: 0..<1, code: .textAfterValue)
    },
    Operator(.unusualSpace, "full-width space") { site, _, _ in
      guard site.kind != .file, site.kind != .item, site.isOneLine, site.isPlain || site.isFlow,
        site.value.lowerBound == site.keyRange.upperBound + 2
      else { return nil }
      return site.mark(
        site.keyRange.upperBound + 1..<site.value.lowerBound, "　", code: .unusualSpace)
    },
    Operator(.fullWidthPunctuation, "full-width comma") { site, _, _ in
      guard site.kind == .item, site.isInFlow, site.isScalar else { return nil }
      let comma = site.node.span.end
      guard site.bytes[comma] == UInt8(ascii: ",") else { return nil }
      return site.mark(comma..<comma + 1, "，")
    },
    Operator(.fullWidthPunctuation, "full-width quotes") { site, _, _ in
      guard site.kind == .keyword || site.kind == .language, site.isPlain, site.isOneLine else {
        return nil
      }
      return site.value(.fullWidthPunctuation, "“\(site.raw)”")
    },
    Operator(.fullWidthPunctuation, "full-width bracket") { site, _, random in
      guard site.kind == .keyword, site.isFlow, site.isOneLine else { return nil }
      let isMapping = site.bytes[site.value.lowerBound] == UInt8(ascii: "{")
      let place = site.value.lowerBound
      return site.mark(place..<place + 1, isMapping ? "｛" : "［")
    },
  ]

  /// After these nothing of the file, or of the application, is certain.
  static let alone: [Operator] = [
    onFile(.controlCharacter, "invisible character") { site in
      site.mark(site.bytes.count..<site.bytes.count, "#\u{202E}", part: 1..<4)
    },
    onFile(.directive, "directive") { site in
      let start = site.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return site.mark(start..<start, "%YAML 1.1\n---\n", part: 0..<9)
    },
    onFile(.fileTooLarge, "more than 1 MiB") { site in
      let text = "#" + String(repeating: "-", count: 1 << 20)
      let place = (1 << 20) - site.bytes.count
      return site.mark(site.bytes.count..<site.bytes.count, text, part: place..<place)
    },
    onFile(.tooManyNodes, "more than 50 000 items") { site in
      let items = String(repeating: "x,", count: 50_000)
      var result = site.mark(
        site.bytes.count..<site.bytes.count, "roles: [" + items + "]\n", part: 0..<1)
      // The item that is too many: what was read before counts.
      let before = site.countNodes() + 2
      let place = 8 + 2 * (50_000 - before)
      result = site.mark(result.edits[0].range, result.edits[0].text, part: place..<place + 1)
      return site.lacks("roles") ? result : nil
    },
    onFile(.tooDeep, "65 levels") { site in
      let text =
        "roles: " + String(repeating: "[", count: 70)
        + String(repeating: "]", count: 70) + "\n"
      // The root and the value are two levels.
      return site.lacks("roles")
        ? site.mark(site.bytes.count..<site.bytes.count, text, part: 7 + 63..<7 + 64) : nil
    },
    onFile(.rootNotMapping, "a list as the whole") { site in
      site.mark(site.value, "- a", part: 0..<3)
    },
  ]

  private static func onFile(
    _ code: Code, _ name: String, _ plant: @escaping @Sendable (Site) -> Planting?
  ) -> Operator {
    Operator(code, name) { site, _, _ in
      guard site.kind == .file, let result = plant(site) else { return nil }
      return Planting(code: code, edits: result.edits, mark: result.mark, reach: 0..<0)
    }
  }
}

extension Site {
  /// A planting of punctuation at any place; the node itself stays what it is.
  func mark(
    _ range: Range<Int>, _ text: String, part: Range<Int>? = nil,
    code: Code = .fullWidthPunctuation
  ) -> Planting {
    Planting(
      code: code, edits: [edit(range, text)],
      mark: .inserted(edit: 0, part ?? 0..<text.utf8.count), owns: [path + ["=mark"]],
      reach: value.lowerBound..<max(value.upperBound, range.upperBound))
  }

  /// Puts an anchor or a tag before the value.
  fileprivate func prefixed(_ code: Code, _ text: String) -> Planting {
    let start = value.lowerBound
    return Planting(
      code: code, edits: [edit(start..<start, text + " ")],
      mark: .inserted(edit: 0, 0..<text.utf8.count), owns: [path + ["=mark"]], reach: value)
  }

  fileprivate func lacks(_ key: String) -> Bool { node.entry(key) == nil }

  fileprivate func countNodes() -> Int { Site.count(node) }

  private static func count(_ node: YAMLNode) -> Int {
    switch node.content {
    case .mapping(let entries): return entries.reduce(1) { $0 + 1 + count($1.value) }
    case .sequence(let items): return items.reduce(1) { $0 + count($1) }
    case .scalar, .poisoned: return 1
    }
  }

  /// What else is broken when this place's value cannot be used.
  func poisoned(_ planting: Planting, _ definition: Definition) -> Planting? {
    var result = planting
    result.owns = owns + breaks(definition)
    return result
  }

  private func breaks(_ definition: Definition) -> [[String]] {
    if path == ["languages"] { return [["=languages"]] }
    if path == ["currency"] { return [["=currency"]] }
    if path.count == 1, ["entities", "roles", "views"].contains(path[0]) {
      let inside = definition.sites.filter { $0.file == file && $0.path.starts(with: path) }
      let broken = inside.filter { $0.kind == .name && $0.path.count == 2 }
      let dependents =
        path == ["entities"]
        ? broken.flatMap { definition.dependents(of: $0.key) } : []
      let access =
        path == ["roles"] ? definition.entityNames.map { ["entities", $0, "access"] } : []
      return broken.map(\.path) + dependents + access + [["=\(path[0])"]]
    }
    if path.count == 3, path[0] == "entities", path[2] == "fields" {
      return definition.usesOfFields(of: path[1])
    }
    if field != nil, path.count == 5, path[4] == "type" { return [Array(path[..<4])] }
    return path.count == 2 && path[0] == "entities" ? definition.dependents(of: path[1]) : []
  }
}
