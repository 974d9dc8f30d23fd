import Foundation
import Query
import TenonDatabase
import Testing
import Values

/// Any combination of filter, sort, keyset and scope gives what evaluation in memory gives.
@Suite struct QueryPropertyTests {
  private static let seed: UInt64 = 20_260_302

  /// Every value that the database gives for a case, in the order of reading.
  private func answer(_ test: Case, _ session: Session) throws -> [[Value]] {
    var rows: [[Value]] = []
    let isReversed = try session.rows(test.query, Subject.proof(test.scope)) { row in
      rows.append(
        test.query.outputs.enumerated().map { index, output in
          switch output {
          case .expression, .sight, .holds, .writes: preconditionFailure("none is generated")
          case .column(let column):
            return row.value(index, Subject.table.columns[column].storage)
          case .related(_, let column, _):
            return row.value(index, Target.table.columns[column].storage)
          }
        })
    }
    return isReversed ? rows.reversed() : rows
  }

  static func same(_ a: [[Value]], _ b: [[Value]]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { $0.count == $1.count && zip($0, $1).allSatisfy(Oracle.same) }
  }

  /// Without sort keys any rows of the set will do, each once.
  static func agrees(_ rows: [[Value]], _ test: Case, _ oracle: Oracle) -> Bool {
    if !test.query.order.isEmpty {
      return same(rows, oracle.page(test).map { oracle.outputs($0, test) })
    }
    let all = oracle.sorted(test).map { oracle.outputs($0, test) }
    return rows.count == min(test.query.limit, all.count)
      && Set(rows.map { $0.last }).count == rows.count
      && rows.allSatisfy { row in all.contains { same([$0], [row]) } }
  }

  private func fails(_ test: Case, _ oracle: Oracle, _ session: Session) throws -> Bool {
    try !QueryPropertyTests.agrees(answer(test, session), test, oracle)
  }

  private func simplest(_ test: Case, _ oracle: Oracle, _ session: Session) throws -> Case {
    var current = test
    while let next = try current.simpler.first(where: { try fails($0, oracle, session) }) {
      current = next
    }
    return current
  }

  private func withWorld(
    _ seed: UInt64, subjects: Int, _ body: (World, inout CaseGenerator, Session) throws -> Void
  ) throws {
    let file = TemporaryFile()
    var random = SeededGenerator(seed: seed)
    let world = World(&random, subjects: subjects)
    let database = try world.open(file.path)
    var generator = CaseGenerator(random: random, world: world)
    try database.read { try body(world, &generator, $0) }
    database.close()
  }

  @Test(arguments: 0..<4) func equalsEvaluationInMemory(_ round: UInt64) throws {
    let seed = QueryPropertyTests.seed + round
    try withWorld(seed, subjects: 60) { world, generator, session in
      let oracle = Oracle(world: world)
      var filled = 0
      for number in 0..<750 {
        let test = generator.make()
        if try !fails(test, oracle, session) {
          if !oracle.page(test).isEmpty { filled += 1 }
          continue
        }
        let least = try simplest(test, oracle, session)
        Issue.record(
          """
          seed \(seed), case \(number): \(least.summary)
          wanted \(oracle.page(least).map { oracle.outputs($0, least) })
          given \(try answer(least, session))
          """)
        return
      }
      // Would catch a generator whose filters leave nothing to compare.
      #expect(filled > 250)
    }
  }

  /// Walking page by page, from either end, gives every row once and in order.
  @Test func walksAllPages() throws {
    try withWorld(QueryPropertyTests.seed, subjects: 60) { world, generator, session in
      let oracle = Oracle(world: world)
      var walked = 0
      while walked < 120 {
        var test = generator.make()
        if test.query.order.isEmpty { continue }
        walked += 1
        test.query.outputs = test.query.keyColumns.map { .column($0) }
        let all = oracle.sorted(test).map { oracle.outputs($0, test) }
        var forward: [[Value]] = []
        test.query.position = .first
        while case let rows = try answer(test, session), let last = rows.last {
          forward += rows
          test.query.position = .after(last)
        }
        #expect(QueryPropertyTests.same(forward, all), "\(test.summary)")
        var backward: [[Value]] = []
        test.query.position = .last
        while case let rows = try answer(test, session), let first = rows.first {
          backward = rows + backward
          test.query.position = .before(first)
        }
        #expect(QueryPropertyTests.same(backward, all), "\(test.summary)")
      }
    }
  }

  /// Equal shapes are equal texts, in both dialects; and a text has words, names and placeholders,
  /// and nothing of a value. How many rows are wanted stands in the text for PostgreSQL, which
  /// plans by it.
  @Test func printsNoValue() throws {
    var random = SeededGenerator(seed: QueryPropertyTests.seed)
    let world = World(&random, subjects: 30)
    var generator = CaseGenerator(random: random, world: world)
    let words: Set<String> = [
      "SELECT", "FROM", "AS", "WHERE", "AND", "OR", "IN", "NOT", "IS", "NULL", "ORDER", "BY",
      "DESC", "NULLS", "FIRST", "LAST", "LIMIT", "LEFT", "JOIN", "ON", "instr", "strpos", "0", "1",
      "t0", "x", "i", "x.i", "UNION", "ALL", "CROSS", "2", "3", "4", "5",
    ]
    for dialect in Dialect.allCases {
      var texts: [StatementShape: String] = [:]
      for _ in 0..<1500 {
        let test = generator.make()
        let plan = try Composer(dialect).compose(test.query, Subject.proof(test.scope))
        for step in plan.steps {
          let text = step.sql(dialect)
          #expect(texts.updateValue(text, forKey: step.shape) ?? text == text)
          var found = 0
          let rest = dialect == .postgres ? text.replacing(/\ LIMIT [0-9]+/, with: "") : text
          for word in bareWords(rest) where !words.contains(word) {
            if word == "?" || word.hasPrefix("$") {
              found += 1
            } else if word.range(of: "^t[0-9]$", options: .regularExpression) == nil {
              Issue.record("\(word) in \(text)")
            }
          }
          #expect(found == step.bindings.count)
        }
      }
    }
  }

  /// The words of a statement outside quoted names.
  private func bareWords(_ sql: String) -> [String] {
    let bare = sql.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined(separator: " ")
    return bare.split { " (),.=<>+".contains($0) }.map(String.init)
  }
}
