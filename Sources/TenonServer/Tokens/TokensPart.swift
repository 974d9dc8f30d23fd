import TenonDatabase
import TenonHTTP
import TenonPages

/// The page on which people make and revoke their access tokens.
struct TokensPart: Sendable {
  let part: PagePart
  let person: SignedIn

  private var exchange: WebExchange { part.exchange }
  private var tokens: AccessTokens { AccessTokens(tenant: part.tenant) }

  static let routes: [Route] = [
    Route(
      .get, Routes.path("me", "tokens"),
      .page { .now(try TokensPart(part: $0, person: $1).page(nil)) }),
    Route(
      .post, Routes.path("me", "tokens"),
      .form { try TokensPart(part: $0, person: $1).create($2) }),
    Route(
      .post, Routes.path("me", "tokens") + [.parameter, .literal("revoke")],
      .form { form, person, _ in try TokensPart(part: form, person: person).revoke() }),
  ]

  private func page(_ outcome: TokensPage.Outcome?, name: String = "") throws -> Response {
    let (now, zone) = (part.tenant.clock(), part.tenant.zone)
    let entries = try part.tenant.database.read { session in
      try tokens.list(person.user.id, session).map { token in
        TokensPage.Entry(
          id: token.id, name: token.name, isReadOnly: token.isReadOnly,
          expiresAt: token.expiresAt.map(zone.local),
          isOver: token.expiresAt.map { $0 <= now } ?? false,
          lastUsedAt: token.lastUsedAt.map(zone.local))
      }
    }
    let page = TokensPage(
      entries: entries, outcome: outcome, formToken: Secrets.token(), name: name)
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, at: .tokens), into: &out)
    switch outcome {
    case nil: return part.answer(200, out)
    case .made: return part.answer(201, out)
    case .sentAlready, .tooMany: return part.answer(409, out)
    case .unnamed: return part.answer(422, out)
    }
  }

  /// What the write leaves for its answer.
  private enum Made: Sendable {
    case token(String)
    case sentAlready
    case tooMany
  }

  private func create(_ form: FormBody) throws -> Reply {
    func field(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    guard let name = Text.normalized(field("name")), Text.length(name) <= 100,
      !name.utf8.contains(0x0A)
    else { return .now(try page(.unnamed, name: field("name"))) }
    let days = Int(field("days"))
    guard field("days").isEmpty || days.map(TokensPage.days.contains) == true else {
      throw Refusal.parameter("days")
    }
    let isReadOnly = field("read_only") == "true"
    let (tokens, principal, formToken) = (tokens, person.user.principal, field("token"))
    let tenant = part.tenant
    return exchange.write(nil) { session -> Made in
      let now = tenant.clock()
      let end = days.map { now + Int64($0) * 86_400_000 }
      var text = ""
      var isFull = false
      let (_, isRepeated) = try Once(person: principal.user, session: session, now: now)
        .record(formToken, of: "access token") {
          let made = try tokens.create(
            name, expiresAt: end, isReadOnly: isReadOnly, of: principal, session)
          text = made?.token ?? ""
          isFull = made == nil
          return made?.id ?? 0
        }
      return isRepeated ? .sentAlready : isFull ? .tooMany : .token(text)
    } answer: { made in
      do {
        switch made {
        case .token(let text): return try page(.made(text))
        case .sentAlready: return try page(.sentAlready)
        case .tooMany: return try page(.tooMany(AccessTokens.limit), name: name)
        }
      } catch { return part.problemPage(exchange.refusal(error)) }
    } refused: {
      part.problemPage($0)
    }
  }

  private func revoke() throws -> Reply {
    let id = try exchange.recordID()
    let (tokens, principal, site) = (tokens, person.user.principal, exchange.site)
    return exchange.write(nil) { session in
      guard try tokens.revoke(id, of: principal, session) else { throw Refusal.notFound }
    } answer: { _ in
      PagePart.redirect(.tokens, saying: "deleted", site)
    } refused: {
      part.problemPage($0)
    }
  }
}
