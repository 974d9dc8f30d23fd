import Diagnostics
import IR

extension FieldKind {
  /// A day.
  static let date = FieldKind(
    keyword: "date",
    meaning: Message(
      zh: "某一天。",
      en: "A day."),
    also: """
      day calendar_date 日期
      """,
    type: { _, _ in .date },
    defaultValue: { entry, _, checker in
      let form = Message(
        zh: "写成 `2026-03-02`，且必须是存在的日期", en: "write a day that exists, as `2026-03-02`")
      return checker.literal(entry, .date, form, repair: Repairs.day)
    })
}
