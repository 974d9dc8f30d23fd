import TenonDatabase
import TenonHTTP
import TenonPages

/// The page of what the server told a person.
struct NotificationPart {
  let part: PagePart
  let person: SignedIn

  private var tenant: Tenant { part.tenant }

  static let routes: [Route] = [
    Route(
      .get, Routes.path("notifications"),
      .page { .now(try NotificationPart(part: $0, person: $1).page()) }),
    Route(
      .post, Routes.path("notifications", "read"),
      .form { part, person, _ in NotificationPart(part: part, person: person).readAll() }),
  ]

  private func page() throws -> Response {
    let page = try tenant.database.read { session in
      NoticesPage(
        lines: try lines(
          Notifications.limit,
          RecordReader(
            tenant: tenant, principal: person.user.principal, session: session,
            language: part.exchange.language)))
    }
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, at: .notifications), into: &out)
    return part.answer(200, out)
  }

  /// The newest lines as pages show them.
  func lines(_ limit: Int, _ reader: RecordReader) throws -> [NoticeLine] {
    let zone = tenant.zone
    let now = zone.local(tenant.clock())
    return try Notifications(tenant: tenant).newest(limit, reader).map { line in
      NoticeLine(
        kind: line.kind,
        record: RecordLink(
          entity: line.entity.links[part.exchange.language], id: line.record, title: line.title),
        actor: line.actor, text: line.text,
        when: Moments.ago(zone.local(line.at), now: now, part.exchange.locale),
        isRead: line.isRead)
    }
  }

  private func readAll() -> Reply {
    let (tenant, exchange, user) = (tenant, part.exchange, person.user.id)
    return exchange.write(nil) { session in
      try Notifications(tenant: tenant).readAll(user, session)
    } answer: { _ in
      .seeOther(.notifications)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }
}
