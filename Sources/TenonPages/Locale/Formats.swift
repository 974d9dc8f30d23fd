import Values

/// Values in the form that readers of a locale know. All append UTF-8 bytes without any character
/// that HTML gives a meaning to.
enum Formats {
  /// `1,234,567`.
  static func integer(_ value: Int64, to out: inout ByteWriter) {
    Digits.append(value, grouped: true, to: &out)
  }

  /// `1,234.50`: always `scale` digits after the point, so that points stand under each other.
  static func decimal(_ mantissa: Int64, scale: UInt8, to out: inout ByteWriter) {
    Digits.append(
      mantissa: mantissa, scale: Int(scale), minimumFraction: Int(scale), grouped: true, to: &out)
  }

  /// `¥1,234.50`, `-¥1,234.50`; `scale` is that of the stored mantissa.
  static func money(
    _ mantissa: Int64, scale: UInt8, _ context: PageContext, to out: inout ByteWriter
  ) {
    if mantissa < 0 { out.append(0x2D) }
    out.append(text: context.moneyPrefix)
    let magnitude = mantissa == .min ? .max : abs(mantissa)
    decimal(magnitude, scale: scale, to: &out)
  }

  /// `12.5 %` with a no-break space, of a share with `scale` digits: 1250 at scale 4.
  static func percent(_ mantissa: Int64, scale: UInt8, to out: inout ByteWriter) {
    Digits.append(
      mantissa: mantissa, scale: max(Int(scale) - 2, 0), minimumFraction: 0, grouped: true,
      to: &out)
    out.append("\u{A0}%")
  }

  /// `2026-03-02` or `2 Mar 2026`.
  static func date(_ days: Int64, _ locale: Locale, to out: inout ByteWriter) {
    let date = CivilDate(days: days)
    switch locale {
    case .zh: date.append(to: &out)
    case .en:
      let (year, month, day) = date.components
      Digits.append(Int64(day), to: &out)
      out.append(0x20)
      let start = (month - 1) * 3
      out.append(months.utf8Start + start, 3)
      out.append(0x20)
      Digits.append(Int64(year), to: &out)
    }
  }

  /// `12 B`, `340 kB`, `1.2 MB`, in steps of a thousand as file managers count.
  static func fileSize(_ bytes: Int64, to out: inout ByteWriter) {
    if bytes < 1_000 {
      integer(bytes, to: &out)
      out.append(" B")
    } else if bytes < 1_000_000 {
      integer((bytes + 500) / 1_000, to: &out)
      out.append(" kB")
    } else {
      decimal((bytes + 50_000) / 100_000, scale: 1, to: &out)
      out.append(" MB")
    }
  }

  /// `Mar` of 3.
  static func month(_ number: Int) -> String {
    let names = Array(months.description)
    let start = (number - 1) * 3
    return String(names[start..<start + 3])
  }

  private static let months: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"

  /// `2026-03-02 09:05` or `2 Mar 2026, 09:05`, of milliseconds in the reader's zone.
  static func dateTime(
    _ milliseconds: Int64, _ locale: Locale, seconds: Bool = false, to out: inout ByteWriter
  ) {
    let (day, time) = Instant.split(milliseconds)
    date(day.days, locale, to: &out)
    if locale == .en { out.append(0x2C) }
    out.append(0x20)
    Instant.appendTime(time, seconds: seconds, to: &out)
  }
}
