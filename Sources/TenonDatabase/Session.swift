import Query
import Values

/// Reads the database for the duration of one block, all from one snapshot. Every call takes the
/// proof that its caller may make it. Never kept beyond its block.
public class Session {
  let connection: any Connection
  let composer: Composer
  let surroundings: Surroundings
  /// Whether the block that this session was given to is running.
  var isActive = false

  init(_ connection: any Connection, _ surroundings: Surroundings) {
    self.connection = connection
    self.surroundings = surroundings
    composer = Composer(connection.dialect)
  }

  /// Gives each row of a query's page. Returns whether the rows came last one first and are to be
  /// turned round (pages `before` and `last`).
  ///
  /// Throws ``DatabaseError``, and what `each` throws, which ends the reading.
  @discardableResult
  public final func rows(
    _ query: Query, _ proof: Authorization, _ each: (borrowing Row) throws -> Void
  ) throws -> Bool {
    guard isActive else { throw DatabaseError.closed }
    var query = query
    let slots = proof.table === query.table ? composer.slots(query, proof) : []
    if !slots.isEmpty { surroundings.fill(&query.values, slots) }
    let plan = try composed { [query] () throws(QueryError) in
      try composer.compose(query, proof)
    }
    if query.search != nil { connection.startLimit() }
    defer { if query.search != nil { connection.endLimit() } }
    var wanted = query.limit
    for step in plan.steps {
      if wanted <= 0 { break }
      wanted -= try connection.rows(step, limit: wanted, each)
    }
    return plan.isReversed
  }

  /// Gives each row of a statement of the server itself, with these values bound in order.
  public final func rows(
    _ statement: SystemStatement, _ values: [Value], _ proof: SystemAuthority,
    _ each: (borrowing Row) throws -> Void
  ) throws {
    guard isActive else { throw DatabaseError.closed }
    _ = try connection.rows(statement.sql, values, each)
  }

  final func composed<R>(
    _ compose: () throws(QueryError) -> R
  ) throws(DatabaseError) -> R {
    do { return try compose() } catch { throw .denied(error) }
  }

  final func compose(
    _ mutation: Mutation, _ proof: Authorization
  ) throws(DatabaseError) -> Statement {
    try composed { () throws(QueryError) in
      var values = ExpressionValues()
      surroundings.fill(&values, try composer.slots(mutation, proof))
      return try composer.compose(mutation, proof, values)
    }
  }
}

/// Reads and changes the database inside one job of the writer. It sees the job's own changes and
/// those of the jobs before it. What a job changed is kept when the job returns and its batch
/// commits; when it throws, nothing of it is.
public final class WriteSession: Session {
  /// Set when the job has to fail even if it catches the error.
  var failure: DatabaseError?
  /// Changes of search indexes by the job that runs, and by the jobs before it in the batch.
  var entries: [SearchEntry] = []
  var keptEntries: [SearchEntry] = []
  /// What jobs leave to be written together.
  var notes = BatchNotes()

  /// Inserts a row. Returns its id. `given` are the columns that the person sets; nil for all.
  ///
  /// Throws ``DatabaseError``: `denied` with `rows` when the proof does not reach the new row, with
  /// the column when it does not let one that is given be written there; and the whole job then
  /// fails with it, whatever it does next.
  public func insert(
    _ values: [Assignment], given: ColumnSet? = nil, _ proof: Authorization
  ) throws(DatabaseError) -> Int64 {
    try checkTransaction()
    let statement = try compose(.insert(values, given: given), proof)
    let refusals = statement.refusals
    var answer: (id: Int64, refusal: QueryError?)?
    try connection.first(statement) { row in
      var refusal: QueryError?
      for (index, meaning) in refusals.enumerated() where refusal == nil {
        if row.integer(index + 1) != 1 { refusal = meaning }
      }
      answer = (row.integer(0), refusal)
    }
    guard let answer else { throw .statement("INSERT answered no id") }
    if let refusal = answer.refusal {
      failure = .denied(refusal)
      throw .denied(refusal)
    }
    return answer.id
  }

  /// Applies a change of one row. Returns the number of rows changed: 0 when the row is gone, has
  /// another version, is out of the proof's reach or has a given column that the proof does not let
  /// be written. Throws ``DatabaseError``.
  public func change(_ mutation: Mutation, _ proof: Authorization) throws(DatabaseError) -> Int {
    try checkTransaction()
    let statement = try compose(mutation, proof)
    return try connection.finish(statement)
  }

  /// Runs a statement of the server itself. Returns the number of rows changed, which says
  /// something only for INSERT, UPDATE and DELETE. Throws ``DatabaseError``.
  @discardableResult
  public func run(
    _ statement: SystemStatement, _ values: [Value], _ proof: SystemAuthority
  ) throws(DatabaseError) -> Int {
    try checkTransaction()
    return try connection.finish(statement.sql, values)
  }

  /// Runs a part of the job that is kept or taken back as a whole, whatever becomes of the rest.
  /// Throws what `body` throws, and ``DatabaseError``.
  public func part<R>(_ body: () throws -> R) throws -> R {
    try checkTransaction()
    let known = entries.count
    let held = holdNotes()
    try connection.run("SAVEPOINT part")
    let result: R
    do {
      result = try body()
      if let failure { throw failure }
      if connection.hasOpenForeignKeys { throw DatabaseError.foreignKey }
      try connection.run("RELEASE part")
    } catch {
      try checkTransaction()
      try connection.run("ROLLBACK TO part")
      try connection.run("RELEASE part")
      entries.removeSubrange(known...)
      forgetNotes(held)
      failure = nil
      throw error
    }
    try releaseNotes(held)
    return result
  }

  /// A job that goes on after an error with which the engine ended the transaction would write
  /// outside of any.
  func checkTransaction() throws(DatabaseError) {
    guard isActive else { throw .closed }
    guard connection.isInTransaction else { throw .rolledBack }
  }
}
