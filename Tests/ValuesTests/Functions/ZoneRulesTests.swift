import Foundation
import Testing

@testable import Values

@Suite struct ZoneRulesTests {
  /// A zone, an instant and what clocks show: `=` both ways, `>` only from the instant (the second
  /// time round), `<` only from the clock (which no clock shows).
  @Test func placesClocks() {
    let rows = vectors(
      """
      Berlin | 2026-01-15T11:00Z | 2026-01-15T12:00 | =
      Berlin | 2026-07-15T10:00Z | 2026-07-15T12:00 | =
      Berlin | 2026-03-29T00:59:59Z | 2026-03-29T01:59:59 | =
      Berlin | 2026-03-29T01:00Z | 2026-03-29T03:00 | =
      Berlin | 2026-03-29T01:00Z | 2026-03-29T02:00 | <
      Berlin | 2026-03-29T01:30Z | 2026-03-29T02:30 | <
      Berlin | 2026-10-25T00:00Z | 2026-10-25T02:00 | =
      Berlin | 2026-10-25T00:30Z | 2026-10-25T02:30 | =
      Berlin | 2026-10-25T01:30Z | 2026-10-25T02:30 | >
      Berlin | 2026-10-25T02:00Z | 2026-10-25T03:00 | =
      New York | 2026-03-08T06:59Z | 2026-03-08T01:59 | =
      New York | 2026-03-08T07:00Z | 2026-03-08T03:00 | =
      New York | 2026-03-08T07:30Z | 2026-03-08T02:30 | <
      New York | 2026-11-01T05:30Z | 2026-11-01T01:30 | =
      New York | 2026-11-01T06:30Z | 2026-11-01T01:30 | >
      New York | 2026-12-31T23:00Z | 2026-12-31T18:00 | =
      Sydney | 2026-04-04T15:30Z | 2026-04-05T02:30 | =
      Sydney | 2026-04-04T16:30Z | 2026-04-05T02:30 | >
      Sydney | 2026-10-03T16:00Z | 2026-10-04T03:00 | =
      Sydney | 2026-12-31T13:00Z | 2027-01-01T00:00 | =
      Sydney | 2026-07-01T00:00Z | 2026-07-01T10:00 | =
      Lord Howe | 2026-10-03T15:30Z | 2026-10-04T02:30 | =
      Lord Howe | 2026-10-03T15:40Z | 2026-10-04T02:10 | <
      Dublin | 2026-01-01T12:00Z | 2026-01-01T12:00 | =
      Dublin | 2026-07-01T12:00Z | 2026-07-01T13:00 | =
      Dublin | 2026-03-29T01:00Z | 2026-03-29T02:00 | =
      Dublin | 2026-10-25T01:30Z | 2026-10-25T01:30 | >
      Shanghai | 2026-03-02T01:00Z | 2026-03-02T09:00 | =
      Shanghai | 2026-03-01T16:00Z | 2026-03-02T00:00 | =
      Brasilia | 2026-10-18T02:59Z | 2026-10-17T23:59 | =
      Brasilia | 2026-10-18T03:00Z | 2026-10-18T01:00 | =
      Brasilia | 2026-10-18T03:00Z | 2026-10-18T00:00 | <
      Brasilia | 2026-02-15T01:30Z | 2026-02-14T23:30 | =
      Brasilia | 2026-02-15T02:30Z | 2026-02-14T23:30 | >
      Brasilia | 2026-02-15T03:00Z | 2026-02-15T00:00 | =
      Julian | 2024-03-01T01:59Z | 2024-03-01T01:59 | =
      Julian | 2024-03-01T02:00Z | 2024-03-01T03:00 | =
      Julian | 2025-03-01T02:00Z | 2025-03-01T03:00 | =
      Counted | 2024-02-29T02:00Z | 2024-02-29T03:00 | =
      Counted | 2025-03-01T02:00Z | 2025-03-01T03:00 | =
      UTC | 1969-12-31T23:59:59.999Z | 1969-12-31T23:59:59.999 | =
      """)
    for row in rows {
      let zone = zone(row[0])
      guard let instant = moment(row[1]), let local = Instant.parseLocal(row[2]) else {
        Issue.record("\(row)")
        continue
      }
      if row[3] != "<" { #expect(zone.local(instant) == local, "\(row)") }
      if row[3] != ">" { #expect(zone.instant(local) == instant, "\(row)") }
    }
  }

  @Test(arguments: [
    "", "CET", "CE-1", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-168", "CET-1:60", "CET--1",
    "<CET-1", "<CET>", "CET-1CEST,J0,J300", "CET-1CEST,J366,J300", "CET-1CEST,366,10",
    "CET-1CEST,M3.5.0,M10.5.0,", "CET-1CEST,M3.5,M10.5.0", "CET-1CEST,M3.5.0/,M10.5.0", "CET-1 ",
    "CET-1CEST-2,M3.5.0", ",M3.5.0,M10.5.0",
  ])
  func refusesRules(_ rule: String) { #expect(ZoneRules(rule: rule) == nil) }

  /// A zone file with these changes: a moment and the offset from then on, in seconds.
  private func file(_ first: Int, _ changes: [(String, Int)], _ rule: String) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] {
      (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    func header(_ times: Int, _ kinds: Int) -> [UInt8] {
      let counts = [0, 0, 0, times, kinds, 4].flatMap { number($0, 4) }
      return Array("TZif2".utf8) + Array(repeating: 0, count: 15) + counts
    }
    let offsets: [Int] = [first] + changes.map { $0.1 }
    let kinds: [UInt8] = offsets.flatMap { number($0, 4) + [0, 0] as [UInt8] }
    var bytes = header(0, 1)
    bytes += kinds.prefix(6)
    bytes += Array("LMT\0".utf8)
    bytes += header(changes.count, changes.count + 1)
    bytes += changes.flatMap { number(Int(moment($0.0) ?? 0) / 1000, 8) }
    bytes += (1...max(changes.count, 1)).prefix(changes.count).map { UInt8($0) }
    bytes += kinds
    bytes += Array("LMT\0\n\(rule)\n".utf8)
    return bytes
  }

  /// Samoa left out 30 December 2011.
  @Test func readsFiles() throws {
    let changes = [
      ("2011-09-24T14:00Z", -36_000), ("2011-12-30T10:00Z", 50_400), ("2012-03-31T14:00Z", 46_800),
    ]
    let apia = try #require(ZoneRules(file: file(-39_600, changes, "<+13>-13")))
    func local(_ text: String) -> Int64? { moment(text).map(apia.local) }
    #expect(local("2011-09-24T13:59:59Z") == Instant.parseLocal("2011-09-24T02:59:59"))
    #expect(local("2011-09-24T14:00Z") == Instant.parseLocal("2011-09-24T04:00"))
    #expect(local("2011-12-30T09:59:59Z") == Instant.parseLocal("2011-12-29T23:59:59"))
    #expect(local("2011-12-30T10:00Z") == Instant.parseLocal("2011-12-31T00:00"))
    #expect(local("2012-03-31T14:00Z") == Instant.parseLocal("2012-04-01T03:00"))
    #expect(local("2040-01-01T00:00Z") == Instant.parseLocal("2040-01-01T13:00"))
    #expect(Instant.parseLocal("2011-12-30T12:00").map(apia.instant) == moment("2011-12-30T22:00Z"))
  }

  @Test func refusesDamagedFiles() {
    let whole = file(0, [("2011-12-30T10:00Z", 3600)], "CET-1CEST,M3.5.0,M10.5.0/3")
    #expect(ZoneRules(file: whole) != nil)
    for length in 0..<whole.count { #expect(ZoneRules(file: Array(whole[..<length])) == nil) }
    for index in 0..<(44 + 10 + 44) {
      // No byte of the heads may make it trap.
      var damaged = whole
      damaged[index] ^= 0xFF
      _ = ZoneRules(file: damaged)?.local(0)
    }
    var strange = whole
    strange[44 + 10 + 44 + 8] = 7
    #expect(ZoneRules(file: strange) == nil, "a kind that is not there")
  }

  /// Facts of the past, from the files that a server reads.
  @Test(arguments: [
    ("Asia/Shanghai", "1988-07-01T00:00Z", 32_400), ("Asia/Shanghai", "1992-07-01T00:00Z", 28_800),
    ("Asia/Shanghai", "1890-01-01T00:00Z", 29_143), ("Asia/Shanghai", "2030-07-01T00:00Z", 28_800),
    ("Europe/Berlin", "1945-06-01T00:00Z", 10_800), ("Europe/Berlin", "2020-07-01T00:00Z", 7200),
    ("America/New_York", "1974-01-15T00:00Z", -14_400),
    ("Asia/Kathmandu", "2000-01-01T00:00Z", 20_700), ("Pacific/Apia", "2012-01-15T00:00Z", 50_400),
    ("UTC", "2000-01-01T00:00Z", 0),
  ])
  func readsTheSystemsFiles(_ name: String, _ instant: String, _ offset: Int) throws {
    let data = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + name))
    let zone = try #require(ZoneRules(file: Array(data)))
    #expect(try zone.offset(at: #require(moment(instant))) == offset)
  }
}
