import TenonDatabase
import TenonPages

/// What is to be stored, held against what the person may do before anything is.
extension RecordStore {
  /// What would be stored, and what is wrong with it.
  struct Draft {
    let entity: EntityModel
    /// Nil for a record that is new.
    let id: Int64?
    let before: [Value]?
    var values: [Value]
    let proof: Authorization
    /// How much the person sees of the record; nil for one that is new.
    var sight: Sight?
    /// The columns that the person sets.
    var given = ColumnSet()
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
    var draft = Draft(
      entity: entity, id: nil, before: nil, values: [], proof: proof, problems: [])
    holdOff(&input, of: &draft)
    if principal.user > 0 {
      for column in entity.meta.fieldColumns
      where entity.meta.field(column)?.startsWithMe == true && input.values[column] == nil {
        input.values[column] = .integer(principal.user)
      }
    }
    if let parent { input.values[parent] = .integer(0) }
    return try checked(draft, input, parent: parent)
  }

  /// A change of a record that the person may see.
  func draft(
    updating entity: EntityModel, _ id: Int64, _ version: Int64?, _ input: RecordInput
  ) throws -> Draft {
    try checkStandIn(entity)
    let before = try known(entity, id, .update)
    let stored = before.values[SystemColumn.version].integer ?? 0
    if let version, version != stored { throw Refusal.versionConflict }
    guard before.sight.may(.update), let proof = authorize(principal, .update, on: entity.type)
    else { throw Refusal.forbidden }
    var input = input
    var draft = Draft(
      entity: entity, id: id, before: before.values, values: [], proof: proof,
      sight: before.sight, problems: [])
    holdOff(&input, of: &draft)
    return try checked(draft, input, parent: nil)
  }

  /// Takes out of an input what the person may not write, and notes it as wrong; what a field that
  /// he sees holds already, or a blank in a new record, is no writing. Of a field that he does not
  /// see in full whatever he gives is refused: being taken would tell that it was right.
  private func holdOff(_ input: inout RecordInput, of draft: inout Draft) {
    for column in draft.entity.meta.fieldColumns {
      guard let value = input.values[column] else { continue }
      let isSeen = draft.sight.map { $0[column] == .full } ?? true
      if draft.sight?.mayWrite(column) ?? draft.proof.mayWrite(column), isSeen {
        if draft.id != nil || !value.isBlank { draft.given.insert(column) }
        continue
      }
      input.values[column] = nil
      if isSeen && value == draft.before?[column] ?? .blank { continue }
      input.refuse(column, .readOnly)
    }
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
}
