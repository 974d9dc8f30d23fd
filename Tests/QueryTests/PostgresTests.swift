import Query
import TestSupport
import Testing
import Values

/// The composer's PostgreSQL text, run by PostgreSQL, gives what evaluation in memory gives.
@Suite struct PostgresTests {
  private func literal(_ value: Value) -> String {
    switch value {
    case .blank: return "NULL"
    case .integer(let number): return String(number)
    case .text(let text): return "'" + text.replacing("'", with: "''") + "'"
    }
  }

  private func load(_ world: World) -> String {
    var script = "SET standard_conforming_strings = on;\n"
    for (table, rows) in [(Target.table, world.targets), (Subject.table, world.subjects)] {
      script += World.create(table, integer: "BIGINT", text: "TEXT COLLATE \"C\"") + ";\n"
      for row in rows {
        let values = row.map(literal).joined(separator: ", ")
        script += "INSERT INTO \(World.quoted(table.name)) VALUES (\(values));\n"
      }
    }
    return script
  }

  private func execution(_ test: Case, _ number: Int) throws -> String {
    var script = ""
    let plan = try Composer(.postgres).compose(test.query, Subject.proof(test.scope))
    for (index, step) in plan.steps.enumerated() {
      let name = "q\(number)_\(index)"
      // A list of nothing has no brackets.
      func listed(_ parts: [String]) -> String {
        parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
      }
      let types = step.bindings.map { $0.text == nil ? "bigint" : "text" }
      script += "PREPARE \(name)\(listed(types)) AS \(step.sql(.postgres));\n"
      script += "EXECUTE \(name)\(listed(step.bindings.map(literal)));\nDEALLOCATE \(name);\n"
    }
    return script + "\\echo \u{1D}\n"
  }

  private func rows(_ text: Substring, _ test: Case) -> [[Value]] {
    let types = test.query.outputs.map { output -> Storage in
      switch output {
      case .expression, .sight, .holds, .writes: preconditionFailure("none is generated")
      case .column(let column): return Subject.table.columns[column].storage
      case .related(_, let column, _): return Target.table.columns[column].storage
      }
    }
    let rows = text.split(separator: "\n").prefix(test.query.limit).map { line in
      zip(types, line.split(separator: "\u{1F}", omittingEmptySubsequences: false)).map {
        type, field -> Value in
        if field == "\u{1E}" { return .blank }
        return type.isText ? .text(String(field)) : Value(Int64(field))
      }
    }
    return test.query.position.isReversed ? rows.reversed() : rows
  }

  @Test(.enabled(if: Postgres.isInstalled, "PostgreSQL 15 is not installed"))
  func equalsEvaluationInMemory() throws {
    var random = SeededGenerator(seed: 7)
    let world = World(&random, subjects: 60)
    var generator = CaseGenerator(random: random, world: world)
    let cases = (0..<300).map { _ in generator.make() }
    var script = load(world) + "\\echo \u{1D}\n"
    for (number, test) in cases.enumerated() { script += try execution(test, number) }
    let output = try Postgres().psql(script)
    let parts = output.split(separator: "\u{1D}\n", omittingEmptySubsequences: false)
    try #require(parts.count == cases.count + 2)
    let oracle = Oracle(world: world)
    for (test, part) in zip(cases, parts.dropFirst()) {
      let given = rows(part, test)
      guard QueryPropertyTests.agrees(given, test, oracle) else {
        Issue.record("\(test.summary)\nwanted \(oracle.page(test))\ngiven \(given)")
        return
      }
    }
  }
}
