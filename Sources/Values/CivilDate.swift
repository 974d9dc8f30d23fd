/// A day of the proleptic Gregorian calendar, years 1 to 9999, carried as days since 1970-01-01.
///
/// Conversion after Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*.
public struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let days: Int64

  public init(days: Int64) { self.days = days }

  /// A day that exists, or nil: month 1…12, day 1…length of the month, year 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int64(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `2026-03-02` and nothing else.
  public init?(parsing text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Digits.number(bytes, 0..<4), let month = Digits.number(bytes, 5..<7),
      let day = Digits.number(bytes, 8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day of this date.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Days in a month of a year.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// `2026-03-02`.
  public var description: String { ByteWriter.text { append(to: &$0) } }

  /// Appends ``description`` as ASCII bytes.
  public func append(to out: inout ByteWriter) {
    let (year, month, day) = components
    Digits.append(year, width: 4, to: &out)
    out.append(0x2D)
    Digits.append(month, width: 2, to: &out)
    out.append(0x2D)
    Digits.append(day, width: 2, to: &out)
  }

  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.days < b.days }
}

/// Fixed-width ASCII digits, as dates and times use them.
enum Digits {
  /// The number in a range of bytes that are all digits, else nil.
  static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var result = 0
    for index in range {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
      result = result * 10 + Int(bytes[index] - 0x30)
    }
    return result
  }

  /// Appends a non-negative number padded with zeros to a width of at most eight.
  static func append(_ number: Int, width: Int, to out: inout ByteWriter) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { digits in
      var rest = UInt32(truncatingIfNeeded: number)
      for position in stride(from: width - 1, through: 0, by: -1) {
        digits[position] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      out.append(UnsafeBufferPointer(rebasing: digits[..<width]))
    }
  }
}
