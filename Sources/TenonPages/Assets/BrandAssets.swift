import Values

/// The assets that carry a tenant's colour.
public struct BrandAssets: Sendable {
  /// A sheet of custom properties.
  public let style: PageAsset
  /// The icon of the browser tab: a joint, mortise and tenon.
  public let icon: PageAsset
  /// The icon on a home screen, 192 and 512 pixels wide.
  public let small: PageAsset
  public let large: PageAsset
  private let colour: RGB

  /// All of them.
  public var all: [PageAsset] { [style, icon, small, large] }

  /// For tenants that name no colour.
  public static let tenon = BrandAssets(RGB(47, 95, 208))

  /// Nil when the colour is not `#rrggbb`.
  public init?(colour: String) {
    guard let brand = RGB(colour) else { return nil }
    self.init(brand)
  }

  private init(_ brand: RGB) {
    colour = brand
    style = PageAsset(
      stem: "brand", ending: "css", contentType: "text/css; charset=utf-8",
      bytes: Array(BrandStyle(brand).sheet.utf8))
    let svg =
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32""#
      + ##" height="32" rx="8" fill="\##(brand)"/>"##
      + ##"<path d="M7 9h18v6h-5v9h-8v-9H7z" fill="#fff"/></svg>"##
    icon = PageAsset(
      stem: "icon", ending: "svg", contentType: "image/svg+xml", bytes: Array(svg.utf8))
    small = BrandAssets.picture(192, brand)
    large = BrandAssets.picture(512, brand)
  }

  private static func picture(_ size: Int, _ colour: RGB) -> PageAsset {
    PageAsset(
      stem: "icon-\(size)", ending: "png", contentType: "image/png",
      bytes: PixelIcon(size: size, ground: colour).bytes)
  }

  /// What installs the application on a device (W3C Web Application Manifest).
  public func manifest(name: String, _ locale: Locale) -> PageAsset {
    var out = ByteWriter(capacity: 1024)
    out.append(#"{"id":"/","start_url":"/","display":"standalone","lang":""#)
    out.append(locale.tag)
    out.append(#"","name":""#)
    out.append(text: JSONText.escaped(name))
    out.append(#"","short_name":""#)
    out.append(text: JSONText.escaped(name))
    out.append(##"","background_color":"#ffffff","theme_color":""##)
    out.append(text: colour.description)
    out.append(#"","icons":[{"sizes":"any","type":"image/svg+xml","src":""#)
    out.append(text: icon.path.text)
    for (size, picture) in [("192x192", small), ("512x512", large)] {
      out.append(#""},{"type":"image/png","purpose":"any maskable","sizes":""#)
      out.append(text: size)
      out.append(#"","src":""#)
      out.append(text: picture.path.text)
    }
    out.append(#""}]}"#)
    return PageAsset(
      stem: "app", ending: "webmanifest", contentType: "application/manifest+json",
      bytes: out.bytes)
  }
}
