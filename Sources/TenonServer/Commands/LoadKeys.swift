import TenonDatabase

/// Finds records by a field. Each field is read whole at its first use, for a file asks for
/// thousands of records.
struct LoadKeys {
  /// Who a key leads to.
  enum Found {
    case one(Int64)
    case none
    /// Which one is meant is not ours to guess.
    case several
  }

  private let tenant: Tenant
  private let principal: Principal
  private var known: [LoadKey: [Value: Found]] = [:]

  init(tenant: Tenant, principal: Principal) {
    self.tenant = tenant
    self.principal = principal
  }

  /// The record whose field holds what the cell says.
  mutating func find(_ cell: String, _ key: LoadKey, _ session: WriteSession) throws -> Found {
    let entity = tenant.entities[key.entity]
    guard let value = entity.meta.field(key.column)?.value(ofWire: cell) else { return .none }
    if known[key] == nil { known[key] = try read(key, entity, session) }
    return known[key]?[value] ?? .none
  }

  /// Forgets what was read of an entity: its records have changed.
  mutating func forget(_ entity: EntityModel) {
    known = known.filter { $0.key.entity != entity.index }
  }

  private func read(
    _ key: LoadKey, _ entity: EntityModel, _ session: WriteSession
  ) throws -> [Value: Found] {
    guard let proof = authorize(principal, .read, on: entity.type) else { return [:] }
    var all: [Value: Found] = [:]
    let storage = entity.table.columns[key.column].storage
    let query = Query(
      entity.table, outputs: [.column(SystemColumn.id), .column(key.column)], limit: .max)
    try session.rows(query, proof) { row in
      let value = row.value(1, storage)
      all[value] = all[value] == nil ? .one(row.integer(0)) : .several
    }
    return all
  }
}
