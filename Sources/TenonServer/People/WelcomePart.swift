import TenonDatabase
import TenonHTTP
import TenonPages

/// Where an invitation leads: someone sets the first password and is signed in. Who has the
/// address has the right, so that the form needs no other secret.
struct WelcomePart: Sendable {
  let exchange: WebExchange

  static let routes: [Route] = [
    Route(
      .get, [.literal("welcome"), .parameter],
      .open { try WelcomePart(exchange: $0.exchange).show() }),
    Route(
      .post, [.literal("welcome"), .parameter],
      .open { try WelcomePart(exchange: $0.exchange).take() }),
  ]

  private var token: String { exchange.parameters.first ?? "" }

  private func invited() throws -> User? {
    let tenant = exchange.tenant
    return try tenant.database.read { session in
      guard let id = try Invitations.user(token, now: tenant.clock(), session) else { return nil }
      return try Users(tenant: tenant).find(id, session)
    }
  }

  private func show() throws -> Reply {
    guard let user = try invited() else { return .now(gone()) }
    return .now(page(user, nil))
  }

  private func gone() -> Response { PagePart(exchange: exchange).problemPage(.notFound) }

  private func page(_ user: User, _ problem: PasswordProblem?) -> Response {
    let page = WelcomePage(
      context: exchange.context, app: exchange.tenant.blueprint.label[exchange.language],
      name: user.name, login: user.login, path: .welcome(token), csrf: token, problem: problem)
    var out = HTMLWriter()
    Pages.render(page, into: &out)
    return PagePart.html(problem == nil ? 200 : 422, out.bytes)
  }

  private func take() throws -> Reply {
    guard exchange.site.isOurs(exchange.request), let form = exchange.request.form(),
      Secrets.equal(form.first { $0.name == "csrf" }?.value ?? "", token)
    else { return .now(PagePart(exchange: exchange).problemPage(.forbidden)) }
    guard let user = try invited() else { return .now(gone()) }
    let new = form.first { $0.name == "new" }?.value ?? ""
    let policy = PasswordPolicy(exchange.tenant, login: user.login, name: user.name)
    if let problem = policy.problem(new) { return .now(page(user, problem)) }
    let (exchange, token) = (exchange, token)
    return PasswordChange(
      exchange: exchange, user: user.id, principal: user.principal, old: nil, new: new
    ).run { session in
      // Used meanwhile, by whoever else has the address: only one of them sets the password.
      let now = exchange.tenant.clock()
      guard try Invitations.user(token, now: now, session) == user.id else {
        throw Refusal.notFound
      }
      try Invitations.remove(of: user.id, session)
      try exchange.sessions.removeAll(of: user.id, by: user.principal, session)
      let factor = SecondFactor(tenant: exchange.tenant)
      let hasFactor = try factor.state(of: user.id, session) == .inUse
      // Whoever needs a second factor shows it, or sets it up, behind the password.
      if hasFactor || factor.isRequired(user) { return SignedIn?.none }
      return try exchange.sessions.create(user, session, place: exchange.place)
    } answer: { made in
      made.map { .seeOther(.home, cookie: exchange.cookie($0)) } ?? .seeOther(.signIn)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }
}
