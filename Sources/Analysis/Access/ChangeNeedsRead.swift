import Diagnostics
import IR

/// May everyone who changes or deletes records also read them?
enum ChangeNeedsRead {
  static func verdicts(_ rights: Rights) -> [Verdict] {
    rights.access.flatMap { access in
      [AccessAction.update, .delete].map { verdict($0, access, rights.roles) }
    }
  }

  private static func verdict(
    _ action: AccessAction, _ access: Access, _ roles: [Role]
  ) -> Verdict {
    var who: [String] = []
    switch (access[action], access.read) {
    case (.nobody, _), (_, .everyone): return .proved
    case (.everyone, _): break
    case (.roles(let changers), let read):
      var readers: Set<Int> = []
      if case .roles(let indices) = read { readers = Set(indices) }
      who = changers.filter { !readers.contains($0) }.map { roles[$0].name }
      if who.isEmpty { return .proved }
    }
    return .refuted(
      AccessMistake.changeWithoutRead(
        action: action.rawValue, who: who, at: access.origin(of: action)))
  }
}
