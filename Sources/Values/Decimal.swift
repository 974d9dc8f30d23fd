/// Exact decimals as scaled 64-bit integers: `1234.50` at scale 2 is the mantissa 123450.
public enum Decimal {
  /// 10^n for n in 0…18.
  public static func power(_ n: UInt8) -> Int64 {
    var result: Int64 = 1
    for _ in 0..<n { result *= 10 }
    return result
  }

  /// Reads ASCII digits with an optional `-` and an optional point. Digits after the scale are
  /// accepted only when they are zeros, so that nothing is rounded on the way in. Returns nil when
  /// the text is not such a number or its mantissa exceeds `limit` in magnitude.
  public static func parse(_ text: String, scale: UInt8, limit: Int64) -> Int64? {
    var bytes = Substring(text).utf8
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes.removeFirst() }
    var mantissa: Int64 = 0
    var fraction: UInt8 = 0
    var digits = 0
    var afterPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: ".") {
        if afterPoint || digits == 0 { return nil }
        afterPoint = true
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      digits += 1
      if afterPoint && fraction == scale {
        if byte != 0x30 { return nil }
        continue
      }
      if afterPoint { fraction += 1 }
      guard let next = shifted(mantissa, Int64(byte - 0x30), limit) else { return nil }
      mantissa = next
    }
    if digits == 0 || bytes.last == UInt8(ascii: ".") { return nil }
    while fraction < scale {
      guard let next = shifted(mantissa, 0, limit) else { return nil }
      mantissa = next
      fraction += 1
    }
    return negative ? -mantissa : mantissa
  }

  private static func shifted(_ mantissa: Int64, _ digit: Int64, _ limit: Int64) -> Int64? {
    let (tens, overflow) = mantissa.multipliedReportingOverflow(by: 10)
    if overflow { return nil }
    let (sum, carry) = tens.addingReportingOverflow(digit)
    return carry || sum > limit ? nil : sum
  }

  /// Writes the mantissa with exactly `scale` digits after the point: `-0.05`, `12.30`, `7`.
  public static func print(_ mantissa: Int64, scale: UInt8) -> String {
    ByteWriter.text { append(mantissa, scale: scale, to: &$0) }
  }

  /// Appends what ``print(_:scale:)`` gives, as ASCII bytes.
  public static func append(_ mantissa: Int64, scale: UInt8, to out: inout ByteWriter) {
    // Sign, 20 digits, a point and the zero before it.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digits in
      var rest = mantissa.magnitude
      var position = 32
      var fraction = Int(scale)
      repeat {
        position -= 1
        digits[position] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        fraction -= 1
        if fraction == 0 {
          position -= 1
          digits[position] = UInt8(ascii: ".")
          if rest == 0 {
            position -= 1
            digits[position] = 0x30
          }
        }
      } while rest > 0 || fraction > 0
      if mantissa < 0 {
        position -= 1
        digits[position] = UInt8(ascii: "-")
      }
      out.append(UnsafeBufferPointer(rebasing: digits[position...]))
    }
  }
}
