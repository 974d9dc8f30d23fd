import TenonDatabase
import TenonHTTP
import TenonPages

/// How someone wants the pages to look: cookies that the switches set, no secret in them. The
/// language of someone who is signed in is also kept with the person.
struct Look {
  let part: OpenPart

  private var exchange: WebExchange { part.exchange }

  /// The cookie of the theme.
  static let cookie = "theme"
  private static let year: Int64 = 31_536_000

  static let routes: [Route] = [
    Route(.post, Routes.path("language"), .open { try Look(part: $0).language() }),
    Route(.post, Routes.path("theme"), .open { .now(try Look(part: $0).theme()) }),
  ]

  private func theme() throws -> Response {
    let form = try form()
    let theme = try chosen("theme", form) { Theme(rawValue: $0) != nil }
    return answer(form, Look.cookie, theme)
  }

  private func language() throws -> Reply {
    let form = try form()
    let tag = try chosen("language", form) { exchange.tenant.blueprint.languages.contains($0) }
    let response = answer(form, Language.cookie, tag)
    guard let person = try person(form), person.standIn == nil else { return .now(response) }
    return keep(tag, person, response)
  }

  /// What the switch sent. Nothing secret depends on it, but other sites stay out.
  private func form() throws(Refusal) -> FormBody {
    guard exchange.site.isOurs(exchange.request), let form = exchange.request.form() else {
      throw .forbidden
    }
    return form
  }

  private func chosen(
    _ name: String, _ form: FormBody, _ isOffered: (String) -> Bool
  ) throws(Refusal) -> String {
    let chosen = form.first { $0.name == name }?.value ?? ""
    guard isOffered(chosen) else { throw .parameter(name) }
    return chosen
  }

  /// Sets the cookie and goes back.
  private func answer(_ form: FormBody, _ cookie: String, _ value: String) -> Response {
    let back = form.first { $0.name == "back" }.flatMap { PagePath(checking: $0.value) }
    return .seeOther(
      back ?? .home,
      cookie: exchange.site.cookie(cookie, value, maxAge: Look.year))
  }

  /// Who is signed in, when the form carries the session's token.
  private func person(_ form: FormBody) throws -> SignedIn? {
    guard let token = exchange.site.cookie(Site.session, of: exchange.request),
      let person = try exchange.sessions.find(token),
      let csrf = form.first(where: { $0.name == "csrf" })?.value,
      Secrets.equal(csrf, person.csrf)
    else { return nil }
    return person
  }

  private func keep(_ tag: String, _ person: SignedIn, _ response: Response) -> Reply {
    let tenant = exchange.tenant
    guard let entity = tenant.entity(named: "user"),
      let column = entity.meta.column(named: "language"),
      let value = entity.meta.field(column)?.value(ofWire: tag)
    else { return .now(response) }
    let exchange = exchange
    return exchange.write(entity) { session in
      try OwnRecord(tenant: tenant, user: person.user.id).update([column: value], session)
    } answer: { _ in
      response
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }
}
