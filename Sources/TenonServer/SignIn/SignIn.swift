import TenonDatabase
import TenonHTTP

/// Checks a login and a password off the threads that serve requests, and makes a session or, for
/// who has a second factor, what lets them show it.
struct SignIn: Sendable {
  let exchange: WebExchange

  /// What came of it.
  enum Outcome: Sendable {
    /// `failures` came before it since the last success; `codes` are recovery codes just made.
    case signedIn(SignedIn, failures: Int, codes: [String] = [])
    /// The password was right; the token stands for that until the second factor is shown.
    /// `setUp` is what an app must be told by who must have one and has none.
    case second(String, User, setUp: OneTimeCode?)
  }

  typealias Answer = @Sendable (Outcome) -> Response
  typealias Refused = @Sendable (Refusal) -> Response

  private var tenant: Tenant { exchange.tenant }
  private var throttle: Throttle { Throttle(tenant: tenant) }
  private var factor: SecondFactor { SecondFactor(tenant: tenant) }

  /// Limit of what is even looked at, in UTF-8.
  private static let longestLogin = 200

  /// A stored password that fits nothing, so that an unknown login takes as long as a known one.
  private static let decoy =
    Secrets.hash(password: Secrets.token()) ?? "$argon2id$v=19$m=19456,t=2,p=1$"

  // MARK: The first factor

  /// Answers with `answer` when the two belong together, with `refused` otherwise. A program sends
  /// the code of the second factor along.
  func attempt(
    login: String, password: String, code: String? = nil, answer: @escaping Answer,
    refused: @escaping Refused
  ) -> Reply {
    guard login.utf8.count <= SignIn.longestLogin,
      password.utf8.count <= PasswordPolicy.longest
    else { return .now(refused(.unauthenticated)) }
    let login = Text.normalized(login) ?? ""
    let subjects: [Throttle.Subject] = [.login(login), .address(exchange.network)]
    return inPool(refused) { responder in
      try throttle.enter(subjects)
      guard let user = try verified(login, password) else {
        try noteFailure(login)
        throw Refusal.unauthenticated
      }
      let state = try tenant.database.read { try factor.state(of: user.id, $0) }
      let needsCode = state == .inUse || factor.isRequired(user)
      if !needsCode {
        begin(user, nil, subjects, responder, answer, refused)
      } else if let code {
        guard state == .inUse else { throw Refusal.secondFactorMissing }
        try throttle.enter([.code(user.id)])
        begin(user, code, subjects + [.code(user.id)], responder, answer, refused)
      } else {
        ask(user, state, subjects, responder, answer, refused)
      }
    }
  }

  private func inPool(
    _ refused: @escaping Refused, _ job: @escaping @Sendable (Responder) throws -> Void
  ) -> Reply {
    .later { responder in
      let isQueued = exchange.passwords.add {
        do { try job(responder) } catch { responder.respond(refused(exchange.refusal(error))) }
      }
      if !isQueued { responder.respond(refused(.unavailable)) }
    }
  }

  private func verified(_ login: String, _ password: String) throws -> User? {
    let found = try tenant.database.read { session in
      try Users(tenant: tenant).find(login: login, session)
    }
    let fits = Secrets.verify(password: password, against: found?.password ?? SignIn.decoy)
    return fits ? found?.user : nil
  }

  /// Tells the audit trail that a code was wrong. The answer does not wait for it.
  private func noteWrongCode(_ user: User) {
    let place = exchange.place
    let details =
      [.detail(.login, .text(user.login)), .detail(.reason, .text("code"))]
      + Audit.details(agent: place.agent, address: place.address)
    tenant.database.write { [tenant] session in
      try Audit.note(
        .signInFailed, .person(user.id), details, by: nil, at: tenant.clock(), session)
    } completion: { outcome in
      if case .failure(let error) = outcome {
        Log.notice("a failed sign-in was not noted: \(error)")
      }
    }
  }

  /// Tells the audit trail; of what is no login it says nothing that could be read, since it may be
  /// a password.
  private func noteFailure(_ login: String) throws {
    let id = try tenant.database.read { try Users(tenant: tenant).id(login: login, $0) }
    let typed: StoredChange =
      id == nil
      ? .detail(.loginDigest, .text(try tenant.sealer.digest(login)))
      : .detail(.login, .text(login))
    let place = exchange.place
    let details = [typed] + Audit.details(agent: place.agent, address: place.address)
    try tenant.database.writeAndWait { [tenant] session in
      try Audit.note(
        .signInFailed, id.map(AuditSubject.person), details, by: nil, at: tenant.clock(), session)
    }
  }

  // MARK: The second factor

  private func ask(
    _ user: User, _ state: SecondFactor.State, _ subjects: [Throttle.Subject],
    _ responder: Responder, _ answer: @escaping Answer, _ refused: @escaping Refused
  ) {
    write(responder, answer, refused) { session in
      try throttle.takeBack(subjects, session)
      let token = try PendingSignIns.add(user.id, now: tenant.clock(), session)
      let setUp = state == .inUse ? nil : try factor.begin(user.id, session)
      return .second(token, user, setUp: setUp)
    }
  }

  /// Goes on with the code behind a right password. Throws `sessionEnded` when that was too long
  /// ago.
  func attempt(
    pending token: String, code: String, answer: @escaping Answer, refused: @escaping Refused
  ) -> Reply {
    inPool(refused) { responder in
      let user = try tenant.database.read { session -> User? in
        let id = try PendingSignIns.user(token, now: tenant.clock(), session)
        return try id.flatMap { try Users(tenant: tenant).find($0, session) }
      }
      guard let user else { throw Refusal.sessionEnded }
      try throttle.enter([.code(user.id)])
      let noted: Refused = { refusal in
        if case .unauthenticated = refusal { noteWrongCode(user) }
        return refused(refusal)
      }
      begin(user, code, [.code(user.id)], pending: token, responder, answer, noted)
    }
  }

  /// What the page of a pending sign-in shows again.
  func pending(_ token: String) throws -> Outcome? {
    try tenant.database.read { session in
      guard let id = try PendingSignIns.user(token, now: tenant.clock(), session),
        let user = try Users(tenant: tenant).find(id, session)
      else { return nil }
      return .second(token, user, setUp: try factor.begun(id, session))
    }
  }

  // MARK: The session

  private func begin(
    _ user: User, _ code: String?, _ subjects: [Throttle.Subject], pending: String? = nil,
    _ responder: Responder, _ answer: @escaping Answer, _ refused: @escaping Refused
  ) {
    write(responder, answer, refused) { session in
      var codes: [String] = []
      if let code {
        let isNew = try factor.state(of: user.id, session) == .begun
        guard try factor.accepts(code, of: user.id, session) else {
          throw Refusal.unauthenticated
        }
        if isNew { codes = try factor.makeCodes(user.id, session) }
        if let pending { try PendingSignIns.remove(pending, session) }
      }
      try throttle.takeBack(subjects, session)
      let failures = try throttle.forget([.login(user.login), .code(user.id)], session)
      // Whoever was signed in in this browser is not any more.
      if let old = exchange.site.cookie(Site.session, of: exchange.request) {
        try exchange.sessions.remove(token: old, session)
      }
      let made = try exchange.sessions.create(user, session, place: exchange.place)
      return .signedIn(made, failures: failures, codes: codes)
    }
  }

  private func write(
    _ responder: Responder, _ answer: @escaping Answer, _ refused: @escaping Refused,
    _ job: @escaping @Sendable (WriteSession) throws -> Outcome
  ) {
    let made = Made()
    tenant.database.write { session in
      made.outcome = try job(session)
    } completion: { result in
      switch (result, made.outcome) {
      case (.success, .some(let outcome)):
        if let old = exchange.site.cookie(Site.session, of: exchange.request) {
          exchange.sessions.forget(token: old)
        }
        responder.respond(answer(outcome))
      case (.success, nil): responder.respond(refused(.fault))
      case (.failure(let error), _): responder.respond(refused(exchange.refusal(error)))
      }
    }
  }
}

/// Where the write leaves what it made for its completion; both run on the writer's thread.
private final class Made: @unchecked Sendable {
  var outcome: SignIn.Outcome?
}
