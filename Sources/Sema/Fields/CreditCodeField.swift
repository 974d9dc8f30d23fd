import Diagnostics
import IR

extension FieldKind {
  /// A unified social credit code.
  static let creditCode = formed(
    .creditCode,
    meaning: Message(
      zh: "统一社会信用代码，18 位，校验校验码。",
      en: "A unified social credit code of 18 characters, its check character checked."),
    also: "uscc social_credit_code tax_number tax_id business_license 统一社会信用代码 信用代码 税号 营业执照号")
}
