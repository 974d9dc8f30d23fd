import Diagnostics
import IR
import Syntax

extension Checker {
  func checkCalendar(_ sections: Sections) {
    guard let entry = sections.single["calendar"],
      let keyed = keyed(entry.value, Keywords.calendar, name: entry.key, at: entry.keySpan),
      let work = keyed.sound("work")
    else { return }
    var hours = [[WorkSchedule.Span]](repeating: [], count: 7)
    for (text, node) in scalars(work.value) {
      guard let (days, spans) = workHours(text, node) else { return }
      for day in days {
        guard hours[day].isEmpty else {
          return report(
            RuleMistake.badWorkHours(
              Message(zh: "同一天写了两次", en: "a day stands twice"), at: node.span))
        }
        hours[day] = spans
      }
    }
    environment.calendar = WorkSchedule(hours: hours, special: specialDays(keyed))
  }

  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// `mon-fri 09:00-12:00 13:00-18:00`.
  private func workHours(
    _ text: String, _ node: YAMLNode
  ) -> (days: [Int], spans: [WorkSchedule.Span])? {
    let parts = text.split(separator: " ")
    func refuse(_ zh: String, _ en: String) {
      report(RuleMistake.badWorkHours(Message(zh: zh, en: en), at: node.span))
    }
    let ends = (parts.first ?? "").split(separator: "-").map {
      Checker.weekdays.firstIndex(of: String($0))
    }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      first <= last
    else {
      refuse("开头写星期，从 `mon` 到 `sun`", "it begins with weekdays, `mon` to `sun`")
      return nil
    }
    guard let spans = Checker.spans(parts.dropFirst()) else {
      refuse(Checker.hoursForm.zh, Checker.hoursForm.en)
      return nil
    }
    guard !spans.isEmpty else {
      refuse("星期后面没有时间", "no hours stand behind the weekdays")
      return nil
    }
    return (Array(first...last), spans)
  }

  static let hoursForm = Message(
    zh: "时间写成 `09:00-18:00`，从早到晚，不重叠",
    en: "hours are written `09:00-18:00`, in their order and apart")

  /// `09:00-12:00` and `13:00-18:00` as spans; nil when one is malformed or out of order.
  static func spans(_ parts: some Sequence<Substring>) -> [WorkSchedule.Span]? {
    var spans: [WorkSchedule.Span] = []
    for part in parts {
      let times = part.split(separator: "-").map(Checker.minutes)
      guard times.count == 2, let from = times[0], let to = times[1], from < to,
        spans.last.map({ $0.to <= from }) ?? true
      else { return nil }
      spans.append(WorkSchedule.Span(from: from, to: to))
    }
    return spans
  }

  /// `09:30` as minutes; `24:00` is the end of the day.
  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
      hour < 24 || hour == 24 && minute == 0
    else { return nil }
    return hour * 60 + minute
  }
}
