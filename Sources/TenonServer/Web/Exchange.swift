import Blueprint
import TenonDatabase
import TenonHTTP
import TenonPages

/// One request with what the server knows of it: who asks, in which language. A class: it goes
/// through many hands, and each copy of a structure would count every reference in it.
final class WebExchange: Sendable {
  let tenant: Tenant
  let sessions: Sessions
  let site: Site
  let passwords: PasswordPool
  let request: Request
  /// Nil for open endpoints and for nobody.
  let signedIn: SignedIn?
  /// Whether the session came with a browser's cookie, which other sites can make it send.
  let isFromCookie: Bool
  /// Parameters of the route.
  let parameters: [String]
  /// What log and problem page call the request.
  let id: String
  /// Index into the application's languages.
  let language: Int

  init(
    tenant: Tenant, sessions: Sessions, site: Site, passwords: PasswordPool, request: Request,
    signedIn: SignedIn?, isFromCookie: Bool, parameters: [String], id: String, language: Int
  ) {
    self.tenant = tenant
    self.sessions = sessions
    self.site = site
    self.passwords = passwords
    self.request = request
    self.signedIn = signedIn
    self.isFromCookie = isFromCookie
    self.parameters = parameters
    self.id = id
    self.language = language
  }

  var locale: Locale { tenant.locales[language] }

  var context: PageContext {
    tenant.context(
      language, site.cookie(Look.cookie, of: request).flatMap(Theme.init(rawValue:)) ?? .device)
  }

  /// From where the request comes, and what its browser calls itself.
  var place: SignInPlace {
    SignInPlace(
      agent: request.header("user-agent"), address: ClientAddress.of(request, site))
  }

  /// What counts as one place when failures are counted.
  var network: String {
    let address = ClientAddress.of(request, site)
    return ClientAddress.network(address) ?? address
  }

  /// The header that gives a browser its session.
  func cookie(_ made: SignedIn) -> String {
    site.cookie(Site.session, made.token, maxAge: tenant.signIn.life / 1000)
  }

  /// Where the application is reached from outside: as the operator said, else as the browser did.
  var origin: String {
    site.origin ?? "http://" + (request.header("host") ?? "localhost")
  }

  /// The record id in the path; throws `notFound` for anything else than a plain number.
  func recordID() throws(Refusal) -> Int64 {
    guard let text = parameters.first, let id = Int64(text), id > 0, String(id) == text else {
      throw .notFound
    }
    return id
  }

  /// The person; throws `unauthenticated` for nobody.
  func person() throws(Refusal) -> SignedIn {
    guard let signedIn else { throw .unauthenticated }
    return signedIn
  }

  /// What an error means to the person who asked; a fault is logged with the request's id.
  func refusal(_ error: any Error, _ entity: EntityModel? = nil) -> Refusal {
    Refusal(error, entity, request: id)
  }

  /// A problem document for a program.
  func problem(_ refusal: Refusal, _ entity: EntityModel? = nil) -> Response {
    ProblemDocument(
      refusal: refusal, entity: entity, tenant: tenant, language: language, context: context,
      reference: id
    ).response()
  }

  /// Answers after a write: `job` runs in the writer, `answer` after its commit with what the job
  /// gave; `refused` makes the answer of an error.
  func write<R: Sendable>(
    _ entity: EntityModel?, _ job: @escaping @Sendable (WriteSession) throws -> R,
    answer: @escaping @Sendable (R) -> Response,
    refused: @escaping @Sendable (Refusal) -> Response
  ) -> Reply {
    write(entity, job, then: { $1.respond(answer($0)) }, refused: refused)
  }

  /// Does something after a write that gives the answer when it is done: `job` runs in the writer,
  /// `then` begins after its commit.
  func write<R: Sendable>(
    _ entity: EntityModel?, _ job: @escaping @Sendable (WriteSession) throws -> R,
    then: @escaping @Sendable (R, Responder) -> Void,
    refused: @escaping @Sendable (Refusal) -> Response
  ) -> Reply {
    let database = tenant.database
    return .later { responder in
      let result = JobResult<R>()
      database.write { session in
        result.value = try job(session)
      } completion: { outcome in
        switch (outcome, result.value) {
        case (.success, .some(let value)):
          // Who someone is, which roles they have and where they stand counts from now on.
          if entity?.isOfPeople == true { self.sessions.forgetAll() }
          then(value, responder)
        case (.success, nil): responder.respond(refused(.fault))
        case (.failure(let error), _): responder.respond(refused(self.refusal(error, entity)))
        }
      }
    }
  }
}

extension WebExchange {
  /// Answers a program's change with what `job` makes in the transaction. Marked with an
  /// `Idempotency-Key` it happens once, and the same request gets the same answer again.
  func change(
    _ entity: EntityModel?, _ person: SignedIn,
    _ job: @escaping @Sendable (WriteSession) throws -> Response
  ) throws -> Reply {
    let refused: @Sendable (Refusal) -> Response = { self.problem($0, entity) }
    guard let key = try IdempotencyKey(request, person) else {
      return write(entity, job, answer: { $0 }, refused: refused)
    }
    let tenant = tenant
    let reply = write(entity) { session in
      try Once(person: key.person, session: session, now: tenant.clock())
        .answer(key) { try job(session) }
    } answer: { response in
      tenant.keysUnderWay.end(key)
      return response
    } refused: { refusal in
      tenant.keysUnderWay.end(key)
      return refused(refusal)
    }
    guard case .later(let start) = reply else { return reply }
    return .later { responder in
      if tenant.keysUnderWay.begin(key) {
        start(responder)
      } else {
        responder.respond(refused(.keyUnderWay))
      }
    }
  }
}

/// Where a job leaves its result for its completion; both run on the writer's thread.
private final class JobResult<R>: @unchecked Sendable {
  var value: R?
}

/// Where the application is reached from outside.
struct Site: Sendable {
  /// Whether browsers come by https, so that cookies may be marked for it.
  let isSecure: Bool
  /// `https://crm.example.com`, when the operator said so.
  let origin: String?

  /// Reads `--public-url`; nil when it is not `http(s)://host[:port]`.
  init?(publicURL: String?) {
    guard let publicURL else {
      isSecure = false
      origin = nil
      return
    }
    let trimmed = publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
    isSecure = trimmed.hasPrefix("https://")
    guard isSecure || trimmed.hasPrefix("http://") else { return nil }
    let host = trimmed.drop { $0 != "/" }.dropFirst(2)
    guard !host.isEmpty, !host.contains("/"), !host.contains("@") else { return nil }
    origin = trimmed
  }

  /// The cookie of the session.
  static let session = "session"

  /// The whole name of a cookie: `__Host-` binds it to this host and to https (RFC 6265bis).
  private func name(_ name: String) -> String { isSecure ? "__Host-" + name : name }

  /// The value of a cookie of ours.
  func cookie(_ name: String, of request: Request) -> String? { request.cookie(self.name(name)) }

  /// The header that sets a cookie.
  func cookie(_ name: String, _ value: String, maxAge: Int64) -> String {
    "\(self.name(name))=\(value); Path=/; Max-Age=\(maxAge); SameSite=Lax"
      + "; HttpOnly" + (isSecure ? "; Secure" : "")
  }

  /// Whether a change comes from our own pages as far as the browser tells (Origin, Fetch
  /// Metadata); programs send neither.
  func isOurs(_ request: Request) -> Bool {
    if let site = request.header("sec-fetch-site"), site == "cross-site" || site == "same-site" {
      return false
    }
    guard let sent = request.header("origin") else { return true }
    if let origin { return sent == origin }
    guard let host = request.header("host") else { return false }
    return sent == "http://" + host || sent == "https://" + host
  }
}
