import Diagnostics
import IR
import Syntax
import Values

extension FieldKind {
  /// One of a few declared options.
  static let choice = FieldKind(
    keyword: "choice",
    keywords: [
      Keyword("options", .named(.words), required: true, zh: "选项", en: "the options")
    ],
    type: { field, checker in
      guard let entry = field.keyed.sound("options"),
        let entries = checker.mapping(entry.value, name: entry.key, at: entry.keySpan)
      else { return nil }
      if entries.isEmpty {
        if entry.value.isComplete {
          checker.report(ShapeMistake.emptyCollection(key: entry.key, at: entry.keySpan))
        }
        return nil
      }
      // With a broken option the field is broken, so that a default that names it is not blamed.
      let options = entries.compactMap { checker.option($0, of: field.path) }
      return options.count == entries.count ? .choice(options) : nil
    },
    defaultValue: { entry, type, checker in
      guard case .choice(let options) = type, let name = entry.value.scalar else { return nil }
      if let option = options.first(where: { $0.name == name }) {
        return .text(option.physicalName)
      }
      if checker.mayBeUnread(name) { return nil }
      let candidates = options.map { Candidate($0.name, labels: $0.label.texts.map(\.text)) }
      let near = Suggestions.nearest(to: name, among: candidates)
      checker.report(ReferenceMistake.unknownOption(name, suggestions: near, at: entry.value.span))
      return nil
    })
}

extension Checker {
  fileprivate func option(_ entry: YAMLEntry, of path: String) -> Option? {
    guard checkName(entry.key, entry.keySpan) else { return nil }
    if entry.value.isEmpty {
      if entry.value.isComplete {
        report(FormMistake.emptyValue(key: entry.key, at: entry.keySpan))
      }
      return nil
    }
    let label = words(entry) ?? plainWords(entry.key)
    let item = lock.item(.option, "\(path).\(entry.key)", name: entry.key)
    return Option(
      id: item.id, name: entry.key, physicalName: item.physicalName, label: label,
      origin: entry.keySpan)
  }
}
