import Diagnostics
import IR
import Syntax

/// Puts the application together from its units.
struct Assembly {
  let environment: Environment
  /// Reports and gives names for what concerns all units.
  private let global: Checker
  private(set) var roles: [RoleDraft]
  private var bag = DiagnosticBag()
  private var newItems: [(key: Lock.Key, item: Lock.Item)] = []
  private var identities: Set<StableID>
  private var entities: [Entity] = []
  /// Where each entity stands among them.
  private var places: [StableID: Int] = [:]
  private(set) var views: [View] = []
  private var viewPlaces: [String: Span] = [:]
  private var seenEntities: Set<StableID> = []
  /// What roles say of each entity.
  private(set) var rights: [StableID: RightsDraft] = [:]
  /// The subforms whose rows the records of an entity are, as far as they are sound.
  private(set) var above: [StableID: [EntityPolicy.Above]] = [:]
  /// Names of entities whose records may be rows of a subform that is broken.
  private(set) var perhapsRows: Set<String> = []

  init(environment: Environment, global: Checker, roles: [RoleDraft]) {
    self.environment = environment
    self.global = global
    self.roles = roles
    identities = Set(global.lock.newItems.map(\.item.id))
  }

  /// Adds an entity that `check` gives without using identities that are reserved.
  mutating func add(
    entity: DeclaredEntity,
    _ check: (_ reserved: Set<StableID>) -> SemaSession.Unit<EntityDraft>
  ) {
    let unit = sound(check)
    bag.append(unit.bag)
    environment.drafts[entity.item.id] = unit.draft
    guard let assembled = assembled(unit.draft, entity.item) else { return }
    places[assembled.id] = entities.count
    entities.append(assembled)
  }

  /// The sound entity with its unique keys. When the lock held all their names it stays as it is.
  private func assembled(_ draft: EntityDraft, _ item: Lock.Item) -> Entity? {
    if let entity = draft.assembled { return entity }
    let count = global.lock.newItems.count
    let entity = draft.entity(item, global.uniqueKeys(of: draft, item))
    if global.lock.newItems.count == count { draft.assembled = entity }
    return entity
  }

  /// Adds a view likewise, unless there is one of that name.
  mutating func add(
    view entry: YAMLEntry,
    _ check: (_ reserved: Set<StableID>) -> SemaSession.Unit<ViewDraft>
  ) {
    let unit = sound(check)
    if let entity = unit.draft.entity { seenEntities.insert(entity) }
    if unit.draft.isNamed {
      if let first = viewPlaces[entry.key] {
        let what = Message(zh: "视图", en: "view")
        bag.report(
          NameMistake.declaredTwice(
            what: what, name: entry.key, first: first, at: entry.keySpan))
        return
      }
      viewPlaces[entry.key] = entry.keySpan
    }
    bag.append(unit.bag)
    if let view = unit.draft.view { views.append(view) }
  }

  /// A unit none of whose new identities another one has. That two are the same is all but
  /// impossible; then the later one is checked once more and takes others.
  private mutating func sound<Draft>(
    _ check: (_ reserved: Set<StableID>) -> SemaSession.Unit<Draft>
  ) -> SemaSession.Unit<Draft> {
    var unit = check([])
    if unit.newItems.contains(where: { identities.contains($0.item.id) }) {
      unit = check(identities)
    }
    for item in unit.newItems { identities.insert(item.item.id) }
    newItems += unit.newItems
    return unit
  }

  /// Resolves what refers to fields of other entities, now that all of them are known.
  mutating func resolveLayouts() {
    for entity in environment.declared {
      guard let draft = environment.drafts[entity.item.id] else { continue }
      let subforms = global.subforms(of: draft, entity.item.id)
      draft.rows = [:]
      if subforms.count < draft.subforms.count {
        perhapsRows.formUnion(draft.subforms.compactMap { $0.keyed.text("of") })
      }
      for subform in subforms {
        above[subform.entity, default: []].append(
          EntityPolicy.Above(entity: entity.item.id, by: subform.by))
        guard let by = environment.drafts[subform.entity]?.fields[subform.by] else { continue }
        draft.rows[subform.name] = RowsFound(
          entity: subform.entity, by: by.id, isSubform: true)
      }
      guard let index = places[entity.item.id] else { continue }
      entities[index].subforms = subforms
      // A broken subform is no longer at its index; the application is not made then.
      if subforms.count == draft.subforms.count { entities[index].sections = draft.layout() }
    }
  }

  /// Adds what expressions say of an entity, that `check` gives.
  mutating func add(
    rulesOf entity: DeclaredEntity,
    _ check: (_ reserved: Set<StableID>) -> SemaSession.Unit<RulesDraft>
  ) {
    let unit = sound(check)
    bag.append(unit.bag)
    guard let index = places[entity.item.id] else { return }
    entities[index] = unit.draft.applied(to: entities[index])
  }

  /// Adds what roles say of an entity, that `check` gives.
  mutating func add(
    rightsOf entity: DeclaredEntity,
    _ check: (_ reserved: Set<StableID>) -> SemaSession.Unit<RightsDraft>
  ) {
    let unit = sound(check)
    bag.append(unit.bag)
    rights[entity.item.id] = unit.draft
    if let index = places[entity.item.id] { entities[index].mays = unit.draft.clauses }
  }

  /// Reports entities of which nobody says who may do what.
  private func checkAccess() {
    guard environment.areRolesKnown, environment.rolesWithUnknownRights.isEmpty else { return }
    for entity in environment.declared {
      let id = entity.item.id
      guard environment.drafts[id]?.isAccessLeftOut == true, environment.mays[id] == nil,
        above[id] == nil, !perhapsRows.contains(entity.entry.key)
      else { continue }
      global.report(AccessMistake.missing(entity: entity.entry.key, at: entity.entry.keySpan))
    }
  }

  /// The whole, when all units were added.
  mutating func result(_ sections: Sections, _ files: [ParsedFile]) -> SemaResult {
    let menu = global.checkMenu(sections, entities)
    let secondFactor = global.checkSecondFactor(sections)
    global.checkValues(of: entities)
    checkAccess()
    resolveWorkbenches(sections)
    if !sections.poisoned.contains("views") {
      for entity in environment.declared
      where !seenEntities.contains(entity.item.id) && !global.mayBeUnread(entity.entry.key) {
        global.report(
          NameMistake.entityWithoutView(entity.entry.key, at: entity.entry.keySpan))
      }
    }
    var bag = global.bag
    bag.append(self.bag)
    return SemaResult(
      application: bag.hasErrors ? nil : application(menu, secondFactor), rights: rights(files),
      newItems: global.lock.newItems + newItems, bag: bag)
  }

  /// The views of workbenches by their names.
  private mutating func resolveWorkbenches(_ sections: Sections) {
    for index in roles.indices {
      guard let list = roles[index].workbench else { continue }
      var places: [String: Span] = [:]
      for (name, node) in global.scalars(list) {
        if global.isRepeated(name, &places, at: node.span) { continue }
        if let view = view(named: name) {
          roles[index].role.workbench.append(view)
          roles[index].role.workbenchPlaces.append(node.span)
        } else if viewPlaces[name] == nil, !sections.poisoned.contains("views"),
          !global.mayBeUnread(String(name.split(separator: ".").last ?? ""))
        {
          let candidates = viewPlaces.keys.sorted().map { Candidate($0) }
          let near = global.nearest(to: name, among: global.free(candidates, beside: list))
          global.report(LayoutMistake.unknownView(name, suggestions: near, at: node.span))
        }
      }
    }
  }

  private func view(named name: String) -> StableID? {
    if let view = People.views(languages: [], roles: []).first(where: { view in
      name.hasSuffix("." + view.name)
        && People.entity(named: String(name.dropLast(view.name.count + 1))) == view.entity
    }) {
      return view.id
    }
    return views.first { view in
      name.hasSuffix("." + view.name)
        && environment.drafts[view.entity]?.name == String(name.dropLast(view.name.count + 1))
    }?.id
  }

  private func application(
    _ menu: [MenuGroup], _ secondFactor: Audience
  ) -> Application? {
    let settings = environment.settings
    guard let name = settings.name else { return nil }
    let roles = roles.map(\.role)
    return Application(
      name: name, label: settings.label ?? global.plainWords(name), languages: settings.languages,
      currency: settings.currency, timeZone: settings.timeZone, brandColor: settings.brandColor,
      secondFactor: secondFactor,
      roles: roles, menu: menu, parameters: environment.parameters,
      calendar: environment.calendar,
      entities: entities + People.entities(languages: settings.languages, roles: roles),
      views: views + People.views(languages: settings.languages, roles: roles))
  }
}
