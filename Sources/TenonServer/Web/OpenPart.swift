import Synchronization
import TenonHTTP
import TenonPages

/// What everyone may ask for: health, the API document, assets, signing in.
struct OpenPart: Sendable {
  let watch: Watch
  let metrics: MetricsAccess
  let exchange: WebExchange

  static let routes: [Route] = [
    Route(.get, Routes.path("healthz"), .open { _ in .now(OpenPart.text(200, "ok\n")) }),
    Route(.get, Routes.path("readyz"), .open { .now($0.ready()) }),
    Route(.get, Routes.path("metrics"), .open { .now(try $0.figures()) }),
    Route(.get, Routes.path("openapi.json"), .open { .now($0.document()) }),
    Route(.get, [.literal("assets"), .parameter], .open { .now($0.asset()) }),
    Route(.post, Routes.path("session"), .open { $0.createSession() }),
  ]

  static func text(_ status: Int, _ text: StaticString) -> Response {
    Response(
      status: status,
      headers: [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")],
      asset: text)
  }

  /// Ready is who can read the database.
  func ready() -> Response {
    do {
      try exchange.tenant.database.read { session in
        try session.rows(OpenPart.probe, [], SystemAuthority("readiness")) { _ in }
      }
      return OpenPart.text(200, "ready\n")
    } catch {
      Log.notice("not ready: \(error)")
      return OpenPart.text(503, "not ready\n")
    }
  }

  private static let probe = SystemStatement("SELECT 1 FROM tenon_user LIMIT 1")

  /// For those whom the operator lets see it; for everyone else there is nothing.
  func figures() throws -> Response {
    guard metrics.allows(exchange.request) else { return exchange.problem(.notFound) }
    return try MetricsText.answer(watch, exchange.tenant)
  }

  private func document() -> Response {
    exchange.tenant.packed.document.response(
      [("Content-Type", "application/json"), ("Cache-Control", "private, no-cache")],
      exchange.request)
  }

  func asset() -> Response {
    let name = "/assets/" + (exchange.parameters.first ?? "")
    guard let asset = exchange.tenant.packed.assets[name] else {
      return exchange.problem(.notFound)
    }
    return asset.file.response(
      [
        ("Content-Type", asset.contentType.description),
        ("Cache-Control", "public, max-age=31536000, immutable"),
      ], exchange.request)
  }

  // MARK: Sign-in of programs

  func createSession() -> Reply {
    do {
      guard exchange.site.isOurs(exchange.request) else { throw Refusal.forbidden }
      let type = exchange.request.header("content-type")?.prefix { $0 != ";" }.lowercased()
      guard type == "application/json" else { throw Refusal.unsupportedMediaType }
      var login: String?
      var password: String?
      var code: String?
      for member in try JSONDocument(exchange.request.body).members() {
        switch (member.name, member.value.text) {
        case ("user", let text?): login = text
        case ("password", let text?): password = text
        case ("code", let text?): code = text
        default: throw Refusal.malformed(OpenPart.credentials)
        }
      }
      guard let login, let password else { throw Refusal.malformed(OpenPart.credentials) }
      let exchange = exchange
      return SignIn(exchange: exchange).attempt(
        login: login, password: password, code: code
      ) { outcome in
        guard case .signedIn(let made, _, _) = outcome else {
          return exchange.problem(OpenPart.secondRefusal(outcome))
        }
        return OpenPart.session(made, exchange)
      } refused: {
        exchange.problem($0)
      }
    } catch {
      return .now(exchange.problem(exchange.refusal(error)))
    }
  }

  private static let credentials = Words2(
    zh: "请发送 {\"user\": …, \"password\": …}，有两步验证时再加 \"code\"，均为文本。",
    en: "Send {\"user\": …, \"password\": …}, with a second factor also \"code\", all as text.")

  /// Why a right password alone opens no session.
  private static func secondRefusal(_ outcome: SignIn.Outcome) -> Refusal {
    if case .second(_, _, .some) = outcome { return .secondFactorMissing }
    return .codeRequired
  }

  private static func session(_ made: SignedIn, _ exchange: WebExchange) -> Response {
    var out = ByteWriter(capacity: 512)
    out.append("{\"token\":")
    out.append(json: made.token)
    out.append(",\"csrf_token\":")
    out.append(json: made.csrf)
    out.append(",\"expires_at\":")
    out.append(json: Instant.print(made.expiresAt))
    out.append("}")
    return Response(
      status: 201,
      headers: [
        ("Content-Type", "application/json"), ("Cache-Control", "no-store"),
        ("Set-Cookie", exchange.cookie(made)),
      ], body: out.bytes)
  }
}
