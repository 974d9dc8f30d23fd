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
  /// Whether people hear of what happens to their records; loading history tells nobody.
  let tells: Bool
  /// Whether an administrator gives what a leaver had to someone else: that person hears of all of
  /// it at once, and what is closed for changes is given too.
  let isHandOver: Bool
  /// What keeps computed values right; nil where there are none.
  let upkeeper: Upkeeper?

  init(
    tenant: Tenant, principal: Principal, session: WriteSession, now: Int64, tells: Bool = true,
    isHandOver: Bool = false
  ) {
    self.tenant = tenant
    self.principal = principal
    self.session = session
    self.now = now
    self.tells = tells
    self.isHandOver = isHandOver
    upkeeper = tenant.kept.isEmpty ? nil : Upkeeper(tenant, session, now: now)
  }

  /// Creates a record with the rows of its subforms; answers its id. Throws ``Refusal`` or what the
  /// database throws.
  func create(_ entity: EntityModel, _ input: RecordInput) throws -> Int64 {
    try withoutStale(entity, input) { input in
      upkeeper?.begin()
      var draft = try draft(creating: entity, input)
      let lines = try LineStore(store: self).drafts(input, of: entity, under: nil)
      try refuse(draft.problems + lines.flatMap(\.problems))
      let id = try insert(&draft)
      let written = try LineStore(store: self).write(lines, under: id)
      let followed = try settle()
      try examine([Written(draft, id)] + written, followed)
      try examine(ownersOf: entity, [draft.values])
      return id
    }
  }

  /// Changes a record that still has this version (nil: whichever it has), and rows of its
  /// subforms. Throws ``Refusal`` or what the database throws.
  func update(
    _ entity: EntityModel, id: Int64, version: Int64?, _ input: RecordInput
  ) throws {
    try withoutStale(entity, input) { input in
      upkeeper?.begin()
      var draft = try draft(updating: entity, id, version, input)
      let lines = try LineStore(store: self).drafts(input, of: entity, under: id)
      try refuse(draft.problems + lines.flatMap(\.problems))
      try change(&draft)
      let written = try LineStore(store: self).write(lines, under: id)
      let followed = try settle()
      try examine([Written(draft, id)] + written, followed)
      try examine(ownersOf: entity, [draft.before, draft.values])
    }
  }

  /// Brings up to date what follows; answers the records whose times may have changed by that.
  func settle() throws -> [Upkeeper.Followed] {
    try upkeeper?.settle(telling: tenant.claims.entities) ?? []
  }

  // MARK: Writing

  private func refuse(_ problems: [(field: String, problem: FieldProblem)]) throws(Refusal) {
    if !problems.isEmpty { throw .invalid(problems) }
  }

  /// Stores a new record; answers its id. The draft then holds what is stored.
  func insert(_ draft: inout Draft) throws -> Int64 {
    let entity = draft.entity
    var values = draft.values
    let system = system(created: true)
    for assignment in system { values[assignment.column] = assignment.value }
    for column in entity.meta.fieldColumns {
      guard let number = entity.autoNumber(column) else { continue }
      let series = "\(entity.table.name).\(entity.table.columns[column].name)"
      values[column] = .text(try number.next(series, tenant.zone.day(now), session))
    }
    let wrong = try upkeeper?.fill(entity, &values, changed: nil)
    try refuse(wrong ?? [])
    let secrets = takeSecrets(entity, &values, before: nil)
    // Blanks too: one shape of statement for all records.
    let own = entity.meta.storedColumns.drop { $0 < SystemColumn.count }
      .map { Assignment($0, values[$0]) }
    let id = try inserted(system + own, draft)
    values[SystemColumn.id] = .integer(id)
    draft.values = values
    try keep(secrets, entity, id)
    try follow(RecordChange(entity: entity, id: id, before: nil, after: values))
    return id
  }

  private func inserted(_ values: [Assignment], _ draft: Draft) throws -> Int64 {
    do {
      return try session.insert(values, given: draft.given, draft.proof)
    } catch .denied(.column(let column)) {
      throw Refusal.invalid([(draft.entity.meta.name(ofColumn: column), .readOnly)])
    }
  }

  /// Stores a change; what changes nothing makes no version. The draft then holds what is stored.
  func change(_ draft: inout Draft) throws {
    guard let id = draft.id, let before = draft.before else { return }
    let given = changed(draft.entity, before, draft.values)
    if given.isEmpty { return }
    let system = system(created: false)
    var values = draft.values
    for assignment in system { values[assignment.column] = assignment.value }
    let wrong = try upkeeper?.fill(
      draft.entity, &values, changed: given.union(system.map(\.column)))
    try refuse(wrong ?? [])
    let secrets = takeSecrets(draft.entity, &values, before: before)
    let own = draft.entity.meta.storedColumns.filter {
      $0 >= SystemColumn.count && values[$0] != before[$0]
    }
    let assignments = system + own.map { Assignment($0, values[$0]) }
    let version = before[SystemColumn.version].integer ?? 0
    let written = ColumnSet(given.filter(draft.given.contains))
    let count = try session.change(
      .update(id: id, version: version, assignments, given: written), draft.proof)
    if count == 0 { throw Refusal.forbidden }
    try keep(secrets, draft.entity, id)
    try arrive(draft, id, given)
    draft.values = values
    try follow(
      RecordChange(entity: draft.entity, id: id, before: before, after: values))
  }

  /// The columns that differ of those that people fill in.
  private func changed(_ entity: EntityModel, _ before: [Value], _ after: [Value]) -> Set<Int> {
    Set(
      entity.meta.fieldColumns.filter {
        after[$0] != before[$0] && !entity.meta.computedColumns.contains($0)
      })
  }

  /// Lets happen what follows from a change that was just made.
  func follow(_ change: RecordChange) throws {
    for effect in RecordEffects.all { try effect.apply(change, self) }
    upkeeper?.note(change)
  }

  /// A record that was moved along a reference by which the right to change it is given: whoever
  /// moved it must have that right where it is now.
  private func arrive(_ draft: Draft, _ id: Int64, _ changed: Set<Int>) throws {
    let moved = changed.filter { draft.given.contains($0) && draft.proof.reaches(through: $0) }
    guard let column = moved.min() else { return }
    let server = Principal(for: principal.user, SystemAuthority("moved records"))
    guard let proof = authorize(server, .read, on: draft.entity.type) else { return }
    let reader = RecordReader(tenant: tenant, principal: server, session: session, language: 0)
    var isReached = false
    _ = try reader.row(draft.entity, id, [.holds(draft.proof)], proof) { row in
      isReached = row.integer(0) == 1
    }
    if !isReached {
      throw Refusal.invalid([(draft.entity.meta.name(ofColumn: column), .readOnly)])
    }
  }

  /// A record that the person may see, with all that is stored of it: what he does not see must
  /// stay as it is and is held against the rules too. 404 when it is not there for him.
  func known(_ entity: EntityModel, _ id: Int64, _ action: Action) throws -> SeenRecord {
    let reader = RecordReader(
      tenant: tenant, principal: principal, session: session, language: 0)
    guard let seen = try reader.seen(entity, id, asking: [action]) else {
      throw Refusal.notFound
    }
    if seen.sight.dimmed.isEmpty { return seen }
    guard let stored = try stored(entity, id) else { throw Refusal.notFound }
    return SeenRecord(values: stored, sight: seen.sight)
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
}
