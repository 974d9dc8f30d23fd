import Diagnostics
import TestSupport

@testable import Sema

/// A way to make a mistake: given a place, the planting, or nil when it does not fit there.
struct Operator: Sendable {
  let name: String
  let code: Code
  let plant: @Sendable (Site, Definition, inout SeededRandom) -> Planting?

  init(
    _ code: Code, _ name: String,
    _ plant: @escaping @Sendable (Site, Definition, inout SeededRandom) -> Planting?
  ) {
    self.code = code
    self.name = name
    self.plant = plant
  }

  /// Those that can be planted beside others, by area.
  static let all: [Operator] =
    textOperators + syntaxOperators + shapeOperators + formOperators + nameOperators
    + referenceOperators + typeOperators + layoutOperators + accessOperators
    + rightsOperators
}

/// The edits that operators are made of.
extension Site {
  /// The paths that a mistake in this place breaks.
  var owns: [[String]] {
    guard let field, path.count > 4 else { return [path] + rights }
    let isOfType = !["label", "help", "required", "unique"].contains(path[4])
    return isOfType ? [path, field + ["=type"]] : [path]
  }

  /// That rights are known, where a mistake leaves them open.
  private var rights: [[String]] { concernsRights ? [["=rights"]] : [] }

  func edit(_ range: Range<Int>, _ text: String) -> Edit {
    Edit(file: file, range: range, text: text)
  }

  private func planting(_ code: Code, _ edit: Edit, _ mark: Planting.Mark) -> Planting {
    // What the keys of a field mean can depend on those after them.
    let end = field != nil && path.count == 5 ? parent.span.end : node.span.end
    return Planting(
      code: code, edits: [edit], mark: mark, owns: owns,
      reach: edit.range.lowerBound..<max(edit.range.upperBound, end))
  }

  /// Another key; the finding is at the key.
  func key(_ code: Code, _ text: String) -> Planting {
    planting(code, edit(keyRange, text), .inserted(edit: 0, 0..<text.utf8.count))
  }

  /// Another value; the finding is at the value or at a part of it.
  func value(_ code: Code, _ text: String, part: Range<Int>? = nil) -> Planting {
    planting(code, edit(value, text), .inserted(edit: 0, part ?? 0..<text.utf8.count))
  }

  /// Another value; the finding is at the key.
  func valueAtKey(_ code: Code, _ text: String) -> Planting {
    planting(code, edit(value, text), .clean(file: file, keyRange))
  }

  /// Puts an entry or an item after this one: `text` with the finding at a part of it.
  func insert(_ code: Code, _ text: String, part: Range<Int>) -> Planting {
    let before = isInFlow ? ", " : lineBreak + itemPrefix
    var result = planting(
      code, edit(after..<after, before + text),
      .inserted(
        edit: 0, before.utf8.count + part.lowerBound..<before.utf8.count + part.upperBound))
    result.owns = [path.dropLast() + ["=new \(text)"]] + rights
    return result
  }

  /// Puts `key: value` after this entry, with the finding at the key.
  func insertEntry(_ code: Code, _ key: String, _ value: String) -> Planting {
    insert(code, "\(key): \(value)", part: 0..<key.utf8.count)
  }

  /// Removes the entry with its line or its comma.
  func removal() -> Range<Int> {
    if isInFlow {
      var end = node.span.end
      while bytes[end] == 0x20 { end += 1 }
      if bytes[end] == UInt8(ascii: ",") { return keyRange.lowerBound..<end + 1 }
      var start = keyRange.lowerBound
      while bytes[start - 1] != UInt8(ascii: ",") { start -= 1 }
      return start - 1..<node.span.end
    }
    return lineStart..<lineEnd(after: node.span.end)
  }

  /// Where something can be put after the value: in a block after the line's comment.
  private var after: Int {
    if isInFlow { return node.span.end }
    let end = lineEnd(after: node.span.end)
    guard end > 0, bytes[end - 1] == 0x0A else { return end }
    return end > 1 && bytes[end - 2] == 0x0D ? end - 2 : end - 1
  }

  /// The line break of the file with the indentation of this entry.
  var lineBreak: String {
    let end = bytes.firstIndex(of: 0x0A) ?? 0
    let isWindows = end > 0 && bytes[end - 1] == 0x0D
    return (isWindows ? "\r\n" : "\n") + String(repeating: " ", count: indent)
  }

  private var itemPrefix: String { kind == .item ? "- " : "" }

  /// Where the line of the key begins.
  var lineStart: Int {
    var start = keyRange.lowerBound
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// Spaces before the entry, or before the dash of an item.
  var indent: Int { bytes[lineStart...].prefix { $0 == 0x20 }.count }

  /// Where the line after a place begins, or the end of the file.
  func lineEnd(after place: Int) -> Int {
    bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// Where the content of the key's line ends, before spaces and a comment.
  var contentEnd: Int { node.span.end }
}

extension Definition {
  func type(of site: Site) -> String? {
    guard let field = site.field, let entity = site.entity else { return nil }
    return fields[entity]?.first { $0.name == field[3] }?.type
  }

  /// What is not looked into when an entity is unknown.
  func dependents(of entity: String) -> [[String]] { dependents[entity] ?? [] }

  /// What depends on the names of an entity's fields being known.
  func usesOfFields(of entity: String) -> [[String]] {
    dependents(of: entity) + [["entities", entity]]
  }

  /// A list of all roles, so that none becomes unused.
  var allRoles: String { "[" + roles.joined(separator: ", ") + "]" }
}
