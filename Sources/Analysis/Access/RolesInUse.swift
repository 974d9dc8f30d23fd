import Diagnostics
import IR

/// Is every role given something? One that no access names is a leftover or a slip. While an access
/// cannot be read, a role that seems to be unused may be named there.
enum RolesInUse {
  static func verdicts(_ rights: Rights) -> [Verdict] {
    var used: Set<Int> = []
    for access in rights.access {
      for action in AccessAction.allCases {
        if case .roles(let roles) = access[action] { used.formUnion(roles) }
      }
    }
    return rights.roles.enumerated().map { index, role in
      if used.contains(index) || role.isAdministrator { return .proved }
      guard rights.isComplete else { return .notAnalysed }
      return .refuted(AccessMistake.roleWithoutAccess(role.name, at: role.origin))
    }
  }
}
