import TenonPages

/// What the menus of the frame hold for one person.
struct FrameMenus {
  private let exchange: WebExchange

  init(_ exchange: WebExchange) { self.exchange = exchange }

  private var tenant: Tenant { exchange.tenant }

  /// The entities of the menu in its order.
  var entities: [EntityModel] {
    tenant.blueprint.menu.flatMap(\.entities).compactMap(tenant.entity(named:))
  }

  /// The groups with what the person may read; a group of nothing is left out.
  func groups(_ person: SignedIn) -> [MenuGroup] {
    // What stands in the group of administration is not repeated.
    let others = administration(person).map(\.path)
    return tenant.blueprint.menu.compactMap { group in
      let modules = group.entities.compactMap(tenant.entity(named:))
        .filter { authorize(person.user.principal, .read, on: $0.type) != nil }
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
