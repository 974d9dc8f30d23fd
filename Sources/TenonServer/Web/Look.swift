import TenonHTTP
import TenonPages

/// How someone wants the pages to look: cookies that the switches set, no secret in them.
struct Look {
  let part: OpenPart

  /// The cookie of the theme.
  static let cookie = "theme"
  private static let year: Int64 = 31_536_000

  static let routes: [Route] = [
    Route(.post, Routes.path("language"), .open { .now(Look(part: $0).language()) }),
    Route(.post, Routes.path("theme"), .open { .now(Look(part: $0).theme()) }),
  ]

  private func language() -> Response {
    let languages = part.exchange.tenant.blueprint.languages
    return set("language", as: Language.cookie) { languages.contains($0) }
  }

  private func theme() -> Response {
    set("theme", as: Look.cookie) { Theme(rawValue: $0) != nil }
  }

  /// Keeps what was chosen and goes back; nothing secret depends on it, but other sites stay out.
  private func set(
    _ name: String, as cookie: String, _ isOffered: (String) -> Bool
  ) -> Response {
    let exchange = part.exchange
    guard exchange.site.isOurs(exchange.request), let form = exchange.request.form() else {
      return exchange.problem(.forbidden)
    }
    let chosen = form.first { $0.name == name }?.value ?? ""
    guard isOffered(chosen) else { return exchange.problem(.parameter(name)) }
    let back = form.first { $0.name == "back" }.flatMap { PagePath(checking: $0.value) }
    return Response(
      status: 303,
      headers: [
        ("Location", (back ?? .home).text), ("Cache-Control", "no-store"),
        (
          "Set-Cookie",
          exchange.site.cookie(cookie, chosen, maxAge: Look.year, readable: true)
        ),
      ])
  }
}
