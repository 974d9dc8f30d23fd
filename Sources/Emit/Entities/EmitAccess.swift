import IR
import Query
import TargetCode

extension Emitter {
  /// Who may do what with the records of an entity, as clauses of roles and of everyone.
  func rights(_ entity: Entity) -> SwiftDeclaration {
    var arguments: [SwiftExpression.Argument] = []
    if let owner = column(of: entity, named: ["owner"], "person") {
      arguments.append(.init("owner", .integer(owner)))
    }
    if let department = column(of: entity, named: ["department", "dept"], "department") {
      arguments.append(.init("department", .integer(department)))
    }
    arguments.append(.init(nil, .array(clauses(entity.access))))
    return .property(
      modifiers: ["static"], keyword: "let", name: "rights", type: nil,
      value: .call("EntityRights", arguments))
  }

  /// The column of the first field of a kind with one of these names.
  private func column(
    of entity: Entity, named names: [String], _ type: String
  ) -> Int64? {
    for name in names {
      if let index = entity.fields.firstIndex(where: { $0.name == name && $0.type.keyword == type })
      {
        return Int64(SystemColumn.count + index)
      }
    }
    return nil
  }

  /// A clause for each set of actions: the roles that have just these.
  private func clauses(_ access: Access) -> [SwiftExpression] {
    var grants: [(actions: [String], roles: UInt64)] = []
    func add(_ roles: UInt64, _ holds: (Audience) -> Bool) {
      let actions = EmittedAction.all.filter { holds($0.audience(access)) }.map(\.name)
      if actions.isEmpty { return }
      if let index = grants.firstIndex(where: { $0.actions == actions && roles != .max }) {
        grants[index].roles |= roles
      } else {
        grants.append((actions, roles))
      }
    }
    add(.max) { $0 == .everyone }
    for role in application.roles.indices {
      add(1 << UInt64(role)) {
        if case .roles(let indices) = $0 { return indices.contains(role) }
        return false
      }
    }
    return grants.map { clause($0.actions, $0.roles) }
  }

  private func clause(_ actions: [String], _ bits: UInt64) -> SwiftExpression {
    let roles = SwiftExpression.name(bits == .max ? "Clause.everyone" : String(bits))
    if actions.count == EmittedAction.all.count {
      return .call("Clause.everything", [.init("to", roles)])
    }
    return .call(
      "Clause", [.init("roles", roles)] + actions.map { .init($0, .name(".all")) })
  }
}

/// An action as ``Clause`` names it, and who has it: what is not named at an entity's access
/// follows from what is.
private struct EmittedAction: Sendable {
  let name: String
  let audience: @Sendable (Access) -> Audience

  static let all = [
    EmittedAction(name: "read") { $0.read }, EmittedAction(name: "create") { $0.create },
    EmittedAction(name: "update") { $0.update }, EmittedAction(name: "delete") { $0.delete },
    EmittedAction(name: "export") { access in
      let all = [access.read, access.create, access.update, access.delete]
      return all.allSatisfy { $0 == access.read } ? access.read : .nobody
    },
    EmittedAction(name: "load") { $0.create }, EmittedAction(name: "print") { $0.read },
    EmittedAction(name: "assign") { $0.update }, EmittedAction(name: "comment") { $0.read },
  ]
}
