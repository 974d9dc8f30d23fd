import Values

/// Folds the clauses of an entity's rights into a grant for one principal.
struct GrantMaker {
  let standing: Standing
  let rights: EntityRights
  let table: Table

  /// The clauses that are about the principal.
  private var clauses: [Clause] {
    if standing.acts != nil { return [.everything(to: Clause.everyone)] }
    return rights.clauses.filter {
      $0.roles == Clause.everyone
        || !standing.roles.isDisjoint(with: RoleSet(rawValue: $0.roles))
    }
  }

  /// Nil when no clause gives the action, on whatever rows.
  func grant(_ action: Action) -> Grant? {
    let given = clauses.filter { $0.rule(action).constant != false }
    if given.isEmpty { return nil }
    let readers = clauses.filter { $0.rule(.read).constant != false }
    if readers.isEmpty && action != .create { return nil }
    let (sights, rows) = (sights(readers), rows(action))
    var passages = ColumnSet()
    for clause in given { clause.rule(action).addPassages(to: &passages) }
    let writable = writable(action, rows, sights)
    return Grant(table, rows: rows, sights: sights, writable: writable, passages: passages)
  }

  /// The rows of an action: those for which a clause gives it, and that the principal may read.
  private func rows(_ action: Action) -> Predicate {
    let given = Predicate.any(clauses.map { predicate($0.rule(action), action) })
    if action == .create || action == .read { return given }
    return .all([rows(.read), given])
  }

  // MARK: What is seen

  private func sights(_ readers: [Clause]) -> [ColumnSight] {
    var special: Set<Int> = []
    for clause in readers {
      special.formUnion(clause.hide.keys)
      special.formUnion(clause.mask.keys)
    }
    return table.columns.indices.map { special.contains($0) ? sight($0, readers) : .full }
  }

  private func sight(_ column: Int, _ readers: [Clause]) -> ColumnSight {
    if isEverywhere(readers, { shows($0, column) && $0.mask[column].isNever }) { return .full }
    let full = Predicate.any(readers.map { inFull($0, column) })
    let seen = Predicate.any(readers.map { inPart($0, column) })
    if seen == .nothing { return .hidden }
    if full == .nothing && isEverywhere(readers, { shows($0, column) }) { return .masked }
    return .by(full: full, seen: seen)
  }

  private func shows(_ clause: Clause, _ column: Int) -> Bool { clause.hide[column].isNever }

  /// Whether something is so on every row that any of these clauses reads: each says so, or one
  /// that reads all rows does.
  private func isEverywhere(_ readers: [Clause], _ holds: (Clause) -> Bool) -> Bool {
    readers.allSatisfy(holds)
      || readers.contains { $0.rule(.read).constant == true && holds($0) }
  }

  private func inPart(_ clause: Clause, _ column: Int) -> Predicate {
    .all([predicate(clause.rule(.read), .read), unless(clause.hide[column], .read)])
  }

  private func inFull(_ clause: Clause, _ column: Int) -> Predicate {
    .all([inPart(clause, column), unless(clause.mask[column], .read)])
  }

  private func unless(_ rule: RowRule?, _ action: Action) -> Predicate {
    rule.map { .opposite(of: predicate($0, action)) } ?? .everything
  }

  // MARK: What may be written

  private func writable(
    _ action: Action, _ rows: Predicate, _ sights: [ColumnSight]
  ) -> [Int: Predicate] {
    guard action == .update || action == .create else { return [:] }
    // Who gives a record to another person or department gives rights with it.
    let assigned = [rights.owner, rights.department].compactMap(\.self)
    var special = Set(assigned)
    for clause in clauses {
      special.formUnion(clause.lock.keys)
      special.formUnion(clause.hide.keys)
      special.formUnion(clause.mask.keys)
    }
    var writable: [Int: Predicate] = [:]
    for column in special where table.columns.indices.contains(column) {
      var allowed =
        action == .create
        ? creatable(column) : .all([full(sights[column]), changeable(column)])
      if assigned.contains(column) { allowed = .all([allowed, assignable(column, action)]) }
      if Predicate.all([rows, allowed]) != rows { writable[column] = allowed }
    }
    return writable
  }

  private func full(_ sight: ColumnSight) -> Predicate {
    switch sight {
    case .full: return .everything
    case .masked, .hidden: return .nothing
    case .by(let full, _): return full
    }
  }

  private func changeable(_ column: Int) -> Predicate {
    .any(
      clauses.map {
        .all([predicate($0.rule(.update), .update), unless($0.lock[column], .update)])
      })
  }

  private func creatable(_ column: Int) -> Predicate {
    .any(
      clauses.map {
        .all([
          predicate($0.rule(.create), .create), unless($0.hide[column], .create),
          unless($0.lock[column], .create),
        ])
      })
  }

  /// A new record may be one's own or nobody's, and in one of one's departments or in none.
  private func assignable(_ column: Int, _ action: Action) -> Predicate {
    let given = rows(.assign)
    if action == .update { return given }
    let mine = column == rights.owner ? predicate(.own, .create) : belongs(to: standing.departments)
    return .any([given, mine, .isBlank(column)])
  }

  // MARK: Rules

  private func predicate(_ rule: RowRule, _ action: Action) -> Predicate {
    switch rule {
    case .all: return .everything
    case .none: return .nothing
    case .own: return .compare(rights.owner, .equal, .integer(standing.user))
    case .department: return belongs(to: standing.departments)
    case .below: return belongs(to: standing.below)
    case .headed: return belongs(to: standing.headed)
    case .shared: return rights.sharing ? .shared(share(action)) : .nothing
    case .pool: return .isBlank(rights.owner)
    case .reach(let column, let target, let wanted): return reach(column, target, wanted)
    case .expression(let expression): return .expression(expression)
    case .condition(let predicate): return predicate
    case .and(let rules): return .all(rules.map { predicate($0, action) })
    case .or(let rules): return .any(rules.map { predicate($0, action) })
    case .not(let rule): return .opposite(of: predicate(rule, action))
    }
  }

  private func belongs(to departments: [Int64]) -> Predicate {
    if departments.isEmpty { return .nothing }
    if let column = rights.department {
      return .among(column, departments.map(Value.integer))
    }
    return .belongs(rights.owner, departments)
  }

  private func share(_ action: Action) -> Share {
    Share(user: standing.user, isForEditing: [.update, .delete, .assign].contains(action))
  }

  private func reach(
    _ column: Int, _ target: any Governed.Type, _ wanted: Action
  ) -> Predicate {
    guard let grant = standing.grant(wanted, target.rights, target.table) else { return .nothing }
    if grant.rows == .nothing { return .nothing }
    if grant.rows == .everything { return .opposite(of: .isBlank(column)) }
    return .reaches(column, Reached(table: target.table, rows: grant.rows))
  }
}

extension RowRule? {
  /// Whether nothing is said, or that it is so for no row.
  fileprivate var isNever: Bool { self.map { $0.constant == false } ?? true }
}
