/// Functions of numbers.
extension Fixed {
  /// `clamp(x, low, high)`; blank when low is above high. The operands are of one scale.
  public static func clamp(_ x: Fixed?, _ low: Fixed?, _ high: Fixed?) -> Fixed? {
    guard let x, let low, let high, low <= high else { return nil }
    return x < low ? low : high < x ? high : x
  }

  /// `abs(x)`.
  public static func abs(_ x: Fixed?) -> Fixed? {
    guard let x, x.mantissa < 0 else { return x }
    return negate(x)
  }

  /// `sign(x)`: −1, 0 or 1.
  public static func sign(_ x: Fixed?) -> Fixed? {
    guard let x else { return nil }
    return Fixed(x.mantissa.signum(), 0)
  }

  /// `pow_int(x, n)` for n in 0…1000, else blank; x^0 is 1. A power of a whole number is exact, one
  /// of another number has scale 18 and each of its products is rounded to that.
  public static func power(_ x: Fixed?, _ n: Fixed?) -> Fixed? {
    guard let x, let n = n?.int, (0...1000).contains(n) else { return nil }
    guard var power = x.scale == 0 ? one : widen(one, maxScale) else { return nil }
    for _ in 0..<n {
      guard let product = multiply(power, x) else { return nil }
      // It stays zero.
      if product.mantissa == 0 { return product }
      power = product
    }
    return power
  }

  /// `percent_of(part, whole)`: part / whole, 0.125 for 12.5 %.
  public static func percentOf(_ part: Fixed?, _ whole: Fixed?) -> Fixed? { divide(part, whole) }

  /// `allocate(total, weights)`: parts in proportion to the weights that add up to the total, each
  /// of the total's scale. What proportion leaves over goes to the largest remainders, the earlier
  /// of equals first. A blank weight counts as zero; nil when a weight is negative or all are zero.
  public static func allocate(_ total: Fixed?, _ weights: [Fixed?]) -> [Fixed]? {
    guard let total, let (shares, sum) = aligned(weights) else { return nil }
    let magnitude = total.mantissa.magnitude
    let negative = total.mantissa < 0
    var parts: [UInt128] = []
    var remainders: [UInt128] = []
    var left = magnitude
    for share in shares {
      guard let part = Wide(magnitude, times: share).divided(by: sum) else { return nil }
      parts.append(part.quotient)
      remainders.append(part.remainder)
      left -= part.quotient
    }
    // Fewer than there are parts are left over.
    let order = parts.indices.sorted {
      remainders[$0] != remainders[$1] ? remainders[$0] > remainders[$1] : $0 < $1
    }
    for index in order.prefix(Int(left)) { parts[index] += 1 }
    return parts.map { part in
      let mantissa = Int128(truncatingIfNeeded: part)
      return Fixed(negative ? 0 &- mantissa : mantissa, total.scale)
    }
  }

  /// Weights at one scale and their sum; nil when one is negative, the sum is zero or too large.
  private static func aligned(_ weights: [Fixed?]) -> (shares: [UInt128], sum: UInt128)? {
    let scale = weights.reduce(0) { max($0, $1?.scale ?? 0) }
    var shares: [UInt128] = []
    var sum: Int128 = 0
    for weight in weights {
      guard let share = widen(weight ?? zero, scale)?.mantissa, share >= 0 else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(share)
      if overflow { return nil }
      sum = next
      shares.append(share.magnitude)
    }
    return sum == 0 ? nil : (shares, sum.magnitude)
  }
}
