import Diagnostics
import IR

extension FieldKind {
  /// A barcode.
  static let barcode = formed(
    .barcode,
    meaning: Message(
      zh: "条形码，显示为 Code 128。",
      en: "A barcode, drawn as Code 128."),
    also: "bar_code ean upc code128 sku_code 条码 条形码")
}
