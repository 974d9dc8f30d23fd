/// What the operator says about signing in.
struct SignInRules: Sendable {
  /// Whether failures make the next attempt wait; off for tests and measurements only.
  var throttles = true
  /// Milliseconds without a request after which a session is over.
  var idle: Int64 = 30 * 60_000
  /// Milliseconds after which it is over in any case.
  var life: Int64 = 12 * 3_600_000

  init() {}

  /// Reads `--throttle`, `--session-idle` and `--session-life`.
  init(_ arguments: Arguments) throws(UsageError) {
    switch arguments.value("--throttle") ?? "on" {
    case "on": break
    case "off": throttles = false
    default: throw UsageError("--throttle is on or off")
    }
    if let text = arguments.value("--session-idle") {
      guard let minutes = Int64(text), (1...1_440).contains(minutes) else {
        throw UsageError("--session-idle is a number of minutes from 1 to 1440")
      }
      idle = minutes * 60_000
    }
    if let text = arguments.value("--session-life") {
      guard let hours = Int64(text), (1...720).contains(hours) else {
        throw UsageError("--session-life is a number of hours from 1 to 720")
      }
      life = hours * 3_600_000
    }
  }
}
