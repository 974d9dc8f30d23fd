/// Lengths of time in exact milliseconds. What does not fit 64 bits is blank.
public enum TimeSpan {
  /// `a + b`.
  public static func add(_ a: Int64?, _ b: Int64?) -> Int64? {
    guard let a, let b else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : sum
  }

  /// `a - b`.
  public static func subtract(_ a: Int64?, _ b: Int64?) -> Int64? {
    guard let a, let b else { return nil }
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? nil : difference
  }

  /// `-a`.
  public static func negate(_ a: Int64?) -> Int64? { subtract(0, a) }

  /// `a * n`, rounded half away from zero to milliseconds.
  public static func multiply(_ a: Int64?, _ n: Fixed?) -> Int64? {
    milliseconds(Fixed.multiply(Fixed.stored(a, 0), n))
  }

  /// `a / n`, rounded half away from zero to milliseconds; blank when n is zero.
  public static func divide(_ a: Int64?, _ n: Fixed?) -> Int64? {
    milliseconds(Fixed.divide(Fixed.stored(a, 0), n))
  }

  /// `a / b` of two lengths: a number.
  public static func ratio(_ a: Int64?, _ b: Int64?) -> Fixed? {
    Fixed.divide(Fixed.stored(a, 0), Fixed.stored(b, 0))
  }

  private static func milliseconds(_ x: Fixed?) -> Int64? { x?.fitted(0, .min ... .max) }

  /// `text_of(a)`: `27:30:05`, hours without end; what is less than a second is dropped.
  public static func text(_ a: Int64?) -> String? {
    guard let a else { return nil }
    let seconds = Int(a.magnitude / 1000)
    return ByteWriter.text { out in
      if a <= -1000 { out.append(UInt8(ascii: "-")) }
      out.append(text: String(seconds / 3600))
      out.append(UInt8(ascii: ":"))
      Digits.append(seconds / 60 % 60, width: 2, to: &out)
      out.append(UInt8(ascii: ":"))
      Digits.append(seconds % 60, width: 2, to: &out)
    }
  }

  /// `text_of(t)` of a time of day in seconds: `09:00:00`.
  public static func timeText(_ seconds: Int64?) -> String? {
    guard let seconds, (0..<86_400).contains(seconds) else { return nil }
    return ByteWriter.text { Instant.appendTime(seconds * 1000, seconds: true, to: &$0) }
  }
}

/// Functions of moments: milliseconds since 1970-01-01T00:00:00Z. What leads out of the years 1 to
/// 9999 is blank. Where a day or a wall clock matters it is that of the zone.
extension Instant {
  /// `date_of(t)`.
  public static func date(_ instant: Int64?, _ zone: ZoneRules) -> CivilDate? {
    guard let instant else { return nil }
    return CivilDate.stored(split(zone.local(instant)).date.days)
  }

  /// `time_of(t)`: seconds of the day, milliseconds dropped.
  public static func time(_ instant: Int64?, _ zone: ZoneRules) -> Int64? {
    guard let instant, let (_, time) = shown(instant, zone) else { return nil }
    return time / 1000
  }

  /// The moment at which clocks show this time of this day, as a literal names it: in a gap the
  /// time moves on by the gap's length, in an overlap the earlier offset holds.
  public static func at(_ date: CivilDate?, _ seconds: Int64?, _ zone: ZoneRules) -> Int64? {
    guard let date, let seconds, (0..<86_400).contains(seconds) else { return nil }
    return placed(date, seconds * 1000, zone)
  }

  /// `t + p`: so many months and days later at the same time of day; nothing added is nothing
  /// moved, even in an overlap.
  public static func addPeriod(_ instant: Int64?, _ period: Period?, _ zone: ZoneRules) -> Int64? {
    guard let instant, let period else { return nil }
    if period == .zero { return instant }
    guard let (date, time) = shown(instant, zone),
      let moved = CivilDate.addPeriod(date, period)
    else { return nil }
    return placed(moved, time, zone)
  }

  /// `t - p`.
  public static func subtractPeriod(
    _ instant: Int64?, _ period: Period?, _ zone: ZoneRules
  ) -> Int64? {
    addPeriod(instant, Period.negate(period), zone)
  }

  /// `t + d`, exactly so much later.
  public static func addSpan(_ instant: Int64?, _ span: Int64?) -> Int64? {
    within(TimeSpan.add(instant, span))
  }

  /// `t - d`.
  public static func subtractSpan(_ instant: Int64?, _ span: Int64?) -> Int64? {
    within(TimeSpan.subtract(instant, span))
  }

  /// `start_of(t, unit)`: its first moment.
  public static func startOf(
    _ instant: Int64?, _ unit: CalendarUnit, _ zone: ZoneRules
  ) -> Int64? {
    guard let first = CivilDate.startOf(date(instant, zone), unit) else { return nil }
    return placed(first, 0, zone)
  }

  /// `end_of(t, unit)`: its last millisecond.
  public static func endOf(_ instant: Int64?, _ unit: CalendarUnit, _ zone: ZoneRules) -> Int64? {
    guard let last = CivilDate.endOf(date(instant, zone), unit) else { return nil }
    return within(zone.instant((last.days + 1) * millisecondsPerDay) - 1)
  }

  /// `text_of(t)`: `2026-03-02 09:00:00`, what clocks show; milliseconds are dropped.
  public static func text(_ instant: Int64?, _ zone: ZoneRules) -> String? {
    guard let instant, let date = date(instant, zone) else { return nil }
    return ByteWriter.text { out in
      date.append(to: &out)
      out.append(UInt8(ascii: " "))
      appendTime(split(zone.local(instant)).timeOfDay, seconds: true, to: &out)
    }
  }

  /// What clocks show; nil outside the years 1 to 9999.
  private static func shown(
    _ instant: Int64, _ zone: ZoneRules
  ) -> (date: CivilDate, time: Int64)? {
    let (date, time) = split(zone.local(instant))
    return CivilDate.stored(date.days).map { ($0, time) }
  }

  private static func placed(_ date: CivilDate, _ time: Int64, _ zone: ZoneRules) -> Int64? {
    within(zone.instant(date.days * millisecondsPerDay + time))
  }

  static func within(_ instant: Int64?) -> Int64? {
    guard let instant, range.contains(instant) else { return nil }
    return instant
  }
}
