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

  /// What does not hold of a record as it stands in the database now. `before` are its values
  /// before the change, nil when it is new.
  func examine<E: Entity>(_ type: E.Type, _ id: Int64, before: [Value]?) throws -> Checks {
    var checks = Checks(tenant.locales)
    guard E.isRuled else { return checks }
    let reader = RuleReader(E.self, id, session)
    if let values = reader.stored(E.self, id) {
      let old = before.map { Known<E>($0) }
      let it = Evaluation(
        Known<E>(values), old: old, past: try old ?? started(E.self), scene(reader))
      E.examine(it, &checks)
    }
    if let failure = reader.failure { throw failure }
    return checks
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

  private func scene(_ reader: RuleReader) -> Scene {
    let roles = tenant.roleNames.enumerated().filter {
      !principal.roles.isDisjoint(with: RoleSet(role: $0.offset))
    }
    return Scene(
      now: now, me: principal.user > 0 ? principal.user : nil, myRoles: roles.map(\.element),
      zone: tenant.zone.rules, calendar: tenant.calendar, related: reader)
  }
}

extension RecordStore {
  /// A record that was just written, with its place in the request.
  struct Written {
    let entity: EntityModel
    let id: Int64
    let before: [Value]?
    /// `lines/0`; empty for the record itself.
    var path = ""
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

  /// Holds records against what the definition says of them, now that all of the request is
  /// written, and what only followed from it. What does not hold takes everything back.
  func examine(_ written: [Written], _ followed: [Upkeeper.Followed] = []) throws {
    var problems: [(field: String, problem: FieldProblem)] = []
    for record in written {
      let checks = try examined(record.entity, record.id, before: record.before)
      let prefix = record.path.isEmpty ? "" : record.path + "/"
      var found = checks.problems
      if !defersChoices { found += try examineChoices(record, in: written) }
      found += try examineClaims(record.entity, record.id, before: record.before)
      problems += found.map {
        (prefix + record.entity.meta.name(ofColumn: $0.column), $0.problem)
      }
      problems += checks.whole.map { (record.path, $0) }
    }
    if let first = written.first {
      for row in try rowsConcerned(by: first, in: written) {
        let found = try examineChoices(row, in: written)
        problems += found.map { (row.path, said($0, of: row.entity)) }
      }
    }
    for record in followed {
      let found = try examineClaims(record.entity, record.id, before: record.before)
      problems += found.map { ("", said($0, of: record.entity)) }
    }
    if !problems.isEmpty { throw Refusal.invalid(problems) }
  }

  /// The same for the records to which a row belongs or belonged, when it is changed by itself.
  func examine(ownersOf entity: EntityModel, _ values: [[Value]?]) throws {
    var problems: [(field: String, problem: FieldProblem)] = []
    for owner in tenant.relations.owners(of: entity) where owner.entity.type.isRuled {
      let ids = Set(values.compactMap { $0?[owner.column].integer })
      for id in ids.sorted() {
        let checks = try examined(owner.entity, id, before: nil, isUnchanged: true)
        let name = entity.meta.name(ofColumn: owner.column)
        problems += checks.problems.map { (name, said($0, of: owner.entity)) }
        problems += checks.whole.map { (name, $0) }
      }
    }
    if !problems.isEmpty { throw Refusal.invalid(problems) }
  }

  private func examined(
    _ entity: EntityModel, _ id: Int64, before: [Value]?, isUnchanged: Bool = false
  ) throws -> Checks {
    func examine<E: Entity>(_ type: E.Type) throws -> Checks {
      var before = before
      if isUnchanged, E.isRuled { before = RuleReader(E.self, id, session).stored(E.self, id) }
      var checks = try rules.examine(E.self, id, before: before)
      // What is loaded was written elsewhere; it was read-only for nobody.
      if !tells { checks.forgetReadOnly() }
      return checks
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
}
