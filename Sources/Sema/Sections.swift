import Diagnostics
import Syntax

/// What stands outermost in one file. Depends on nothing but its text.
struct FileSections {
  let file: ParsedFile
  /// Nil when there is nothing in the file, or nothing that is a mapping.
  let keyed: Keyed?
  /// False when what stands there is no mapping.
  let isReadable: Bool
  /// Sections of names, by keyword.
  let named: [String: [YAMLEntry]]
  /// Sections whose value was refused.
  let poisoned: Set<String>
  let bag: DiagnosticBag

  init(_ file: ParsedFile, _ checker: Checker) {
    self.file = file
    var keyed: Keyed?
    var isReadable = true
    var named: [String: [YAMLEntry]] = [:]
    var poisoned: Set<String> = []
    if let root = file.document.root, !root.isEmpty {
      if case .mapping = root.content {
        let place = Span(file: file.file, start: 0, end: 0)
        keyed = checker.keyed(root, Keywords.file, name: "", at: place)
      } else {
        if root.form != nil { checker.report(ShapeMistake.rootNotMapping(at: root.span)) }
        isReadable = false
      }
    }
    for keyword in Keywords.file.keywords {
      guard let keyed else { break }
      if keyed.isPoisoned(keyword.name) { poisoned.insert(keyword.name) }
      guard case .named = keyword.form, let entry = keyed.sound(keyword.name) else { continue }
      if let entries = checker.mapping(entry.value, name: entry.key, at: entry.keySpan) {
        named[keyword.name] = entries
      } else {
        poisoned.insert(keyword.name)
      }
    }
    self.keyed = keyed
    self.isReadable = isReadable
    self.named = named
    self.poisoned = poisoned
    bag = checker.bag
  }
}

/// The sections of all files, merged: any file may hold any section.
struct Sections {
  /// Entries that may stand once in the application.
  private(set) var single: [String: YAMLEntry] = [:]
  /// Sections of which something was refused.
  private(set) var poisoned: Set<String> = []
  /// Sections of names, file by file.
  private(set) var named: [String: [YAMLEntry]] = [:]
  /// Where a complaint about the whole application stands.
  let start: Span

  init(_ files: [FileSections], _ checker: Checker) {
    start = Span(file: files.first?.file.file ?? 0, start: 0, end: 0)
    for file in files {
      checker.append(file.bag)
      poisoned.formUnion(file.poisoned)
      if !file.isReadable { poisoned.formUnion(Keywords.file.keywords.map(\.name)) }
      for keyword in Keywords.file.keywords {
        if let entries = file.named[keyword.name] {
          named[keyword.name, default: []] += entries
        }
        if case .named = keyword.form { continue }
        if let entry = file.keyed?.sound(keyword.name) { add(entry, checker) }
      }
    }
  }

  private mutating func add(_ entry: YAMLEntry, _ checker: Checker) {
    if let first = single[entry.key] {
      checker.report(
        NameMistake.declaredTwice(
          what: Message(zh: "设置", en: "setting"), name: entry.key, first: first.keySpan,
          at: entry.keySpan))
    } else {
      single[entry.key] = entry
    }
  }
}
