import Diagnostics
import IR
import Syntax

extension Checker {
  /// The types that parameters can have.
  static let parameterKinds = [
    "text", "integer", "decimal", "money", "percent", "boolean", "date",
  ]

  /// Checks the values that expressions know by a name.
  func checkParameters(_ sections: Sections) {
    var names = NameTable()
    for entry in sections.named["params"] ?? [] {
      guard declare(entry, in: &names, what: Message(zh: "参数", en: "parameter")) != nil,
        let parameter = parameter(entry)
      else { continue }
      environment.parameters.append(parameter)
    }
  }

  private func parameter(_ entry: YAMLEntry) -> Parameter? {
    if ExpressionWords.reserved.contains(entry.key) {
      report(NameMistake.reservedName(entry.key, at: entry.keySpan))
      return nil
    }
    guard let entries = mapping(entry.value, name: entry.key, at: entry.keySpan) else {
      return nil
    }
    let written = entries.first { $0.key == "type" }?.value.scalar ?? ""
    let kind = Checker.parameterKinds.contains(written) ? FieldKinds.byKeyword[written] : nil
    guard
      let keyed = keyed(
        entry.value, Keywords.parameter, extra: kind?.keywords ?? [], name: entry.key,
        at: entry.keySpan)
    else { return nil }
    let label = keyed.sound("label").flatMap { words($0) } ?? plainWords(entry.key)
    guard word(keyed, "type", of: Checker.parameterKinds) != nil, let kind,
      let type = kind.type(FieldInput(path: entry.key, keyed: keyed), self),
      let initial = keyed.sound("default"), let read = kind.defaultValue,
      let value = read(initial, type, self)
    else { return nil }
    return Parameter(
      name: entry.key, label: label, type: type, value: value, origin: entry.keySpan)
  }
}
