import Glibc

/// How long something takes, and what time it is.
struct Stopwatch {
  private let begin = Stopwatch.milliseconds()

  private static func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// The time that has passed: `8 ms`, `1.9 s`.
  var text: String {
    let passed = Stopwatch.milliseconds() - begin
    if passed < 100 { return "\(passed) ms" }
    let tenths = (passed + 50) / 100
    return "\(tenths / 10).\(tenths % 10) s"
  }

  /// The hour here, as `14:03:09`.
  static var hour: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { ($0 < 10 ? "0" : "") + String($0) }
      .joined(separator: ":")
  }
}
