import Synchronization

/// What an action's clauses come to for one principal: on which rows, what may be seen of the
/// columns and what may be written. A class, so that the proofs that carry it are cheap to pass on.
final class Grant: Sendable {
  let rows: Predicate
  let sights: [ColumnSight]
  /// Those that are seen in full on each row that the principal may read.
  let readable: ColumnSet
  /// By column, on which rows of the action it may be written; a column without an entry on all.
  let writable: [Int: Predicate]
  /// The columns of references by which the action is given.
  let passages: ColumnSet
  /// The slots of the condition on rows, and of what decides how much is seen of columns.
  let rowSlots: Set<ExpressionSlot>
  let sightSlots: Set<ExpressionSlot>
  /// What a user of the proof made of it.
  let memory = Mutex<(any Sendable)?>(nil)

  init(
    _ table: Table, rows: Predicate, sights: [ColumnSight], writable: [Int: Predicate],
    passages: ColumnSet
  ) {
    self.rows = rows
    self.sights = sights
    readable = ColumnSet(
      sights.indices.filter { if case .full = sights[$0] { return true } else { return false } })
    self.writable = writable
    self.passages = passages
    var (rowSlots, sightSlots) = (Set<ExpressionSlot>(), Set<ExpressionSlot>())
    rows.addSlots(table, to: &rowSlots)
    for case .by(let full, let seen) in sights {
      full.addSlots(table, to: &sightSlots)
      seen.addSlots(table, to: &sightSlots)
    }
    (self.rowSlots, self.sightSlots) = (rowSlots, sightSlots)
  }
}

/// What a principal sees of a column, over the rows that he may read.
enum ColumnSight: Sendable {
  /// Its value on every row.
  case full
  /// Its value with stars on every row.
  case masked
  /// Its value on rows that meet the first condition, with stars on others that meet the second.
  case by(full: Predicate, seen: Predicate)
  case hidden
}
