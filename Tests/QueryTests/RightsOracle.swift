import Query
import Values

/// What clauses mean, record by record and apart from the grants: the definition of the union in
/// docs/language.md in the plainest way.
struct RightsOracle {
  let world: RightsWorld
  let rights: EntityRights
  let targetRights: EntityRights

  /// The clauses of everyone and of the roles held.
  var clauses: [Clause] {
    rights.clauses.filter {
      $0.roles == .max || $0.roles & world.principal.roles.rawValue != 0
    }
  }

  func holds(_ rule: RowRule, _ row: [Value], _ action: Action) -> Bool {
    switch rule {
    case .all: return true
    case .none: return false
    case .own: return row[rights.owner] == .integer(RightsWorld.me)
    case .pool: return row[rights.owner].isBlank
    case .department: return belongs(row, world.departments)
    case .below: return belongs(row, world.below)
    case .headed: return belongs(row, world.headed)
    case .shared:
      guard rights.sharing, let share = world.shares[row[0].integer!] else { return false }
      let isEdit = action == .update || action == .delete || action == .assign
      return !share.hasEnded && (share.isForEditing || !isEdit)
    case .reach(let column, _, _):
      guard let id = row[column].integer,
        let target = world.world.targets.first(where: {
          $0[0] == .integer(id)
        })
      else { return false }
      return targetRights.clauses.contains { isTarget($0.rule(.read), target) }
    case .condition(let predicate): return Oracle.holds(predicate, row)
    case .expression: preconditionFailure("none is generated")
    case .and(let rules): return rules.allSatisfy { holds($0, row, action) }
    case .or(let rules): return rules.contains { holds($0, row, action) }
    case .not(let rule): return !holds(rule, row, action)
    }
  }

  private func isTarget(_ rule: RowRule, _ target: [Value]) -> Bool {
    switch rule {
    case .all: return true
    case .own: return target[SystemColumn.createdBy] == .integer(RightsWorld.me)
    case .condition(let predicate): return Oracle.holds(predicate, target)
    default: return false
    }
  }

  private func belongs(_ row: [Value], _ departments: [Int64]) -> Bool {
    if let column = rights.department {
      return row[column].integer.map(departments.contains) ?? false
    }
    guard let owner = row[rights.owner].integer, let department = world.people[owner] ?? nil else {
      return false
    }
    return departments.contains(department)
  }

  private func given(_ action: Action, _ row: [Value]) -> Bool {
    clauses.contains { holds($0.rule(action), row, action) }
  }

  func may(_ action: Action, _ row: [Value]) -> Bool {
    given(action, row) && (action == .create || given(.read, row))
  }

  func shown(_ column: Int, _ row: [Value]) -> Shown {
    let seeing = clauses.filter {
      holds($0.rule(.read), row, .read) && !holds($0.hide[column] ?? .none, row, .read)
    }
    if seeing.isEmpty { return .hidden }
    return seeing.contains { !holds($0.mask[column] ?? .none, row, .read) } ? .full : .masked
  }

  func mayWrite(_ column: Int, _ row: [Value]) -> Bool {
    guard may(.update, row), shown(column, row) == .full else { return false }
    let isOpen = clauses.contains {
      holds($0.rule(.update), row, .update) && !holds($0.lock[column] ?? .none, row, .update)
    }
    let isAssigned = column == rights.owner || column == rights.department
    return isOpen && (!isAssigned || may(.assign, row))
  }

  func mayCreate(_ column: Int, _ row: [Value]) -> Bool {
    let isOpen = clauses.contains {
      holds($0.rule(.create), row, .create) && !holds($0.hide[column] ?? .none, row, .create)
        && !holds($0.lock[column] ?? .none, row, .create)
    }
    if column == rights.owner {
      return isOpen && (may(.assign, row) || row[column].isBlank || holds(.own, row, .create))
    }
    if column == rights.department {
      return isOpen
        && (may(.assign, row) || row[column].isBlank || holds(.department, row, .create))
    }
    return isOpen
  }

  /// What a query gives for a column of a record.
  func output(_ column: Int, _ row: [Value]) -> Value {
    switch shown(column, row) {
    case .full: return row[column]
    case .hidden: return .blank
    case .masked:
      guard Subject.table.columns[column].storage == .text else { return .blank }
      return Value(Mask.text.apply(row[column].text))
    }
  }

  /// Whether a column may stand in filters: each clause that reads anything shows it without a
  /// condition, or one that reads all rows does.
  func isUniform(_ column: Int) -> Bool {
    let readers = clauses.filter { constant($0.rule(.read)) != false }
    func shows(_ clause: Clause) -> Bool {
      [clause.hide[column], clause.mask[column]].allSatisfy { rule in
        rule.map { constant($0) == false } ?? true
      }
    }
    return readers.allSatisfy(shows)
      || readers.contains { constant($0.rule(.read)) == true && shows($0) }
  }

  /// Whether a rule says all or none by itself.
  func constant(_ rule: RowRule) -> Bool? {
    switch rule {
    case .all: return true
    case .none: return false
    case .condition(.everything): return true
    case .not(let rule): return constant(rule).map { !$0 }
    case .and(let rules):
      let parts = rules.map(constant)
      return parts.contains(false) ? false : parts.allSatisfy { $0 == true } ? true : nil
    case .or(let rules):
      let parts = rules.map(constant)
      return parts.contains(true) ? true : parts.allSatisfy { $0 == false } ? false : nil
    default: return nil
    }
  }
}
