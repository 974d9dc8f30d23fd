import Values

/// The zone in which the company's days begin, by the system's zone files.
struct TimeZone: Sendable {
  let name: String
  /// Its clocks, as expressions ask them.
  let rules: ZoneRules

  /// Throws when the machine has no such zone.
  init(_ name: String) throws(StartError) {
    self.name = name
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains(".."),
      let file = FileReader.bytes("/usr/share/zoneinfo/" + name), let rules = ZoneRules(file: file)
    else { throw .timeZone(name) }
    self.rules = rules
  }

  /// Wall-clock milliseconds, as if the zone were UTC, of an instant.
  func local(_ instant: Int64) -> Int64 { rules.local(instant) }

  /// The instant at which clocks show these wall-clock milliseconds; in a gap the time moves on by
  /// the gap's length, in an overlap the earlier instant counts.
  func instant(_ local: Int64) -> Int64 { rules.instant(local) }

  /// The day of an instant.
  func day(_ instant: Int64) -> CivilDate { Instant.split(local(instant)).date }
}
