import Diagnostics
import IR

extension FieldKind {
  /// A postal address.
  static let address = FieldKind(
    keyword: "address",
    meaning: Message(
      zh: "地址，可以打开地图。",
      en: "A postal address, which opens a map."),
    also: "addr postal_address street street_address location 地址 详细地址 通讯地址",
    keywords: [MaxLength.keyword(1...1_000, default: 300)],
    type: { field, _ in MaxLength.read(field.keyed, default: 300).map { .text(maxLength: $0) } },
    defaultValue: FieldKind.text.defaultValue)
}
