import TenonDatabase
import TenonPages

extension RecordStore {
  private static let authority = SystemAuthority("what can be chosen")

  /// Holds the references of a stored record against their conditions: those that changed, and
  /// those whose condition reads something that changed with them. A reference that stays as it was
  /// is let be, whatever became of its target.
  func examineChoices(
    _ entity: EntityModel, _ id: Int64, before: [Value]?, _ request: [Written]
  ) throws -> [RuleKeeper.Problem] {
    let rules = tenant.choices.rules(of: entity)
    if rules.isEmpty { return [] }
    guard let now = try stored(entity, id) else { return [] }
    var problems: [RuleKeeper.Problem] = []
    for rule in rules {
      guard case .integer(let chosen) = now[rule.column],
        try isConcerned(rule, before, now, request)
      else { continue }
      if try !meets(rule, chosen, EditedRecord(values: now)) {
        problems.append((rule.column, .notOffered))
      }
    }
    return problems
  }

  private func meets(
    _ rule: ChoiceRules.Rule, _ id: Int64, _ edited: EditedRecord
  ) throws -> Bool {
    guard var slots = try edited.slots(rule, session) else { return false }
    slots[.me] = principal.user > 0 ? .integer(principal.user) : .blank
    slots[.now] = .integer(now)
    slots[.today] = .integer(tenant.zone.day(now).days)
    var isMet = false
    try session.rows(
      .meets(rule.expression, of: rule.target.table, id: id), slots, RecordStore.authority
    ) { _ in isMet = true }
    return isMet
  }

  /// Whether a reference or something that its condition reads differs from before.
  private func isConcerned(
    _ rule: ChoiceRules.Rule, _ before: [Value]?, _ now: [Value], _ request: [Written]
  ) throws -> Bool {
    guard let before, before[rule.column] == now[rule.column] else { return true }
    return try rule.reads.contains { read in
      if before[read.column] != now[read.column] { return true }
      // What a row reads of the record above, which the same request changes.
      guard let first = read.onward.first,
        let above = request.first(where: {
          $0.entity === first.entity && .integer($0.id) == now[read.column]
        }), let was = above.before
      else { return false }
      return try stored(above.entity, above.id)?[first.column] != was[first.column]
    }
  }

  /// All values of a record as the database has them.
  func stored(_ entity: EntityModel, _ id: Int64) throws -> [Value]? {
    let columns = Array(entity.table.columns.indices)
    var values: [Value]?
    try session.rows(
      .row(columns, of: entity.table, id: id), ExpressionValues(), RecordStore.authority
    ) { values = entity.values($0, columns) }
    return values
  }

  /// What is wrong with rows of a changed record that the request did not bring, and whose
  /// references read of it what has changed: with the subform's name.
  func examineRows(
    of record: Written, _ request: [Written]
  ) throws -> [(path: String, row: EntityModel, found: RuleKeeper.Problem)] {
    guard let before = record.before else { return [] }
    var problems: [(path: String, row: EntityModel, found: RuleKeeper.Problem)] = []
    for subform in tenant.subforms(of: record.entity) {
      let child = subform.child
      let columns = tenant.choices.rules(of: child).flatMap(\.reads)
        .filter { $0.column == subform.by }.compactMap(\.onward.first?.column)
      if columns.isEmpty { continue }
      let now = try stored(record.entity, record.id)
      guard columns.contains(where: { now?[$0] != before[$0] }) else { continue }
      var ids: [Int64] = []
      try session.rows(
        .referring(by: subform.by, of: child.table, to: record.id), RecordStore.authority
      ) { ids.append($0.integer(0)) }
      for id in ids where !request.contains(where: { $0.entity === child && $0.id == id }) {
        let found = try examineChoices(child, id, before: try stored(child, id), request)
        problems += found.map { (subform.name, child, $0) }
      }
    }
    return problems
  }
}
