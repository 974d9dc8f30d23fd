import Diagnostics
import IR

extension FieldKind {
  /// A month of a year.
  static let yearMonth = formed(
    .yearMonth,
    meaning: Message(
      zh: "年月，例如 `2026-03`。",
      en: "A month of a year, such as `2026-03`."),
    also: "month yearmonth month_year 年月 月份")
}
