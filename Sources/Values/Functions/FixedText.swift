/// Numbers from and to text.
extension Fixed {
  /// `text_of(x)`: the digits of its scale, `12.30`; of a scale above 9, which no field has, without
  /// the zeros at the end.
  public static func text(_ x: Fixed?) -> String? {
    guard let x else { return nil }
    let shown = x.scale > 9 ? x.trimmed() : x
    if let short = shown.short { return Decimal.print(short, scale: shown.scale) }
    let point = Int(shown.scale)
    let digits = String(shown.mantissa.magnitude)
    let padded = String(repeating: "0", count: max(point + 1 - digits.count, 0)) + digits
    let sign = shown.mantissa < 0 ? "-" : ""
    if point == 0 { return sign + padded }
    return sign + padded.dropLast(point) + "." + padded.suffix(point)
  }

  /// `parse_int(s)`: ASCII digits with an optional `-`, white space round them ignored, within
  /// ±(2^53 − 1). Anything else is blank.
  public static func parseInt(_ text: String?) -> Fixed? {
    guard let number = parse(text, scale: 0), number.mantissa.magnitude <= Storage.integerLimit
    else { return nil }
    return number
  }

  /// `parse_decimal(s)`: as ``parseInt(_:)`` with an optional point between digits; of scale 9.
  /// Digits behind the ninth must be zeros.
  public static func parseDecimal(_ text: String?) -> Fixed? { parse(text, scale: 9) }

  /// A number at a scale, with a point only when the scale has digits; nothing is rounded.
  static func parse(_ text: String?, scale: UInt8) -> Fixed? {
    guard let text else { return nil }
    var bytes = Text.trimmed(text)[...].utf8
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes.removeFirst() }
    var magnitude: UInt128 = 0
    var fraction: UInt8?
    var last: UInt8 = 0
    for byte in bytes {
      defer { last = byte }
      if byte == UInt8(ascii: ".") {
        if scale == 0 || fraction != nil || last == 0 { return nil }
        fraction = 0
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      if fraction == scale {
        if byte != 0x30 { return nil }
        continue
      }
      guard let next = appended(magnitude, byte - 0x30) else { return nil }
      magnitude = next
      fraction = fraction.map { $0 + 1 }
    }
    if last == 0 || last == UInt8(ascii: ".") { return nil }
    for _ in (fraction ?? 0)..<scale {
      guard let next = appended(magnitude, 0) else { return nil }
      magnitude = next
    }
    return signed(magnitude, negative: negative).map { Fixed($0, scale) }
  }

  private static func appended(_ number: UInt128, _ digit: UInt8) -> UInt128? {
    let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tens.addingReportingOverflow(UInt128(digit))
    return overflow || carry ? nil : sum
  }
}
