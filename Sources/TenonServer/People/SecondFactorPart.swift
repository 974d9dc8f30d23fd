import TenonDatabase
import TenonHTTP
import TenonPages

/// The page on which people set up and remove their second factor.
struct SecondFactorPart: Sendable {
  let part: PagePart
  let person: SignedIn

  private var exchange: WebExchange { part.exchange }
  private var tenant: Tenant { part.tenant }
  private var factor: SecondFactor { SecondFactor(tenant: tenant) }
  private var user: Int64 { person.user.id }

  static let routes: [Route] = {
    let path = Routes.path("me", "second-factor")
    func form(
      _ name: String, _ handler: @escaping @Sendable (SecondFactorPart, FormBody) throws -> Reply
    ) -> Route {
      Route(
        .post, path + [.literal(name)],
        .form { part, person, form in
          try handler(SecondFactorPart(part: part, person: person), form)
        })
    }
    return [
      Route(.get, path, .page { try SecondFactorPart(part: $0, person: $1).show() }),
      form("begin") { part, _ in part.begin() },
      form("code") { try $0.take($1) },
      form("codes") { part, _ in part.newCodes() },
      form("remove") { part, _ in try part.remove() },
    ]
  }()

  private func page(_ state: FactorPage.State, status: Int = 200) -> Response {
    var out = HTMLWriter()
    Pages.render(FactorPage(state), frame: part.frame(person, at: .profile), into: &out)
    return part.answer(status, out)
  }

  private var asked: Reply? { ConfirmPart.needed(part, person, back: .secondFactor) }

  private func show() throws -> Reply {
    if let asked { return asked }
    return .now(page(try state(nil)))
  }

  private func state(_ problem: CodeProblem?) throws -> FactorPage.State {
    let issuer = tenant.blueprint.label[exchange.language]
    return try tenant.database.read { session in
      switch try factor.state(of: user, session) {
      case .none: return .none
      case .inUse:
        return .inUse(
          codesLeft: try factor.codesLeft(user, session),
          isRequired: factor.isRequired(person.user))
      case .begun:
        guard let code = try factor.begun(user, session) else { return .none }
        return .begun(
          FactorSetUp(code, issuer: issuer, login: person.user.login), problem)
      }
    }
  }

  private func begin() -> Reply {
    if let asked { return asked }
    let (factor, user) = (factor, user)
    return write { session in
      _ = try factor.begin(user, session)
    } answer: { _ in
      .seeOther(.secondFactor)
    }
  }

  /// The first code, which proves that the app knows the secret.
  private func take(_ form: FormBody) throws -> Reply {
    if let asked { return asked }
    let code = form.first { $0.name == "code" }?.value ?? ""
    let (tenant, factor, user, part) = (tenant, factor, user, self)
    let throttle = Throttle(tenant: tenant)
    return .later { responder in
      let isQueued = part.exchange.passwords.add {
        do {
          try throttle.enter([.code(user)])
          let reply = part.write { session in
            guard try factor.state(of: user, session) == .begun else { throw Refusal.forbidden }
            guard try factor.accepts(code, of: user, session) else {
              throw Refusal.unauthenticated
            }
            try throttle.forget([.code(user)], session)
            return try factor.makeCodes(user, session)
          } answer: { codes in
            part.page(.made(codes))
          }
          if case .later(let start) = reply { start(responder) }
        } catch { responder.respond(part.refused(part.exchange.refusal(error))) }
      }
      if !isQueued { responder.respond(part.refused(.unavailable)) }
    }
  }

  private func newCodes() -> Reply {
    if let asked { return asked }
    let (factor, user, part) = (factor, user, self)
    return write { session in
      guard try factor.state(of: user, session) == .inUse else { throw Refusal.forbidden }
      return try factor.makeCodes(user, session)
    } answer: { codes in
      part.page(.made(codes))
    }
  }

  private func remove() throws -> Reply {
    if let asked { return asked }
    if factor.isRequired(person.user) { throw Refusal.forbidden }
    let (factor, user, exchange) = (factor, user, exchange)
    let principal = person.user.principal
    return write { session in
      try factor.remove(user, by: principal, session)
    } answer: { _ in
      PagePart.redirect(.profile, saying: "factor", exchange.site)
    }
  }

  private func write<R: Sendable>(
    _ job: @escaping @Sendable (WriteSession) throws -> R,
    answer: @escaping @Sendable (R) -> Response
  ) -> Reply {
    let part = self
    return exchange.write(nil, job, answer: answer, refused: { part.refused($0) })
  }

  private func refused(_ refusal: Refusal) -> Response {
    let problem: CodeProblem
    switch refusal {
    case .unauthenticated: problem = .wrong
    case .tooMany(let seconds): problem = .wait(seconds)
    default: return part.problemPage(refusal)
    }
    do {
      var response = page(
        try state(problem), status: problem == .wrong ? 422 : refusal.status)
      response.headers += refusal.headers
      return response
    } catch { return part.problemPage(exchange.refusal(error)) }
  }
}
