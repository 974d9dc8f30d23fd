import TenonDatabase
import TenonPages

extension RecordStore {
  /// Stores a deleted record again as it was, with its id, numbers and dates, and a new version,
  /// and the rows that went with it.
  func restore(_ entry: UndoLog.Entry) throws {
    try checkStandIn(entry.entity)
    upkeeper?.begin()
    let entries = [entry] + entry.rows
    let records = try entries.enumerated().map { index, entry in
      let above = index == 0 ? nil : rightsOfAbove(.create, entry.entity)
      guard let proof = above ?? authorize(principal, .create, on: entry.entity.type) else {
        throw Refusal.forbidden
      }
      return (
        place: Place(entity: entry.entity.index, id: entry.id), entity: entry.entity,
        values: try putBack(entry, proof)
      )
    }
    // They come back as they were; but their time may have been given to another meanwhile.
    var wrong: [(field: String, problem: FieldProblem)] = []
    for (_, entity, values) in records {
      let id = values[SystemColumn.id].integer ?? 0
      wrong += try examineClaims(entity, id, before: nil).map {
        (entity.meta.name(ofColumn: $0.column), $0.problem)
      }
    }
    try examine([], try settle())
    if !wrong.isEmpty { throw Refusal.invalid(wrong) }
    try examineOwners(of: Array(records.dropFirst()))
  }

  /// Stores one record again; answers its values.
  private func putBack(_ entry: UndoLog.Entry, _ proof: Authorization) throws -> [Value] {
    let entity = entry.entity
    var values: [Value] = Array(repeating: .blank, count: entity.table.columns.count)
    for (column, value) in entry.before { values[column] = value }
    values[SystemColumn.id] = .integer(entry.id)
    values[SystemColumn.version] = .integer(entry.version + 1)
    values[SystemColumn.updatedAt] = .integer(now)
    values[SystemColumn.updatedBy] = .integer(principal.user)
    // Nothing refers to it yet: its rows come after it.
    for column in entity.meta.fieldColumns.upperBound..<values.count { values[column] = .blank }
    _ = try upkeeper?.fill(entity, &values, changed: nil)
    // The server puts back what was there: only the record must be one that may be created.
    let id = try session.insert(
      entity.meta.storedColumns.map { Assignment($0, values[$0]) }, given: ColumnSet(), proof)
    try follow(RecordChange(entity: entity, id: id, before: nil, after: values))
    return values
  }
}
