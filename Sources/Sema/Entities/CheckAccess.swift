import Diagnostics
import IR
import Syntax

extension Checker {
  /// What an entity says of who may do what; nil when it says nothing, or nothing that could be
  /// read.
  func checkAccess(_ keyed: Keyed) -> Access? {
    guard let entry = keyed.sound("access") else { return nil }
    guard case .mapping = entry.value.content else {
      return audience(entry.value).map { audience in
        let given = AccessAction.allCases.map { ($0, Access.Given(audience, at: entry.keySpan)) }
        return Access(Dictionary(uniqueKeysWithValues: given), origin: entry.keySpan)
      }
    }
    guard
      let actions = self.keyed(
        entry.value, Keywords.access, name: entry.key, at: entry.keySpan)
    else { return nil }
    var given: [AccessAction: Access.Given] = [:]
    // What an unknown action was meant to give is not known either.
    var isSound = !actions.hasUnknownKeys
    for action in AccessAction.allCases {
      guard let item = actions.sound(action.rawValue) else {
        if actions.isPoisoned(action.rawValue) { isSound = false }
        continue
      }
      if let audience = audience(item.value) {
        given[action] = Access.Given(audience, at: item.keySpan)
      } else {
        isSound = false
      }
    }
    return isSound ? Access(given, origin: entry.keySpan) : nil
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
      } else if let role = roleIndex(
        name, beside: list, also: Checker.audiences, at: node.span)
      {
        indices.insert(role)
      } else {
        isSound = false
      }
      places[name] = node.span
    }
    return isSound ? .roles(indices.sorted()) : nil
  }

  private static let audiences = [
    Candidate("everyone", also: Keyword.list("all any anyone everybody public 所有人 全部 全员 大家 *")),
    Candidate("nobody", also: Keyword.list("none noone no_one 无 无人 没有人")),
  ]

  /// The index of a role that is named in a list, where `words` can stand too; nil when there is
  /// none, which is reported.
  func roleIndex(
    _ name: String, beside list: YAMLNode, also words: [Candidate], at span: Span
  ) -> Int? {
    let roles = environment.roles
    if let index = roles.index[name] { return index }
    guard environment.areRolesKnown, !roles.refused.contains(name), !mayBeUnread(name) else {
      return nil
    }
    let near = nearest(to: name, among: free(roles.candidates + words, beside: list))
    report(ReferenceMistake.unknownRole(name, suggestions: near, at: span))
    return nil
  }
}
