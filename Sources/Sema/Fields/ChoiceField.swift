import Diagnostics
import IR
import Syntax
import Values

extension FieldKind {
  /// One of a few declared options.
  static let choice = FieldKind(
    keyword: "choice",
    meaning: Message(
      zh: "几个选项中的一个，选项写在 `options`。",
      en: "One of a few options, which stand under `options`."),
    also: """
      enum enumeration select selection picklist pick_list dropdown drop_down radio option \
      options single_select list status 选项 单选 单选框 下拉 下拉框 下拉单选 枚举 状态
      """,
    keywords: [
      Keyword(
        "options", .named(NamedForm(.words(upTo: Checker.labelLimit), minimum: 1)),
        required: true, also: "选项 选择项 可选值 choices values selection enum items picklist list",
        zh: "选项：名称和显示名称，例如 `vip: 重点`，按书写的顺序显示。",
        en: "The options: a name and what people read, as in `vip: Key`, shown in this order.")
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
      let near = checker.nearest(to: name, among: candidates)
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
