import Diagnostics
import IR

/// Is every role given something? One that nothing gives rights to is a leftover or a slip. While
/// something cannot be read, a role that seems to be unused may be named there.
enum RolesInUse {
  static func verdicts(_ rights: Rights) -> [Verdict] {
    var used: Set<Int> = []
    for policy in rights.policies {
      for given in policy.access?.given.values.map(\.audience) ?? [] {
        if case .roles(let roles) = given { used.formUnion(roles) }
      }
      for clause in policy.mays {
        if case .role(let role) = clause.holder { used.insert(role) }
      }
    }
    for view in rights.views { used.formUnion(view.offer?.roles ?? []) }
    return rights.roles.enumerated().map { index, role in
      if used.contains(index) || role.isAdministrator || role.isAuditor { return .proved }
      guard rights.isComplete else { return .notAnalysed }
      return .refuted(AccessMistake.roleWithoutAccess(role.name, at: role.origin))
    }
  }
}
