/// ASCII digits straight into bytes.
enum Digits {
  /// Appends a whole number, with a comma between groups of three when `grouped`.
  static func append(_ number: Int64, grouped: Bool = false, to out: inout [UInt8]) {
    append(mantissa: number, scale: 0, minimumFraction: 0, grouped: grouped, to: &out)
  }

  /// Appends mantissa / 10^scale with at least `minimumFraction` digits after the point; further
  /// zeros at the end are left out.
  static func append(
    mantissa: Int64, scale: Int, minimumFraction: Int, grouped: Bool, to out: inout [UInt8]
  ) {
    if mantissa < 0 { out.append(0x2D) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { digits in
      var rest = mantissa.magnitude
      var count = 0
      var place = 0
      while rest > 0 || place <= scale {
        let digit = UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        if place < scale {
          let isTrailing = count == 0 && digit == 0 && place < scale - minimumFraction
          if !isTrailing {
            digits[count] = 0x30 + digit
            count += 1
          }
        } else {
          if place == scale && count > 0 {
            digits[count] = 0x2E
            count += 1
          } else if grouped && place > scale && (place - scale) % 3 == 0 {
            digits[count] = 0x2C
            count += 1
          }
          digits[count] = 0x30 + digit
          count += 1
        }
        place += 1
      }
      while count > 0 {
        count -= 1
        out.append(digits[count])
      }
    }
  }

  /// Appends a number below 100 as two digits.
  static func append(pair number: Int, to out: inout [UInt8]) {
    out.append(0x30 + UInt8(truncatingIfNeeded: number / 10))
    out.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }
}
