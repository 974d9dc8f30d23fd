extension TextForm {
  /// 居民身份证号 (GB 11643): eighteen characters; region, day of birth, order, check character.
  public static let idCard = TextForm(
    "id_card", maxLength: 18, pattern: "^[1-9][0-9]{16}[0-9X]$",
    zh: "应为 18 位身份证号，出生日期和校验码正确",
    en: "a resident identity number of 18 characters whose birth date and check digit are right",
    tidy: code
  ) { text in
    let bytes = Array(text.utf8)
    guard bytes.count == 18, bytes[0] != 0x30, number(bytes[..<17]) != nil,
      let year = number(bytes[6..<10]), let month = number(bytes[10..<12]),
      let day = number(bytes[12..<14]), (1850...2200).contains(year),
      CivilDate(year: year, month: month, day: day) != nil
    else { return false }
    // ISO 7064, MOD 11-2.
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(bytes, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return bytes[17] == Array("10X98765432".utf8)[sum % 11]
  }
}
