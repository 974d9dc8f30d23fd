/// Points in time as milliseconds since 1970-01-01T00:00:00Z, written after RFC 3339.
public enum Instant {
  static let millisecondsPerDay: Int64 = 86_400_000
  /// From the first to the last millisecond of the years 1 to 9999 in UTC.
  public static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

  /// Reads `2026-03-02T09:00:00Z`, with optional seconds and milliseconds, `T` or one space, and
  /// `Z` or an offset `+08:00`. A time without an offset is refused: it names no instant. So is
  /// one whose offset leads out of the years 1 to 9999: it could not be written.
  public static func parse(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, let date = CivilDate(parsing: text.prefix(10)),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
    else { return nil }
    var index = 11
    guard let time = parseTime(bytes, &index), let offset = parseOffset(bytes, &index),
      index == bytes.count
    else { return nil }
    let result = date.days * millisecondsPerDay + time - offset
    return range.contains(result) ? result : nil
  }

  /// Reads a wall-clock `2026-03-02T09:00` with optional seconds and no offset, as browsers send
  /// it; the caller places it in a time zone. Returned as if the zone were UTC.
  public static func parseLocal(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, let date = CivilDate(parsing: text.prefix(10)),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
    else { return nil }
    var index = 11
    guard let time = parseTime(bytes, &index), index == bytes.count else { return nil }
    return date.days * millisecondsPerDay + time
  }

  private static func parseTime(_ bytes: [UInt8], _ index: inout Int) -> Int64? {
    guard bytes.count >= index + 5, bytes[index + 2] == UInt8(ascii: ":"),
      let hour = Digits.number(bytes, index..<index + 2), hour < 24,
      let minute = Digits.number(bytes, index + 3..<index + 5), minute < 60
    else { return nil }
    index += 5
    var second = 0
    var millisecond = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      guard bytes.count >= index + 3,
        let value = Digits.number(bytes, index + 1..<index + 3), value < 60
      else { return nil }
      second = value
      index += 3
      if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
        var digits = 0
        index += 1
        while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
          digits += 1
          if digits <= 3 {
            millisecond = millisecond * 10 + Int(bytes[index] - 0x30)
          } else if bytes[index] != 0x30 {
            return nil
          }
          index += 1
        }
        if digits == 0 { return nil }
        while digits < 3 {
          millisecond *= 10
          digits += 1
        }
      }
    }
    return Int64(((hour * 60 + minute) * 60 + second) * 1000 + millisecond)
  }

  private static func parseOffset(_ bytes: [UInt8], _ index: inout Int) -> Int64? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "Z") {
      index += 1
      return 0
    }
    let negative = bytes[index] == UInt8(ascii: "-")
    guard negative || bytes[index] == UInt8(ascii: "+"), bytes.count >= index + 6,
      bytes[index + 3] == UInt8(ascii: ":"),
      let hour = Digits.number(bytes, index + 1..<index + 3), hour < 24,
      let minute = Digits.number(bytes, index + 4..<index + 6), minute < 60
    else { return nil }
    index += 6
    let offset = Int64((hour * 60 + minute) * 60_000)
    return negative ? -offset : offset
  }

  /// Splits into the day and the milliseconds of that day (0…86 399 999), in UTC.
  public static func split(_ milliseconds: Int64) -> (date: CivilDate, timeOfDay: Int64) {
    var days = milliseconds / millisecondsPerDay
    var rest = milliseconds % millisecondsPerDay
    if rest < 0 {
      rest += millisecondsPerDay
      days -= 1
    }
    return (CivilDate(days: days), rest)
  }

  /// `2026-03-02T01:00:00.000Z`.
  public static func print(_ milliseconds: Int64) -> String {
    ByteWriter.text { append(milliseconds, to: &$0) }
  }

  /// Appends ``print(_:)`` as ASCII bytes.
  public static func append(_ milliseconds: Int64, to out: inout ByteWriter) {
    let (date, time) = split(milliseconds)
    date.append(to: &out)
    out.append(UInt8(ascii: "T"))
    appendTime(time, seconds: true, to: &out)
    out.append(UInt8(ascii: "."))
    Digits.append(Int(time % 1000), width: 3, to: &out)
    out.append(UInt8(ascii: "Z"))
  }

  /// Appends `09:00` or, with seconds, `09:00:00` for milliseconds of a day.
  public static func appendTime(_ timeOfDay: Int64, seconds: Bool, to out: inout ByteWriter) {
    Digits.append(Int(timeOfDay / 3_600_000), width: 2, to: &out)
    out.append(UInt8(ascii: ":"))
    Digits.append(Int(timeOfDay / 60_000 % 60), width: 2, to: &out)
    if seconds {
      out.append(UInt8(ascii: ":"))
      Digits.append(Int(timeOfDay / 1000 % 60), width: 2, to: &out)
    }
  }
}
