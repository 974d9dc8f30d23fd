import Diagnostics
import IR
import Values
import Syntax

extension Checker {
  /// The menu as declared; without a declaration one group of all entities that are no subform's.
  func checkMenu(_ sections: Sections, _ entities: [Entity]) -> [MenuGroup] {
    guard let entries = sections.named["menu"] else { return [usualMenu(entities)] }
    var names = NameTable()
    var places: [StableID: Span] = [:]
    var groups: [MenuGroup] = []
    for entry in entries {
      guard
        declare(entry, in: &names, what: Message(zh: "菜单分组", en: "menu group")) != nil,
        let keyed = keyed(entry.value, Keywords.menuGroup, name: entry.key, at: entry.keySpan)
      else { continue }
      let label = keyed.sound("label").flatMap { words($0) } ?? plainWords(entry.key)
      var members: [StableID] = []
      if let list = keyed.sound("entities") {
        for (name, node) in scalars(list.value) {
          guard let entity = People.entity(named: name) ?? entity(name, at: node.span) else {
            continue
          }
          if let first = places[entity] {
            report(
              NameMistake.repeatedName(
                name, first: first, removal: sources.removal(ofItem: node.span), at: node.span))
            continue
          }
          places[entity] = node.span
          members.append(entity)
        }
      }
      groups.append(
        MenuGroup(
          name: entry.key, label: label, icon: word(keyed, "icon", of: Icons.all),
          entities: members, offer: offer(keyed)))
    }
    return groups
  }

  private func usualMenu(_ entities: [Entity]) -> MenuGroup {
    let rows = Set(entities.flatMap(\.subforms).map(\.entity))
    return MenuGroup(
      name: "all", label: nil, icon: nil,
      entities: entities.map(\.id).filter { !rows.contains($0) } + [People.user, People.department])
  }
}
