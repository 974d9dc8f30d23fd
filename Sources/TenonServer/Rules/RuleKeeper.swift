import TenonDatabase
import TenonPages

/// Works out what expressions say of records: what a new one starts with, what must hold and what
/// cannot be changed. For one person at one moment.
struct RuleKeeper {
  let tenant: Tenant
  let principal: Principal
  let session: Session
  /// Milliseconds since 1970.
  let now: Int64

  typealias Problem = (column: Int, problem: FieldProblem)

  /// How a record came.
  struct Sent {
    /// Whether a form was sent: it holds inputs of fields that its reader did not see.
    var isForm = false
    /// What was typed for fields that may be hidden and does not fit.
    var waiting: [Int: FieldProblem] = [:]
  }

  /// Puts what a new record starts with into it; answers what does not fit.
  func start<E: Entity>(_ fields: inout E) throws -> [Problem] {
    guard E.isRuled else { return [] }
    let reader = RuleReader(E.self, nil, session)
    let record = Known(
      fields, id: nil, createdAt: nil, createdBy: nil, updatedAt: nil, updatedBy: nil)
    var it = Evaluation(record, old: nil, past: nil, scene(reader))
    var values = StoredValues()
    E.start(&it, &values)
    if let failure = reader.failure { throw failure }
    fields = it.record.fields
    return values.problems
  }

  /// What does not hold of a record as it stands in the database now. `after` are its values there;
  /// nil has them read. `before` are those before the change, nil when it is new.
  func examine<E: Entity>(
    _ type: E.Type, _ id: Int64, _ after: [Value]?, before: [Value]?, _ sent: Sent = Sent()
  ) throws -> Checks {
    var checks = Checks(tenant.locales)
    guard E.isRuled else { return checks }
    checks.isForm = sent.isForm
    checks.waiting = sent.waiting
    let reader = RuleReader(E.self, id, session)
    if let values = after ?? reader.stored(E.self, id) {
      let old = before.map { Known<E>($0) }
      let past = try old ?? (E.comparesPast ? started(E.self) : nil)
      var scene = scene(reader)
      scene.listener = RuleListener(
        RecordReader(tenant: tenant, principal: principal, session: session, language: 0))
      let it = Evaluation(Known<E>(values), old: old, past: past, scene)
      E.examine(it, &checks)
    }
    if let failure = reader.failure { throw failure }
    return checks
  }

  /// What a form of a record shows, asks for and lets be changed; `id` is nil for a new one.
  /// `typed` are values over it, by column; the columns `dimmed` count as blank, and what follows
  /// from them stays as it is stored.
  func states<E: Entity>(
    _ type: E.Type, _ id: Int64?, _ typed: [Value?] = [], without dimmed: [Int] = []
  ) throws -> FieldStates {
    guard E.isRuled else { return FieldStates() }
    let reader = RuleReader(E.self, id, session)
    var stored = id.flatMap { reader.stored(E.self, $0) }
    if stored == nil { stored = try started(E.self).fields.values() }
    if let failure = reader.failure { throw failure }
    guard var stored else { return FieldStates() }
    for column in dimmed where column >= SystemColumn.count { stored[column] = .blank }
    var typed = typed
    let entity = tenant.entity(named: E.meta.shape.name)?.index ?? 0
    let still = Set(dimmed + tenant.kept.values(entity, dependingOn: Set(dimmed)))
    let computed = tenant.kept.values[entity].filter { !still.contains($0) }
    while true {
      var values = stored
      for (column, value) in typed.enumerated() { values[column] = value ?? values[column] }
      if values != stored || id == nil { try follow(E.self, computed, &values) }
      var states = FieldStates()
      E.states(
        Evaluation(Known<E>(values), old: nil, past: nil, scene(reader)), &states)
      if let failure = reader.failure { throw failure }
      // What is hidden keeps what is stored, as it will when the form is sent.
      let stale = E.hiddenColumns.first { column in
        states.hidden.contains(column) && column < typed.count
          && typed[column].map { $0 != stored[column] } == true
      }
      guard let stale else { return states }
      typed[stale] = nil
    }
  }

  /// Works out a record's own values over what was typed; what rows give stays as it is stored.
  private func follow<E: Entity>(
    _ type: E.Type, _ columns: [Int], _ values: inout [Value]
  ) throws {
    if columns.isEmpty { return }
    let rows = KeptRows(tenant, session)
    try rows.reading(tenant.entity(named: E.meta.shape.name)?.index ?? 0) {
      try E.keep(columns, in: &values, scene(rows)) { _, _ in try rows.check() }
    }
  }

  /// A new record before people fill it in.
  private func started<E: Entity>(_ type: E.Type) throws -> Known<E> {
    var fields = E()
    _ = try start(&fields)
    if principal.user > 0 {
      let me = Value.integer(principal.user)
      fields.set(
        E.meta.table.columns.indices.map { column -> Value? in
          E.meta.field(column)?.startsWithMe == true ? me : nil
        })
    }
    return Known(
      fields, id: nil, createdAt: nil, createdBy: nil, updatedAt: nil, updatedBy: nil)
  }

  private func scene(_ related: any OtherRecords) -> Scene {
    let roles = tenant.roleNames.enumerated().filter {
      !principal.roles.isDisjoint(with: RoleSet(role: $0.offset))
    }
    return Scene(
      now: now, me: principal.user > 0 ? principal.user : nil, myRoles: roles.map(\.element),
      zone: tenant.zone.rules, calendar: tenant.calendar, related: related)
  }
}
