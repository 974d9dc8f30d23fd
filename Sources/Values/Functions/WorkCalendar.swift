/// When a company works: the hours of a week, holidays, and make-up days (调休). Working time is
/// counted on the clocks of the company's zone.
public final class WorkCalendar: Sendable {
  /// What a day is other than its weekday says.
  public enum Special: Hashable, Sendable {
    case holiday
    /// Work in these hours, or in those of the first weekday that has any.
    case work(WorkHours?)
  }

  private let week: WorkWeek
  private let zone: ZoneRules
  /// The special days, ascending, and their hours.
  private let specialDays: [Int64]
  private let specialHours: [WorkHours]
  /// What the week's first days amount to, and what the first special days add to the weeks.
  private let weekSums: [Amount]
  private let specialSums: [Amount]

  /// How much is worked in some days, and in how many of them.
  private struct Amount {
    var milliseconds: Int64 = 0
    var days = 0

    mutating func add(_ hours: WorkHours) {
      milliseconds += hours.total
      days += hours.total > 0 ? 1 : 0
    }

    mutating func remove(_ hours: WorkHours) {
      milliseconds -= hours.total
      days -= hours.total > 0 ? 1 : 0
    }
  }

  public init(_ week: WorkWeek, _ special: [CivilDate: Special], _ zone: ZoneRules) {
    self.week = week
    self.zone = zone
    let usual = week.days.first { $0.total > 0 } ?? .none
    var weekSums = [Amount()]
    for hours in week.days {
      weekSums.append(weekSums[weekSums.count - 1])
      weekSums[weekSums.count - 1].add(hours)
    }
    self.weekSums = weekSums
    var days: [Int64] = []
    var hours: [WorkHours] = []
    var sum = Amount()
    var sums = [sum]
    for (date, kind) in special.sorted(by: { $0.key < $1.key }) {
      let worked: WorkHours
      switch kind {
      case .holiday: worked = .none
      case .work(let hours): worked = hours ?? usual
      }
      days.append(date.days)
      hours.append(worked)
      sum.add(worked)
      sum.remove(week.days[date.weekdayFromMonday])
      sums.append(sum)
    }
    specialDays = days
    specialHours = hours
    specialSums = sums
  }

  /// Reads lines of working hours, `mon-fri 09:00-12:00 13:00-18:00`, and of special days,
  /// `2026-10-01 holiday`, `2026-10-10 work`, `2026-10-11 work 09:00-12:00`; nil when one is
  /// malformed or a day stands twice.
  public convenience init?(parsing lines: [String], _ zone: ZoneRules) {
    var hours: [String] = []
    var special: [CivilDate: Special] = [:]
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 2)
      guard let first = words.first, let date = CivilDate(parsing: first) else {
        hours.append(line)
        continue
      }
      let kind: Special
      switch (words.dropFirst().first, words.dropFirst(2).first) {
      case ("holiday", nil): kind = .holiday
      case ("work", nil): kind = .work(nil)
      case ("work", .some(let text)):
        guard let hours = WorkHours(parsing: text) else { return nil }
        kind = .work(hours)
      default: return nil
      }
      guard special.updateValue(kind, forKey: date) == nil else { return nil }
    }
    guard let week = WorkWeek(parsing: hours) else { return nil }
    self.init(week, special, zone)
  }

  /// `is_workday(d)`.
  public func isWorkday(_ date: CivilDate?) -> Bool {
    guard let date else { return false }
    return hours(date.days).total > 0
  }

  /// `work_between(a, b)` in milliseconds of work, negative when b is earlier.
  public func workBetween(_ a: Int64?, _ b: Int64?) -> Int64? {
    guard let a, let b, let from = place(a), let to = place(b) else { return nil }
    return worked(to) - worked(from)
  }

  /// `add_work(d, n working days)`: the n-th workday after d; for none d itself or the next one.
  /// Blank when the time is negative or not of whole days.
  public func addWorkDays(_ date: CivilDate?, _ time: WorkTime?) -> CivilDate? {
    guard let date, let time, time.days >= 0, time.milliseconds == 0 else { return nil }
    if time.days == 0 && isWorkday(date) { return date }
    return CivilDate.stored(workday(after: date.days, max(time.days, 1)))
  }

  /// `add_work(t, w)`: when so much has been worked; the days first. What ends at closing stays
  /// there, nothing added outside the hours is the next opening. Blank when negative.
  public func addWork(_ instant: Int64?, _ time: WorkTime?) -> Int64? {
    guard let instant, let time, time.days >= 0, time.milliseconds >= 0,
      var place = place(instant)
    else { return nil }
    if time.days == 0 && time.milliseconds == 0 {
      if hours(place.day).contains(place.time) { return instant }
      return opening(after: place).flatMap(self.instant)
    }
    if time.days > 0 {
      guard let later = moved(place, time.days) else { return nil }
      place = later
    }
    if time.milliseconds > 0 {
      guard let target = TimeSpan.add(worked(place), time.milliseconds),
        let day = lastDay(below: target, { $0.milliseconds }),
        let clock = hours(day).time(worked: target - before(day).milliseconds)
      else { return nil }
      place = (day, clock)
    }
    return self.instant(place)
  }

  // MARK: places on the calendar

  /// A day and the milliseconds since its midnight.
  private typealias Place = (day: Int64, time: Int64)

  private func place(_ instant: Int64) -> Place? {
    let (date, time) = Instant.split(zone.local(instant))
    return CivilDate.range.contains(date.days) ? (date.days, time) : nil
  }

  private func instant(_ place: Place) -> Int64? {
    Instant.within(zone.instant(place.day * Instant.millisecondsPerDay + place.time))
  }

  /// So many workdays later at the same time, brought into the hours of that day.
  private func moved(_ place: Place, _ days: Int) -> Place? {
    guard let day = workday(after: place.day, days) else { return nil }
    let time = hours(place.day).total > 0 ? place.time : Instant.millisecondsPerDay
    return hours(day).nearest(time).map { (day, $0) }
  }

  private func opening(after place: Place) -> Place? {
    if let time = hours(place.day).opening(from: place.time) { return (place.day, time) }
    guard let day = workday(after: place.day, 1) else { return nil }
    return hours(day).opening(from: 0).map { (day, $0) }
  }

  /// How much is worked from the calendar's beginning to a place.
  private func worked(_ place: Place) -> Int64 {
    before(place.day).milliseconds + hours(place.day).worked(until: place.time)
  }

  /// The n-th workday after a day, n > 0.
  private func workday(after day: Int64, _ n: Int) -> Int64? {
    let (target, overflow) = before(day + 1).days.addingReportingOverflow(n)
    return overflow ? nil : lastDay(below: target, { $0.days })
  }

  private func hours(_ day: Int64) -> WorkHours {
    let index = specials(before: day)
    if index < specialDays.count && specialDays[index] == day { return specialHours[index] }
    return week.days[CivilDate(days: day).weekdayFromMonday]
  }

  /// What the days before a day amount to, from the calendar's first, a Monday.
  private func before(_ day: Int64) -> Amount {
    let (weeks, rest) = (day - CivilDate.range.lowerBound).quotientAndRemainder(dividingBy: 7)
    let (whole, part) = (weekSums[7], weekSums[Int(rest)])
    let special = specialSums[specials(before: day)]
    return Amount(
      milliseconds: weeks * whole.milliseconds + part.milliseconds + special.milliseconds,
      days: Int(weeks) * whole.days + part.days + special.days)
  }

  /// How many special days are before a day.
  private func specials(before day: Int64) -> Int {
    var (low, high) = (0, specialDays.count)
    while low < high {
      let middle = (low + high) / 2
      if specialDays[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The last day before which less than an amount is worked; nil when that is never reached.
  private func lastDay<T: Comparable>(below target: T, _ part: (Amount) -> T) -> Int64? {
    var (low, high) = (CivilDate.range.lowerBound, CivilDate.range.upperBound + 1)
    guard part(before(high)) >= target else { return nil }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if part(before(middle)) < target { low = middle } else { high = middle }
    }
    return low
  }
}
