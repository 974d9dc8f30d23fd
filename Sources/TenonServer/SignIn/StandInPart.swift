import TenonHTTP
import TenonPages

/// Begins and ends acting for someone else.
struct StandInPart {
  static let routes: [Route] = [
    Route(
      .post, Routes.path("acting"),
      .form { part, person, form in
        guard let id = form.first(where: { $0.name == "person" }).flatMap({ Int64($0.value) })
        else { throw Refusal.parameter("person") }
        return begin(.deputy, for: id, part, person)
      }, whileActing: .never),
    Route(
      .post, Routes.path("acting", "end"), .form { part, person, _ in end(part, person) },
      whileActing: .always),
  ]

  /// Lets the session act for someone, and goes to that person's first page.
  static func begin(
    _ kind: StandIn.Kind, for id: Int64, _ part: PagePart, _ person: SignedIn
  ) -> Reply {
    let exchange = part.exchange
    return exchange.write(nil) { session in
      try StandIns(tenant: exchange.tenant).begin(kind, person, for: id, session)
    } answer: { _ in
      exchange.sessions.forgetAll()
      return .seeOther(.home)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }

  private static func end(_ part: PagePart, _ person: SignedIn) -> Reply {
    let exchange = part.exchange
    return exchange.write(nil) { session in
      try StandIns(tenant: exchange.tenant).end(person, session)
    } answer: { _ in
      exchange.sessions.forgetAll()
      return PagePart.redirect(.home, saying: "acting", exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }
}
