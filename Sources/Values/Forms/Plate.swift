extension TextForm {
  /// 机动车号牌 (GA 36): a province, a letter of the office, five characters or, of new energy
  /// vehicles, six. I and O are not used.
  public static let plate = TextForm(
    "plate", maxLength: 8,
    pattern: "^[\(provinces)][A-HJ-NP-Z][0-9A-HJ-NP-Z]{4,5}[0-9A-HJ-NP-Z挂学警港澳]$",
    zh: "应为车牌号：省份简称、字母，再加 5 位，新能源车 6 位",
    en: "a licence plate, such as 沪A12345, or 沪AD12345 of a new energy vehicle",
    tidy: { code($0).filter { $0 != "·" && $0 != "-" && $0 != "." } }
  ) { text in
    let signs = Array(text)
    guard signs.count == 7 || signs.count == 8, provinces.contains(signs[0]),
      letters.contains(signs[1])
    else { return false }
    let rest = signs[2...]
    let last = rest[rest.endIndex - 1]
    guard rest.dropLast().allSatisfy({ letters.contains($0) || digits.contains($0) }) else {
      return false
    }
    if signs.count == 7 {
      return letters.contains(last) || digits.contains(last) || "挂学警港澳".contains(last)
    }
    // Small vehicles have their letter first, large ones last; the others are digits.
    let small = letters.contains(rest[2]) && rest.dropFirst(2).allSatisfy(digits.contains)
    let large = letters.contains(last) && rest.dropLast().allSatisfy(digits.contains)
    return small || large
  }

  private static let provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领"
  private static let letters = Set("ABCDEFGHJKLMNPQRSTUVWXYZ")
  private static let digits = Set("0123456789")
}
