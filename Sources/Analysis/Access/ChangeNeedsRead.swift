import Diagnostics
import IR

/// May everyone who does something with records also read them? Only a new one needs no sight.
enum ChangeNeedsRead {
  static func verdicts(_ rights: Rights) -> [Verdict] {
    rights.policies.flatMap { policy -> [Verdict] in
      let actions = AccessAction.allCases.filter { ![.read, .create, .load].contains($0) }
      let entity = actions.compactMap { action in
        policy.access.flatMap { verdict(action, $0, policy, rights) }
      }
      let mays = policy.mays.flatMap { clause in
        actions.compactMap { verdict($0, clause, policy, rights) }
      }
      return entity + mays
    }
  }

  /// Of an action that the entity gives; nil for one that only follows from another.
  private static func verdict(
    _ action: AccessAction, _ access: Access, _ policy: EntityPolicy, _ rights: Rights
  ) -> Verdict? {
    guard let given = access.given[action] else { return nil }
    var who: [String] = []
    switch (given.audience, access[.read]) {
    case (.nobody, _), (_, .everyone): return .proved
    case (.everyone, _): break
    case (.roles(let roles), _):
      let blind = roles.filter { !rights.reads(policy.id, $0) }
      if blind.isEmpty { return .proved }
      // A role whose rights could not be read may well see the records.
      guard rights.isKnown(policy) else { return .notAnalysed }
      who = blind.map { rights.roles[$0].name }
    }
    return .refuted(
      AccessMistake.changeWithoutRead(action: action.rawValue, who: who, at: given.origin))
  }

  /// Of an action that a role's `may` gives.
  private static func verdict(
    _ action: AccessAction, _ clause: Clause, _ policy: EntityPolicy, _ rights: Rights
  ) -> Verdict? {
    guard let grant = clause.grants[action], grant.follows == nil,
      case .role(let role) = clause.holder
    else { return nil }
    if rights.reads(policy.id, role) { return .proved }
    guard rights.isKnown(policy) else { return .notAnalysed }
    return .refuted(
      AccessMistake.mayWithoutRead(
        action: action.rawValue, role: rights.roles[role].name, entity: policy.name,
        at: grant.origin))
  }
}
