import Diagnostics
import IR

extension FieldKind {
  /// An e-mail address.
  static let email = FieldKind(
    keyword: "email",
    meaning: Message(
      zh: "电子邮箱，例如 `li@example.com`。",
      en: "An e-mail address, such as `li@example.com`."),
    also: "e_mail mail mail_address 邮箱 电子邮箱 邮件",
    type: { _, _ in .email },
    defaultValue: nil)
}
