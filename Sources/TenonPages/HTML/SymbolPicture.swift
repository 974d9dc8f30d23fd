/// A QR code as a picture: dark on light in every theme, with the margin of four modules that
/// cameras need.
enum SymbolPicture {
  static func write(
    _ modules: [[Bool]], side: Int64, label: String, into out: inout HTMLWriter
  ) {
    let size = modules.count + 8
    out.raw(#"<svg class="qr" role="img" shape-rendering="crispEdges""#)
    out.attribute("width", side)
    out.attribute("height", side)
    out.attribute("aria-label", label)
    out.attribute("viewBox", "-4 -4 \(size) \(size)")
    out.raw(##"><rect x="-4" y="-4" width="100%" height="100%" fill="#fff"/>"##)
    out.raw(##"<path fill="#000" d=""##)
    for (y, row) in modules.enumerated() {
      for (x, isDark) in row.enumerated() where isDark { out.text("M\(x) \(y)h1v1h-1z") }
    }
    out.raw(#""/></svg>"#)
  }
}
