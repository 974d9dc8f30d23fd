import Diagnostics
import IR
import Values

extension FieldKind {
  /// Money in the application's currency, by default up to ten million million units.
  static let money = FieldKind(
    keyword: "money",
    meaning: Message(
      zh: "金额，按应用的货币。",
      en: "An amount in the application’s currency."),
    also: """
      currency amount price monetary 金额 货币 价格 钱
      """,
    keywords: NumberBounds.keywords + [.control(.capital)],
    type: { field, checker in
      let scale = checker.settings.currency.scale
      let limit = min(10_000_000_000_000 * Decimal.power(scale), Storage.mantissaLimit)
      return NumberBounds.range(field.keyed, type: "money", scale: scale, limit: limit, checker)
        .map { .money(scale: scale, $0) }
    },
    defaultValue: { entry, type, checker in
      guard case .money(let scale, let range) = type else { return nil }
      return NumberBounds.defaultValue(entry, type: "money", scale: scale, range: range, checker)
    })
}
