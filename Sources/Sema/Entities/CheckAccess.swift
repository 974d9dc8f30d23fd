import Diagnostics
import IR
import Syntax

extension Checker {
  /// Who may do what. An entity that does not say it is refused.
  func checkAccess(_ keyed: Keyed, _ entity: YAMLEntry) -> Access? {
    guard let entry = keyed.sound("access") else {
      if !keyed.isPoisoned("access"), entity.value.isComplete {
        report(AccessMistake.missing(entity: entity.key, at: entity.keySpan))
      }
      return nil
    }
    guard case .mapping = entry.value.content else {
      return audience(entry.value).map { everyAction($0, entry.keySpan) }
    }
    guard
      let actions = self.keyed(
        entry.value, Keywords.access, name: entry.key, at: entry.keySpan)
    else { return nil }
    let read = audience(.read, actions)
    let create = audience(.create, actions)
    let update = audience(.update, actions)
    let delete = audience(.delete, actions)
    // What an unknown action was meant to give is not known either.
    guard !actions.hasUnknownKeys, let read, let create, let update, let delete else { return nil }
    var places: [AccessAction: Span] = [:]
    for action in AccessAction.allCases {
      places[action] = actions.sound(action.rawValue)?.keySpan
    }
    return Access(
      read: read, create: create, update: update, delete: delete, origin: entry.keySpan,
      places: places)
  }

  private func everyAction(_ audience: Audience, _ span: Span) -> Access {
    Access(read: audience, create: audience, update: audience, delete: audience, origin: span)
  }

  /// The audience of an action: nobody when it is not named, nil when it is broken.
  private func audience(_ action: AccessAction, _ keyed: Keyed) -> Audience? {
    guard let entry = keyed.sound(action.rawValue) else {
      return keyed.isPoisoned(action.rawValue) ? nil : .nobody
    }
    return audience(entry.value)
  }

  /// Roles, `everyone` or `nobody`; nil after reporting what is wrong.
  func audience(_ list: YAMLNode) -> Audience? {
    if case .scalar(let word, _) = list.content {
      if word == "everyone" { return .everyone }
      if word == "nobody" { return .nobody }
    }
    var indices: Set<Int> = []
    var places: [String: Span] = [:]
    var isSound = list.isNames
    for (name, node) in scalars(list) {
      if name == "everyone" || name == "nobody" {
        report(AccessMistake.mixedAudience(name, at: node.span))
        isSound = false
      } else if let first = places[name] {
        report(
          NameMistake.repeatedName(
            name, first: first, removal: sources.removal(ofItem: node.span), at: node.span))
        isSound = false
      } else if let role = roleIndex(name, beside: list, at: node.span) {
        indices.insert(role)
      } else {
        isSound = false
      }
      places[name] = node.span
    }
    return isSound ? .roles(indices.sorted()) : nil
  }

  private func roleIndex(_ name: String, beside list: YAMLNode, at span: Span) -> Int? {
    let roles = environment.roles
    if let index = roles.index[name] { return index }
    guard environment.areRolesKnown, !roles.refused.contains(name), !mayBeUnread(name) else {
      return nil
    }
    let words = [
      Candidate("everyone", also: Keyword.list("all any anyone everybody public 所有人 全部 全员 大家 *")),
      Candidate("nobody", also: Keyword.list("none noone no_one 无 无人 没有人")),
    ]
    let near = nearest(to: name, among: free(roles.candidates + words, beside: list))
    report(ReferenceMistake.unknownRole(name, suggestions: near, at: span))
    return nil
  }
}
