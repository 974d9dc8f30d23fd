import Diagnostics
import Driver
import Foundation
import TestSupport
import Testing

/// Thousands of small changes of clean definitions, more with TENON_MUTANTS: what keeps the meaning
/// is not flagged, and what breaks it is flagged where it was broken.
@Suite struct MutantTests {
  private static let count = number("TENON_MUTANTS") ?? 4_000
  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// So many in a hundred of the invalid ones must be flagged within a line of the edit.
  private static let goal = 90

  /// What became of the mutants of one operator.
  private struct Rate {
    var mutants = 0
    /// Flagged within a line of the edit.
    var near = 0
    /// Flagged elsewhere only.
    var far = 0

    static func + (a: Rate, b: Rate) -> Rate {
      Rate(mutants: a.mutants + b.mutants, near: a.near + b.near, far: a.far + b.far)
    }
  }

  private struct Outcome: Sendable {
    var rates: [String: Rate] = [:]
    var problems: [String] = []
  }

  private static func definitions() throws -> [Definition] {
    let apps = try ["apps/marketing", "Tests/Apps/hostile"].map { folder in
      Definition(
        try Repository.application(folder).map { SourceInput(path: $0.path, bytes: $0.bytes) })
    }
    return apps + (0..<24).map { Definition(CleanApp.files(seed: 9_000 + $0)) }
  }

  @Test func validOnesPassAndInvalidOnesAreFoundInPlace() async throws {
    let definitions = try Self.definitions()
    for (index, definition) in definitions.enumerated() {
      #expect(Planted(definition, []).findings().isEmpty, "definition \(index)")
    }
    let outcomes = await withTaskGroup(of: Outcome.self) { group in
      for half in 0..<2 {
        group.addTask { Self.run(definitions, from: half, by: 2) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let rates = outcomes.reduce(into: [String: Rate]()) { result, outcome in
      result.merge(outcome.rates) { $0 + $1 }
    }
    print(Self.table(rates))
    for problem in outcomes.flatMap(\.problems).prefix(5) { Issue.record("\(problem)") }
    let invalid = MutantOperator.all.filter { !$0.isValid }.compactMap { rates[$0.name] }
    let all = invalid.reduce(Rate()) { $0 + $1 }
    #expect(all.near * 100 >= all.mutants * Self.goal, "\(all.near) of \(all.mutants)")
    let missing = MutantOperator.all.filter { rates[$0.name] == nil }.map(\.name)
    #expect(missing.isEmpty, "never fitted: \(missing)")
    #expect(rates.values.reduce(0) { $0 + $1.mutants } == Self.count)
  }

  private static func run(_ definitions: [Definition], from first: Int, by step: Int) -> Outcome {
    var outcome = Outcome()
    // Checking again is quicker, and gives the same: RecheckTests hold that.
    let sessions = definitions.map { _ in CheckSession() }
    for index in stride(from: first, to: count, by: step) {
      var random = SeededRandom(seed: UInt64(index))
      let way = MutantOperator.all[index % MutantOperator.all.count]
      while true {
        let place = definitions.indices.randomElement(using: &random)!
        let definition = definitions[place]
        guard let mutant = mutant(way, definition, &random) else { continue }
        let files = mutant.files(definition)
        let result = sessions[place].check(files: files, lock: nil)
        judge(result, of: mutant, files, way, index, &outcome)
        break
      }
    }
    return outcome
  }

  private static func mutant(
    _ way: MutantOperator, _ definition: Definition, _ random: inout SeededRandom
  ) -> Mutant? {
    for _ in 0..<100 {
      let site = definition.sites.randomElement(using: &random)!
      if let mutant = way.change(site, definition, &random) { return mutant }
    }
    for site in definition.sites {
      if let mutant = way.change(site, definition, &random) { return mutant }
    }
    return nil
  }

  private static func judge(
    _ result: CheckResult, of mutant: Mutant, _ files: [SourceInput], _ way: MutantOperator,
    _ index: Int, _ outcome: inout Outcome
  ) {
    var rate = Rate(mutants: 1)
    defer {
      outcome.rates[way.name, default: Rate()] = outcome.rates[way.name, default: Rate()] + rate
    }
    guard let place = mutant.place else {
      if let finding = result.diagnostics.first {
        rate.far = 1
        outcome.problems.append(
          "valid mutant \(index), \(way.name): \(result.sources.place(finding.primary.span)) "
            + "\(finding.message.en)\n"
            + around(mutant.edits[0].range.lowerBound, files[mutant.file])
        )
      }
      return
    }
    let source = result.sources.files[mutant.file]
    let first = source.lineIndex(of: min(place.lowerBound, source.bytes.count)) - 1
    let last = source.lineIndex(of: min(place.upperBound, source.bytes.count)) + 1
    let errors = result.diagnostics.filter { $0.severity == .error }
    let isNear = errors.contains { finding in
      let span = finding.primary.span
      return span.file == mutant.file
        && (first...last).contains(source.lineIndex(of: span.start))
    }
    if isNear { rate.near = 1 } else if !errors.isEmpty { rate.far = 1 }
    if !isNear, ProcessInfo.processInfo.environment["TENON_MUTANT"] == way.name {
      let said = errors.prefix(3).map {
        "\(result.sources.place($0.primary.span)) \($0.message.en)"
      }
      outcome.problems.append(
        "mutant \(index), \(way.name): \(said)\n\(around(place.lowerBound, files[mutant.file]))")
    }
  }

  private static func around(_ place: Int, _ file: SourceInput) -> String {
    let source = SourceFile(path: file.path, bytes: file.bytes)
    let line = source.lineIndex(of: min(place, file.bytes.count))
    return (max(0, line - 3)...min(line + 3, source.lineStarts.count - 1)).map { index in
      "\(index + 1): " + source.text(source.lineRange(index))
    }.joined(separator: "\n")
  }

  private static func table(_ rates: [String: Rate]) -> String {
    let lines = MutantOperator.all.compactMap { way in
      rates[way.name].map { rate in
        way.isValid
          ? "valid    \(rate.mutants) mutants, flagged \(rate.far): \(way.name)"
          : "invalid  \(rate.mutants) mutants, near \(rate.near), far \(rate.far): \(way.name)"
      }
    }
    return lines.joined(separator: "\n")
  }
}
