import Blueprint
import TenonPages

/// What the menus of the frame hold for one person.
struct FrameMenus {
  private let exchange: WebExchange

  init(_ exchange: WebExchange) { self.exchange = exchange }

  private var tenant: Tenant { exchange.tenant }

  /// The entities of the menu in its order, as far as their groups are offered to someone.
  func entities(_ person: SignedIn) -> [EntityModel] {
    offered(person).flatMap(\.entities).compactMap(tenant.entity(named:))
  }

  private func offered(_ person: SignedIn) -> [MenuLook] {
    tenant.blueprint.menu.filter { tenant.offers($0.offered, to: person.user.principal) }
  }

  /// Whether there is a list of an entity for someone.
  private func hasList(_ entity: EntityModel, _ person: SignedIn) -> Bool {
    authorize(person.user.principal, .read, on: entity.type).map(entity.firstView) ?? nil != nil
  }

  /// The groups with what the person may read; a group of nothing is left out.
  func groups(_ person: SignedIn) -> [MenuGroup] {
    // What stands in the group of administration is not repeated.
    let others = administration(person).map(\.path)
    return offered(person).compactMap { group in
      let modules = group.entities.compactMap(tenant.entity(named:))
        .filter { hasList($0, person) }
        .map { $0.links[exchange.language] }
        .filter { !others.contains($0.path) }
      if modules.isEmpty { return nil }
      return MenuGroup(
        name: group.name, label: group.label.map { $0[exchange.language] }, modules: modules)
    }
  }

  /// Pages for administrators; each area gives its own.
  private static let pages: [(label: Phrase, icon: String, path: PagePath)] = [
    (.people, "users", .list("user")), (.departments, "building", .list("department")),
  ]

  func administration(_ person: SignedIn) -> [MenuLink] {
    let principal = person.user.principal
    var pages = tenant.isAdministrator(principal) ? FrameMenus.pages : []
    if tenant.mayAudit(principal) { pages.append((.audit, "list", .audit)) }
    return pages.map { MenuLink(exchange.locale[$0.label], Icon(named: $0.icon), $0.path) }
  }
}
