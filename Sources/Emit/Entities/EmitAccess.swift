import Analysis
import IR
import Query
import TargetCode

extension Emitter {
  /// Who may do what with the records of an entity, as clauses of roles and of everyone.
  func rights(_ entity: Entity) -> SwiftDeclaration {
    var arguments: [SwiftExpression.Argument] = []
    if let owner = entity.owner { arguments.append(.init("owner", column(owner))) }
    if let department = entity.department {
      arguments.append(.init("department", column(department)))
    }
    if entity.sharing { arguments.append(.init("sharing", .bool(true))) }
    if sights.rights.policy(entity.id)?.isInherited == true {
      arguments.append(.init("areOfAbove", .bool(true)))
    }
    arguments.append(.init(nil, .array(clauses(of: entity).map(\.code))))
    return .property(
      modifiers: ["static"], keyword: "let", name: "rights", type: nil,
      value: .call("EntityRights", arguments))
  }

  /// The clauses of an entity in the order in which they are generated: roles that have the same
  /// have one.
  func clauses(of entity: Entity) -> [(clause: IR.Clause, code: SwiftExpression)] {
    var groups: [(clause: IR.Clause, roles: UInt64, rest: [SwiftExpression.Argument])] = []
    for clause in sights.clauses(of: entity) where !clause.grants.isEmpty {
      let (roles, rest) = (Emitter.bits(clause.holder), arguments(clause, entity))
      let place = groups.firstIndex {
        // All bits together would mean everyone.
        $0.rest == rest && $0.roles != .max && roles != .max && $0.roles | roles != .max
      }
      if let place { groups[place].roles |= roles } else { groups.append((clause, roles, rest)) }
    }
    return groups.map { ($0.clause, code($0.roles, $0.rest)) }
  }

  private static func bits(_ holder: IR.Clause.Holder) -> UInt64 {
    switch holder {
    case .everyone: return .max
    case .role(let index): return 1 << UInt64(index)
    }
  }

  private func code(_ bits: UInt64, _ rest: [SwiftExpression.Argument]) -> SwiftExpression {
    let roles = SwiftExpression.name(bits == .max ? "Clause.everyone" : String(bits))
    let isWhole =
      rest.count == AccessAction.allCases.count && rest.allSatisfy { $0.value == .name(".all") }
    if isWhole { return .call("Clause.everything", [.init("to", roles)]) }
    return .call("Clause", [.init("roles", roles)] + rest)
  }

  private func arguments(
    _ clause: IR.Clause, _ entity: Entity
  ) -> [SwiftExpression.Argument] {
    let actions = AccessAction.allCases.filter { !clause[$0].isNothing }
      .map { SwiftExpression.Argument($0.label, code(clause[$0], entity)) }
    let limits = [("hide", clause.hide), ("mask", clause.mask), ("lock", clause.lock)]
      .filter { !$0.1.isEmpty }
      .map { label, limits in
        let entries = limits.map {
          SwiftExpression.Entry(column($0.field), code($0.when, entity))
        }
        return SwiftExpression.Argument(label, .dictionary(entries))
      }
    return actions + limits
  }

  private func column(_ field: Int) -> SwiftExpression {
    .integer(Int64(SystemColumn.count + field))
  }

  private func code(_ rule: IR.RowRule, _ entity: Entity) -> SwiftExpression {
    func list(_ name: String, _ rules: [IR.RowRule]) -> SwiftExpression {
      .call(name, [.init(nil, .array(rules.map { code($0, entity) }))])
    }
    switch rule {
    case .all: return .name(".all")
    case .nothing: return .name(".none")
    case .word(let word): return .name("." + word.rawValue)
    case .reach(let field, let action):
      guard let target = entity.fields[field].type.target else {
        preconditionFailure("\(entity.fields[field].name) is no reference")
      }
      let arguments: [SwiftExpression.Argument] = [
        .init(nil, column(field)), .init(nil, .name(typeName(target) + ".self")),
      ]
      return .call(
        ".reach",
        arguments + (action == .read ? [] : [.init(nil, .name("." + action.label))]))
    case .condition(let expression):
      let sql = inQuery { () throws(NotInSQL) in try condition(inlined(expression)) }
      return .call(".expression", [.init(nil, sql.code)])
    case .not(let rule): return .call(".not", [.init(nil, code(rule, entity))])
    case .and(let rules): return list(".and", rules)
    case .or(let rules): return list(".or", rules)
    }
  }
}

extension AccessAction {
  /// The action in Swift, where `import` is a word of the language.
  fileprivate var label: String { self == .load ? "load" : rawValue }
}
