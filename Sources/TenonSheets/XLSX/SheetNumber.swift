import Values

/// Numbers as workbooks write them.
enum SheetNumber {
  /// What spreadsheets show and count with. Digits beyond are those of a binary fraction:
  /// `0.30000000000000004` has been 0.3 to its author.
  private static let digits = 15
  /// Longer than any number of a spreadsheet.
  private static let longest = 308

  /// A decimal without an exponent; nil when the text is no number. Whole numbers keep all their
  /// digits.
  static func decimal(_ text: some Collection<UInt8>) -> String? {
    guard var parts = Parts(text), abs(parts.exponent) <= longest, parts.digits.count <= longest
    else { return nil }
    if parts.digits.count > digits && !parts.isWhole { parts.round(to: digits) }
    return parts.text
  }

  /// Whether a spreadsheet keeps all digits of a decimal.
  static func isExact(_ decimal: String) -> Bool {
    var significant = decimal.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.drop { $0 == 0x30 }
    while significant.last == 0x30 { significant.removeLast() }
    return significant.count <= digits
  }

  /// A mantissa of digits, and where its point stands.
  private struct Parts {
    var isNegative = false
    /// Without zeros at the beginning.
    var digits: [UInt8] = []
    /// The power of ten of the last digit.
    var exponent = 0
    /// Written with neither a point nor an exponent.
    var isWhole = true

    init?(_ text: some Collection<UInt8>) {
      var rest = text[...]
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
        isNegative = rest.removeFirst() == UInt8(ascii: "-")
      }
      var hasDigit = false
      while let byte = rest.first {
        switch byte {
        case 0x30...0x39:
          hasDigit = true
          if byte != 0x30 || !digits.isEmpty { digits.append(byte - 0x30) }
          if !isWhole { exponent -= 1 }
        case UInt8(ascii: ".") where isWhole: isWhole = false
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
          guard hasDigit, let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
            abs(power) < 1 << 20
          else { return nil }
          isWhole = false
          exponent += power
          rest = rest[rest.endIndex...]
          continue
        default: return nil
        }
        rest.removeFirst()
      }
      if !hasDigit { return nil }
    }

    mutating func round(to count: Int) {
      let isUp = digits[count] >= 5
      exponent += digits.count - count
      digits.removeLast(digits.count - count)
      guard isUp else { return }
      var place = count - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 { digits[place] += 1 } else { digits.insert(1, at: 0) }
    }

    var text: String {
      var digits = digits
      var exponent = exponent
      while exponent < 0, digits.last == 0 {
        digits.removeLast()
        exponent += 1
      }
      if digits.isEmpty { return "0" }
      var out = isNegative ? "-" : ""
      let characters = digits.map { Character(Unicode.Scalar($0 + 0x30)) }
      if exponent >= 0 {
        return out + String(characters) + String(repeating: "0", count: exponent)
      }
      let whole = characters.count + exponent
      if whole <= 0 {
        out += "0." + String(repeating: "0", count: -whole) + String(characters)
      } else {
        out += String(characters[..<whole]) + "." + String(characters[whole...])
      }
      return out
    }
  }
}

/// Days and times as workbooks count them: days since the end of 1899, or since 1904.
enum SerialDate {
  private static let day = 86_400_000
  /// 9999-12-31.
  private static let last = 2_958_465

  /// The value of a cell whose format shows a day or a time; nil when the number is neither, which
  /// spreadsheets show as `#####`.
  static func cell(_ decimal: String, _ format: NumberFormat, is1904: Bool) -> SheetCell? {
    guard let serial = Double(decimal), serial >= 0, serial < Double(last + 1) else { return nil }
    let milliseconds = Int((serial * Double(day)).rounded())
    if format == .elapsed { return .time(Int64(milliseconds)) }
    let (days, time) = milliseconds.quotientAndRemainder(dividingBy: day)
    let isTime = format == .time || format == .dateTime || format == .dateOrTime
    if days == 0 && (isTime || !is1904) {
      // Day 0 of 1900 is none.
      return isTime || time > 0 ? .time(Int64(time)) : nil
    }
    guard let date = date(days, is1904: is1904) else { return nil }
    if time == 0 && format != .dateTime && format != .time { return .date(date) }
    return .dateTime(date.days * Int64(day) + Int64(time))
  }

  /// The day of a serial number. 1900 has a 29th of February there, number 60.
  private static func date(_ serial: Int, is1904: Bool) -> CivilDate? {
    if is1904 { return CivilDate(days: Int64(serial) - 24_107) }
    if serial == 60 { return nil }
    return CivilDate(days: Int64(serial) - (serial < 60 ? 25_568 : 25_569))
  }

  /// The number of a day or a moment as a workbook counts from the end of 1899; nil for those
  /// before March 1900, on which spreadsheets do not agree.
  static func serial(_ days: Int64, time: Int64 = 0) -> Double? {
    let serial = days + 25_569
    guard serial > 60, serial <= Int64(last) else { return nil }
    return Double(serial) + Double(time) / Double(day)
  }
}

/// Days and times as strict workbooks may write them (ISO 8601), without a zone.
enum ISODate {
  /// `2026-03-31`, `2026-03-31T08:30:00`, `08:30:00.5`; nil for what is none of them.
  static func cell(_ text: String) -> SheetCell? {
    let halves = text.split(separator: "T", maxSplits: 1)
    guard let first = halves.first else { return nil }
    if halves.count == 1, first.contains(":") { return time(first).map(SheetCell.time) }
    guard let date = CivilDate(parsing: first) else { return nil }
    if halves.count == 1 { return .date(date) }
    guard let time = time(halves[1]) else { return nil }
    return .dateTime(date.days * 86_400_000 + time)
  }

  private static func time(_ text: Substring) -> Int64? {
    let bare = text.hasSuffix("Z") ? text.dropLast() : text
    let parts = bare.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let hours = Int64(parts[0]), let minutes = Int64(parts[1]),
      let milliseconds = Decimal.parse(String(parts[2].prefix(6)), scale: 3, limit: 60_999),
      (0..<24).contains(hours), (0..<60).contains(minutes), milliseconds >= 0
    else { return nil }
    return (hours * 60 + minutes) * 60_000 + milliseconds
  }
}
