import Diagnostics
import Syntax

/// The top-level keys of all files, merged: any file may hold any section.
struct Sections {
  /// Entries that may stand once in the application.
  private(set) var single: [String: YAMLEntry] = [:]
  /// Single entries whose value was refused.
  private(set) var poisoned: Set<String> = []
  /// Sections of names, file by file.
  private(set) var named: [String: [YAMLEntry]] = [:]
  /// Where a complaint about the whole application stands.
  private(set) var start: Span

  init(_ files: [ParsedFile], _ checker: Checker) {
    start = Span(file: files.first?.file ?? 0, start: 0, end: 0)
    for file in files {
      guard let root = file.document.root, !root.isEmpty else { continue }
      guard case .mapping = root.content else {
        if root.form != nil { checker.report(ShapeMistake.rootNotMapping(at: root.span)) }
        poisoned.formUnion(Keywords.file.keywords.map(\.name))
        continue
      }
      let place = Span(file: file.file, start: 0, end: 0)
      guard let keyed = checker.keyed(root, Keywords.file, name: "", at: place) else { continue }
      merge(keyed, checker)
    }
  }

  private mutating func merge(_ keyed: Keyed, _ checker: Checker) {
    for keyword in Keywords.file.keywords {
      if case .named = keyword.form {
        guard let entry = keyed.sound(keyword.name) else {
          if keyed.isPoisoned(keyword.name) { poisoned.insert(keyword.name) }
          continue
        }
        if let entries = checker.mapping(entry.value, name: entry.key, at: entry.keySpan) {
          named[keyword.name, default: []] += entries
        } else {
          poisoned.insert(keyword.name)
        }
        continue
      }
      if keyed.isPoisoned(keyword.name) { poisoned.insert(keyword.name) }
      guard let entry = keyed.sound(keyword.name) else { continue }
      if let first = single[keyword.name] {
        checker.report(
          NameMistake.declaredTwice(
            what: Message(zh: "设置", en: "setting"), name: entry.key, first: first.keySpan,
            at: entry.keySpan))
      } else {
        single[keyword.name] = entry
      }
    }
  }
}
