/// `+ - * / div mod` and the sign.
extension Fixed {
  /// `a + b`, of the larger scale.
  public static func add(_ a: Fixed?, _ b: Fixed?) -> Fixed? {
    guard let a, let b else { return nil }
    if a.scale < b.scale { return aligned(a, 1, b, 1) }
    if a.scale > b.scale { return aligned(b, 1, a, 1) }
    let (sum, overflow) = a.mantissa.addingReportingOverflow(b.mantissa)
    return overflow ? nil : Fixed(sum, a.scale)
  }

  /// `a - b`, of the larger scale.
  public static func subtract(_ a: Fixed?, _ b: Fixed?) -> Fixed? {
    guard let a, let b else { return nil }
    if a.scale < b.scale { return aligned(a, 1, b, -1) }
    if a.scale > b.scale { return aligned(b, -1, a, 1) }
    let (difference, overflow) = a.mantissa.subtractingReportingOverflow(b.mantissa)
    return overflow ? nil : Fixed(difference, a.scale)
  }

  /// The sum of two numbers times their signs; a has the smaller scale.
  private static func aligned(
    _ a: Fixed, _ signOfA: Int128, _ b: Fixed, _ signOfB: Int128
  ) -> Fixed? {
    let factor = signOfA &* Int128(tens(b.scale - a.scale))
    if let short = a.short, b.mantissa != .min {
      let (sum, overflow) = (Int128(short) &* factor)
        .addingReportingOverflow(b.mantissa &* signOfB)
      return overflow ? nil : Fixed(sum, b.scale)
    }
    var (high, low) = a.mantissa.multipliedFullWidth(by: factor)
    let bits = UInt128(truncatingIfNeeded: b.mantissa)
    let signs: Int128 = b.mantissa < 0 ? -1 : 0
    let carry: Bool
    if signOfB > 0 {
      (low, carry) = low.addingReportingOverflow(bits)
      high += signs + (carry ? 1 : 0)
    } else {
      (low, carry) = low.subtractingReportingOverflow(bits)
      high -= signs + (carry ? 1 : 0)
    }
    let result = Int128(truncatingIfNeeded: low)
    return high == result >> 127 ? Fixed(result, b.scale) : nil
  }

  /// `-x`.
  public static func negate(_ x: Fixed?) -> Fixed? {
    guard let x, x.mantissa != .min else { return nil }
    return Fixed(-x.mantissa, x.scale)
  }

  /// `a * b`: the scales add up to 18 at most; what is beyond is rounded half away from zero.
  public static func multiply(_ a: Fixed?, _ b: Fixed?) -> Fixed? {
    guard let a, let b else { return nil }
    let scale = a.scale + b.scale
    if scale > maxScale { return roundedProduct(a, b, scale - maxScale) }
    if let a = a.short, let b = b.short {
      let (high, low) = a.multipliedFullWidth(by: b)
      return Fixed(Int128(high) << 64 | Int128(low), scale)
    }
    let (product, overflow) = a.mantissa.multipliedReportingOverflow(by: b.mantissa)
    return overflow ? nil : Fixed(product, scale)
  }

  /// The product less its last digits, of which there are 1…18.
  private static func roundedProduct(_ a: Fixed, _ b: Fixed, _ digits: UInt8) -> Fixed? {
    let divisor = tens(digits)
    let negative = (a.mantissa < 0) != (b.mantissa < 0)
    let product = Wide(a.mantissa.magnitude, times: b.mantissa.magnitude)
    guard let (quotient, remainder) = product.divided(by: UInt128(divisor)),
      let result = signed(quotient, negative: negative)
    else { return nil }
    if remainder < UInt128(divisor - divisor / 2) { return Fixed(result, maxScale) }
    let (rounded, overflow) = result.addingReportingOverflow(negative ? -1 : 1)
    return overflow ? nil : Fixed(rounded, maxScale)
  }

  /// `a / b` with 12 digits after the point, truncated toward zero; blank when b is zero.
  public static func divide(_ a: Fixed?, _ b: Fixed?) -> Fixed? {
    guard let a, let b else { return nil }
    return quotient(a, b, quotientScale)
  }

  /// `a div b`: the whole quotient, truncated toward zero; blank when b is zero.
  public static func divideWhole(_ a: Fixed?, _ b: Fixed?) -> Fixed? {
    guard let a, let b else { return nil }
    return quotient(a, b, 0)
  }

  /// a / b truncated to a scale.
  static func quotient(_ a: Fixed, _ b: Fixed, _ scale: UInt8) -> Fixed? {
    if b.mantissa == 0 { return nil }
    let negative = (a.mantissa < 0) != (b.mantissa < 0)
    let (dividend, divisor) = (a.mantissa.magnitude, b.mantissa.magnitude)
    let digits = Int(scale) + Int(b.scale) - Int(a.scale)
    var magnitude: UInt128
    if digits < 0 {
      let whole = Wide(divisor, times: UInt128(tens(UInt8(-digits))))
      magnitude = whole.high == 0 ? dividend / whole.low : 0
    } else if digits <= 18, dividend >> 64 == 0 {
      magnitude = short(dividend &* UInt128(tens(UInt8(digits))), by: divisor)
    } else {
      let more = UInt8(max(digits - 18, 0))
      let factor = UInt128(tens(UInt8(min(digits, 18)))) &* UInt128(tens(more))
      guard let wide = Wide(dividend, times: factor).divided(by: divisor) else { return nil }
      magnitude = wide.quotient
    }
    guard let mantissa = signed(magnitude, negative: negative) else { return nil }
    return Fixed(mantissa, scale)
  }

  /// The quotient of two magnitudes, by the machine's own division where it can.
  @inline(__always)
  private static func short(_ dividend: UInt128, by divisor: UInt128) -> UInt128 {
    let (high, low) = (UInt64(dividend >> 64), UInt64(truncatingIfNeeded: dividend))
    let short = UInt64(truncatingIfNeeded: divisor)
    guard UInt128(short) == divisor, high < short else { return dividend / divisor }
    if high == 0 { return UInt128(low / short) }
    return UInt128(short.dividingFullWidth((high, low)).quotient)
  }

  /// `a mod b`, what `div` leaves over: of the larger scale, with the sign of a; blank when b is
  /// zero.
  public static func modulo(_ a: Fixed?, _ b: Fixed?) -> Fixed? {
    guard let a, let b, b.mantissa != 0 else { return nil }
    let scale = max(a.scale, b.scale)
    let (dividend, divisor) = (a.mantissa.magnitude, b.mantissa.magnitude)
    let rest: UInt128
    if a.scale >= b.scale {
      let whole = Wide(divisor, times: UInt128(tens(a.scale - b.scale)))
      rest = whole.high == 0 ? dividend % whole.low : dividend
    } else {
      rest = Wide(dividend, times: UInt128(tens(b.scale - a.scale))).remainder(of: divisor)
    }
    return signed(rest, negative: a.mantissa < 0).map { Fixed($0, scale) }
  }
}

/// A product of two magnitudes, in 256 bits.
struct Wide {
  let high: UInt128
  let low: UInt128

  init(_ a: UInt128, times b: UInt128) { (high, low) = a.multipliedFullWidth(by: b) }

  /// Quotient and remainder; nil when the quotient does not fit.
  func divided(by divisor: UInt128) -> (quotient: UInt128, remainder: UInt128)? {
    if high == 0 { return low.quotientAndRemainder(dividingBy: divisor) }
    return high < divisor ? divisor.dividingFullWidth((high, low)) : nil
  }

  func remainder(of divisor: UInt128) -> UInt128 {
    if high == 0 { return low % divisor }
    return divisor.dividingFullWidth((high % divisor, low)).remainder
  }
}
