import Synchronization
import TenonHTTP
import TenonPages

/// What everyone may ask for: health, the API document, assets, signing in, the language.
struct OpenPart: Sendable {
  let passwords: PasswordPool

  func handle(_ exchange: WebExchange, _ endpoint: OpenEndpoint) -> Reply {
    switch endpoint {
    case .health: return .now(OpenPart.text(200, "ok\n"))
    case .ready: return .now(ready(exchange))
    case .openAPI:
      return .now(
        Response(
          status: 200, headers: APIPart.headers,
          asset: exchange.tenant.application.openAPI))
    case .asset: return .now(asset(exchange))
    case .createSession: return createSession(exchange)
    case .signInPage: return .now(SignInPart(exchange: exchange).page(problem: nil, status: 200))
    case .signIn: return SignInPart(exchange: exchange).post(passwords)
    case .language: return .now(language(exchange))
    }
  }

  static func text(_ status: Int, _ text: StaticString) -> Response {
    Response(
      status: status,
      headers: [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")],
      asset: text)
  }

  /// Ready is who can read the database.
  private func ready(_ exchange: WebExchange) -> Response {
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

  private func asset(_ exchange: WebExchange) -> Response {
    let name = "/assets/" + (exchange.parameters.first ?? "")
    guard let asset = PageAssets.all.first(where: { $0.path.text == name }) else {
      return exchange.problem(.notFound)
    }
    return Response(
      status: 200,
      headers: [
        ("Content-Type", asset.contentType.description),
        ("Cache-Control", "public, max-age=31536000, immutable"),
        ("X-Content-Type-Options", "nosniff"),
      ], body: asset.bytes)
  }

  // MARK: Sign-in of programs

  private func createSession(_ exchange: WebExchange) -> Reply {
    do {
      guard exchange.site.isOurs(exchange.request) else { throw Refusal.forbidden }
      let type = exchange.request.header("content-type")?.prefix { $0 != ";" }.lowercased()
      guard type == "application/json" else { throw Refusal.unsupportedMediaType }
      var login: String?
      var password: String?
      for (name, value) in try JSONDocument(exchange.request.body).members() {
        switch (name, value.text) {
        case ("user", let text?): login = text
        case ("password", let text?): password = text
        default: throw Refusal.malformed(OpenPart.credentials)
        }
      }
      guard let login, let password else { throw Refusal.malformed(OpenPart.credentials) }
      return SignIn(tenant: exchange.tenant, sessions: exchange.sessions, passwords: passwords)
        .attempt(login: login, password: password) { made in
          OpenPart.session(made, exchange)
        } refused: {
          exchange.problem($0)
        }
    } catch {
      return .now(exchange.problem(Refusal(error, nil)))
    }
  }

  private static let credentials = Words2(
    zh: "请发送 {\"user\": …, \"password\": …}，两者均为文本。",
    en: "Send {\"user\": …, \"password\": …}, both as text.")

  private static func session(_ made: SignedIn, _ exchange: WebExchange) -> Response {
    var out = ByteWriter(capacity: 512)
    out.append("{\"token\":")
    out.append(json: made.token)
    out.append(",\"csrf_token\":")
    out.append(json: made.csrf)
    out.append(",\"expires_at\":")
    out.append(json: Instant.print(made.expiresAt))
    out.append("}")
    let site = exchange.site
    return Response(
      status: 201,
      headers: [
        ("Content-Type", "application/json"), ("Cache-Control", "no-store"),
        (
          "Set-Cookie",
          site.cookie(site.cookieName, made.token, maxAge: Sessions.lifetime / 1000)
        ),
      ], body: out.bytes)
  }

  // MARK: Language

  /// Sets the language and goes back; no secret depends on it, but other sites stay out.
  private func language(_ exchange: WebExchange) -> Response {
    guard exchange.site.isOurs(exchange.request), let form = exchange.request.form() else {
      return exchange.problem(.forbidden)
    }
    let chosen = form.first { $0.name == "language" }?.value ?? ""
    guard exchange.tenant.blueprint.languages.contains(chosen) else {
      return exchange.problem(.parameter("language"))
    }
    let back = form.first { $0.name == "back" }.flatMap { PagePath(checking: $0.value) }
    return Response(
      status: 303,
      headers: [
        ("Location", (back ?? .home).text), ("Cache-Control", "no-store"),
        (
          "Set-Cookie",
          exchange.site.cookie(Language.cookie, chosen, maxAge: 31_536_000, readable: true)
        ),
      ])
  }
}
