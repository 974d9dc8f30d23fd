import Diagnostics
import IR

/// May everyone who changes or deletes records also read them?
enum ChangeNeedsRead {
  static func verdicts(_ application: Application) -> [Verdict] {
    application.entities.flatMap { entity in
      [("update", entity.access.update), ("delete", entity.access.delete)].map {
        verdict($0, $1, entity.access, application)
      }
    }
  }

  private static func verdict(
    _ action: String, _ audience: Audience, _ access: Access, _ application: Application
  ) -> Verdict {
    switch (audience, access.read) {
    case (.nobody, _), (_, .everyone): return .proved
    case (.everyone, _):
      return .refuted(
        AccessMistake.changeWithoutRead(action: action, who: [], at: access.origin))
    case (.roles(let roles), let read):
      var readers: Set<Int> = []
      if case .roles(let indices) = read { readers = Set(indices) }
      let blind = roles.filter { !readers.contains($0) }
      if blind.isEmpty { return .proved }
      let names = blind.map { application.roles[$0].name }
      return .refuted(
        AccessMistake.changeWithoutRead(action: action, who: names, at: access.origin))
    }
  }
}
