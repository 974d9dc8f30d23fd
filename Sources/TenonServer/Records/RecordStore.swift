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

  /// Deletes a record that still has this version (nil: whichever it has).
  func delete(_ entity: EntityModel, id: Int64, version: Int64?) throws {
    upkeeper?.begin()
    let before = try remove(entity, id: id, version: version)
    try examine([], try settle())
    try examine(ownersOf: entity, [before])
  }

  /// Brings up to date what follows; answers the records whose times may have changed by that.
  func settle() throws -> [Upkeeper.Followed] {
    try upkeeper?.settle(telling: tenant.claims.entities) ?? []
  }

  /// Deletes a record; answers what it was.
  func remove(_ entity: EntityModel, id: Int64, version: Int64?) throws -> [Value] {
    try checkStandIn(entity)
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
    return before
  }

  // MARK: Drafts

  /// What would be stored, and what is wrong with it.
  struct Draft {
    let entity: EntityModel
    /// Nil for a record that is new.
    let id: Int64?
    let before: [Value]?
    var values: [Value]
    let proof: Authorization
    var problems: [(field: String, problem: FieldProblem)]
    var sent = RuleKeeper.Sent()
  }

  /// A new record. `parent` is a column that the store sets later, to a record that exists.
  func draft(
    creating entity: EntityModel, _ input: RecordInput, parent: Int? = nil
  ) throws -> Draft {
    try checkStandIn(entity)
    guard let proof = authorize(principal, .create, on: entity.type) else {
      throw Refusal.forbidden
    }
    var input = input
    if principal.user > 0 {
      for column in entity.meta.fieldColumns
      where entity.meta.field(column)?.startsWithMe == true && input.values[column] == nil {
        input.values[column] = .integer(principal.user)
      }
    }
    if let parent { input.values[parent] = .integer(0) }
    return try checked(
      Draft(entity: entity, id: nil, before: nil, values: [], proof: proof, problems: []), input,
      parent: parent)
  }

  /// A change of a record that the person may see.
  func draft(
    updating entity: EntityModel, _ id: Int64, _ version: Int64?, _ input: RecordInput
  ) throws -> Draft {
    try checkStandIn(entity)
    let before = try current(entity, id)
    guard let proof = authorize(principal, .update, on: entity.type) else {
      throw Refusal.forbidden
    }
    let stored = before[SystemColumn.version].integer ?? 0
    if let version, version != stored { throw Refusal.versionConflict }
    return try checked(
      Draft(entity: entity, id: id, before: before, values: [], proof: proof, problems: []), input,
      parent: nil)
  }

  /// The draft with what it would store and what is wrong. What a form sent for fields that may be
  /// hidden and does not fit waits until all is written, when it is known whether they are.
  private func checked(_ draft: Draft, _ input: RecordInput, parent: Int?) throws -> Draft {
    let (entity, before) = (draft.entity, draft.before)
    var (draft, input) = (draft, input)
    draft.sent.isForm = input.isForm
    let mayWait = input.isForm ? entity.type.hiddenColumns : []
    while true {
      var (values, checks) = try filled(entity.type, before: before, input.values)
      if let before {
        for column in 0..<SystemColumn.count { values[column] = before[column] }
      }
      let problems = try problems(checks, input, values, before: before, entity, parent: parent)
      let waiting = problems.filter {
        mayWait.contains($0.column) && draft.sent.waiting[$0.column] == nil
      }
      if waiting.isEmpty {
        draft.values = values
        draft.problems = problems.map { (entity.meta.name(ofColumn: $0.column), $0.problem) }
        return draft
      }
      for (column, problem) in waiting {
        draft.sent.waiting[column] = problem
        input.drop(column)
      }
    }
  }

  /// What is wrong: in the input, by the record's own constraints, or a reference to a record that
  /// the person cannot see.
  private func problems(
    _ checks: Checks, _ input: RecordInput, _ values: [Value], before: [Value]?,
    _ entity: EntityModel, parent: Int?
  ) throws -> [RuleKeeper.Problem] {
    var problems = input.merged(with: checks)
    let reader = RecordReader(
      tenant: tenant, principal: principal, session: session, language: 0)
    for column in entity.meta.fieldColumns
    where column != parent && !entity.meta.computedColumns.contains(column) {
      guard case .integer(let id) = values[column], before?[column] != values[column],
        let target = tenant.target(of: column, in: entity)
      else { continue }
      if try !reader.exists(target, id) { problems.append((column, .unknown)) }
    }
    return problems
  }

  private func refuse(_ problems: [(field: String, problem: FieldProblem)]) throws(Refusal) {
    if !problems.isEmpty { throw .invalid(problems) }
  }

  // MARK: Writing

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
    // Blanks too: one shape of statement for all records.
    let own = entity.meta.storedColumns.drop { $0 < SystemColumn.count }
      .map { Assignment($0, values[$0]) }
    let id = try session.insert(system + own, draft.proof)
    values[SystemColumn.id] = .integer(id)
    draft.values = values
    try follow(RecordChange(entity: entity, id: id, before: nil, after: values))
    return id
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
    let own = draft.entity.meta.storedColumns.filter {
      $0 >= SystemColumn.count && values[$0] != before[$0]
    }
    let assignments = system + own.map { Assignment($0, values[$0]) }
    let version = before[SystemColumn.version].integer ?? 0
    let count = try session.change(
      .update(id: id, version: version, assignments), draft.proof)
    if count == 0 { throw Refusal.forbidden }
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

  /// All values of a record that the person may see, by column index; 404 otherwise.
  func current(_ entity: EntityModel, _ id: Int64) throws -> [Value] {
    let reader = RecordReader(
      tenant: tenant, principal: principal, session: session, language: 0)
    guard let values = try reader.values(entity, id) else { throw Refusal.notFound }
    return values
  }

  /// Who acts for someone else changes no people, and who only looks changes nothing.
  func checkStandIn(_ entity: EntityModel) throws(Refusal) {
    if principal.isReadOnly { throw .lookForbids }
    if principal.actor != principal.user && entity.isOfPeople { throw .standInForbids }
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
