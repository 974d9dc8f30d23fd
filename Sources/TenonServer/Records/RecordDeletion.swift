import TenonDatabase
import TenonPages

/// Deletes records, and with each the rows of its subforms, which are nothing without it.
///
/// Rows whose rights are those of the record above go with it. Rows with rights of their own go
/// when their reference to it must be filled, and only if the person may delete each of them; in
/// any other case they are records that refer to it, and it stays.
extension RecordStore {
  /// A record that was deleted, or a row that went with one.
  struct Removed {
    let entity: EntityModel
    let id: Int64
    let before: [Value]

    fileprivate var place: Place { Place(entity: entity.index, id: id) }
  }

  /// Which record.
  struct Place: Hashable {
    let entity: Int
    let id: Int64
  }

  /// Deletes a record that still has this version (nil: whichever it has); answers it and then what
  /// went with it, each after the record above it.
  @discardableResult
  func delete(_ entity: EntityModel, id: Int64, version: Int64?) throws -> [Removed] {
    upkeeper?.begin()
    let removed = try remove(entity, id: id, version: version)
    try examine([], try settle())
    try examineOwners(of: removed.map { ($0.place, $0.entity, $0.before) })
    return removed
  }

  /// Deletes a record as ``delete(_:id:version:)`` does, and leaves open what follows from it.
  func remove(_ entity: EntityModel, id: Int64, version: Int64?) throws -> [Removed] {
    try remove(entity, id, version, below: [])
  }

  private func remove(
    _ entity: EntityModel, _ id: Int64, _ version: Int64?, below: Set<Place>
  ) throws -> [Removed] {
    try checkStandIn(entity)
    let before = try known(entity, id, .delete)
    let stored = before.values[SystemColumn.version].integer
    if let version, version != stored { throw Refusal.versionConflict }
    guard before.sight.may(.delete), let proof = authorize(principal, .delete, on: entity.type)
    else { throw Refusal.forbidden }
    return try remove(entity, id, before.values, proof, below: below)
  }

  private func remove(
    _ entity: EntityModel, _ id: Int64, _ before: [Value], _ proof: Authorization,
    below: Set<Place>
  ) throws -> [Removed] {
    let removed = Removed(entity: entity, id: id, before: before)
    let rows = try removeRows(of: removed, below: below.union([removed.place]))
    let version = before[SystemColumn.version].integer ?? 0
    if try session.change(.delete(id: id, version: version), proof) == 0 {
      throw Refusal.forbidden
    }
    if !entity.secretColumns.isEmpty {
      try SecretStore(tenant: tenant).remove(entity, id, session)
    }
    try follow(RecordChange(entity: entity, id: id, before: before, after: nil))
    return [removed] + rows
  }

  /// Deletes the rows of a record's subforms. `below` are that record and those above it, which a
  /// ring of rows leads back to.
  private func removeRows(of record: Removed, below: Set<Place>) throws -> [Removed] {
    var removed: [Removed] = []
    for subform in tenant.subforms(of: record.entity) {
      let child = subform.child
      for id in try rows(subform, of: record.id)
      where !below.contains(Place(entity: child.index, id: id)) {
        if let proof = rightsOfAbove(.delete, child) {
          guard let before = try stored(child, id) else { throw Refusal.notFound }
          removed += try remove(child, id, before, proof, below: below)
        } else if child.meta.field(subform.by)?.presence == .required {
          do { removed += try remove(child, id, nil, below: below) } catch Refusal.forbidden {
            throw Refusal.inUse
          } catch Refusal.notFound {
            throw Refusal.inUse
          }
        }
      }
    }
    return removed
  }

  /// The proof for an action on rows whose rights are those of the record above, with which it is
  /// done; nil when they have rights of their own.
  func rightsOfAbove(_ action: Action, _ rows: EntityModel) -> Authorization? {
    guard rows.type.rights.areOfAbove else { return nil }
    let server = Principal(for: principal.user, SystemAuthority("rows of a record"))
    return authorize(server, action, on: rows.type)
  }

  private static let reading = SystemAuthority("rows of deleted records")

  private func rows(_ subform: SubformModel, of id: Int64) throws -> [Int64] {
    var ids: [Int64] = []
    try session.rows(
      .referring(by: subform.by, of: subform.child.table, to: id), RecordStore.reading
    ) { ids.append($0.integer(0)) }
    return ids.sorted()
  }

  /// Holds the records to which records belong against what the definition says of them, but for
  /// those that are among them.
  func examineOwners(of records: [(place: Place, entity: EntityModel, values: [Value])]) throws {
    let places = Set(records.map(\.place))
    for record in records {
      var values = record.values
      for owner in tenant.relations.owners(of: record.entity) {
        guard let id = values[owner.column].integer,
          places.contains(Place(entity: owner.entity.index, id: id))
        else { continue }
        values[owner.column] = .blank
      }
      try examine(ownersOf: record.entity, [values])
    }
  }
}
