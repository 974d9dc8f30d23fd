import TenonDatabase
import TenonHTTP
import TenonPages

/// Asks for the password again before someone changes how they come in.
struct ConfirmPart: Sendable {
  let part: PagePart
  let person: SignedIn

  private var exchange: WebExchange { part.exchange }

  /// Milliseconds for which a password shown counts.
  private static let lifetime: Int64 = 10 * 60_000

  static let routes: [Route] = [
    Route(
      .get, Routes.path("me", "confirm"),
      .page { .now(ConfirmPart(part: $0, person: $1).page(nil, nil)) }),
    Route(
      .post, Routes.path("me", "confirm"),
      .form { ConfirmPart(part: $0, person: $1).post($2) }),
  ]

  /// Leads to the page that asks for the password when it was shown too long ago; nil when it was
  /// not.
  static func needed(_ part: PagePart, _ person: SignedIn, back: PagePath) -> Reply? {
    if part.tenant.clock() - person.confirmedAt < lifetime { return nil }
    return .now(.seeOther(.confirm(back: back)))
  }

  private func page(_ problem: CodeProblem?, _ refusal: Refusal?) -> Response {
    let sent = exchange.request.form()?.first { $0.name == "back" }?.value
    let back = (sent ?? exchange.request.parameter("back")).flatMap { PagePath(checking: $0) }
    let page = ConfirmPage(back: back ?? .profile, problem: problem)
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, at: .profile), into: &out)
    var response = part.answer(refusal?.status ?? 200, out)
    response.headers += refusal?.headers ?? []
    return response
  }

  private func post(_ form: FormBody) -> Reply {
    func field(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let (exchange, person) = (exchange, person)
    let back = PagePath(checking: field("back")) ?? .profile
    return PasswordCheck(exchange: exchange, person: person).run(field("password")) { session in
      try exchange.sessions.renew(person, session, place: exchange.place)
    } answer: { made in
      exchange.sessions.forget(person)
      return .seeOther(back, cookie: exchange.cookie(made))
    } refused: { refusal in
      switch refusal {
      case .unauthenticated: return page(.wrong, refusal)
      case .tooMany(let seconds): return page(.wait(seconds), refusal)
      default: return PagePart(exchange: exchange).problemPage(refusal)
      }
    }
  }
}

/// Proves that someone who is signed in knows the password, off the threads that serve requests;
/// wrong ones count like those of signing in.
struct PasswordCheck: Sendable {
  let exchange: WebExchange
  let person: SignedIn

  /// `job` runs in the write after the password was right; a wrong one is refused as
  /// `unauthenticated`.
  func run<R: Sendable>(
    _ password: String, _ job: @escaping @Sendable (WriteSession) throws -> R,
    answer: @escaping @Sendable (R) -> Response,
    refused: @escaping @Sendable (Refusal) -> Response
  ) -> Reply {
    .later { responder in
      let isQueued = exchange.passwords.add {
        do {
          try prove(password)
          let reply = exchange.write(nil) { session in
            try takeBack(session)
            return try job(session)
          } answer: {
            answer($0)
          } refused: {
            refused($0)
          }
          switch reply {
          case .now(let response): responder.respond(response)
          case .later(let start): start(responder)
          }
        } catch { responder.respond(refused(exchange.refusal(error))) }
      }
      if !isQueued { responder.respond(refused(.unavailable)) }
    }
  }

  private var subject: Throttle.Subject { .login(person.user.login) }

  /// Throws unless the password is right; the attempt counts until ``takeBack(_:)``.
  func prove(_ password: String) throws {
    let tenant = exchange.tenant
    try Throttle(tenant: tenant).enter([subject])
    let stored = try tenant.database.read { session in
      try Users(tenant: tenant).password(of: person.user.id, session)
    }
    guard password.utf8.count <= PasswordPolicy.longest, let stored,
      Secrets.verify(password: password, against: stored)
    else { throw Refusal.unauthenticated }
  }

  func takeBack(_ session: WriteSession) throws {
    try Throttle(tenant: exchange.tenant).takeBack([subject], session)
  }
}
