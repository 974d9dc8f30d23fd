import Diagnostics
import IR
import Values

extension FieldKind {
  /// A span of time, in minutes.
  static let duration = FieldKind(
    keyword: "duration",
    meaning: Message(
      zh: "时长，按分钟存放，显示为“2 小时 30 分钟”。",
      en: "A span of time, kept in minutes, shown as “2 h 30 min”."),
    also: "timespan time_span interval length_of_time minutes 时长 工时 耗时",
    keywords: NumberBounds.keywords,
    type: { field, checker in
      NumberBounds.range(
        field.keyed, type: "duration", scale: 0, limit: 5_256_000, smallest: 0, checker
      ).map { .integer($0) }
    },
    defaultValue: { entry, type, checker in
      guard case .integer(let range) = type else { return nil }
      return NumberBounds.defaultValue(entry, type: "duration", scale: 0, range: range, checker)
    },
    note: "Minutes.")
}
