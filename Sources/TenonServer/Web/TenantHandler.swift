import TenonDatabase
import TenonHTTP
import TenonPages

/// Answers every request of one tenant: finds the route, the person and the language, and passes
/// on to the part that the route names.
final class TenantHandler: Handler {
  let tenant: Tenant
  let sessions: Sessions
  let site: Site
  private let router: Router<CountedRoute>
  private let watch: Watch
  private let metrics: MetricsAccess
  private let passwords: PasswordPool

  /// Without `writesLines` no request is logged.
  init(
    _ tenant: Tenant, _ site: Site, metrics: MetricsAccess = .none, writesLines: Bool = false
  ) throws(StartError) {
    self.tenant = tenant
    self.site = site
    self.metrics = metrics
    sessions = Sessions(tenant)
    let routes = Routes.all(tenant)
    let counted = routes.map(CountedRoute.init)
    do {
      router = try Router(zip(routes, counted).map { ($0.method, $0.path, $1) })
    } catch { throw .definition("two routes for \(error.path)") }
    watch = Watch(
      counted.map(\.figures), guards: BrowserGuards(isSecure: site.isSecure),
      writesLines: writesLines)
    passwords = try PasswordPool()
    try sessions.listen()
  }

  func handle(_ request: Request) -> Reply {
    var visit = watch.begin(request)
    let reply = handle(request, &visit)
    let watch = watch
    return reply.mapped { [visit] in watch.end(visit, $0) }
  }

  private func handle(_ request: Request, _ visit: inout Visit) -> Reply {
    switch router.match(request) {
    case .found(let route, let parameters):
      visit.figures = route.figures
      return handle(request, route, parameters, &visit)
    case .methodNotAllowed(let methods):
      return .now(refuse(.methodNotAllowed(methods), exchange(request, visit, nil, false, [])))
    case .notFound:
      return .now(refuse(.notFound, exchange(request, visit, nil, false, [])))
    }
  }

  /// Only who is signed in may bring files: nobody else fills the disk.
  func uploadLimits(_ request: Request) -> UploadLimits? {
    guard case .found(let route, _) = router.match(request), route.takesFiles,
      // Who cannot be looked up now will hear of it when the request is answered.
      let found = try? person(request, route.endpoint), let signedIn = found.0,
      signedIn.access != .readToken, signedIn.standIn?.kind != .look
    else { return nil }
    return tenant.files.limits
  }

  /// Says how much may come, to a browser as a page that leads back.
  func tooLarge(_ request: Request) -> Response {
    guard let limits = uploadLimits(request) else { return .problem(413) }
    let visit = watch.begin(request)
    let exchange = exchange(request, visit, nil, false, [])
    return watch.end(visit, refuse(.uploadTooLarge(limits), exchange))
  }

  private func handle(
    _ request: Request, _ route: CountedRoute, _ parameters: [String], _ visit: inout Visit
  ) -> Reply {
    let endpoint = route.endpoint
    do {
      if case .open(let handler) = endpoint {
        return try handler(
          OpenPart(
            watch: watch, metrics: metrics,
            exchange: exchange(request, visit, nil, false, parameters)))
      }
      let (signedIn, isFromCookie) = try person(request, endpoint)
      visit.user = signedIn?.actor.id
      let exchange = exchange(request, visit, signedIn, isFromCookie, parameters)
      do { try route.checkOpen(to: signedIn, request.method) } catch {
        return .now(refuse(error, exchange))
      }
      switch endpoint {
      case .open: return .now(refuse(.fault, exchange))
      case .api(let entity, let handler): return APIPart(exchange: exchange).handle(entity, handler)
      case .page(let handler): return PagePart(exchange: exchange).page(handler)
      case .form(let handler): return PagePart(exchange: exchange).form(handler)
      }
    } catch {
      return .now(
        refuse(
          Refusal(error, nil, request: visit.id),
          exchange(request, visit, nil, false, parameters)))
    }
  }

  /// Who asks: by the header `Authorization: Bearer`, else by cookie. An access token opens the
  /// API and files, and no other page.
  private func person(
    _ request: Request, _ endpoint: Endpoint
  ) throws -> (SignedIn?, isFromCookie: Bool) {
    if let header = request.header("authorization") {
      guard header.hasPrefix("Bearer ") else { return (nil, false) }
      let token = String(Substring(header.utf8.dropFirst(7)))
      guard token.hasPrefix(AccessTokens.prefix) else {
        // A program acts for nobody else, even with the token of a session that does.
        let found = try sessions.find(token, from: ClientAddress.of(request, site))
        return (found?.own ?? found, false)
      }
      switch endpoint {
      case .api: break
      case .page where request.target.starts(with: "/files/".utf8): break
      case .open, .page, .form: return (nil, false)
      }
      return (try AccessTokens(tenant: tenant).person(token), false)
    }
    guard let token = site.cookie(Site.session, of: request) else { return (nil, false) }
    return (try sessions.find(token, from: ClientAddress.of(request, site)), true)
  }

  private func exchange(
    _ request: Request, _ visit: Visit, _ signedIn: SignedIn?, _ isFromCookie: Bool,
    _ parameters: [String]
  ) -> WebExchange {
    WebExchange(
      tenant: tenant, sessions: sessions, site: site, passwords: passwords, request: request,
      signedIn: signedIn, isFromCookie: isFromCookie, parameters: parameters, id: visit.id,
      language: Language.choose(request, site, signedIn, tenant.blueprint.languages))
  }

  /// The answer when no part of the server took the request: for a browser's page load a page.
  private func refuse(_ refusal: Refusal, _ exchange: WebExchange) -> Response {
    let isAPI = exchange.request.target.starts(with: "/api/".utf8)
    let accepted = (exchange.request.header("accept") ?? "").split { $0 == "," || $0 == ";" }
    let wantsPage = accepted.contains("text/html")
    return wantsPage && !isAPI
      ? PagePart(exchange: exchange).problemPage(refusal) : exchange.problem(refusal)
  }
}

/// Which of the application's languages a request is answered in.
enum Language {
  static let cookie = "language"

  /// The cookie set by the switch, else the user's choice, else the browser's, else the first.
  static func choose(
    _ request: Request, _ site: Site, _ signedIn: SignedIn?, _ languages: [String]
  ) -> Int {
    if languages.count == 1 { return 0 }
    if let index = site.cookie(cookie, of: request).flatMap({ languages.firstIndex(of: $0) }) {
      return index
    }
    if let index = signedIn?.actor.language.flatMap({ languages.firstIndex(of: $0) }) {
      return index
    }
    // RFC 9110 §12.5.4; browsers list their languages best first, so that weights add nothing.
    for range in (request.header("accept-language") ?? "").split(separator: ",") {
      let tag = range.prefix { $0 != ";" && $0 != "-" }.filter { $0 != " " }.lowercased()
      if let index = languages.firstIndex(of: tag) { return index }
    }
    return 0
  }
}
