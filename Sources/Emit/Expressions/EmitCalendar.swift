import IR
import TargetCode

extension Emitter {
  /// The calendar as a member of the application; none without one.
  var calendar: [SwiftDeclaration] {
    guard let calendar = application.calendar else { return [] }
    return [
      .computed(
        modifiers: ["static"], name: "calendar", type: "StaticString",
        .string(calendar.lines.joined(separator: "\n")))
    ]
  }
}
