import Diagnostics
import IR
import Values

extension FieldKind {
  /// A whole number.
  static let integer = FieldKind(
    keyword: "integer",
    meaning: Message(
      zh: "整数，例如数量、人数。",
      en: "A whole number, such as a count."),
    also: """
      int bigint smallint whole_number number long count 整数 数字
      """,
    keywords: NumberBounds.keywords + [.control(.slider, .progress)],
    type: { field, checker in
      NumberBounds.range(
        field.keyed, type: "integer", scale: 0, limit: Storage.integerLimit, checker
      ).map { .integer($0) }
    },
    defaultValue: { entry, type, checker in
      guard case .integer(let range) = type else { return nil }
      return NumberBounds.defaultValue(entry, type: "integer", scale: 0, range: range, checker)
    })
}
