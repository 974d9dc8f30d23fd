import IR

extension Assembly {
  /// Who may do what, as far as it could be read: of broken entities too, which are in no
  /// application.
  func rights(_ files: [ParsedFile]) -> Rights {
    let areRolesKnown =
      environment.areRolesKnown && environment.roles.refused.isEmpty
      && environment.rolesWithUnknownRights.isEmpty
    let declared = environment.declared.compactMap { entity -> EntityPolicy? in
      guard let draft = environment.drafts[entity.item.id] else { return nil }
      let said = rights[entity.item.id]
      return EntityPolicy(
        id: entity.item.id, name: draft.name, access: draft.access, mays: said?.clauses ?? [],
        above: above[entity.item.id] ?? [], fields: draft.facts,
        isKnown: areRolesKnown && isSaid(draft, entity.item.id)
          && !perhapsRows.contains(draft.name)
          && (draft.access != nil || isGiven(entity.item.id)),
        origin: entity.entry.keySpan)
    }
    let builtIn = environment.people.values.sorted { $0.name < $1.name }.map { entity in
      EntityPolicy(
        id: entity.id, name: entity.name, access: entity.access, mays: [], above: [],
        fields: entity.fields.map(\.facts), isKnown: true, origin: entity.origin)
    }
    let names = Dictionary(uniqueKeysWithValues: (declared + builtIn).map { ($0.id, $0.name) })
    let offered = (views + People.views(languages: [], roles: [])).map { view in
      OfferedView(
        id: view.id, name: "\(names[view.entity] ?? "").\(view.name)", entity: view.entity,
        offer: view.offer)
    }
    return Rights(
      roles: roles.map(\.role), policies: declared + builtIn, views: offered,
      isComplete: environment.areEntitiesKnown && environment.entities.refused.isEmpty
        && areRolesKnown
        && environment.declared.allSatisfy { entity in
          environment.drafts[entity.item.id].map { isSaid($0, entity.item.id) } ?? false
        }
        && !files.contains { !$0.document.unread.isEmpty })
  }

  /// Whether all that the entity and roles say could be read.
  private func isSaid(_ draft: EntityDraft, _ entity: StableID) -> Bool {
    rights[entity]?.isKnown == true && (draft.access != nil || draft.isAccessLeftOut)
  }

  /// Whether roles, or the record above, give rights to an entity that gives none itself.
  private func isGiven(_ entity: StableID) -> Bool {
    environment.mays[entity] != nil || above[entity] != nil
  }
}
