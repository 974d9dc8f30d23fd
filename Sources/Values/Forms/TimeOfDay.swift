extension TextForm {
  /// A time of day as `09:30`, which sorts as it follows.
  public static let time = TextForm(
    "time", maxLength: 5, pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$",
    zh: "应为“09:30”这样的时间", en: "a time of day such as 09:30",
    tidy: { text in
      let parts = code(text).split { ":：.".contains($0) }
      guard parts.count == 2, parts[0].count <= 2 else { return text }
      return "\(parts[0].count == 1 ? "0" : "")\(parts[0]):\(parts[1])"
    }
  ) { text in
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = number(bytes[..<2]),
      let minute = number(bytes[3...])
    else { return false }
    return hour < 24 && minute < 60
  }
}
