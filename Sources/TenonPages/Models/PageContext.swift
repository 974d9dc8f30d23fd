/// In which language, money and colours a page is written.
public struct PageContext: Hashable, Sendable {
  public let locale: Locale
  public let currency: Currency
  public let theme: Theme
  /// What carries the tenant's colour and name.
  let brand: BrandLinks
  /// ``Currency/prefix(_:)`` in this locale.
  public let moneyPrefix: String
  /// The server's run, by which a page that someone develops sees that there is a newer one. Nil
  /// everywhere else: then the page has nothing of it.
  let development: String?

  public init(
    locale: Locale, currency: Currency, theme: Theme = .device, brand: BrandLinks = .tenon,
    development: String? = nil
  ) {
    self.development = development
    self.locale = locale
    self.currency = currency
    self.theme = theme
    self.brand = brand
    moneyPrefix = currency.prefix(locale)
  }
}

/// Light or dark, or as the device is set.
public enum Theme: String, CaseIterable, Hashable, Sendable {
  case device, light, dark
}

/// Where a document finds what carries the tenant's colour and name.
public struct BrandLinks: Hashable, Sendable {
  let style: PagePath
  let icon: PagePath
  let picture: PagePath
  /// In the reader's language.
  let manifest: PagePath?

  public init(_ assets: BrandAssets, manifest: PageAsset?) {
    style = assets.style.path
    icon = assets.icon.path
    picture = assets.small.path
    self.manifest = manifest?.path
  }

  /// Tenon's own, for tests of single pages.
  public static let tenon = BrandLinks(.tenon, manifest: nil)
}
