import Diagnostics
import IR
import Values

extension FieldKind {
  /// A decimal with a fixed number of digits after the point.
  static let decimal = FieldKind(
    keyword: "decimal",
    meaning: Message(
      zh: "小数位数固定的数，例如评分。",
      en: "A number with a fixed count of digits after the point, such as a score."),
    also: """
      number numeric float double real 小数 数字 数值
      """,
    keywords: [
      Keyword(
        "scale", .wholeNumber(0...9),
        also: "precision digits decimals decimal_places fraction_digits 小数位 小数位数 精度",
        zh: "小数点后有几位，0 到 9。不写时是 2。",
        en: "How many digits follow the point, 0 to 9. 2 when left out.")
    ] + NumberBounds.keywords + [.control(.slider, .progress)],
    type: { field, checker in
      if field.keyed.isPoisoned("scale") { return nil }
      let scale = field.keyed.text("scale").flatMap { UInt8($0) } ?? 2
      return NumberBounds.range(
        field.keyed, type: "decimal", scale: scale, limit: Storage.mantissaLimit, checker
      ).map { .decimal(scale: scale, $0) }
    },
    defaultValue: { entry, type, checker in
      guard case .decimal(let scale, let range) = type else { return nil }
      return NumberBounds.defaultValue(
        entry, type: "decimal", scale: scale, range: range, checker)
    })
}
