import Values

/// `qr_code`: the text, on the record's page with its picture.
struct QRCodeControl: FormedText {
  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    if let modules = context.drawing.qrCode(text) {
      SymbolPicture.write(modules, side: 140, label: field.label, into: &out)
      out.raw("<br>")
    }
    out.text(text)
  }
}

/// `barcode`: the text, on the record's page with its bars.
struct BarcodeControl: FormedText {
  var form: TextForm? { .barcode }

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    if let widths = Code128.widths(text) {
      let all = widths.reduce(20, +)
      out.raw(#"<svg class="qr" role="img" height="56" preserveAspectRatio="none""#)
      out.attribute("width", Int64(all + all / 2))
      out.attribute("aria-label", text)
      out.attribute("viewBox", "0 0 \(all) 1")
      out.raw(##"><rect width="100%" height="1" fill="#fff"/><path d=""##)
      var place = 10
      for (index, width) in widths.enumerated() {
        if index % 2 == 0 { out.text("M\(place) 0h\(width)v1h-\(width)z") }
        place += width
      }
      out.raw(#""/></svg><br>"#)
    }
    out.text(text)
  }
}
