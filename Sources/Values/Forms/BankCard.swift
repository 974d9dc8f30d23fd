extension TextForm {
  /// The number of a payment card (ISO/IEC 7812): the last digit checks the others.
  public static let bankCard = TextForm(
    "bank_card", maxLength: 19, pattern: "^[1-9][0-9]{11,18}$",
    zh: "应为 12 到 19 位银行卡号，校验位正确",
    en: "a card number of 12 to 19 digits whose check digit is right",
    tidy: { code($0).filter { $0 != "-" } }
  ) { text in
    let bytes = Array(text.utf8)
    guard (12...19).contains(bytes.count), bytes[0] != 0x30,
      bytes.allSatisfy({ $0 &- 0x30 < 10 })
    else { return false }
    var sum = 0
    for (place, byte) in bytes.reversed().enumerated() {
      let digit = Int(byte - 0x30)
      let double = digit * 2
      sum += place % 2 == 0 ? digit : double > 9 ? double - 9 : double
    }
    return sum % 10 == 0
  }
}
