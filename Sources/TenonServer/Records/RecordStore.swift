import TenonDatabase
import TenonPages

/// Creates, changes and deletes records for one person at one moment, inside one write. The only
/// place that does: API, pages and loading of files come here.
struct RecordStore {
  let tenant: Tenant
  let principal: Principal
  let session: WriteSession
  /// Milliseconds since 1970.
  let now: Int64

  /// Creates a record; answers its id. Throws ``Refusal`` or what the database throws.
  func create(_ entity: EntityModel, _ input: RecordInput) throws -> Int64 {
    try create(entity.type, entity, input)
  }

  private func create<E: Entity>(
    _ type: E.Type, _ entity: EntityModel, _ input: RecordInput
  ) throws -> Int64 {
    guard let proof = authorize(principal, .create, on: type) else { throw Refusal.forbidden }
    var record = E()
    record.set(input.values)
    var values = record.values()
    if principal.user > 0 {
      for column in entity.meta.fieldColumns
      where entity.meta.field(column)?.startsWithMe == true && input.values[column] == nil {
        values[column] = .integer(principal.user)
      }
      record.set(values.map(Optional.some))
    }
    try hold(record.problems(), input, values, before: nil, entity)
    var assignments = system(created: true)
    for column in entity.meta.fieldColumns {
      if let number = entity.autoNumber(column) {
        let series = "\(entity.table.name).\(entity.table.columns[column].name)"
        let text = try number.next(series, tenant.zone.day(now), session)
        assignments.append(Assignment(column, .text(text)))
        values[column] = .text(text)
      } else {
        // Blanks too: one shape of statement for all records.
        assignments.append(Assignment(column, values[column]))
      }
    }
    let id = try session.insert(assignments, proof)
    try follow(RecordChange(entity: entity, id: id, before: nil, after: values))
    return id
  }

  /// Changes a record that still has this version (nil: whichever it has). Throws ``Refusal`` or
  /// what the database throws.
  func update(
    _ entity: EntityModel, id: Int64, version: Int64?, _ input: RecordInput
  ) throws {
    try update(entity.type, entity, id, version, input)
  }

  private func update<E: Entity>(
    _ type: E.Type, _ entity: EntityModel, _ id: Int64, _ version: Int64?, _ input: RecordInput
  ) throws {
    let before = try current(entity, id)
    guard let proof = authorize(principal, .update, on: type) else { throw Refusal.forbidden }
    let stored = before[SystemColumn.version].integer ?? 0
    if let version, version != stored { throw Refusal.versionConflict }
    var record = E()
    record.set(before.map(Optional.some))
    record.set(input.values)
    let values = record.values()
    try hold(record.problems(), input, values, before: before, entity)
    let changed = entity.meta.fieldColumns.filter { values[$0] != before[$0] }
    if changed.isEmpty { return }
    let assignments = system(created: false) + changed.map { Assignment($0, values[$0]) }
    let count = try session.change(.update(id: id, version: stored, assignments), proof)
    if count == 0 { throw Refusal.forbidden }
    try follow(RecordChange(entity: entity, id: id, before: before, after: values))
  }

  /// Deletes a record that still has this version (nil: whichever it has).
  func delete(_ entity: EntityModel, id: Int64, version: Int64?) throws {
    let before = try current(entity, id)
    guard let proof = authorize(principal, .delete, on: entity.type) else {
      throw Refusal.forbidden
    }
    let stored = before[SystemColumn.version].integer ?? 0
    if let version, version != stored { throw Refusal.versionConflict }
    if try session.change(.delete(id: id, version: stored), proof) == 0 {
      throw Refusal.forbidden
    }
    try follow(RecordChange(entity: entity, id: id, before: before, after: nil))
  }

  private func follow(_ change: RecordChange) throws {
    for effect in RecordEffects.all { try effect.apply(change, self) }
  }

  /// All values of a record that the person may see, by column index; 404 otherwise.
  private func current(_ entity: EntityModel, _ id: Int64) throws -> [Value] {
    let reader = RecordReader(
      tenant: tenant, principal: principal, session: session, language: 0)
    guard let values = try reader.values(entity, id) else { throw Refusal.notFound }
    return values
  }

  private func system(created: Bool) -> [Assignment] {
    let user: Value = principal.user > 0 ? .integer(principal.user) : .blank
    let changed = [
      Assignment(SystemColumn.updatedAt, .integer(now)), Assignment(SystemColumn.updatedBy, user),
    ]
    if !created { return changed }
    return [
      Assignment(SystemColumn.version, .integer(1)),
      Assignment(SystemColumn.createdAt, .integer(now)), Assignment(SystemColumn.createdBy, user),
    ] + changed
  }

  /// Throws `invalid` when anything is wrong: in the input, by the record's own constraints, or a
  /// reference to a record that the person cannot see.
  private func hold(
    _ checks: Checks, _ input: RecordInput, _ values: [Value], before: [Value]?,
    _ entity: EntityModel
  ) throws {
    var problems = input.merged(with: checks)
    let reader = RecordReader(
      tenant: tenant, principal: principal, session: session, language: 0)
    for column in entity.meta.fieldColumns {
      guard case .integer(let id) = values[column], before?[column] != values[column],
        let target = tenant.target(of: column, in: entity)
      else { continue }
      if try !reader.exists(target, id) { problems.append((column, .unknown)) }
    }
    if problems.isEmpty { return }
    throw Refusal.invalid(problems.map { (entity.meta.name(ofColumn: $0.column), $0.problem) })
  }
}
