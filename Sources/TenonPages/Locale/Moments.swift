import Values

/// Days and moments in few words, as people say them.
public enum Moments {
  /// `11月22日 星期日`, `Sunday, 22 November`.
  public static func today(_ date: CivilDate, _ locale: Locale) -> String {
    let (_, month, day) = date.components
    // The first of January 1970 was a Thursday.
    let weekday = Int(((date.days + 4) % 7 + 7) % 7)
    switch locale {
    case .zh: return "\(month)月\(day)日 星期\(weekdaysZh[weekday])"
    case .en: return "\(weekdaysEn[weekday]), \(day) \(monthsEn[month - 1])"
    }
  }

  /// `09:05`, `昨天 09:05`, `11-20 09:05` or the whole date: milliseconds in the reader's zone.
  public static func ago(_ moment: Int64, now: Int64, _ locale: Locale) -> String {
    let (date, time) = Instant.split(moment)
    let today = Instant.split(now).date
    let clock = ByteWriter.text { Instant.appendTime(time, seconds: false, to: &$0) }
    switch today.days - date.days {
    case 0: return clock
    case 1: return locale[.yesterday] + " " + clock
    default: break
    }
    guard date.components.year == today.components.year else {
      return ByteWriter.text { Formats.date(date.days, locale, to: &$0) }
    }
    let (_, month, day) = date.components
    return locale == .zh
      ? "\(month)月\(day)日 " + clock : "\(day) \(monthsEn[month - 1].prefix(3)), " + clock
  }

  private static let weekdaysZh = ["日", "一", "二", "三", "四", "五", "六"]
  private static let weekdaysEn = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let monthsEn = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
