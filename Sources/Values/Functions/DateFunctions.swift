/// Functions of dates. What leads out of the years 1 to 9999 is blank.
extension CivilDate {
  static let range: ClosedRange<Int64> = -719_162...2_932_896

  /// A field's value as it is stored; blank when it is no day of the years 1 to 9999.
  public static func stored(_ days: Int64?) -> CivilDate? {
    guard let days, range.contains(days) else { return nil }
    return CivilDate(days: days)
  }

  /// `parse_date(s)`: `2026-03-02` with white space round it, else blank.
  public static func parse(_ text: String?) -> CivilDate? {
    guard let text else { return nil }
    return CivilDate(parsing: Text.trimmed(text))
  }

  /// `text_of(d)`: `2026-03-02`.
  public static func text(_ date: CivilDate?) -> String? { date?.description }

  /// `year(d)`.
  public static func year(_ date: CivilDate?) -> Fixed? { (date?.components.year).map(Fixed.whole) }

  /// `month(d)`, 1…12.
  public static func month(_ date: CivilDate?) -> Fixed? {
    (date?.components.month).map(Fixed.whole)
  }

  /// `day(d)`, 1…31.
  public static func day(_ date: CivilDate?) -> Fixed? { (date?.components.day).map(Fixed.whole) }

  /// `quarter(d)`, 1…4.
  public static func quarter(_ date: CivilDate?) -> Fixed? {
    guard let date else { return nil }
    return Fixed.whole((date.components.month + 2) / 3)
  }

  /// `weekday(d)`, Monday 1 … Sunday 7.
  public static func weekday(_ date: CivilDate?) -> Fixed? {
    (date?.weekdayFromMonday).map { Fixed.whole($0 + 1) }
  }

  /// `iso_week(d)`, 1…53: the week is of the year in which its Thursday lies (ISO 8601).
  public static func isoWeek(_ date: CivilDate?) -> Fixed? {
    guard let date else { return nil }
    let thursday = CivilDate(days: date.days - Int64(date.weekdayFromMonday) + 3)
    let first = CivilDate.first(thursday.components.year, 1)
    return Fixed.whole(Int(thursday.days - first.days) / 7 + 1)
  }

  /// `d + p`: the months first, clamped to the month's end, then the days.
  public static func addPeriod(_ date: CivilDate?, _ period: Period?) -> CivilDate? {
    guard let date, let period else { return nil }
    let (months, carried) = (period.months, period.days)
    guard let moved = months == 0 ? date : date.moved(months: months) else { return nil }
    return stored(moved.days &+ Int64(carried))
  }

  /// `d - p`.
  public static func subtractPeriod(_ date: CivilDate?, _ period: Period?) -> CivilDate? {
    addPeriod(date, Period.negate(period))
  }

  /// `add_months(d, n)`, clamped to the month's end.
  public static func addMonths(_ date: CivilDate?, _ n: Fixed?) -> CivilDate? {
    guard let date, let n else { return nil }
    return date.moved(months: n.int)
  }

  /// `add_days(d, n)`.
  public static func addDays(_ date: CivilDate?, _ n: Fixed?) -> CivilDate? {
    guard let date, let n else { return nil }
    return stored(date.days &+ Int64(n.int))
  }

  /// `days_between(a, b)`: positive when b is later.
  public static func daysBetween(_ a: CivilDate?, _ b: CivilDate?) -> Fixed? {
    guard let a, let b else { return nil }
    return Fixed(Int128(b.days) - Int128(a.days), 0)
  }

  /// `months_between(a, b)`: the most months that lead from a to b or before it, under the clamp of
  /// ``addMonths(_:_:)``; negative when b is earlier.
  public static func monthsBetween(_ a: CivilDate?, _ b: CivilDate?) -> Fixed? {
    guard let a, let b else { return nil }
    return Fixed.whole(b < a ? -fullMonths(b, a) : fullMonths(a, b))
  }

  /// `age_years(born, on)`: full years, someone born on 29 February ages on the 28th in common
  /// years; blank before birth.
  public static func ageYears(_ born: CivilDate?, _ on: CivilDate?) -> Fixed? {
    guard let born, let on, born <= on else { return nil }
    return Fixed.whole(fullMonths(born, on) / 12)
  }

  /// `start_of(d, unit)`: its first day.
  public static func startOf(_ date: CivilDate?, _ unit: CalendarUnit) -> CivilDate? {
    guard let date else { return nil }
    let (year, month, _) = date.components
    switch unit {
    case .day: return date
    case .week: return stored(date.days &- Int64(date.weekdayFromMonday))
    case .month: return first(year, month)
    case .quarter: return first(year, (month - 1) / 3 * 3 + 1)
    case .year: return first(year, 1)
    }
  }

  /// `end_of(d, unit)`: its last day.
  public static func endOf(_ date: CivilDate?, _ unit: CalendarUnit) -> CivilDate? {
    guard let date else { return nil }
    let (year, month, _) = date.components
    switch unit {
    case .day: return date
    case .week: return stored(date.days &- Int64(date.weekdayFromMonday) &+ 6)
    case .month: return last(year, month)
    case .quarter: return last(year, (month - 1) / 3 * 3 + 3)
    case .year: return last(year, 12)
    }
  }

  // MARK: parts

  /// Monday 0 … Sunday 6.
  var weekdayFromMonday: Int {
    // 1970-01-01 was a Thursday.
    let rest = (days &+ 3) % 7
    return Int(rest < 0 ? rest + 7 : rest)
  }

  /// The same day of another month, clamped to its end; nil outside the years 1 to 9999.
  private func moved(months: Int) -> CivilDate? {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    guard (12..<120_000).contains(index) else { return nil }
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    let length = CivilDate.length(ofMonth: newMonth, year: newYear)
    return CivilDate(year: newYear, month: newMonth, day: min(day, length))
  }

  /// How many months lead from a to b, which is not earlier.
  private static func fullMonths(_ a: CivilDate, _ b: CivilDate) -> Int {
    let (from, to) = (a.components, b.components)
    let months = (to.year - from.year) * 12 + to.month - from.month
    let length = CivilDate.length(ofMonth: to.month, year: to.year)
    return to.day < min(from.day, length) ? months - 1 : months
  }

  /// The first day of a month; `year` and `month` are those of a date.
  private static func first(_ year: Int, _ month: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: 1) ?? CivilDate(days: range.lowerBound)
  }

  private static func last(_ year: Int, _ month: Int) -> CivilDate? {
    CivilDate(year: year, month: month, day: CivilDate.length(ofMonth: month, year: year))
  }
}
