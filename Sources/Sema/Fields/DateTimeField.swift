import Diagnostics
import IR

extension FieldKind {
  /// An instant.
  static let dateTime = FieldKind(
    keyword: "date_time",
    meaning: Message(
      zh: "某一时刻，有日期和时间。",
      en: "A moment: a day and a time."),
    also: """
      timestamp timestamptz time instant 时间 日期时间 时间戳
      """,
    type: { _, _ in .dateTime },
    defaultValue: { entry, _, checker in
      let form = Message(
        zh: "写成 `2026-03-02T09:00:00+08:00`，要有时差",
        en: "write `2026-03-02T09:00:00+08:00`, with the offset")
      return checker.literal(entry, .dateTime, form)
    })
}
