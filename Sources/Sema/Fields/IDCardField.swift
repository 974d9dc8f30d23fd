import Diagnostics
import IR

extension FieldKind {
  /// A resident identity number.
  static let idCard = formed(
    .idCard,
    meaning: Message(
      zh: "居民身份证号，18 位，校验出生日期和校验码。",
      en: "A resident identity number of 18 characters; birth date and check digit are checked."),
    also: "identity_card identity id_number id_no citizen_id national_id 身份证 身份证号 身份证号码 证件号")
}
