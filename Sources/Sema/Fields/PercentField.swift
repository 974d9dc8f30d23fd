import Diagnostics
import IR
import Values

extension FieldKind {
  /// A share of one; `0.125` is 12.5 %.
  static let percent = FieldKind(
    keyword: "percent",
    meaning: Message(
      zh: "百分比，按比例书写：`0.125` 是 12.5 %。",
      en: "A share, written as a part of one: `0.125` is 12.5 %."),
    also: """
      percentage pct rate ratio 百分比 百分数 比例 比率
      """,
    keywords: NumberBounds.keywords + [.control(.slider, .progress)],
    type: { field, checker in
      NumberBounds.range(
        field.keyed, type: "percent", scale: 4, limit: Storage.mantissaLimit, checker
      ).map { .percent($0) }
    },
    defaultValue: { entry, type, checker in
      guard case .percent(let range) = type else { return nil }
      return NumberBounds.defaultValue(entry, type: "percent", scale: 4, range: range, checker)
    })
}
