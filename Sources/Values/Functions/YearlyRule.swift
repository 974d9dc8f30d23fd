/// A rule of POSIX for clocks that change twice a year, or never: `CET-1CEST,M3.5.0,M10.5.0/3`,
/// with the extensions of RFC 8536.
struct YearlyRule: Sendable {
  /// Seconds east of Greenwich in standard time.
  private let standard: Int
  /// Those in summer, and when it begins and ends on the clocks of before; nil without a summer.
  private let summer: Summer?

  private struct Summer: Sendable {
    let offset: Int
    let starts: Day
    let ends: Day
  }

  /// A day of each year and the seconds from its midnight.
  private struct Day: Sendable {
    enum Form: Sendable {
      /// 1…365, 29 February is never counted.
      case julian(Int)
      /// 0…365, 29 February is counted.
      case zero(Int)
      /// The month, the week 1…5 where 5 is the last, and the weekday from Sunday 0.
      case weekday(Int, Int, Int)
    }

    let form: Form
    let time: Int
  }

  init(offset: Int) {
    standard = offset
    summer = nil
  }

  /// Nil when the text is no such rule.
  init?(parsing text: String) {
    var reader = Reader(text)
    guard reader.name(), let standard = reader.duration() else { return nil }
    self.standard = -standard
    if reader.rest.isEmpty {
      summer = nil
      return
    }
    guard reader.name() else { return nil }
    var offset = self.standard + 3600
    if reader.rest.first != UInt8(ascii: ",") {
      guard let west = reader.duration() else { return nil }
      offset = -west
    }
    guard reader.take(","), let starts = reader.day(), reader.take(","), let ends = reader.day(),
      reader.rest.isEmpty
    else { return nil }
    summer = Summer(offset: offset, starts: starts, ends: ends)
  }

  /// Seconds east of Greenwich at a second since 1970.
  func offset(at second: Int64) -> Int {
    guard let summer else { return standard }
    let local = second &+ Int64(standard)
    let days = local >= 0 ? local / 86_400 : (local &- 86_399) / 86_400
    guard let date = CivilDate.stored(days) else { return standard }
    let year = date.components.year
    let starts = YearlyRule.second(summer.starts, year) - Int64(standard)
    let ends = YearlyRule.second(summer.ends, year) - Int64(summer.offset)
    let inSummer =
      starts < ends ? starts <= second && second < ends : second < ends || starts <= second
    return inSummer ? summer.offset : standard
  }

  /// When the day and time of a year are on the clocks, as if these showed UTC.
  private static func second(_ day: Day, _ year: Int) -> Int64 {
    let isLeap = CivilDate.length(ofMonth: 2, year: year) == 29
    let date: Int64
    switch day.form {
    case .julian(let number):
      date = first(year, 1) + Int64(number - 1 + (isLeap && number > 59 ? 1 : 0))
    case .zero(let number): date = first(year, 1) + Int64(number)
    case .weekday(let month, let week, let weekday):
      let start = first(year, month)
      let before = CivilDate(days: start).weekdayFromMonday
      // Weekdays count from Sunday there and from Monday here.
      var index = (weekday + 6 - before) % 7 + (week - 1) * 7
      if index >= CivilDate.length(ofMonth: month, year: year) { index -= 7 }
      date = start + Int64(index)
    }
    return date * 86_400 + Int64(day.time)
  }

  private static func first(_ year: Int, _ month: Int) -> Int64 {
    CivilDate(year: year, month: month, day: 1)?.days ?? 0
  }

  /// Reads a rule from left to right.
  private struct Reader {
    var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard let byte = rest.first, UInt32(byte) == character.value else { return false }
      rest.removeFirst()
      return true
    }

    /// The name of a time: letters, or anything between `<` and `>`.
    mutating func name() -> Bool {
      if take("<") {
        while let byte = rest.popFirst() {
          if byte == UInt8(ascii: ">") { return true }
        }
        return false
      }
      let letters = rest.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      rest = rest.dropFirst(letters.count)
      return letters.count >= 3
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int? {
      var number: Int?
      while let byte = rest.first, byte >= 0x30, byte <= 0x39, (number ?? 0) < 1000 {
        number = (number ?? 0) * 10 + Int(byte - 0x30)
        rest.removeFirst()
      }
      return number.flatMap { range.contains($0) ? $0 : nil }
    }

    /// Hours, minutes and seconds with a sign, in seconds.
    mutating func duration() -> Int? {
      let negative = take("-")
      if !negative { _ = take("+") }
      guard let hours = number(0...167) else { return nil }
      var seconds = hours * 3600
      for unit in [60, 1] where take(":") {
        guard let part = number(0...59) else { return nil }
        seconds += part * unit
      }
      return negative ? -seconds : seconds
    }

    mutating func day() -> Day? {
      let form: Day.Form
      if take("M") {
        guard let month = number(1...12), take("."), let week = number(1...5), take("."),
          let weekday = number(0...6)
        else { return nil }
        form = .weekday(month, week, weekday)
      } else if take("J") {
        guard let number = number(1...365) else { return nil }
        form = .julian(number)
      } else {
        guard let number = number(0...365) else { return nil }
        form = .zero(number)
      }
      if !take("/") { return Day(form: form, time: 7200) }
      return duration().map { Day(form: form, time: $0) }
    }
  }
}
