import TenonDatabase
import TenonHTTP
import TenonPages

/// The workbench: the views of the person's roles, what is new, what was seen last.
struct WorkbenchPart {
  let part: PagePart
  let person: SignedIn

  private var tenant: Tenant { part.tenant }
  private var language: Int { part.exchange.language }

  static let routes: [Route] = [
    Route(.get, [], .page { .now(try WorkbenchPart(part: $0, person: $1).page()) })
  ]

  private static let cardRows = 6
  private static let cardColumns = 5
  private static let recentRows = 8
  private static let noticeRows = 5

  private func page() throws -> Response {
    let locale = part.exchange.locale
    let now = tenant.zone.local(tenant.clock())
    let page = try tenant.database.read { session in
      let reader = RecordReader(
        tenant: tenant, principal: person.user.principal, session: session, language: language)
      return WorkbenchPage(
        greeting: greeting(now, locale), today: Moments.today(Instant.split(now).date, locale),
        cards: try views().compactMap { try card($0, $1, reader) },
        recent: try Recents(tenant: tenant).latest(WorkbenchPart.recentRows, reader).map {
          RecordLink(entity: $0.entity.links[language], id: $0.id, title: $0.title)
        },
        notices: try NotificationPart(part: part, person: person)
          .lines(WorkbenchPart.noticeRows, reader).filter { !$0.isRead })
    }
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, at: .home), into: &out)
    return part.answer(200, out)
  }

  private func greeting(_ now: Int64, _ locale: Locale) -> String {
    let hour = Instant.split(now).timeOfDay / 3_600_000
    let phrase: Phrase
    switch hour {
    case 5..<11: phrase = .goodMorning
    case 11..<13: phrase = .goodNoon
    case 13..<18: phrase = .goodAfternoon
    default: phrase = .goodEvening
    }
    return locale.text(phrase, person.user.name)
  }

  /// The views that the person's roles ask for, each once, in the order of the roles.
  private func views() throws -> [(EntityModel, ViewModel)] {
    var names: [String] = []
    for (index, role) in tenant.blueprint.roles.enumerated()
    where person.user.roles.contains(RoleSet(role: index)) {
      for name in role.workbench where !names.contains(name) { names.append(name) }
    }
    return names.compactMap { name in
      let parts = name.split(separator: ".").map(String.init)
      guard parts.count == 2, let entity = tenant.entity(named: parts[0]),
        let view = entity.views.first(where: { $0.look.name == parts[1] })
      else { return nil }
      return (entity, view)
    }
  }

  /// The first rows of a view; nil when the person may not see the entity.
  private func card(
    _ entity: EntityModel, _ view: ViewModel, _ reader: RecordReader
  ) throws -> WorkbenchCard? {
    guard let proof = reader.proof(entity), view.isOpen(proof) else { return nil }
    let columns = Array(view.columns.filter(proof.mayShow).prefix(WorkbenchPart.cardColumns))
    let cells = CellReader(entity, columns, reader)
    let outputs = cells.outputs + [.column(SystemColumn.id)]
    let query = Query(
      entity.table, outputs: outputs, filter: view.predicate(person.user.principal, entity.table),
      order: [view.opening(proof)], limit: WorkbenchPart.cardRows)
    var rows: [ListRow] = []
    try reader.session.rows(query, proof) { row in
      rows.append(ListRow(id: row.integer(outputs.count - 1), cells: cells.cells(row)))
    }
    let list = PagePath.list(entity.name)
    return WorkbenchCard(
      entity: entity.links[language], label: view.look.label[language],
      path: view.look.name == entity.firstView(proof).map { entity.views[$0].look.name }
        ? list : list.with([("view", view.look.name)]),
      columns: columns.map { entity.pageField($0, language, part.exchange.locale) }, rows: rows)
  }
}
