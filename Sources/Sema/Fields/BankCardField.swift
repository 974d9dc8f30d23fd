import Diagnostics
import IR

extension FieldKind {
  /// The number of a payment card.
  static let bankCard = formed(
    .bankCard,
    meaning: Message(
      zh: "银行卡号，12 到 19 位，校验校验位。",
      en: "A card number of 12 to 19 digits, its check digit checked."),
    also: "card_number card_no bank_account credit_card 银行卡 银行卡号 卡号")
}
