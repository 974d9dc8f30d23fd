import Diagnostics
import IR
import Syntax

/// Puts the application together from its units.
struct Assembly {
  private let environment: Environment
  /// Reports and gives names for what concerns all units.
  private let global: Checker
  private let roles: [Role]
  private var bag = DiagnosticBag()
  private var newItems: [(key: Lock.Key, item: Lock.Item)] = []
  private var identities: Set<StableID>
  private var entities: [Entity] = []
  private var views: [View] = []
  private var viewPlaces: [String: Span] = [:]
  private var seenEntities: Set<Int> = []

  init(environment: Environment, global: Checker, roles: [Role]) {
    self.environment = environment
    self.global = global
    self.roles = roles
    identities = Set(global.lock.newItems.map(\.item.id))
  }

  /// Adds an entity that `check` gives without using identities that are reserved.
  mutating func add(
    entity entry: YAMLEntry, _ item: Lock.Item,
    _ check: (_ reserved: Set<StableID>) -> SemaSession.Unit<EntityDraft>
  ) {
    let unit = sound(check)
    bag.append(unit.bag)
    environment.drafts.append(unit.draft)
    if let entity = unit.draft.entity(item, global.uniqueKeys(of: unit.draft, item)) {
      entities.append(entity)
    }
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

  /// The whole, when all units were added.
  func result(_ sections: Sections, _ files: [ParsedFile]) -> SemaResult {
    if !sections.poisoned.contains("views") {
      for (index, entry) in environment.entityEntries.enumerated()
      where !seenEntities.contains(index) && !global.mayBeUnread(entry.key) {
        global.report(NameMistake.entityWithoutView(entry.key, at: entry.keySpan))
      }
    }
    var bag = global.bag
    bag.append(self.bag)
    return SemaResult(
      application: bag.hasErrors ? nil : application, rights: rights(files),
      newItems: global.lock.newItems + newItems, bag: bag)
  }

  private var application: Application? {
    let settings = environment.settings
    guard let name = settings.name else { return nil }
    return Application(
      name: name, label: settings.label ?? global.plainWords(name), languages: settings.languages,
      currency: settings.currency, timeZone: settings.timeZone, roles: roles, entities: entities,
      views: views)
  }

  private func rights(_ files: [ParsedFile]) -> Rights {
    let drafts = environment.drafts.all
    let access = drafts.compactMap(\.access)
    let isComplete =
      environment.areEntitiesKnown && environment.entities.refused.isEmpty
      && access.count == drafts.count && !files.contains { !$0.document.unread.isEmpty }
    return Rights(roles: roles, access: access, isComplete: isComplete)
  }
}
