extension TextForm {
  /// A month of a year as `2026-03`, which sorts as it follows.
  public static let yearMonth = TextForm(
    "year_month", maxLength: 7, pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$",
    zh: "应为“2026-03”这样的年月", en: "a month such as 2026-03",
    tidy: { text in
      let parts = code(text).split { "-/.年月".contains($0) }
      guard parts.count == 2, parts[1].count <= 2 else { return text }
      return "\(parts[0])-\(parts[1].count == 1 ? "0" : "")\(parts[1])"
    }
  ) { text in
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), number(bytes[..<4]) != nil,
      let month = number(bytes[5...])
    else { return false }
    return (1...12).contains(month)
  }
}
