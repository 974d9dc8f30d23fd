import TenonDatabase
import TenonPages

/// Keeps right what follows from changes of records, inside their transaction. It is told of each
/// change and brings everything up to date when it is asked to settle: once through the plan, each
/// record above read once and written once. See docs/decisions/0021-kept-values.md.
final class Upkeeper {
  private let plan: KeptPlan
  private let models: [EntityModel]
  private let rows: KeptRows
  private let session: WriteSession
  private let scene: Scene
  /// By node.
  private var pending: [Int: Pending] = [:]
  /// By node the records that changed at the end of references. Who refers to them is asked when
  /// the node's turn comes, since references can change too.
  private var ways: [Int: [(way: KeptPlan.Way, id: Int64)]] = [:]

  /// What a node has to do.
  private struct Pending {
    /// Records whose value is worked out again; of a roll-up: asked anew.
    var records: Set<Int64> = []
    /// Rows of a roll-up that changed.
    var rows: Set<Int64> = []
    /// Whether what rows contributed before can no longer be known.
    var isUnsure = false
  }

  init(_ tenant: Tenant, _ session: WriteSession, now: Int64) {
    plan = tenant.kept
    models = tenant.entities
    self.session = session
    rows = KeptRows(tenant, session)
    scene = Scene(
      now: now, me: nil, myRoles: [], zone: tenant.zone.rules, calendar: tenant.calendar,
      related: rows)
  }

  // MARK: The record itself

  /// Works out the record's own values that depend on columns that changed; nil: all. Answers what
  /// does not fit its field.
  func fill(
    _ entity: EntityModel, _ values: inout [Value], changed: Set<Int>?
  ) throws -> [(field: String, problem: FieldProblem)] {
    let columns =
      changed.map { plan.values(entity.index, dependingOn: $0) } ?? plan.values[entity.index]
    if columns.isEmpty { return [] }
    var problems: [(field: String, problem: FieldProblem)] = []
    try rows.reading(entity.index) {
      try entity.type.keep(columns, in: &values, scene) { column, result in
        try rows.check()
        let name = entity.meta.name(ofColumn: column)
        switch result {
        case .value: break
        case .tooSmall(let bound): problems.append((name, .tooSmall(.integer(bound))))
        case .tooLarge(let bound): problems.append((name, .tooLarge(.integer(bound))))
        }
      }
    }
    return problems
  }

  /// Works out one of the record's own values.
  func fill(_ entity: EntityModel, _ values: inout [Value], column: Int) throws {
    try rows.reading(entity.index) {
      try entity.type.keep([column], in: &values, scene) { _, _ in try rows.check() }
    }
  }

  // MARK: What follows

  /// Forgets what was settled, and what was noted and never settled, since its part of the job was
  /// taken back.
  func begin() {
    pending.removeAll(keepingCapacity: true)
    ways.removeAll(keepingCapacity: true)
    rows.forget()
  }

  /// Takes note of a change that is stored, with the record's own values as they follow from it.
  func note(_ change: RecordChange) {
    if plan.isEmpty { return }
    let entity = change.entity
    rows.note(entity.index, change.id, before: change.before, after: change.after)
    let isUpdate = change.before != nil && change.after != nil
    let columns = isUpdate ? [SystemColumn.updatedAt, SystemColumn.updatedBy] : [SystemColumn.id]
    for column in columns + change.changed {
      for reader in plan.readers(entity.index, column) {
        switch reader {
        case .own(let node):
          // Known before the record was stored, but for its id.
          if column == SystemColumn.id && change.after != nil {
            pending[node, default: Pending()].records.insert(change.id)
          }
        case .row(let node): pending[node, default: Pending()].rows.insert(change.id)
        case .behind, .behindRows:
          if isUpdate { follow(reader, entity.index, change.id) }
        }
      }
    }
  }

  /// Notes whom a change of a column concerns.
  private func follow(_ reader: KeptPlan.Reader, _ entity: Int, _ id: Int64) {
    switch reader {
    case .own(let node): pending[node, default: Pending()].records.insert(id)
    case .row(let node): pending[node, default: Pending()].rows.insert(id)
    case .behind(let node, let way):
      if pending[node] == nil { pending[node] = Pending() }
      ways[node, default: []].append((way, id))
    case .behindRows(let node, let way):
      pending[node, default: Pending()].isUnsure = true
      ways[node, default: []].append((way, id))
    }
  }

  /// Brings up to date all that follows from what was noted; answers the records of some entities,
  /// by their indices, that only followed.
  func settle(telling entities: Set<Int> = []) throws -> [Followed] {
    while let node = pending.keys.min(), let work = pending.removeValue(forKey: node) {
      let ways = ways.removeValue(forKey: node) ?? []
      switch plan.nodes[node].work {
      case .value:
        var records = work.records
        for (way, id) in ways { records.formUnion(try readers(way, id)) }
        for id in records.sorted() { try keepValue(node, id) }
      case .rollUp(let rollUp):
        var above = work.records
        for (way, id) in ways {
          for row in try readers(way, id) { above.formUnion(try parents(rollUp, row)) }
        }
        try keepState(node, rollUp, work, anew: above)
      }
    }
    try rows.flush(session)
    return rows.followed(entities)
  }

  /// A record in which nothing but computed values changed.
  struct Followed {
    let entity: EntityModel
    let id: Int64
    let before: [Value]
  }

  /// The records from which references lead to one.
  private func readers(_ way: KeptPlan.Way, _ id: Int64) throws -> Set<Int64> {
    try rows.flush(session)
    var ids: Set<Int64> = [id]
    for place in way.reversed() {
      var next: Set<Int64> = []
      for id in ids {
        next.formUnion(try rows.referring(place.column, of: models[place.entity], to: id))
      }
      ids = next
    }
    return ids
  }

  /// The records above a row, before and after its change.
  private func parents(_ rollUp: RollUpPlan, _ row: Int64) throws -> Set<Int64> {
    guard let known = try rows.known(models[rollUp.rows], row) else { return [] }
    return Set([known.before?[rollUp.by], known.after?[rollUp.by]].compactMap { $0?.integer })
  }

  /// The values of a record that was written, after all that followed; nil for one that was not.
  func settled(_ entity: EntityModel, _ id: Int64) -> [Value]? { rows.after(entity.index, id) }

  // MARK: Nodes

  private func keepValue(_ node: Int, _ id: Int64) throws {
    let (entity, column) = (plan.nodes[node].entity, plan.nodes[node].column)
    guard var values = try rows.known(models[entity], id)?.after else { return }
    let before = values[column]
    try fill(models[entity], &values, column: column)
    if values[column] == before { return }
    set(values[column], node, id)
  }

  private func set(_ value: Value, _ node: Int, _ id: Int64) {
    let (entity, column) = (plan.nodes[node].entity, plan.nodes[node].column)
    rows.set(value, entity, column, id)
    for reader in plan.readers(entity, column) { follow(reader, entity, id) }
  }

  private func keepState(
    _ node: Int, _ rollUp: RollUpPlan, _ work: Pending, anew: Set<Int64>
  ) throws {
    var anew = anew
    for row in work.rows.sorted() {
      if work.isUnsure {
        anew.formUnion(try parents(rollUp, row))
        continue
      }
      guard let known = try rows.known(models[rollUp.rows], row) else { continue }
      let old = try contribution(rollUp, known.before)
      let new = try contribution(rollUp, known.after)
      if let old, old.above == new?.above {
        if old.what != new?.what {
          try change(node, rollUp, old.above, from: old.what, to: new?.what, row, &anew)
        }
        continue
      }
      if let old { try change(node, rollUp, old.above, from: old.what, to: nil, row, &anew) }
      if let new { try change(node, rollUp, new.above, from: nil, to: new.what, row, &anew) }
    }
    for id in anew.sorted() { try ask(node, rollUp, id) }
  }

  /// What a row gives, and to which record; nil where it belongs to none.
  private func contribution(
    _ rollUp: RollUpPlan, _ values: [Value]?
  ) throws -> (above: Int64, what: Contribution)? {
    guard let values, let above = values[rollUp.by].integer else { return nil }
    let what = rows.reading(rollUp.rows) {
      models[rollUp.rows].type.contribution(rollUp.number, values, scene)
    }
    try rows.check()
    return (above, what)
  }

  private func change(
    _ node: Int, _ rollUp: RollUpPlan, _ above: Int64, from old: Contribution?,
    to new: Contribution?, _ row: Int64, _ anew: inout Set<Int64>
  ) throws {
    let column = plan.nodes[node].column
    guard !anew.contains(above),
      let values = try rows.known(models[plan.nodes[node].entity], above)?.after
    else { return }
    guard var state = RollUpState(rollUp.rule, parsing: values[column].text),
      state.change(from: old, to: new, id: row)
    else {
      anew.insert(above)
      return
    }
    let value = Value(state.text)
    if value != values[column] { set(value, node, above) }
  }

  /// Asks for a state by the SQL of its expression.
  private func ask(_ node: Int, _ rollUp: RollUpPlan, _ id: Int64) throws {
    let (entity, column) = (plan.nodes[node].entity, plan.nodes[node].column)
    guard let values = try rows.known(models[entity], id)?.after else { return }
    try rows.flush(session)
    let value = Value(try rows.state(rollUp, of: models[entity], id)?.text)
    if value != values[column] { set(value, node, id) }
  }
}
