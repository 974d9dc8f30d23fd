import TenonDatabase
import TenonHTTP

/// Gives someone a new password: hashed off the threads that serve requests, written with whatever
/// goes with it.
struct PasswordChange: Sendable {
  let exchange: WebExchange
  let user: Int64
  /// Who changes it.
  let principal: Principal
  /// The password of now, which the change must prove; nil where another right does.
  let old: String?
  let new: String

  /// Counted in code points; the upper bound keeps hashing cheap.
  static let length = 8...200

  /// Whether a password is worth the name.
  static func fits(_ password: String) -> Bool {
    length.contains(password.unicodeScalars.count) && password.utf8.count <= 800
  }

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
          let hash = try prove()
          store(hash, job, responder, answer, refused)
        } catch {
          responder.respond(refused(Refusal(error, nil)))
        }
      }
      if !isQueued { responder.respond(refused(.unavailable)) }
    }
  }

  /// The new password's hash, when the old one is right.
  private func prove() throws -> String {
    if let old {
      let stored = try exchange.tenant.database.read { session in
        try Users(tenant: exchange.tenant).password(of: user, session)
      }
      guard let stored, Secrets.verify(password: old, against: stored) else {
        throw Refusal.unauthenticated
      }
    }
    guard let hash = Secrets.hash(password: new) else { throw Refusal.unavailable }
    return hash
  }

  private func store<R: Sendable>(
    _ hash: String, _ job: @escaping @Sendable (WriteSession) throws -> R, _ responder: Responder,
    _ answer: @escaping @Sendable (R) -> Response,
    _ refused: @escaping @Sendable (Refusal) -> Response
  ) {
    let (tenant, sessions, user) = (exchange.tenant, exchange.sessions, user)
    let principal = principal
    let result = Result<R>()
    tenant.database.write { session in
      try Users(tenant: tenant).setPassword(hash: hash, of: user, session)
      try Audit.note(.password, .person(user), by: principal, at: tenant.clock(), session)
      result.value = try job(session)
    } completion: { outcome in
      switch (outcome, result.value) {
      case (.success, .some(let value)):
        sessions.forgetAll()
        responder.respond(answer(value))
      case (.success, nil): responder.respond(refused(.fault))
      case (.failure(let error), _): responder.respond(refused(Refusal(error, nil)))
      }
    }
  }

  /// Where the write leaves its result; both sides run on the writer's thread.
  private final class Result<R>: @unchecked Sendable {
    var value: R?
  }
}
