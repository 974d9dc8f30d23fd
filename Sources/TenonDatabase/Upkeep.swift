import Query
import Values

extension Session {
  /// Gives each row of a reading upkeep.
  public final func rows(
    _ upkeep: Upkeep, _ proof: SystemAuthority, _ each: (borrowing Row) throws -> Void
  ) throws {
    guard isActive else { throw DatabaseError.closed }
    let statement = composed(self is WriteSession ? upkeep : upkeep.unlocked, proof)
    _ = try connection.rows(statement, limit: nil, each)
  }

  final func composed(_ upkeep: Upkeep, _ proof: SystemAuthority) -> Statement {
    var values = ExpressionValues()
    surroundings.fill(&values, upkeep.slots)
    return composer.compose(upkeep, values, proof)
  }
}

extension WriteSession {
  /// Runs a changing upkeep.
  public func run(_ upkeep: Upkeep, _ proof: SystemAuthority) throws(DatabaseError) {
    try checkTransaction()
    let statement = composed(upkeep, proof)
    _ = try connection.finish(statement)
  }
}
