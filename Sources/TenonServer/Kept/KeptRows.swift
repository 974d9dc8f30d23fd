import TenonDatabase

/// The records that an upkeep looks at, each as it was and as it is becoming; what is new of them
/// is written at the end, or before the database is asked for something that could depend on it.
final class KeptRows {
  private let session: Session
  private let models: [EntityModel]
  private let plan: KeptPlan
  private var records: [Key: KeptRecord] = [:]
  /// What went wrong while an expression was worked out, which cannot say so.
  private var failure: (any Error)?
  /// Whose expression is worked out.
  private var current = 0

  static let authority = SystemAuthority("kept values")

  init(_ tenant: Tenant, _ session: Session) {
    self.session = session
    models = tenant.entities
    plan = tenant.kept
  }

  private struct Key: Hashable {
    let entity: Int
    let id: Int64
  }

  /// Takes a record that was just stored.
  func note(_ entity: Int, _ id: Int64, before: [Value]?, after: [Value]?) {
    let key = Key(entity: entity, id: id)
    records[key] = KeptRecord(
      before: records[key].map(\.before) ?? before, after: after, stored: after)
  }

  /// A record with all that the database holds of it; nil when there is none.
  func known(_ entity: EntityModel, _ id: Int64) throws -> KeptRecord? {
    let key = Key(entity: entity.index, id: id)
    if let known = records[key] { return known }
    let columns = entity.meta.storedColumns
    var values: [Value]?
    try session.rows(.row(columns, of: entity.table, id: id), KeptRows.authority) { row in
      values = entity.values(row, columns)
    }
    guard let values else { return nil }
    let known = KeptRecord(before: values, after: values, stored: values)
    records[key] = known
    return known
  }

  /// A noted record as it is becoming.
  func after(_ entity: Int, _ id: Int64) -> [Value]? {
    records[Key(entity: entity, id: id)]?.after
  }

  /// Sets a value of a known record.
  func set(_ value: Value, _ entity: Int, _ column: Int, _ id: Int64) {
    records[Key(entity: entity, id: id)]?.after?[column] = value
  }

  func referring(_ column: Int, of entity: EntityModel, to id: Int64) throws -> Set<Int64> {
    var ids: Set<Int64> = []
    try session.rows(
      .referring(by: column, of: entity.table, to: id), KeptRows.authority
    ) { ids.insert($0.integer(0)) }
    return ids
  }

  /// A roll-up's state as the database works it out.
  func state(_ rollUp: RollUpPlan, of entity: EntityModel, _ id: Int64) throws -> RollUpState? {
    var state: RollUpState?
    try session.rows(
      .parts(rollUp.parts, of: entity.table, id: id), KeptRows.authority
    ) { state = RollUpState(rollUp, $0, from: 0) }
    return state
  }

  // MARK: Writing

  /// Writes what is new, and its entries in search indexes.
  func flush(_ session: WriteSession) throws {
    for (key, known) in records {
      guard let after = known.after, let stored = known.stored, after != stored else { continue }
      let (entity, id) = (models[key.entity], key.id)
      let changed = after.indices.filter { after[$0] != stored[$0] }
      try session.run(
        .set(changed.map { Assignment($0, after[$0]) }, of: entity.table, id: id),
        KeptRows.authority)
      if let index = entity.search,
        let entry = SearchEntry(index, id: id, before: stored, after: after)
      {
        try session.index(entry, KeptRows.authority)
      }
      records[key]?.stored = after
    }
  }

  /// The records of these entities in which nothing but computed values changed, in order.
  func followed(_ entities: Set<Int>) -> [Upkeeper.Followed] {
    if entities.isEmpty { return [] }
    return records.filter { key, known in
      guard entities.contains(key.entity), let before = known.before, let after = known.after else {
        return false
      }
      let meta = models[key.entity].meta
      return before != after
        && meta.fieldColumns.allSatisfy {
          before[$0] == after[$0] || meta.computedColumns.contains($0)
        }
    }
    .sorted { ($0.key.entity, $0.key.id) < ($1.key.entity, $1.key.id) }
    .compactMap { key, known in
      known.before.map { Upkeeper.Followed(entity: models[key.entity], id: key.id, before: $0) }
    }
  }

  func forget() { records.removeAll(keepingCapacity: true) }

  // MARK: Expressions

  /// Runs what works out expressions of an entity.
  func reading<R>(_ entity: Int, _ body: () throws -> R) rethrows -> R {
    current = entity
    return try body()
  }

  /// Throws what went wrong while expressions were worked out.
  func check() throws {
    guard let failure else { return }
    self.failure = nil
    throw failure
  }

  private func member(_ place: KeptPlan.Place, _ id: Int64) throws -> Value {
    if place.column == SystemColumn.id { return .integer(id) }
    if let known = records[Key(entity: place.entity, id: id)] {
      return known.after?[place.column] ?? .blank
    }
    let table = models[place.entity].table
    var value = Value.blank
    try session.rows(.row([place.column], of: table, id: id), KeptRows.authority) {
      value = $0.value(0, table.columns[place.column].storage)
    }
    return value
  }
}

/// A record that an upkeep looked at.
struct KeptRecord {
  /// Before the changes that are settled; nil when it was not there.
  let before: [Value]?
  /// As it is becoming; nil when it is gone.
  var after: [Value]?
  /// As the database holds it.
  var stored: [Value]?
}

extension KeptRows: OtherRecords {
  func text(_ read: Int, from id: Int64) -> String? { value(read, id).text }

  func integer(_ read: Int, from id: Int64) -> Int64? { value(read, id).integer }

  /// What a chain of references leads to that begins at a record.
  private func value(_ read: Int, _ id: Int64) -> Value {
    do {
      var value = Value.integer(id)
      for place in plan.chains[current][read].columns {
        guard let id = value.integer else { return .blank }
        value = try member(place, id)
      }
      return value
    } catch {
      failure = failure ?? error
      return .blank
    }
  }

  func rows<Fields>(_ read: Int, _ type: Fields.Type) -> [Known<Fields>] {
    preconditionFailure("a kept value reads rows by their state")
  }

  /// Kept values know no person.
  func team(of person: Int64) -> [Int64] { [] }
}

extension RollUpState {
  /// What a statement answers in the columns from one on.
  init?(_ rollUp: RollUpPlan, _ row: borrowing Row, from start: Int) {
    var parts: [RollUpPart] = []
    for (offset, isNumber) in rollUp.numbers.enumerated() {
      let column = start + offset
      let value = row.isBlank(column) ? Value.blank : .text(row.string(column))
      guard let part = RollUpPart(value, isNumber: isNumber) else { return nil }
      parts.append(part)
    }
    self.init(rollUp.rule, parts)
  }
}

extension EntityModel {
  /// A row with these columns as values by column.
  func values(_ row: borrowing Row, _ columns: [Int]) -> [Value] {
    var values: [Value] = Array(repeating: .blank, count: table.columns.count)
    for (position, column) in columns.enumerated() {
      values[column] = row.value(position, table.columns[column].storage)
    }
    return values
  }
}
