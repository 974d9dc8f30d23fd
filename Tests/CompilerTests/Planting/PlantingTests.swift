import Diagnostics
import Driver
import Foundation
import TestSupport
import Testing

@testable import Sema

/// Many independent mistakes give exactly as many findings, each at its place.
@Suite struct PlantingTests {
  /// Codes that no operator plants, with the reason.
  private static let unplanted: [Code: String] = [
    .invalidUTF8: "bytes that no text holds: GeneratedTexts",
    .utf16: "bytes that no text holds: GeneratedTexts",
    .carriageReturn: "it moves every line after it: GeneratedTexts",
    .tooManyMistakes: "it takes hundreds of others: GeneratedTexts",
    .unreadable: "only a tag with bytes that are no UTF-8 gives it: a case holds it",
    .badHolidays: "it stands in a table, where nothing is planted: Cases/expressions/holidays",
    .expressionSpelling: expressions, .expressionLimit: expressions,
    .unknownFunction: expressions,
    .misplacedInExpression: expressions, .wrongOperand: expressions,
    .mayBeUndefined: expressions, .wrongArguments: expressions, .notInThisPlace: expressions,
    .blankCondition: expressions, .blankMayGrant: expressions, .needsLive: expressions,
    .besideValue: expressions, .badMatch: expressions, .beyondRange: expressions,
    .badWorkHours: expressions, .cyclicValue: expressions,
    .ambiguousRowWord: rights, .cyclicReach: rights, .createNeedsField: rights,
    .offeredWithoutRead: rights,
  ]

  /// What expressions mean hangs on fields of several entities.
  private static let expressions = "Cases/expressions holds it"

  /// What rights come to hangs on roles and entities together.
  private static let rights = "Cases/access holds it"

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  /// `TENON_PLANT_SEED` begins elsewhere; `TENON_PLANT_ROUNDS` makes the run longer.
  private static let seed = number("TENON_PLANT_SEED") ?? 1
  private static let rounds = number("TENON_PLANT_ROUNDS") ?? 5

  @Test func exactlyWhatWasPlantedIsFound() {
    var coverage = Coverage()
    var planted = 0
    for round in 0..<Self.rounds {
      for count in 1...20 {
        let seed = Self.seed &* 1_000_003 &+ round &* 100 &+ UInt64(count)
        let definition = Definition(CleanApp.files(seed: seed))
        let before = Planted(definition, []).findings()
        guard before.isEmpty else {
          Issue.record(
            "seed \(seed): the clean application has findings\n\(Self.show(definition.files))")
          return
        }
        let plantings = Planter.choose(count, definition, seed: seed, &coverage)
        #expect(plantings.count == count, "seed \(seed)")
        planted += plantings.count
        if let problem = Self.problem(definition, plantings) {
          Issue.record("seed \(seed), \(count) mistakes\n\(problem)")
          return
        }
      }
    }
    #expect(planted >= 500, "\(planted) plantings")
    for missing in coverage.missing(without: Self.unplanted) {
      Issue.record("\(missing)")
    }
  }

  /// Mistakes after which nothing else is certain give one finding and no more.
  @Test(arguments: Operator.alone.map(\.name)) func whatSpoilsAFileIsFoundAlone(_ name: String)
    throws
  {
    let way = try #require(Operator.alone.first { $0.name == name })
    var random = SeededRandom(seed: Self.seed)
    var planted = 0
    for seed in Self.seed..<Self.seed + 2 {
      let definition = Definition(CleanApp.files(seed: seed))
      for site in definition.sites {
        guard let planting = way.plant(site, definition, &random) else { continue }
        planted += 1
        if let problem = Self.problem(definition, [planting]) {
          Issue.record("seed \(seed)\n\(problem)")
          return
        }
      }
    }
    #expect(planted > 0)
  }

  /// What differs, for the fewest plantings that still differ.
  private static func problem(_ definition: Definition, _ plantings: [Planting]) -> String? {
    guard differs(definition, plantings) else { return nil }
    var fewest = plantings
    var index = 0
    while index < fewest.count {
      var fewer = fewest
      fewer.remove(at: index)
      if differs(definition, fewer) { fewest = fewer } else { index += 1 }
    }
    let planted = Planted(definition, fewest)
    let found = planted.findings()
    let names = fewest.map { "\($0.code.rawValue) \($0.name)" }
    let missing = planted.expected.filter { !found.contains($0) }.map {
      "missing: \(planted.place($0))"
    }
    let more = found.filter { !planted.expected.contains($0) }
      .map { "not expected: \(planted.place($0))" }
    let files = Set((planted.expected + found).map(\.file)).sorted().map { planted.files[$0] }
    return (names + missing + more + [show(files)]).joined(separator: "\n")
  }

  private static func differs(_ definition: Definition, _ plantings: [Planting]) -> Bool {
    let planted = Planted(definition, plantings)
    return planted.findings() != planted.expected
  }

  private static func show(_ files: [SourceInput]) -> String {
    files.map { "--- \($0.path)\n" + String(decoding: $0.bytes.prefix(6000), as: UTF8.self) }
      .joined(separator: "\n")
  }
}

/// What has been planted, and where.
struct Coverage {
  private var operators: [String: Int] = [:]
  private var places: [String: Int] = [:]

  mutating func add(_ name: String, _ site: Site) {
    operators[name, default: 0] += 1
    places[Coverage.place(site), default: 0] += 1
  }

  func count(_ name: String) -> Int { operators[name, default: 0] }
  func count(_ site: Site) -> Int { places[Coverage.place(site), default: 0] }

  private static func place(_ site: Site) -> String {
    site.kind == .keyword ? "\(site.table): \(site.key)" : site.table
  }

  /// Keywords and codes that were never planted upon.
  func missing(without unplanted: [Code: String]) -> [String] {
    let keywords = Keywords.tables.flatMap { table in
      table.keywords.map { "\(table.table): \($0.name)" }
    }.filter { places[$0] == nil }.map {
      "nothing was planted at `\($0)`; does CleanApp write it?"
    }
    let ways = Operator.all.filter { operators[$0.name + $0.code.rawValue] == nil }
      .map { "\($0.code.rawValue) \($0.name) was never planted" }
    let areas = ["TN1", "TN2", "TN3", "TN4", "TN7"]
    let codes = Code.allCases.filter { code in
      areas.contains { code.rawValue.hasPrefix($0) } && unplanted[code] == nil
        && !(Operator.all + Operator.alone).contains { $0.code == code }
    }.map { "no operator plants \($0.rawValue)" }
    return keywords + ways + codes
  }
}

/// Chooses plantings that do not influence each other, the least used first.
enum Planter {
  static func choose(
    _ count: Int, _ definition: Definition, seed: UInt64, _ coverage: inout Coverage
  ) -> [Planting] {
    var random = SeededRandom(seed: seed)
    var chosen: [(planting: Planting, claims: Claims)] = []
    var attempts = 0
    // What found no place once will hardly find one later.
    var fitting = Operator.all
    while chosen.count < count, attempts < 100 * count, !fitting.isEmpty {
      attempts += 1
      let candidates = (0..<10).map { _ in fitting.randomElement(using: &random)! }
      let way = candidates.min {
        coverage.count($0.name + $0.code.rawValue) < coverage.count($1.name + $1.code.rawValue)
      }!
      guard let (planting, site) = place(way, definition, chosen, &random, coverage) else {
        fitting.removeAll { $0.name == way.name && $0.code == way.code }
        continue
      }
      // What breaks much leaves no room for many.
      if planting.owns.count > 30 && count > 8 { continue }
      coverage.add(way.name + way.code.rawValue, site)
      chosen.append((planting, Claims(planting)))
    }
    return chosen.map(\.planting)
  }

  /// A place for an operator beside what was chosen before; of several the least used.
  private static func place(
    _ way: Operator, _ definition: Definition, _ chosen: [(planting: Planting, claims: Claims)],
    _ random: inout SeededRandom, _ coverage: Coverage
  ) -> (Planting, Site)? {
    var best: (Planting, Site)?
    var fitting = 0
    var tried = 0
    let sites = definition.sites.shuffled(using: &random).map { ($0, coverage.count($0)) }
    for (site, _) in sites.sorted(by: { $0.1 < $1.1 }) {
      guard var planting = way.plant(site, definition, &random),
        !chosen.contains(where: { $0.planting.conflicts(with: planting) })
      else { continue }
      tried += 1
      if tried > 30 { break }
      let claims = Claims(planting)
      if chosen.contains(where: { $0.claims.meet(claims) }) { continue }
      planting.name = "\(way.name) at \(site.path.joined(separator: "/"))"
      fitting += 1
      if best.map({ coverage.count(site) < coverage.count($0.1) }) ?? true {
        best = (planting, site)
      }
      if fitting == 8 { break }
    }
    return best
  }
}
