import Diagnostics
import IR

extension FieldKind {
  /// A day.
  static let date = FieldKind(
    keyword: "date", type: { _, _ in .date },
    defaultValue: { entry, _, checker in
      let form = Message(
        zh: "写成 `2026-03-02`，且必须是存在的日期", en: "write a day that exists, as `2026-03-02`")
      return checker.literal(entry, .date, form, repair: Repairs.day)
    })
}
