import Diagnostics
import IR

extension FieldKind {
  /// A licence plate.
  static let plate = formed(
    .plate,
    meaning: Message(
      zh: "车牌号，包括新能源车牌。",
      en: "A licence plate of China, those of new energy vehicles too."),
    also: "plate_number license_plate licence_plate car_plate 车牌 车牌号 车牌号码")
}
