import Diagnostics
import IR

extension FieldKind {
  /// A time of day.
  static let time = formed(
    .time,
    meaning: Message(
      zh: "时间，例如 `09:30`。",
      en: "A time of day, such as `09:30`."),
    also: "time_of_day clock hour 时间 时刻")
}
