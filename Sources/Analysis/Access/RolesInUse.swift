import Diagnostics
import IR

/// Is every role given something? One that no access names is a leftover or a slip.
enum RolesInUse {
  static func verdicts(_ application: Application) -> [Verdict] {
    var used: Set<Int> = []
    for entity in application.entities {
      let access = entity.access
      for audience in [access.read, access.create, access.update, access.delete] {
        if case .roles(let roles) = audience { used.formUnion(roles) }
      }
    }
    return application.roles.enumerated().map { index, role in
      if used.contains(index) { return .proved }
      return .refuted(AccessMistake.roleWithoutAccess(role.name, at: role.origin))
    }
  }
}
