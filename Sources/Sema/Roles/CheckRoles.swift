import Diagnostics
import IR
import Syntax

extension Checker {
  static let roleLimit = 64

  /// Declares the roles and returns the sound ones, each with the names on its workbench.
  func checkRoles(_ sections: Sections) -> [RoleDraft] {
    var result: [RoleDraft] = []
    let entries = sections.named["roles"] ?? []
    environment.areRolesKnown = !sections.poisoned.contains("roles")
    if entries.count > Checker.roleLimit {
      report(
        ShapeMistake.tooMany(
          what: Message(zh: "角色", en: "roles"), count: entries.count, limit: Checker.roleLimit,
          at: entries[Checker.roleLimit].keySpan))
    }
    for entry in entries {
      if entry.key == "everyone" || entry.key == "nobody" {
        report(NameMistake.reservedName(entry.key, at: entry.keySpan))
        continue
      }
      let what = Message(zh: "角色", en: "role")
      guard let index = declare(entry, in: &environment.roles, what: what) else { continue }
      let keys =
        isKeyed(entry.value) == nil
        ? nil : keyed(entry.value, Keywords.role, name: entry.key, at: entry.keySpan)
      let label =
        (isKeyed(entry.value) == nil ? words(entry) : keys?.sound("label").flatMap { words($0) })
        ?? plainWords(entry.key)
      environment.roles.labels[index] = label.texts.map(\.text)
      result.append(
        RoleDraft(
          role: Role(
            id: lock.identity(.role, entry.key), name: entry.key, label: label,
            isAdministrator: keys?.flag("administrator") ?? false,
            isAuditor: keys?.flag("audit") ?? false, origin: entry.keySpan),
          may: keys?.sound("may"),
          isMayKnown: keys.map { !$0.isPoisoned("may") && !$0.hasUnknownKeys } ?? true,
          workbench: keys?.sound("workbench")?.value))
    }
    return result
  }
}

/// A role before entities and views are known.
struct RoleDraft {
  var role: Role
  let may: YAMLEntry?
  /// Whether all that is said of its rights is under `may`.
  let isMayKnown: Bool
  /// The names of views under `workbench`.
  let workbench: YAMLNode?
}
