/// In which language and money a page is written.
public struct PageContext: Hashable, Sendable {
  public let locale: Locale
  public let currency: Currency
  /// ``Currency/prefix(_:)`` in this locale.
  let moneyPrefix: String

  public init(locale: Locale, currency: Currency) {
    self.locale = locale
    self.currency = currency
    moneyPrefix = currency.prefix(locale)
  }
}
