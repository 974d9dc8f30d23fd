import TenonPages

extension RecordStore {
  /// A record that was just written, with its place in the request.
  struct Written {
    let entity: EntityModel
    let id: Int64
    let before: [Value]?
    /// As it was stored, before what follows from others.
    let after: [Value]
    let sent: RuleKeeper.Sent
    /// `lines/0`; empty for the record itself.
    var path = ""

    init(_ draft: Draft, _ id: Int64, path: String = "") {
      entity = draft.entity
      self.id = id
      before = draft.before
      after = draft.values
      sent = draft.sent
      self.path = path
    }
  }

  private var rules: RuleKeeper {
    RuleKeeper(tenant: tenant, principal: principal, session: session, now: now)
  }

  /// A record's values after these were put into it one over the other, and its own constraints.
  func filled<E: Entity>(
    _ type: E.Type, before: [Value]?, _ given: [Value?]
  ) throws -> ([Value], Checks) {
    var record = E()
    var problems: [RuleKeeper.Problem] = []
    if let before {
      record.set(before.map(Optional.some))
    } else {
      // What is given counts instead.
      problems = try rules.start(&record).filter { given[$0.column] == nil }
    }
    record.set(given)
    var checks = record.problems()
    for found in problems { checks.add(found.column, found.problem) }
    return (record.values(), checks)
  }

  // MARK: Examining

  /// Holds records against what the definition says of them, now that all of the request is
  /// written, and what only followed. What does not hold takes everything back. What is loaded is
  /// examined at the end of all of it.
  func examine(_ written: [Written], _ followed: [Upkeeper.Followed]) throws {
    guard tells else { return }
    var problems: [(field: String, problem: FieldProblem)] = []
    var stale = StaleInputs()
    for record in written {
      let after = upkeeper?.settled(record.entity, record.id) ?? record.after
      var checks = try examined(
        record.entity, record.id, after, before: record.before, record.sent)
      if isHandOver { checks.forgetUntouchable() }
      let prefix = record.path.isEmpty ? "" : record.path + "/"
      if record.sent.isForm, let hidden = checks.problems.first(where: { $0.problem == .hidden }) {
        stale.columns.append((record.path, hidden.column))
      }
      let choices = try examineChoices(record.entity, record.id, before: record.before, written)
      let claims = try examineClaims(record.entity, record.id, before: record.before)
      problems += (checks.problems + choices + claims).map {
        (prefix + record.entity.meta.name(ofColumn: $0.column), $0.problem)
      }
      problems += checks.whole.map { place, problem in
        (place.isEmpty ? record.path : prefix + place, problem)
      }
    }
    if !stale.columns.isEmpty { throw stale }
    if let first = written.first {
      problems += try examineRows(of: first, written).map { ($0.path, said($0.found, of: $0.row)) }
    }
    for record in followed {
      let found = try examineClaims(record.entity, record.id, before: record.before)
      problems += found.map { ("", said($0, of: record.entity)) }
    }
    if !problems.isEmpty { throw Refusal.invalid(problems) }
  }

  /// The same for the records to which a row belongs or belonged, when it is changed by itself.
  func examine(ownersOf entity: EntityModel, _ values: [[Value]?]) throws {
    guard tells else { return }
    var problems: [(field: String, problem: FieldProblem)] = []
    for owner in tenant.relations.owners(of: entity) where owner.entity.type.isRuled {
      let ids = Set(values.compactMap { $0?[owner.column].integer })
      for id in ids.sorted() {
        let name = entity.meta.name(ofColumn: owner.column)
        problems += try said(of: owner.entity, id).map { (name, $0) }
      }
    }
    if !problems.isEmpty { throw Refusal.invalid(problems) }
  }

  /// What does not hold of a record that was not changed itself, in words that name its fields.
  func said(of entity: EntityModel, _ id: Int64) throws -> [FieldProblem] {
    let checks = try unchanged(entity, id)
    return checks.problems.map { said($0, of: entity) } + checks.whole.map(\.problem)
  }

  /// What does not hold of a record that was loaded, by field. Unless all that was to be loaded is
  /// there, its references are let be.
  func examine(
    loaded entity: EntityModel, _ id: Int64, isWhole: Bool
  ) throws -> [(field: String, problem: FieldProblem)] {
    var checks = try examined(entity, id, nil, before: nil, RuleKeeper.Sent())
    // It was written elsewhere, where nothing was read-only or hidden.
    checks.forgetUntouchable()
    let choices = isWhole ? try examineChoices(entity, id, before: nil, []) : []
    let claims = try examineClaims(entity, id, before: nil)
    return (checks.problems + choices + claims).map {
      (entity.meta.name(ofColumn: $0.column), $0.problem)
    } + checks.whole
  }

  private func examined(
    _ entity: EntityModel, _ id: Int64, _ after: [Value]?, before: [Value]?,
    _ sent: RuleKeeper.Sent
  ) throws -> Checks {
    func examine<E: Entity>(_ type: E.Type) throws -> Checks {
      try rules.examine(E.self, id, after, before: before, sent)
    }
    return try examine(entity.type)
  }

  private func unchanged(_ entity: EntityModel, _ id: Int64) throws -> Checks {
    func examine<E: Entity>(_ type: E.Type) throws -> Checks {
      let stored = RuleReader(E.self, id, session).stored(E.self, id)
      return try rules.examine(E.self, id, stored, before: stored)
    }
    return try examine(entity.type)
  }

  /// What is wrong with a field of another record, in words.
  private func said(_ found: RuleKeeper.Problem, of entity: EntityModel) -> FieldProblem {
    var texts: [Locale: String] = [:]
    for (language, locale) in tenant.locales.enumerated() {
      let field = entity.pageField(found.column, language, locale)
      texts[locale] = found.problem.text(field, tenant.context(language))
    }
    return .said(texts)
  }

  // MARK: What a form sent for fields that are hidden

  /// Inputs of a form whose fields turned out to be hidden: they count for nothing.
  struct StaleInputs: Error {
    /// Places of records in the request, with the column in each.
    var columns: [(path: String, column: Int)] = []
  }

  /// Does the work, again without what a form sent for fields that are hidden then, one after the
  /// other: a field that hides another may be hidden itself. Rows are settled before their record.
  func withoutStale<R>(
    _ entity: EntityModel, _ input: RecordInput, _ work: (RecordInput) throws -> R
  ) throws -> R {
    let subforms = tenant.subforms(of: entity)
    let mayHide = ([entity] + subforms.map(\.child)).contains { !$0.type.hiddenColumns.isEmpty }
    guard input.isForm, mayHide else { return try work(input) }
    var input = input
    while true {
      do { return try session.part { try work(input) } } catch let stale as StaleInputs {
        let rows = stale.columns.filter { !$0.path.isEmpty }
        for (path, column) in rows.isEmpty ? stale.columns : rows {
          let parts = path.split(separator: "/").map(String.init)
          if let index = subforms.firstIndex(where: { $0.name == parts.first }),
            let place = parts.last.flatMap({ Int($0) })
          {
            input.lines[index]?[place].input.drop(column)
          } else {
            input.drop(column)
          }
        }
      }
    }
  }
}
