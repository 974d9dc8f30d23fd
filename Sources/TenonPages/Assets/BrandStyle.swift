import Values

/// The colours that follow from a tenant's brand colour, for light and dark. Hue and saturation
/// are the tenant's; lightness is what contrast asks for (WCAG 2.2: 4.5 for text).
struct BrandStyle {
  /// The colour itself, for icons.
  let colour: RGB

  init(_ colour: RGB) { self.colour = colour }

  /// The custom properties, as a sheet.
  var sheet: String {
    let light = properties(
      ground: RGB(255, 255, 255), ink: RGB(16, 18, 24), soft: 0.09, line: 0.32)
    let dark = properties(ground: RGB(23, 24, 28), ink: RGB(13, 16, 32), soft: 0.2, line: 0.42)
    return ":root{\(light)}\n:root[data-theme=dark]{\(dark)}\n"
      + "@media(prefers-color-scheme:dark){:root:not([data-theme=light]){\(dark)}}\n"
  }

  private func properties(ground: RGB, ink: RGB, soft: Double, line: Double) -> String {
    let isDark = ground.luminance < 0.5
    // A colour of a button keeps near the brand: only so far away from the ground that it shows.
    let fill = colour.away(from: ground, contrast: isDark ? 4.5 : 3)
    let white = RGB(255, 255, 255)
    let onFill = fill.contrast(white) >= 4.5 ? white : ink
    let tint = ground.mixed(fill, soft)
    let text = fill.away(from: tint, contrast: 5)
    return "--brand:\(fill);--on-brand:\(onFill);--brand-text:\(text);--brand-soft:\(tint);"
      + "--brand-line:\(ground.mixed(fill, line))"
  }
}

/// A colour of the screen (sRGB).
struct RGB: CustomStringConvertible {
  let red: Double
  let green: Double
  let blue: Double

  init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#rrggbb`.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[0] == 0x23, let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(Double(value >> 16), Double(value >> 8 & 255), Double(value & 255))
  }

  /// `#rrggbb`.
  var description: String {
    "#"
      + [red, green, blue].map { part in
        let hex = String(Int(part.rounded()), radix: 16)
        return hex.utf8.count == 1 ? "0" + hex : hex
      }.joined()
  }

  /// So much of another colour over this one.
  func mixed(_ other: RGB, _ share: Double) -> RGB {
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * share }
    return RGB(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }

  /// This colour, made lighter or darker until it stands out from a ground as much as asked.
  func away(from ground: RGB, contrast wanted: Double) -> RGB {
    let end = ground.luminance < 0.18 ? RGB(255, 255, 255) : RGB(0, 0, 0)
    for step in 0...50 {
      let colour = mixed(end, Double(step) / 50)
      if colour.contrast(ground) >= wanted { return colour }
    }
    return end
  }

  /// WCAG 2.2, contrast ratio.
  func contrast(_ other: RGB) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// WCAG 2.2, relative luminance.
  var luminance: Double {
    0.2126 * RGB.linear(red) + 0.7152 * RGB.linear(green) + 0.0722 * RGB.linear(blue)
  }

  private static func linear(_ part: Double) -> Double {
    let share = part / 255
    if share <= 0.04045 { return share / 12.92 }
    let base = (share + 0.055) / 1.055
    // base^2.4 is base² times the fifth root of base²; the root by Newton's method.
    let square = base * base
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }
}
