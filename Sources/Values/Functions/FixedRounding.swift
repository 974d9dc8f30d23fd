/// What becomes of the digits that are cut off.
public enum Rounding: Sendable, CaseIterable {
  /// To the nearest; a half goes away from zero (四舍五入).
  case halfAway
  /// To the nearest; a half goes to the even neighbour.
  case halfEven
  /// Away from zero.
  case up
  /// Toward zero.
  case down
  /// Toward positive infinity.
  case ceiling
  /// Toward negative infinity.
  case floor

  /// Whether the magnitude grows by one when a rest of a divisor is cut off.
  fileprivate func grows(_ rest: UInt128, of divisor: UInt128, odd: Bool, negative: Bool) -> Bool {
    if rest == 0 { return false }
    let isHalf = rest == divisor - rest
    switch self {
    case .halfAway: return rest >= divisor - rest
    case .halfEven: return isHalf ? odd : rest > divisor - rest
    case .up: return true
    case .down: return false
    case .ceiling: return !negative
    case .floor: return negative
    }
  }
}

extension Fixed {
  /// `round(x, digits)`: of that scale, 0…18.
  public static func round(_ x: Fixed?, _ digits: UInt8, _ mode: Rounding) -> Fixed? {
    guard let x else { return nil }
    if digits >= x.scale { return widen(x, digits) }
    let divisor = tens(x.scale - digits)
    let negative = x.mantissa < 0
    if let short = x.short {
      var (quotient, rest) = short.magnitude.quotientAndRemainder(dividingBy: divisor)
      let (cut, whole) = (UInt128(rest), UInt128(divisor))
      if mode.grows(cut, of: whole, odd: quotient & 1 == 1, negative: negative) { quotient += 1 }
      return Fixed(negative ? -Int128(quotient) : Int128(quotient), digits)
    }
    let whole = UInt128(divisor)
    var (quotient, rest) = x.mantissa.magnitude.quotientAndRemainder(dividingBy: whole)
    if mode.grows(rest, of: whole, odd: quotient & 1 == 1, negative: negative) { quotient += 1 }
    return signed(quotient, negative: negative).map { Fixed($0, digits) }
  }

  /// `floor(x)`, a whole number.
  public static func floor(_ x: Fixed?) -> Fixed? { round(x, 0, .floor) }

  /// `ceil(x)`, a whole number.
  public static func ceil(_ x: Fixed?) -> Fixed? { round(x, 0, .ceiling) }

  /// `trunc(x)`, a whole number.
  public static func trunc(_ x: Fixed?) -> Fixed? { round(x, 0, .down) }

  /// The same value with more digits after the point: what the branches of `if` and the operands
  /// of `??` need when their scales differ. A number that has as many already is left alone.
  public static func widen(_ x: Fixed?, _ scale: UInt8) -> Fixed? {
    guard let x, x.scale < scale else { return x }
    let factor = Int128(tens(scale - x.scale))
    let (mantissa, overflow) = x.mantissa.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Fixed(mantissa, scale)
  }

  /// The mantissa that a field of this scale stores, rounded half away from zero; nil when it is
  /// outside the field's range.
  public func fitted(_ scale: UInt8, _ range: ClosedRange<Int64>) -> Int64? {
    guard let rounded = Fixed.round(self, scale, .halfAway),
      let mantissa = Int64(exactly: rounded.mantissa), range.contains(mantissa)
    else { return nil }
    return mantissa
  }
}
