/// A number as expressions compute with it: `mantissa` × 10^−`scale`, exact. A whole number has
/// scale 0. Nothing here is floating point.
///
/// The result of a function is the exact value, brought once to the result's scale; it is blank
/// (nil) when an operand is, when it is undefined, and when its mantissa does not fit. What stands
/// between needs no room of its own: where 128 bits do not hold it, 256 do.
public struct Fixed: Sendable {
  // Two words, as a stored Int128 wants memory at multiples of 16, and swiftc 6.3 without
  // optimization gives it to optionals in closures at multiples of 8: the processor traps.
  let high: Int64
  let low: UInt64
  /// Digits after the point, 0…18.
  public let scale: UInt8

  /// The largest ``scale``.
  public static let maxScale: UInt8 = 18
  /// The scale of a quotient.
  public static let quotientScale: UInt8 = 12

  public static let zero = Fixed(0, 0)
  public static let one = Fixed(1, 0)

  // What generated code calls is called and not copied into it: each place would cost swiftc
  // milliseconds, and the call saves nothing that can be measured.

  /// A number of the scale 0…18.
  public init(_ mantissa: Int128, _ scale: UInt8) {
    high = Int64(truncatingIfNeeded: mantissa &>> 64)
    low = UInt64(truncatingIfNeeded: mantissa)
    self.scale = scale
  }

  private init(word: Int64, _ scale: UInt8) {
    high = word &>> 63
    low = UInt64(bitPattern: word)
    self.scale = scale
  }

  public var mantissa: Int128 { Int128(high) &<< 64 | Int128(low) }

  /// A field's value as it is stored.
  @inline(never) public static func stored(_ mantissa: Int64?, _ scale: UInt8) -> Fixed? {
    mantissa.map { Fixed(word: $0, scale) }
  }

  /// A whole number.
  @inline(never) public static func whole(_ number: Int) -> Fixed {
    Fixed(word: Int64(number), 0)
  }

  /// The whole part within ±10^15: more than any position, count or number of days needs.
  var int: Int {
    let whole = scale == 0 ? mantissa : mantissa / Int128(Fixed.tens(scale))
    return Int(min(max(whole, -1_000_000_000_000_000), 1_000_000_000_000_000))
  }

  /// The mantissa when it is of 64 bits, where the machine is fast.
  @inline(__always) var short: Int64? {
    let short = Int64(bitPattern: low)
    return high == short >> 63 ? short : nil
  }

  /// 10^n for n in 0…18.
  @inline(__always) static func tens(_ n: UInt8) -> UInt64 { powersOfTen[Int(n)] }

  private static let powersOfTen: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000,
  ]

  /// A magnitude with its sign; nil when it does not fit.
  static func signed(_ magnitude: UInt128, negative: Bool) -> Int128? {
    if !negative { return Int128(exactly: magnitude) }
    return magnitude <= Int128.min.magnitude ? Int128(truncatingIfNeeded: 0 &- magnitude) : nil
  }
}

extension Fixed: Hashable, Comparable {
  /// Numbers compare by value: 1.0 equals 1.00.
  public static func == (a: Fixed, b: Fixed) -> Bool {
    a.scale == b.scale ? a.low == b.low && a.high == b.high : order(a, b) == 0
  }

  public static func < (a: Fixed, b: Fixed) -> Bool {
    a.scale == b.scale ? a.mantissa < b.mantissa : order(a, b) < 0
  }

  public func hash(into hasher: inout Hasher) {
    let shortest = trimmed()
    hasher.combine(shortest.mantissa)
    hasher.combine(shortest.scale)
  }

  /// −1, 0 or 1: how a stands to b.
  static func order(_ a: Fixed, _ b: Fixed) -> Int {
    if a.scale > b.scale { return -order(b, a) }
    let factor = Int128(tens(b.scale - a.scale))
    let (aligned, overflow) = a.mantissa.multipliedReportingOverflow(by: factor)
    // What does not fit at the larger scale is beyond everything that does.
    if overflow { return a.mantissa < 0 ? -1 : 1 }
    return aligned < b.mantissa ? -1 : aligned == b.mantissa ? 0 : 1
  }

  /// The same value without zeros at the end of its fraction.
  func trimmed() -> Fixed {
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0 && mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    return Fixed(mantissa, scale)
  }
}
