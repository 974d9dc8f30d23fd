/// What can be wrong with the keys under which expressions stand, and with what they make together.
public enum RuleMistake: Mistake {
  /// Stored values that follow from one another in a ring.
  case cycle([String], related: [Label], at: Span)
  /// A key that cannot stand beside `value`; `removal` takes it out.
  case besideValue(key: String, removal: [Fix.Edit], at: Span)
  /// A type whose fields cannot be computed.
  case notComputable(type: String, removal: [Fix.Edit], at: Span)
  /// `live` without a `value`.
  case liveWithoutValue(removal: [Fix.Edit], at: Span)
  case badWorkHours(Message, at: Span)
  /// A name of a file that is not beside the definition.
  case noTable(String, suggestions: Suggested, at: Span)
  case badHolidays(Message, at: Span)
  /// Something that is understood and cannot be built so far.
  case notBuiltYet(Message, at: Span)
}

extension RuleMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .cycle(let names, let related, let span):
      let path = names.map { "`\($0)`" }
      return Diagnostic(
        .cyclicValue, span, zh: "值互相依赖，成了一圈：\(path.joined(separator: " ← "))",
        en: "values follow from one another in a ring: \(path.joined(separator: " from "))",
        related: related,
        help: [
          Message(
            zh: "让其中一个不再由别的值算出", en: "let one of them not be computed from the others")
        ])
    case .besideValue(let key, let removal, let span):
      return Diagnostic(
        .besideValue, span, zh: "`\(key)` 不能和 `value` 写在一起：这个字段由系统计算",
        en: "`\(key)` cannot stand beside `value`: the field is computed",
        fixes: [.delete(key, removal, .unsafe)])
    case .notComputable(let type, let removal, let span):
      return Diagnostic(
        .besideValue, span, zh: "`\(type)` 字段不能由系统计算",
        en: "fields of type `\(type)` cannot be computed",
        fixes: [.delete("value", removal, .unsafe)])
    case .liveWithoutValue(let removal, let span):
      return Diagnostic(
        .besideValue, span, zh: "`live` 只和 `value` 写在一起",
        en: "`live` stands beside `value` only", fixes: [.delete("live", removal, .unsafe)])
    case .notBuiltYet(let what, let span):
      return Diagnostic(
        .notBuiltYet, span, zh: Message.joined(what.zh, "能检查，但还不能生成"),
        en: "\(what.en) is checked but not built yet")
    case .badWorkHours(let what, let span):
      return Diagnostic(
        .badWorkHours, span, zh: "工作时间有误：\(what.zh)", en: "wrong working hours: \(what.en)",
        help: [
          Message(
            zh: "例如 `mon-fri 09:00-12:00 13:00-18:00`",
            en: "as in `mon-fri 09:00-12:00 13:00-18:00`")
        ])
    case .noTable(let name, let suggestions, let span):
      let isData = name.hasPrefix("data/")
      return Diagnostic(
        .noTable, span, zh: "没有文件 `\(name)`", en: "there is no file `\(name)`",
        help: suggestions.help + [
          isData
            ? Message(
              zh: "`data/` 里是要导入的数据，把文件放在它外面",
              en: "`data/` holds what is loaded into the database: put the file outside it")
            : Message(
              zh: "把 CSV 文件放在应用的文件夹里", en: "put the CSV file into the application's folder")
        ], fixes: suggestions.fixes(for: name, at: span))
    case .badHolidays(let what, let span):
      return Diagnostic(
        .badHolidays, span, zh: "节假日文件有误：\(what.zh)",
        en: "wrong file of holidays: \(what.en)",
        help: [
          Message(
            zh: "每行一天，例如 `2026-10-01,holiday` 和 `2026-10-10,work`",
            en: "a line for each day, as `2026-10-01,holiday` and `2026-10-10,work`")
        ])
    }
  }
}
