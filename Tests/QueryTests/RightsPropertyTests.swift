import Query
import TenonDatabase
import TestSupport
import Testing
import Values

/// Random rights over random records give what record-by-record evaluation gives, in both dialects.
@Suite struct RightsPropertyTests {
  /// One principal with its rights, and what the engine and the oracle say.
  private struct Trial {
    let oracle: RightsOracle
    let principal: Principal

    func proof(_ action: Action) -> Authorization? {
      Subject.$given.withValue(oracle.rights) {
        Target.$given.withValue(oracle.targetRights) {
          authorize(principal, action, on: Subject.self)
        }
      }
    }
  }

  private static let departments: [Int?] = [nil, SystemColumn.updatedBy]

  @Test(arguments: Engine.installed, 0..<2) func equalsEvaluation(
    _ engine: Engine, _ round: UInt64
  ) throws {
    var random = SeededGenerator(seed: 61_106 + round)
    let world = RightsWorld(&random)
    let place = try Place(engine)
    let database = try world.open(place.path)
    defer { database.close() }
    var generator = ClauseGenerator(
      random: random, predicates: CaseGenerator(random: random, world: world.world))
    var shown = 0
    for _ in 0..<(engine == .sqlite ? 300 : 80) {
      let department = RightsPropertyTests.departments.randomElement(using: &random)!
      let trial = Trial(
        oracle: RightsOracle(
          world: world, rights: generator.rights(department),
          targetRights: generator.targetRights()),
        principal: world.principal)
      shown += try database.read { try look(trial, $0) }
      try write(trial, database, &random)
    }
    #expect(shown > 200)
  }

  /// Reads all records with their sights; answers how many values were shown in part.
  private func look(_ trial: Trial, _ session: Session) throws -> Int {
    let oracle = trial.oracle
    let rows = oracle.world.world.subjects.filter { oracle.may(.read, $0) }
    guard let proof = trial.proof(.read) else {
      #expect(rows.isEmpty)
      return 0
    }
    let columns = Subject.table.columns.indices.filter(proof.mayShow)
    let fields = Array(SystemColumn.count..<Subject.table.columns.count)
    for column in Subject.table.columns.indices {
      #expect(proof.mayRead(column) == oracle.isUniform(column))
      if !columns.contains(column) {
        #expect(rows.allSatisfy { oracle.shown(column, $0) == .hidden })
      }
    }
    let others = [Action.update, .delete, .export, .print, .assign].compactMap(trial.proof)
    let update = others.first { $0.action == .update }
    var outputs = columns.map(Output.column) + fields.map(Output.sight)
    outputs += others.map(Output.holds)
    if let update { outputs += fields.map { .writes($0, update) } }
    let query = Query(
      Subject.table, outputs: outputs, order: [SortKey(SystemColumn.id)], limit: 1000)
    var place = 0
    var dimmed = 0
    try session.rows(query, proof) { row in
      guard place < rows.count else { return place += 1 }
      let wanted = rows[place]
      place += 1
      var at = 0
      for column in columns {
        let value = row.value(at, Subject.table.columns[column].storage)
        #expect(Oracle.same(value, oracle.output(column, wanted)))
        at += 1
      }
      for column in fields {
        #expect(row.integer(at) == oracle.shown(column, wanted).rawValue)
        if oracle.shown(column, wanted) != .full { dimmed += 1 }
        at += 1
      }
      for other in others {
        #expect((row.integer(at) == 1) == oracle.may(other.action, wanted))
        at += 1
      }
      guard update != nil else { return }
      for column in fields {
        #expect((row.integer(at) == 1) == oracle.mayWrite(column, wanted))
        at += 1
      }
    }
    #expect(place == rows.count)
    return dimmed
  }

  /// A change and a new record, each of one column that is given.
  private func write(
    _ trial: Trial, _ database: Database, _ random: inout SeededGenerator
  ) throws {
    struct Undone: Error {}
    let oracle = trial.oracle
    let row = oracle.world.world.subjects.randomElement(using: &random)!
    let fields = SystemColumn.count..<Subject.table.columns.count
    let column = Int.random(in: fields, using: &random)
    var made = row
    made[SystemColumn.id] = .integer(1000)
    let (update, create) = (trial.proof(.update), trial.proof(.create))
    do {
      try database.writeAndWait { [made] session in
        let assignment = Assignment(column, row[column])
        var count = 0
        if let update, update.mayWrite(column) {
          count = try session.change(
            .update(id: row[0].integer!, version: 1, [assignment]), update)
        }
        #expect((count == 1) == oracle.mayWrite(column, row))
        let isAllowed = oracle.may(.create, made) && oracle.mayCreate(column, made)
        guard let create, create.mayWrite(column) else {
          #expect(!isAllowed)
          throw Undone()
        }
        do {
          _ = try session.insert(
            made.enumerated().map { Assignment($0, $1) }, given: ColumnSet([column]), create)
          #expect(isAllowed)
        } catch DatabaseError.denied {
          #expect(!isAllowed)
        }
        throw Undone()
      }
    } catch is Undone {}
  }
}
