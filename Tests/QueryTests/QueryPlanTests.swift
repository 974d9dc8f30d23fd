import Query
import Testing
import Values

@testable import TenonDatabase

/// A page costs what its rows cost, wherever it is: each step is one seek of an index whose order
/// is the page's.
@Suite struct QueryPlanTests {
  private let text = SystemColumn.count
  private let number = SystemColumn.count + 2
  private let blankable = SystemColumn.count + 3

  /// What SQLite says of each step of a query.
  private func details(_ query: Query, _ scope: Predicate = .everything) throws -> [[String]] {
    let file = TemporaryFile()
    var random = SeededGenerator(seed: 1)
    let subject = World.quoted(Subject.table.name)
    let database = try World(&random, subjects: 5).open(
      file.path,
      indexes: [
        "CREATE INDEX a ON \(subject) (flag, number, id)",
        "CREATE INDEX b ON \(subject) (flag, number_, id)",
        "CREATE INDEX c ON \(subject) (number_, id)",
      ])
    defer { database.close() }
    let plan = try Composer(.sqlite).compose(query, Subject.proof(scope))
    return try database.read { session in
      try plan.steps.map { step in
        var lines: [String] = []
        _ = try session.connection.rows(
          once: "EXPLAIN QUERY PLAN " + step.sql(.sqlite), step.bindings
        ) { lines.append($0.string(3)) }
        return lines
      }
    }
  }

  private func query(_ filter: Predicate, _ order: [SortKey], _ position: Position) -> Query {
    Query(
      Subject.table, outputs: [.column(0), .column(text)], filter: filter, order: order,
      position: position, limit: 50)
  }

  private func expectSeeks(
    _ query: Query, scope: Predicate = .everything, _ location: SourceLocation = #_sourceLocation
  ) throws {
    for step in try details(query, scope) {
      #expect(step.count == 1, sourceLocation: location)
      let isSeek = step.allSatisfy { $0.hasPrefix("SEARCH t0 USING") }
      #expect(isSeek, "\(step)", sourceLocation: location)
    }
  }

  private let flag = Predicate.compare(SystemColumn.count + 6, .equal, .integer(1))

  @Test(arguments: [false, true]) func seeksPagesOnFilterAndSort(_ descending: Bool) throws {
    let order = [SortKey(number, descending: descending)]
    let key: [Value] = [.integer(1), .integer(5)]
    for position in [Position.first, .after(key), .before(key), .last] {
      try expectSeeks(query(flag, order, position))
      try expectSeeks(query(.everything, order, position), scope: flag)
    }
  }

  @Test(arguments: [false, true]) func seeksPagesOverBlanks(_ descending: Bool) throws {
    let order = [SortKey(blankable, descending: descending)]
    for value in [Value.integer(1), .blank] {
      let key = [value, .integer(5)]
      for position in [Position.first, .after(key), .before(key), .last] {
        try expectSeeks(query(flag, order, position))
        try expectSeeks(query(.everything, order, position))
      }
    }
  }

  @Test func seeksARecordAndItsRelation() throws {
    try expectSeeks(query(.compare(0, .equal, .integer(1)), [], .first))
    var related = query(.compare(0, .equal, .integer(1)), [], .first)
    related.outputs.append(
      .related(through: Subject.target, column: Target.name, Target.proof(.everything)))
    let lines = try details(related).flatMap { $0 }
    #expect(lines.contains { $0.hasPrefix("SEARCH t3 USING INTEGER PRIMARY KEY") }, "\(lines)")
  }
}
