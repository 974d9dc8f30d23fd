import Diagnostics
import IR
import Syntax

/// What stands under `may` of a role for one entity.
struct May {
  /// Index into the application's roles.
  let role: Int
  let entry: YAMLEntry
  let file: ParsedFile

  /// Whether it is the same text at the same place.
  func isSame(as other: May) -> Bool {
    role == other.role && file === other.file && entry.keySpan == other.entry.keySpan
  }
}

extension Checker {
  /// Finds the entities that roles name under `may`, now that their names are known. What stands
  /// there is looked into with each entity.
  func resolveMays(_ roles: [RoleDraft], _ files: [ParsedFile]) {
    for (index, role) in roles.enumerated() {
      if !role.isMayKnown { environment.rolesWithUnknownRights.insert(index) }
      guard let may = role.may else { continue }
      guard let entries = mapping(may.value, name: may.key, at: may.keySpan) else {
        environment.rolesWithUnknownRights.insert(index)
        continue
      }
      if !may.value.isComplete { environment.rolesWithUnknownRights.insert(index) }
      if entries.isEmpty, may.value.isComplete {
        report(ShapeMistake.emptyCollection(key: may.key, at: may.keySpan))
      }
      for entry in entries {
        if People.names.contains(entry.key) {
          report(RightsMistake.builtInRights(entry.key, at: entry.keySpan))
        } else if let entity = entity(entry.key, at: entry.keySpan) {
          environment.mays[entity, default: []].append(
            May(role: index, entry: entry, file: files[entry.keySpan.file]))
        } else {
          environment.rolesWithUnknownRights.insert(index)
        }
      }
    }
  }

  /// To whom something is offered under `for`; nil when nothing is said, or nothing that could be
  /// read.
  func offer(_ keyed: Keyed) -> Offer? {
    guard let entry = keyed.sound("for") else { return nil }
    var roles: [Int] = []
    var spans: [Span] = []
    var places: [String: Span] = [:]
    for (name, node) in scalars(entry.value) {
      if isRepeated(name, &places, at: node.span) { continue }
      guard let role = roleIndex(name, beside: entry.value, also: [], at: node.span) else {
        continue
      }
      roles.append(role)
      spans.append(node.span)
    }
    return roles.isEmpty ? nil : Offer(roles: roles, places: spans)
  }
}
