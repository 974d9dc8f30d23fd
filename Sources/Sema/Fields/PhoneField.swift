import Diagnostics
import IR

extension FieldKind {
  /// A phone number.
  static let phone = FieldKind(
    keyword: "phone",
    meaning: Message(
      zh: "电话号码，可以拨打。",
      en: "A phone number, to be called at a touch."),
    also: "tel telephone mobile cellphone phone_number 电话 手机 手机号 联系电话",
    type: { _, _ in .phone },
    defaultValue: nil)
}
