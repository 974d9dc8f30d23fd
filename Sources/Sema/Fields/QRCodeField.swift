import Diagnostics
import IR

extension FieldKind {
  /// A text that is shown as a QR code.
  static let qrCode = FieldKind(
    keyword: "qr_code",
    meaning: Message(
      zh: "显示为二维码的文字，例如网址。",
      en: "A text shown as a QR code, such as a web address."),
    also: "qrcode qr 二维码",
    keywords: [MaxLength.keyword(1...1_000, default: 300)],
    type: { field, _ in MaxLength.read(field.keyed, default: 300).map { .text(maxLength: $0) } },
    defaultValue: FieldKind.text.defaultValue)
}
