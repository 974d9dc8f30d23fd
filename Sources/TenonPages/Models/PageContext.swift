/// In which language and money a page is written.
public struct PageContext: Hashable, Sendable {
  public let locale: Locale
  public let currency: Currency
  /// ``Currency/prefix(_:)`` in this locale.
  let moneyPrefix: String
  /// The server's run, by which a page that someone develops sees that there is a newer one. Nil
  /// everywhere else: then the page has nothing of it.
  let development: String?

  public init(locale: Locale, currency: Currency, development: String? = nil) {
    self.development = development
    self.locale = locale
    self.currency = currency
    moneyPrefix = currency.prefix(locale)
  }
}
