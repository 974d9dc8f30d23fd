import TenonHTTP
import TenonPages

/// What lets a device install the application: the worker and the page that it shows offline. The
/// manifest is an asset.
struct InstallPart {
  let exchange: WebExchange

  static let routes: [Route] = [
    Route(.get, Routes.path("sw.js"), .open { .now(InstallPart(exchange: $0.exchange).worker()) }),
    Route(
      .get, Routes.path("offline"), .open { .now(InstallPart(exchange: $0.exchange).offline()) }),
  ]

  /// The page asks for the worker in its own language, so that another language is another worker
  /// with another page.
  private func worker() -> Response {
    let tag = exchange.request.parameter("language") ?? ""
    let path = PagePath.offline.with([("language", tag)])
    return Response(
      status: 200,
      headers: [
        ("Content-Type", "text/javascript; charset=utf-8"), ("Cache-Control", "no-cache"),
        // What the worker itself may do.
        ("Content-Security-Policy", "default-src 'none'; connect-src 'self'"),
      ], body: ServiceWorker.script(offline: path, exchange.tenant.context(language)))
  }

  private func offline() -> Response {
    let tenant = exchange.tenant
    var out = HTMLWriter()
    Pages.renderOffline(tenant.context(language), app: tenant.blueprint.label[language], into: &out)
    return PagePart.html(200, out.bytes)
  }

  /// The language that the address names; the reader's without one.
  private var language: Int {
    exchange.request.parameter("language")
      .flatMap { exchange.tenant.locales.firstIndex(of: Locale(language: $0)) }
      ?? exchange.language
  }
}
