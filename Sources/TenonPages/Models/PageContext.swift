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
  /// What the machine's libraries draw.
  let drawing: Drawing

  public init(
    locale: Locale, currency: Currency, theme: Theme = .device, brand: BrandLinks = .tenon,
    development: String? = nil, drawing: Drawing = Drawing()
  ) {
    self.drawing = drawing
    self.development = development
    self.locale = locale
    self.currency = currency
    self.theme = theme
    self.brand = brand
    moneyPrefix = currency.prefix(locale)
  }

  /// Whether money is in the currency of China.
  var isRenminbi: Bool { currency.code == "CNY" }
}

/// What libraries draw that pages do not know. All of a server's pages have the same.
public struct Drawing: Hashable, Sendable {
  /// Rows of dark and light modules; nil where the machine makes none.
  let qrCode: @Sendable (String) -> [[Bool]]?
  /// CommonMark as markup without anything that runs; nil where there is no reader of it.
  let markdown: @Sendable (String) -> HTMLFragment?

  /// - Parameter markdown: gives HTML in which what people typed is escaped.
  public init(
    qrCode: @escaping @Sendable (String) -> [[Bool]]? = { _ in nil },
    markdown: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
  ) {
    self.qrCode = qrCode
    self.markdown = { markdown($0).map { HTMLFragment(bytes: $0) } }
  }

  public static func == (one: Drawing, other: Drawing) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
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
