/// A length of time on the calendar: so many months, then so many days.
public struct Period: Hashable, Sendable {
  public let months: Int
  public let days: Int

  public static let zero = Period(months: 0, days: 0)
  /// Beyond it every date leads out of the calendar; back ends carry both in one number.
  private static let limit = 2_147_483_647

  public init(months: Int, days: Int) {
    self.months = months
    self.days = days
  }

  /// `a + b`, each component for itself; blank when one leads beyond every calendar.
  public static func add(_ a: Period?, _ b: Period?) -> Period? {
    guard let a, let b else { return nil }
    return checked(a.months &+ b.months, a.days &+ b.days)
  }

  /// `a - b`.
  public static func subtract(_ a: Period?, _ b: Period?) -> Period? {
    guard let a, let b else { return nil }
    return checked(a.months &- b.months, a.days &- b.days)
  }

  /// `-p`.
  public static func negate(_ period: Period?) -> Period? { subtract(zero, period) }

  /// `p * n` for a whole number n.
  public static func multiply(_ period: Period?, _ n: Fixed?) -> Period? {
    guard let period, let n = n?.int else { return nil }
    let (months, beyond) = period.months.multipliedReportingOverflow(by: n)
    let (days, after) = period.days.multipliedReportingOverflow(by: n)
    return beyond || after ? nil : checked(months, days)
  }

  /// `a < b`: months with months alone, or days with days alone; else false.
  public static func less(_ a: Period?, _ b: Period?) -> Bool {
    guard let a, let b else { return false }
    if a.days == 0 && b.days == 0 { return a.months < b.months }
    return a.months == 0 && b.months == 0 && a.days < b.days
  }

  /// `a <= b`: months with months alone, or days with days alone; else false.
  public static func atMost(_ a: Period?, _ b: Period?) -> Bool {
    guard let a, let b else { return false }
    return a == b ? a.months == 0 || a.days == 0 : less(a, b)
  }

  private static func checked(_ months: Int, _ days: Int) -> Period? {
    let range = -limit...limit
    guard range.contains(months), range.contains(days) else { return nil }
    return Period(months: months, days: days)
  }
}

/// What a date or a moment is rounded to.
public enum CalendarUnit: Sendable, CaseIterable {
  case day, week, month, quarter, year
}
