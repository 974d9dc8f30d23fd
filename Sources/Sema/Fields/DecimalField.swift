import IR
import Values

extension FieldKind {
  /// A decimal with a fixed number of digits after the point.
  static let decimal = FieldKind(
    keyword: "decimal",
    keywords: [
      Keyword("scale", .wholeNumber(0...9), zh: "小数位数", en: "digits after the point")
    ] + NumberBounds.keywords,
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
