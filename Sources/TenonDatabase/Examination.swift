import Query
import Values

extension Session {
  /// Gives each row of an examination. `values` fills the slots of its expressions before what the
  /// application knows does.
  public final func rows(
    _ examination: Examination, _ values: ExpressionValues, _ proof: SystemAuthority,
    _ each: (borrowing Row) throws -> Void
  ) throws {
    guard isActive else { throw DatabaseError.closed }
    var values = values
    surroundings.fill(&values, examination.slots)
    let statement = composer.compose(examination, values, proof)
    _ = try connection.rows(statement, limit: nil, each)
  }
}
