import Diagnostics
import Driver
import Syntax

@testable import Sema

/// A definition with every place in it, found by walking the keyword tables along the tree.
struct Definition {
  let files: [SourceInput]
  private(set) var sites: [Site] = []
  /// The fields of each entity: name and type, in order.
  private(set) var fields: [String: [(name: String, type: String)]] = [:]
  private(set) var roles: [String] = []
  private(set) var entityNames: [String] = []
  /// Where the last setting of each file ends that holds for the whole application.
  private(set) var settingsEnd: [Int: Int] = [:]
  /// For each entity its views, its places in the menu and the types of the fields that refer to
  /// it.
  private(set) var dependents: [String: [[String]]] = [:]
  /// The entities that roles have rights to by their `may`.
  private(set) var governed: Set<String> = []
  private var places: [[String]: Site] = [:]
  private var byFile: [[Site]]

  /// The files are taken in path order, tables behind the rest, as the driver numbers them.
  init(_ files: [SourceInput]) {
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.files = sorted.filter { !$0.isTable } + sorted.filter(\.isTable)
    byFile = Array(repeating: [], count: files.count)
    for (index, file) in self.files.enumerated() where !file.isTable {
      let source = SourceFile(path: file.path, bytes: file.bytes)
      guard let root = YAMLReader.read(source, file: index).0.root else { continue }
      let entry = YAMLEntry(key: "", keySpan: Span(file: index, start: 0, end: 0), value: root)
      add(.file, [], "", "", nil, entry, root)
      mapping(root, Keywords.file.place.en, Keywords.file.keywords, [])
    }
  }

  /// The key or name at a path.
  func site(_ path: [String]) -> Site? { places[path] }

  /// The places of a file, in the order of their keys.
  func sites(in file: Int) -> [Site] { byFile[file] }

  private mutating func addDependent(_ site: Site) {
    if site.kind == .name, site.table == "views" {
      dependents[String(site.key.prefix { $0 != "." }), default: []].append(site.path)
    } else if site.kind == .keyword, ["to", "of"].contains(site.key), let field = site.field,
      let entity = site.node.scalar
    {
      dependents[entity, default: []].append(field + ["=type"])
    } else if site.kind == .name, site.table == "may" {
      dependents[site.key, default: []].append(site.path)
      governed.insert(site.key)
    } else if site.kind == .item, site.path[0] == "menu", let entity = site.node.scalar {
      dependents[entity, default: []].append(site.path)
    }
  }

  private mutating func add(
    _ kind: Site.Kind, _ path: [String], _ table: String, _ key: String, _ form: ValueForm?,
    _ entry: YAMLEntry, _ parent: YAMLNode
  ) {
    let site = Site(
      kind: kind, path: path, table: table, key: key, form: form, entry: entry, parent: parent,
      bytes: files[entry.keySpan.file].bytes)
    sites.append(site)
    byFile[site.file].append(site)
    addDependent(site)
    if kind != .item { places[path] = site }
    let settings: Set<String> = ["app", "label", "languages", "currency", "time_zone"]
    if path.count == 1, settings.contains(key) {
      settingsEnd[site.file] = max(settingsEnd[site.file] ?? 0, site.value.upperBound)
    }
  }

  private mutating func mapping(
    _ node: YAMLNode, _ table: String, _ keywords: [Keyword], _ path: [String]
  ) {
    guard case .mapping(let entries) = node.content else { return }
    for entry in entries {
      guard let keyword = keywords.first(where: { $0.name == entry.key }) else { continue }
      let own = path + [entry.key]
      add(.keyword, own, table, entry.key, keyword.form, entry, node)
      value(entry, keyword.form, own)
    }
  }

  private mutating func value(_ entry: YAMLEntry, _ form: ValueForm, _ path: [String]) {
    let node = entry.value
    switch form {
    case .name, .order, .oneOf, .text, .boolean, .wholeNumber, .number, .value, .expression,
      .condition:
      break
    case .words: words(node, path)
    case .list(let item): items(node, item, path)
    case .oneOrMany(let item): items(node, item, path)
    case .named(let named): names(node, named.form, path)
    case .mapping(let kind): mapping(node, kind.place.en, kind.keywords, path)
    case .shorthand(_, let kind):
      if kind.keywords.contains(where: { node.entry($0.name) != nil }) {
        mapping(node, kind.place.en, kind.keywords, path)
      } else {
        words(node, path)
      }
    case .field: field(entry, path)
    case .access(let kind):
      mapping(node, kind.place.en, kind.keywords, path)
      items(node, .name, path)
    case .rights(let kind): mapping(node, kind.place.en, kind.keywords, path)
    case .limits:
      names(node, .expression, path)
      items(node, .name, path)
    }
  }

  private mutating func words(_ node: YAMLNode, _ path: [String]) {
    guard case .mapping(let entries) = node.content else { return }
    for entry in entries {
      add(.language, path + [entry.key], "words", entry.key, nil, entry, node)
    }
  }

  private mutating func items(_ node: YAMLNode, _ form: ValueForm, _ path: [String]) {
    guard case .sequence(let items) = node.content else { return }
    for (index, item) in items.enumerated() {
      let entry = YAMLEntry(key: "", keySpan: item.span, value: item)
      let own = path + ["[\(index)]"]
      add(.item, own, "items", path.last ?? "", form, entry, node)
      value(entry, form, own)
    }
  }

  private mutating func names(_ node: YAMLNode, _ form: ValueForm, _ path: [String]) {
    guard case .mapping(let entries) = node.content else { return }
    for entry in entries {
      let own = path + [entry.key]
      add(.name, own, path.last ?? "", entry.key, form, entry, node)
      if path == ["roles"] { roles.append(entry.key) }
      if path == ["entities"] { entityNames.append(entry.key) }
      value(entry, form, own)
    }
  }

  private mutating func field(_ entry: YAMLEntry, _ path: [String]) {
    let word = entry.value.scalar ?? entry.value.entry("type")?.value.scalar ?? ""
    fields[path[1], default: []].append((entry.key, word))
    guard let kind = FieldKinds.byKeyword[word] else { return }
    mapping(entry.value, Keywords.field.place.en, Keywords.field.keywords, path)
    mapping(entry.value, kind.keyword, kind.keywords, path)
  }
}

/// A place in a definition: a key with its value, or an item of a list.
final class Site: Sendable {
  enum Kind: Sendable { case file, keyword, name, language, item }

  let kind: Kind
  /// From the root: `entities`, `customer`, `fields`, `name`, `label`.
  let path: [String]
  /// The table of the keyword in words, or the section of a name.
  let table: String
  let key: String
  let form: ValueForm?
  let entry: YAMLEntry
  let parent: YAMLNode
  /// The file's text.
  let bytes: [UInt8]

  init(
    kind: Kind, path: [String], table: String, key: String, form: ValueForm?, entry: YAMLEntry,
    parent: YAMLNode, bytes: [UInt8]
  ) {
    self.kind = kind
    self.path = path
    self.table = table
    self.key = key
    self.form = form
    self.entry = entry
    self.parent = parent
    self.bytes = bytes
  }

  var node: YAMLNode { entry.value }
  var file: Int { entry.keySpan.file }
  var value: Range<Int> { node.span.start..<node.span.end }
  var keyRange: Range<Int> { entry.keySpan.start..<entry.keySpan.end }
  /// Whether the mapping or list around it is in flow style.
  var isInFlow: Bool { Site.isFlow(parent, bytes) }
  /// Whether its own value is.
  var isFlow: Bool { Site.isFlow(node, bytes) }
  /// Whether the value begins and ends in the line of its key.
  var isOneLine: Bool { !bytes[entry.keySpan.start..<node.span.end].contains(0x0A) }
  /// The text of the value as it stands there.
  var raw: String { String(decoding: bytes[value], as: UTF8.self) }
  var isScalar: Bool { node.scalar != nil }
  var isPlain: Bool {
    if case .scalar(_, true) = node.content { return true }
    return false
  }

  /// The entity in whose declaration it stands.
  var entity: String? { path.count > 1 && path[0] == "entities" ? path[1] : nil }
  /// The path of the field in whose declaration it stands.
  var field: [String]? {
    path.count > 3 && path[0] == "entities" && path[2] == "fields" ? Array(path[..<4]) : nil
  }
  /// Whether what is wrong here leaves open what a role may do.
  var concernsRights: Bool {
    guard path.first == "roles" else { return false }
    return path.count < 4 || !["label", "workbench"].contains(path[2])
  }
  /// Whether it declares a field.
  var isField: Bool { kind == .name && table == "fields" }

  static func isFlow(_ node: YAMLNode, _ bytes: [UInt8]) -> Bool {
    guard node.scalar == nil, bytes.indices.contains(node.span.start) else { return false }
    return bytes[node.span.start] == UInt8(ascii: "{")
      || bytes[node.span.start] == UInt8(ascii: "[")
  }

  /// The range within a scalar's quotes, or the range itself.
  static func unquoted(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    let quotes: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    guard range.count > 1, quotes.contains(bytes[range.lowerBound]) else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }
}

extension YAMLNode {
  /// The entry of a key when this is a mapping that has it.
  func entry(_ key: String) -> YAMLEntry? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }
  }

  /// How many entries or items it has.
  var count: Int {
    switch content {
    case .mapping(let entries): return entries.count
    case .sequence(let items): return items.count
    case .scalar, .poisoned: return 0
    }
  }
}
