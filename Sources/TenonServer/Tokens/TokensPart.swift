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
      .page { part, person in
        if let asked = ConfirmPart.needed(part, person, back: .tokens) { return asked }
        return .now(try TokensPart(part: part, person: person).page(nil))
      }),
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
          lastUsedAt: token.lastUsedAt.map(zone.local), scope: token.scope.map(words))
      }
    }
    let page = TokensPage(
      entries: entries, outcome: outcome, formToken: Secrets.token(),
      entities: entities.map { $0.links[exchange.language] }, name: name)
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, at: .tokens), into: &out)
    switch outcome {
    case nil: return part.answer(200, out)
    case .made: return part.answer(201, out)
    case .sentAlready, .tooMany: return part.answer(409, out)
    case .unnamed, .emptyScope: return part.answer(422, out)
    }
  }

  /// Those that a token can be limited to.
  private var entities: [EntityModel] {
    part.tenant.entities.filter { authorize(person.user.principal, .read, on: $0.type) != nil }
  }

  /// A scope as people read it, by entity.
  private func words(_ scope: Scope) -> [TokensPage.Reach] {
    part.tenant.entities.compactMap { entity in
      let actions = Scope.choices.filter { scope.actions[entity.table.name]?.contains($0) == true }
      if actions.isEmpty { return nil }
      return TokensPage.Reach(
        entity: entity.links[exchange.language].label,
        actions: actions.compactMap(Scope.name).compactMap(TokenAction.init))
    }
  }

  /// The scope that the form asks for; nil for all that its maker may do.
  private func scope(_ form: FormBody) throws(Refusal) -> Scope? {
    guard form.contains(where: { $0.name == "reach" && $0.value == "some" }) else { return nil }
    var actions: [String: Set<Action>] = [:]
    for field in form where field.name == "may" {
      let parts = field.value.split(separator: ".").map(String.init)
      guard parts.count == 2, let action = Scope.action(named: parts[1]),
        let entity = entities.first(where: { $0.name == parts[0] })
      else { throw .parameter("may") }
      // Nobody changes what they do not see.
      actions[entity.table.name, default: [.read]].insert(action)
    }
    return Scope(actions)
  }

  /// What the write leaves for its answer.
  private enum Made: Sendable {
    case token(String)
    case sentAlready
    case tooMany
  }

  private func create(_ form: FormBody) throws -> Reply {
    if let asked = ConfirmPart.needed(part, person, back: .tokens) { return asked }
    func field(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    guard let name = Text.normalized(field("name")), Text.length(name) <= 100,
      !name.utf8.contains(0x0A)
    else { return .now(try page(.unnamed, name: field("name"))) }
    let days = Int(field("days"))
    guard field("days").isEmpty || days.map(TokensPage.days.contains) == true else {
      throw Refusal.parameter("days")
    }
    let isReadOnly = field("read_only") == "true"
    let scope = try scope(form)
    if scope?.actions.isEmpty == true { return .now(try page(.emptyScope, name: name)) }
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
            name, expiresAt: end, isReadOnly: isReadOnly, scope: scope, of: principal, session)
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
    if let asked = ConfirmPart.needed(part, person, back: .tokens) { return asked }
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
