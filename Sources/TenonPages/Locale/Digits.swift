import Values

/// ASCII digits straight into bytes.
enum Digits {
  /// Appends a whole number, with a comma between groups of three when `grouped`.
  static func append(_ number: Int64, grouped: Bool = false, to out: inout ByteWriter) {
    append(mantissa: number, scale: 0, minimumFraction: 0, grouped: grouped, to: &out)
  }

  /// Appends mantissa / 10^scale with at least `minimumFraction` digits after the point; further
  /// zeros at the end are left out.
  static func append(
    mantissa: Int64, scale: Int, minimumFraction: Int, grouped: Bool, to out: inout ByteWriter
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { buffer in
      // Digits come last one first, so the buffer fills from its end.
      var at = 48
      func put(_ byte: UInt8) {
        at -= 1
        buffer[at] = byte
      }
      var rest = mantissa.magnitude
      var place = 0
      while rest > 0 || place <= scale {
        let digit = UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        if place < scale {
          if at < 48 || digit != 0 || place >= scale - minimumFraction { put(0x30 + digit) }
        } else {
          if place == scale && at < 48 {
            put(0x2E)
          } else if grouped && place > scale && (place - scale) % 3 == 0 {
            put(0x2C)
          }
          put(0x30 + digit)
        }
        place += 1
      }
      if mantissa < 0 { put(0x2D) }
      out.append(UnsafeBufferPointer(rebasing: buffer[at...]))
    }
  }
}
