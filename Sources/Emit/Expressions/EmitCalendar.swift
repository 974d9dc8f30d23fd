import IR
import TargetCode

extension Emitter {
  /// The working hours as a member of the application; none without a calendar.
  var calendar: [SwiftDeclaration] {
    guard let hours = application.calendar?.hours else { return [] }
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let lines = zip(names, hours).filter { !$0.1.isEmpty }.map { name, spans in
      name + spans.map { " \(clock($0.from))-\(clock($0.to))" }.joined()
    }
    return [
      .computed(
        modifiers: ["static"], name: "calendar", type: "StaticString",
        .string(lines.joined(separator: "\n")))
    ]
  }

  private func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }
}
