import Diagnostics
import IR

extension FieldKind {
  /// The name of a person.
  static let personName = formed(
    .personName,
    meaning: Message(
      zh: "姓名。",
      en: "The name of a person."),
    also: "full_name fullname contact_name human_name 姓名 人名")
}
