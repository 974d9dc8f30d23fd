/// In which language, money and colours a page is written.
public struct PageContext: Hashable, Sendable {
  public let locale: Locale
  public let currency: Currency
  public let theme: Theme
  /// The sheet and the icon with the tenant's colour.
  let brandStyle: PagePath
  let brandIcon: PagePath
  /// ``Currency/prefix(_:)`` in this locale.
  let moneyPrefix: String
  /// The server's run, by which a page that someone develops sees that there is a newer one. Nil
  /// everywhere else: then the page has nothing of it.
  let development: String?

  public init(
    locale: Locale, currency: Currency, theme: Theme = .device, brand: BrandAssets = .tenon,
    development: String? = nil
  ) {
    self.development = development
    self.locale = locale
    self.currency = currency
    self.theme = theme
    brandStyle = brand.style.path
    brandIcon = brand.icon.path
    moneyPrefix = currency.prefix(locale)
  }
}

/// Light or dark, or as the device is set.
public enum Theme: String, CaseIterable, Hashable, Sendable {
  case device, light, dark
}
