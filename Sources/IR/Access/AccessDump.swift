import Diagnostics

extension RowRule {
  /// The rule as one line: `(or own (not reach(customer)) (< contract.amount:money(2) …))`. `field`
  /// gives the name of a field of the entity by its index, `member` that of any.
  public func dump(_ field: (Int) -> String, _ member: (Expression.Step) -> String) -> String {
    func list(_ word: String, _ rules: [RowRule]) -> String {
      "(" + ([word] + rules.map { $0.dump(field, member) }).joined(separator: " ") + ")"
    }
    switch self {
    case .all: return "all"
    case .nothing: return "none"
    case .word(let word): return word.rawValue
    case .reach(let index, .read): return "reach(\(field(index)))"
    case .reach(let index, let action): return "reach(\(field(index)) \(action.rawValue))"
    case .condition(let expression): return expression.dump(member)
    case .not(let rule): return list("not", [rule])
    case .and(let rules): return list("and", rules)
    case .or(let rules): return list("or", rules)
    }
  }
}

extension Application {
  /// Who may do what with an entity: lines with their depth below it and their place.
  func accessLines(of entity: Entity) -> [(depth: Int, text: String, origin: Span?)] {
    var lines: [(depth: Int, text: String, origin: Span?)] = []
    var whose: [String] = []
    if let owner = entity.owner { whose.append("owner \(entity.fields[owner].name)") }
    if let field = entity.department { whose.append("department \(entity.fields[field].name)") }
    if entity.sharing { whose.append("sharing") }
    if !whose.isEmpty { lines.append((0, whose.joined(separator: " "), nil)) }
    if let access = entity.access {
      let shown = AccessAction.allCases.filter { $0.follows == nil || access.given[$0] != nil }
      let actions = shown.map { "\($0.rawValue) \(audience(access[$0]))" }
      lines.append((0, "access \(actions.joined(separator: " "))", access.origin))
    }
    for clause in entity.mays { lines += self.lines(of: clause, entity) }
    return lines
  }

  private func lines(
    of clause: Clause, _ entity: Entity
  ) -> [(depth: Int, text: String, origin: Span?)] {
    func shown(_ rule: RowRule) -> String {
      rule.dump({ entity.fields[$0].name }, names)
    }
    var lines: [(depth: Int, text: String, origin: Span?)] = [
      (0, "may \(holderName(clause.holder))", clause.origin)
    ]
    for action in AccessAction.allCases {
      guard let grant = clause.grants[action], grant.follows == nil else { continue }
      lines.append((1, "\(action.rawValue) \(shown(grant.rule))", grant.origin))
    }
    for (key, limits) in [("hide", clause.hide), ("mask", clause.mask), ("lock", clause.lock)] {
      for limit in limits {
        let name = entity.fields[limit.field].name
        lines.append((1, "\(key) \(name) when \(shown(limit.when))", limit.origin))
      }
    }
    return lines
  }

  /// The name of a role, or `everyone`.
  public func holderName(_ holder: Clause.Holder) -> String {
    switch holder {
    case .everyone: return "everyone"
    case .role(let index): return roles[index].name
    }
  }

  /// To whom something is offered, for the end of a line.
  func offered(_ offer: Offer?) -> String {
    guard let offer else { return "" }
    return " for [\(offer.roles.map { roles[$0].name }.joined(separator: ","))]"
  }

  private func audience(_ audience: Audience) -> String {
    switch audience {
    case .everyone: return "everyone"
    case .nobody: return "nobody"
    case .roles(let indices):
      return "[" + indices.map { roles[$0].name }.joined(separator: ",") + "]"
    }
  }
}
