import Query
import Synchronization
import Values

/// What expressions know of the application at this moment: the time, its day, literal moments.
public final class Surroundings: Sendable {
  private let source = Mutex<(@Sendable (ExpressionSlot) -> Value?)?>(nil)

  init() {}

  /// Where values come from; nil from it is a slot that nothing fills.
  public func use(_ source: @escaping @Sendable (ExpressionSlot) -> Value?) {
    self.source.withLock { $0 = source }
  }

  /// Fills those of the slots that have no value yet.
  func fill(_ values: inout ExpressionValues, _ slots: Set<ExpressionSlot>) {
    let source = source.withLock { $0 }
    for slot in slots where !values.know([slot]) {
      if let value = source?(slot) { values[slot] = value }
    }
  }
}

extension Session {
  /// Gives each row of a reading upkeep.
  public final func rows(
    _ upkeep: Upkeep, _ proof: SystemAuthority, _ each: (borrowing Row) throws -> Void
  ) throws {
    guard isActive else { throw DatabaseError.closed }
    let statement = composed(upkeep, proof)
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
