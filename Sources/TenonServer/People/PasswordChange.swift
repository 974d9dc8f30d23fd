import TenonDatabase
import TenonHTTP
import TenonPages

/// Gives someone a new password: hashed off the threads that serve requests, written with whatever
/// goes with it.
struct PasswordChange: Sendable {
  let exchange: WebExchange
  let user: Int64
  /// Who changes it.
  let principal: Principal
  /// The password of now, which the change must prove and who shows it; nil where another right
  /// does.
  let old: (password: String, person: SignedIn)?
  let new: String

  /// `job` runs in the write after the password is stored. The old password being wrong is refused
  /// as `unauthenticated`.
  func run<R: Sendable>(
    _ job: @escaping @Sendable (WriteSession) throws -> R,
    answer: @escaping @Sendable (R) -> Response,
    refused: @escaping @Sendable (Refusal) -> Response
  ) -> Reply {
    .later { responder in
      let isQueued = exchange.passwords.add {
        do {
          let check = old.map { PasswordCheck(exchange: exchange, person: $0.person) }
          if let old { try check?.prove(old.password) }
          guard let hash = Secrets.hash(password: new) else { throw Refusal.unavailable }
          store(hash, check, job, responder, answer, refused)
        } catch {
          responder.respond(refused(exchange.refusal(error)))
        }
      }
      if !isQueued { responder.respond(refused(.unavailable)) }
    }
  }

  private func store<R: Sendable>(
    _ hash: String, _ check: PasswordCheck?,
    _ job: @escaping @Sendable (WriteSession) throws -> R, _ responder: Responder,
    _ answer: @escaping @Sendable (R) -> Response,
    _ refused: @escaping @Sendable (Refusal) -> Response
  ) {
    let (tenant, user, principal) = (exchange.tenant, user, principal)
    let reply = exchange.write(nil) { session in
      try check?.takeBack(session)
      try Users(tenant: tenant).setPassword(hash: hash, of: user, session)
      try Audit.note(.password, .person(user), by: principal, at: tenant.clock(), session)
      return try job(session)
    } answer: { value in
      exchange.sessions.forgetAll()
      return answer(value)
    } refused: {
      refused($0)
    }
    switch reply {
    case .now(let response): responder.respond(response)
    case .later(let start): start(responder)
    }
  }
}
