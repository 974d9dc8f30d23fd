extension TextForm {
  /// 统一社会信用代码 (GB 32100): eighteen characters without I, O, S, V and Z; the last checks the
  /// others, and the ninth to seventeenth are an organisation code with a check character of its
  /// own (GB 11714).
  public static let creditCode = TextForm(
    "credit_code", maxLength: 18,
    pattern: "^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$",
    zh: "应为 18 位统一社会信用代码，校验码正确",
    en: "a unified social credit code of 18 characters whose check character is right",
    tidy: code
  ) { text in
    let letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count == 18, number(bytes[2..<8]) != nil else { return false }
    let places = bytes.compactMap { letters.firstIndex(of: $0) }
    guard places.count == 18 else { return false }
    var (weight, sum) = (1, 0)
    for place in places.dropLast() {
      sum += place * weight
      weight = weight * 3 % 31
    }
    return places[17] == (31 - sum % 31) % 31
  }
}
