import Diagnostics
import IR
import Syntax

extension Checker {
  static let roleLimit = 64

  /// Declares the roles and returns the sound ones.
  func checkRoles(_ sections: Sections) -> [Role] {
    var result: [Role] = []
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
      let label = roleLabel(entry) ?? plainWords(entry.key)
      environment.roles.labels[index] = label.texts.map(\.text)
      result.append(
        Role(
          id: lock.identity(.role, entry.key), name: entry.key, label: label,
          origin: entry.keySpan))
    }
    return result
  }

  private func roleLabel(_ entry: YAMLEntry) -> Words? {
    if case .mapping(let entries) = entry.value.content,
      !entries.contains(where: { isLanguage($0.key) })
    {
      let map = keyed(entry.value, Keywords.role, name: entry.key, at: entry.keySpan)
      return map?.sound("label").flatMap { words($0) }
    }
    return words(entry)
  }

  /// Whether a key belongs to a text for people and not to a table of keywords.
  private func isLanguage(_ key: String) -> Bool {
    key == "zh" || key == "en" || settings.languages.contains(key)
  }
}
