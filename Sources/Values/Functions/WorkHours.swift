/// The hours of one day in which work is done: spans of milliseconds from midnight, ascending and
/// apart.
public struct WorkHours: Hashable, Sendable {
  let spans: [Range<Int64>]
  /// How long they are together.
  let total: Int64

  /// No work at all.
  public static let none = WorkHours(spans: [])

  private init(spans: [Range<Int64>]) {
    self.spans = spans
    total = spans.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
  }

  /// Reads `09:00-12:00 13:00-18:00`, up to `24:00`; nil when a span is malformed, ends before it
  /// begins, or begins before the one before it has ended.
  public init?(parsing text: some StringProtocol) {
    var spans: [Range<Int64>] = []
    for part in text.split(separator: " ") {
      let bytes = Array(part.utf8)
      guard bytes.count == 11, bytes[5] == UInt8(ascii: "-"), let from = WorkHours.time(bytes, 0),
        let to = WorkHours.time(bytes, 6), from < to, from >= spans.last?.upperBound ?? 0
      else { return nil }
      spans.append(from..<to)
    }
    if spans.isEmpty { return nil }
    self.init(spans: spans)
  }

  private static func time(_ bytes: [UInt8], _ start: Int) -> Int64? {
    guard bytes[start + 2] == UInt8(ascii: ":"),
      let hour = Digits.number(bytes, start..<start + 2),
      let minute = Digits.number(bytes, start + 3..<start + 5), minute < 60,
      hour < 24 || (hour == 24 && minute == 0)
    else { return nil }
    return Int64(hour * 60 + minute) * 60_000
  }

  /// Whether work is done at a time of the day; closing time is one.
  func contains(_ time: Int64) -> Bool {
    spans.contains { $0.lowerBound <= time && time <= $0.upperBound }
  }

  /// How much is worked from midnight to a time.
  func worked(until time: Int64) -> Int64 {
    spans.reduce(0) { $0 + max(min(time, $1.upperBound) - $1.lowerBound, 0) }
  }

  /// When so much has been worked, more than nothing and not more than there is.
  func time(worked: Int64) -> Int64? {
    var left = worked
    for span in spans {
      if left <= span.upperBound - span.lowerBound { return span.lowerBound + left }
      left -= span.upperBound - span.lowerBound
    }
    return nil
  }

  /// The first opening at or after a time.
  func opening(from time: Int64) -> Int64? { spans.first { $0.lowerBound >= time }?.lowerBound }

  /// A time brought into the hours: forward to an opening, after closing back to closing.
  func nearest(_ time: Int64) -> Int64? {
    contains(time) ? time : opening(from: time) ?? spans.last?.upperBound
  }
}

/// The hours of a week.
public struct WorkWeek: Hashable, Sendable {
  /// From Monday to Sunday.
  let days: [WorkHours]

  private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Reads lines such as `mon-fri 09:00-12:00 13:00-18:00` and `sat 10:00-12:00`; nil when one is
  /// malformed or names a day again.
  public init?(parsing lines: [String]) {
    var days = Array(repeating: WorkHours.none, count: 7)
    for line in lines {
      guard let space = line.firstIndex(of: " "),
        let named = WorkWeek.days(line[..<space]),
        let hours = WorkHours(parsing: line[space...])
      else { return nil }
      for day in named {
        if days[day] != .none { return nil }
        days[day] = hours
      }
    }
    self.days = days
  }

  /// `mon` or `mon-fri`, as numbers from Monday.
  private static func days(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let from = names.firstIndex(where: { $0 == ends[0] }), ends.count <= 2,
      let to = names.firstIndex(where: { $0 == ends[ends.count - 1] }), from <= to
    else { return nil }
    return from...to
  }
}

/// A length of working time: so many working days, then so many milliseconds of work.
public struct WorkTime: Hashable, Sendable {
  public let days: Int
  public let milliseconds: Int64

  public init(days: Int, milliseconds: Int64) {
    self.days = days
    self.milliseconds = milliseconds
  }

  /// The working time of a duration.
  public static func of(_ span: Int64?) -> WorkTime? {
    span.map { WorkTime(days: 0, milliseconds: $0) }
  }

  /// `w * n` for a whole number n.
  public static func multiply(_ time: WorkTime?, _ n: Fixed?) -> WorkTime? {
    guard let time, let n = n?.int else { return nil }
    let (days, beyond) = time.days.multipliedReportingOverflow(by: n)
    let (milliseconds, after) = time.milliseconds.multipliedReportingOverflow(by: Int64(n))
    return beyond || after ? nil : WorkTime(days: days, milliseconds: milliseconds)
  }
}
