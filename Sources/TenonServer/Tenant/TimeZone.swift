import Glibc
import Synchronization

/// The zone in which the company's days begin, by the C library and the system's zone files.
///
/// The C library keeps one zone per process; a server serves one company.
struct TimeZone: Sendable {
  let name: String

  /// Makes this the process's zone. Throws when the machine has no such zone: the C library would
  /// silently go on in UTC.
  init(_ name: String) throws(StartError) {
    self.name = name
    let file = "/usr/share/zoneinfo/" + name
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains(".."), access(file, R_OK) == 0
    else {
      throw .timeZone(name)
    }
    setenv("TZ", ":" + file, 1)
    tzset()
    TimeZone.offsets.withLock { $0 = [:] }
  }

  /// Wall-clock milliseconds, as if the zone were UTC, of an instant.
  func local(_ instant: Int64) -> Int64 {
    let day = (instant / TimeZone.day) - (instant % TimeZone.day < 0 ? 1 : 0)
    if let known = TimeZone.offsets.withLock({ $0[day] }) { return instant + known }
    let (first, last) = (
      offsetBySystem(day * TimeZone.day), offsetBySystem((day + 1) * TimeZone.day)
    )
    // Clocks change once in a day at most.
    guard first == last else { return instant + offsetBySystem(instant) }
    TimeZone.offsets.withLock { offsets in
      if offsets.count >= TimeZone.mostDays { offsets = [:] }
      offsets[day] = first
    }
    return instant + first
  }

  /// Milliseconds of a day, and offsets of days (UTC) on which clocks do not change: the C library
  /// works its rules out anew for each instant, which took a tenth of a list.
  private static let day: Int64 = 86_400_000
  private static let mostDays = 8_192
  private static let offsets = Mutex<[Int64: Int64]>([:])

  private func offsetBySystem(_ instant: Int64) -> Int64 {
    var seconds = time_t(instant >= 0 ? instant / 1000 : (instant - 999) / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Int64(parts.tm_gmtoff) * 1000
  }

  /// The instant at which clocks show these wall-clock milliseconds; in a gap the time moves on by
  /// the gap's length, in an overlap the earlier instant counts.
  func instant(_ local: Int64) -> Int64 {
    // Two offsets can be in force round a change: try the one before it first, as it gives the
    // earlier instant.
    let before = local - offset(at: local - 86_400_000)
    if self.local(before) == local { return before }
    let after = local - offset(at: local + 86_400_000)
    return self.local(after) == local ? after : before
  }

  private func offset(at instant: Int64) -> Int64 { local(instant) - instant }

  /// The day of an instant.
  func day(_ instant: Int64) -> CivilDate { Instant.split(local(instant)).date }
}
