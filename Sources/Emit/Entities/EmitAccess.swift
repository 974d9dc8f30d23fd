import IR
import TargetCode

extension Emitter {
  /// The policy of an entity as a function from action and person to a grant.
  func grant(_ access: Access) -> SwiftDeclaration {
    let actions: [(String, Audience)] = [
      ("read", access.read), ("create", access.create), ("update", access.update),
      ("delete", access.delete),
    ]
    return .function(
      modifiers: ["static"],
      signature: "grant(_ action: Action, to principal: Principal) -> Grant?",
      body: [
        .switch(
          .name("action"),
          actions.map { action, audience in
            SwiftStatement.Case(pattern: "case .\(action)", body: [.return(expression(audience))])
          })
      ])
  }

  private func expression(_ audience: Audience) -> SwiftExpression {
    switch audience {
    case .everyone: return .name("meta.everything")
    case .nobody: return .name("nil")
    case .roles(let indices):
      let bits = indices.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
      return .call(
        "meta.everything",
        [
          .init("if", .name("principal")),
          .init("holdsAnyOf", .integer(Int64(bitPattern: bits))),
        ])
    }
  }
}
