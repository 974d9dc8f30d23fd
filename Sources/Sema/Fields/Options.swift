import Diagnostics
import IR
import Syntax
import Values

/// `options`, which choices, stages and multi choices share.
enum Options {
  static let also = "选项 选择项 可选值 choices values selection enum items picklist list"

  static let keyword = Keyword(
    "options", .named(NamedForm(.words(upTo: Checker.labelLimit), minimum: 1)),
    required: true, also: also,
    zh: "选项：名称和显示名称，例如 `vip: 重点`，按书写的顺序显示。",
    en: "The options: a name and what people read, as in `vip: Key`, shown in this order.")

  /// The options of a field, read one by one; nil after reporting what is wrong.
  static func read(
    _ field: FieldInput, _ checker: Checker,
    _ option: (YAMLEntry) -> Option?
  ) -> [Option]? {
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
    let options = entries.compactMap(option)
    return options.count == entries.count ? options : nil
  }

  /// Options that are no more than a name and a text.
  static func plain(_ field: FieldInput, _ checker: Checker) -> [Option]? {
    read(field, checker) { checker.option($0, of: field.path) }
  }

  /// The stored form of an option named as a value; nil after reporting that there is none.
  static func value(_ entry: YAMLEntry, _ options: [Option], _ checker: Checker) -> Value? {
    guard let name = entry.value.scalar else { return nil }
    if let option = options.first(where: { $0.name == name }) {
      return .text(option.physicalName)
    }
    if checker.mayBeUnread(name) { return nil }
    let candidates = options.map { Candidate($0.name, labels: $0.label.texts.map(\.text)) }
    let near = checker.nearest(to: name, among: candidates)
    checker.report(ReferenceMistake.unknownOption(name, suggestions: near, at: entry.value.span))
    return nil
  }
}

extension Checker {
  /// An option with its label, which `form` reads when it is more than a text.
  func option(
    _ entry: YAMLEntry, of path: String,
    _ form: ((YAMLEntry) -> (label: Words?, outcome: Option.Outcome?, needs: [String])?)? = nil
  ) -> Option? {
    guard checkName(entry.key, entry.keySpan) else { return nil }
    if entry.value.isEmpty {
      if entry.value.isComplete {
        report(FormMistake.emptyValue(key: entry.key, at: entry.keySpan))
      }
      return nil
    }
    let more = form?(entry)
    let label = form == nil ? words(entry) : more?.label
    let item = lock.item(.option, "\(path).\(entry.key)", name: entry.key)
    return Option(
      id: item.id, name: entry.key, physicalName: item.physicalName,
      label: label ?? plainWords(entry.key), outcome: more?.outcome, needs: more?.needs ?? [],
      origin: entry.keySpan)
  }

  /// Whether a key belongs to a text for people and not to a table of keywords.
  func isLanguage(_ key: String) -> Bool {
    key == "zh" || key == "en" || settings.languages.contains(key)
  }

  /// Whether a value is a mapping of keywords where a text for people could stand too.
  func isKeyed(_ node: YAMLNode) -> [YAMLEntry]? {
    guard case .mapping(let entries) = node.content,
      !entries.contains(where: { isLanguage($0.key) })
    else { return nil }
    return entries
  }

  /// One of a few words; nil after reporting that it is none of them.
  func word(_ keyed: Keyed, _ key: String, of words: [String]) -> String? {
    guard let entry = keyed.sound(key), let text = entry.value.scalar else { return nil }
    if words.contains(text) { return text }
    let near = nearest(to: text, among: words.map { Candidate($0) })
    report(
      LayoutMistake.unknownWord(text, key: key, suggestions: near, at: entry.value.span))
    return nil
  }
}
