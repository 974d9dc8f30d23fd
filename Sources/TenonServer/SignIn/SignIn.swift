import TenonDatabase
import TenonHTTP

/// Checks a login and a password off the threads that serve requests, and makes a session.
struct SignIn: Sendable {
  let tenant: Tenant
  let sessions: Sessions
  let passwords: PasswordPool
  /// The id of the request, for the log.
  let request: String
  /// What the browser calls itself.
  var agent: String?
  /// Where it comes from, as far as this machine sees.
  var address: String?

  /// Limits of what is even looked at.
  private static let longest = 200

  /// A stored password that fits nothing, so that an unknown login takes as long as a known one.
  private static let decoy =
    Secrets.hash(password: Secrets.token()) ?? "$argon2id$v=19$m=19456,t=2,p=1$"

  /// Answers with `answer` when the two belong together, with `refused` otherwise.
  func attempt(
    login: String, password: String, answer: @escaping @Sendable (SignedIn) -> Response,
    refused: @escaping @Sendable (Refusal) -> Response
  ) -> Reply {
    guard login.utf8.count <= SignIn.longest, password.utf8.count <= SignIn.longest else {
      return .now(refused(.unauthenticated))
    }
    return .later { responder in
      let isQueued = passwords.add {
        do {
          guard let user = try verified(login, password) else {
            try noteFailure(login) { responder.respond(refused(.unauthenticated)) }
            return
          }
          begin(user, responder, answer, refused)
        } catch {
          responder.respond(refused(Refusal(error, nil, request: request)))
        }
      }
      if !isQueued { responder.respond(refused(.unavailable)) }
    }
  }

  private func verified(_ login: String, _ password: String) throws -> User? {
    let login = Text.normalized(login) ?? ""
    let found = try tenant.database.read { session in
      try Users(tenant: tenant).find(login: login, session)
    }
    let fits = Secrets.verify(password: password, against: found?.password ?? SignIn.decoy)
    return fits ? found?.user : nil
  }

  /// Tells the audit trail; of what is no login it says nothing that could be read, since it may be
  /// a password. Nobody hears more when that fails.
  private func noteFailure(_ login: String, _ done: @escaping @Sendable () -> Void) throws {
    let login = Text.normalized(login) ?? ""
    let id = try tenant.database.read { session in
      try Users(tenant: tenant).id(login: login, session)
    }
    let typed: StoredChange =
      id == nil
      ? .detail(.loginDigest, .text(try tenant.sealer.digest(login)))
      : .detail(.login, .text(login))
    let details = [typed] + Audit.details(agent: agent, address: address)
    tenant.database.write { [tenant] session in
      try Audit.note(
        .signInFailed, id.map(AuditSubject.person), details, by: nil, at: tenant.clock(), session)
    } completion: { outcome in
      if case .failure(let error) = outcome {
        Log.notice("a failed sign-in was not noted: \(error)")
      }
      done()
    }
  }

  private func begin(
    _ user: User, _ responder: Responder, _ answer: @escaping @Sendable (SignedIn) -> Response,
    _ refused: @escaping @Sendable (Refusal) -> Response
  ) {
    let made = Made()
    tenant.database.write { session in
      made.session = try sessions.create(user, session, agent: agent)
      try Audit.note(
        .signIn, .person(user.id), Audit.details(agent: agent, address: address),
        by: user.principal, at: tenant.clock(), session)
    } completion: { outcome in
      switch (outcome, made.session) {
      case (.success, .some(let session)): responder.respond(answer(session))
      case (.success, nil): responder.respond(refused(.fault))
      case (.failure(let error), _):
        responder.respond(refused(Refusal(error, nil, request: request)))
      }
    }
  }
}

/// Where the write leaves the session for its completion; both run on the writer's thread.
private final class Made: @unchecked Sendable {
  var session: SignedIn?
}
