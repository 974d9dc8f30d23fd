import TenonDatabase

/// A record that was just created, changed or deleted, inside the same transaction.
struct RecordChange {
  let entity: EntityModel
  let id: Int64
  /// All values by column; nil for a record that is new.
  let before: [Value]?
  /// All values by column; nil for a record that is gone. System columns are those before a change.
  let after: [Value]?

  /// The columns whose values differ.
  var changed: [Int] {
    entity.meta.fieldColumns.filter { column in
      (before?[column] ?? .blank) != (after?[column] ?? .blank)
    }
  }
}

/// What follows from a change of a record, in its transaction: either both are kept or neither is.
protocol RecordEffect: Sendable {
  /// Throws ``Refusal`` to refuse the change.
  func apply(_ change: RecordChange, _ store: RecordStore) throws
}

/// The table of effects, in the order in which they happen.
enum RecordEffects {
  static let all: [any RecordEffect] = [
    DepartmentRing(),
    FileEffect(),
    SearchEffect(),
    AuditEffect(),
    CommentStore.Effect(),
    Shares.Effect(),
    AssignmentEffect(),
  ]
}
