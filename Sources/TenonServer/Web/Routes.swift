import TenonHTTP
import TenonPages

/// What a route leads to. Who may come there is decided from this, never from the URL.
enum Endpoint: Sendable {
  /// For everyone.
  case open(OpenEndpoint)
  /// For programs: JSON, problem documents.
  case api(APIEndpoint)
  /// For people who are signed in: HTML, redirects to the sign-in page.
  case page(PageEndpoint)
}

enum OpenEndpoint: Sendable {
  case health, ready, openAPI, createSession, asset, signInPage, signIn, language
}

enum APIEndpoint: Sendable {
  case deleteSession
  case list(EntityModel)
  case create(EntityModel)
  case read(EntityModel)
  case update(EntityModel)
  case delete(EntityModel)
}

enum PageEndpoint: Sendable {
  case home, signOut
  case list(EntityModel)
  case new(EntityModel)
  case create(EntityModel)
  case pick(EntityModel)
  case record(EntityModel)
  case edit(EntityModel)
  case update(EntityModel)
  case delete(EntityModel)
}

/// The exact table of all routes; what is not here does not exist.
enum Routes {
  static func table(_ tenant: Tenant) throws(StartError) -> Router<Endpoint> {
    var routes: [(TenonHTTP.Method, [Segment], Endpoint)] = [
      (.get, path("healthz"), .open(.health)),
      (.get, path("readyz"), .open(.ready)),
      (.get, path("openapi.json"), .open(.openAPI)),
      (.get, [.literal("assets"), .parameter], .open(.asset)),
      (.get, path("sign-in"), .open(.signInPage)),
      (.post, path("sign-in"), .open(.signIn)),
      (.post, path("language"), .open(.language)),
      (.post, path("session"), .open(.createSession)),
      (.delete, path("session"), .api(.deleteSession)),
      (.get, [], .page(.home)),
      (.post, path("sign-out"), .page(.signOut)),
    ]
    for entity in tenant.entities { routes += self.routes(entity) }
    do { return try Router(routes) } catch {
      throw .definition("two routes for \(error.path)")
    }
  }

  private static func routes(
    _ entity: EntityModel
  ) -> [(TenonHTTP.Method, [Segment], Endpoint)] {
    let api = path("api", entity.name)
    let app = path("app", entity.name)
    let record: [Segment] = [.parameter]
    var routes: [(TenonHTTP.Method, [Segment], Endpoint)] = [
      (.get, app, .page(.list(entity))),
      (.post, app, .page(.create(entity))),
      (.get, app + path("new"), .page(.new(entity))),
      (.get, app + path("-", "pick"), .page(.pick(entity))),
      (.get, app + record, .page(.record(entity))),
      (.post, app + record, .page(.update(entity))),
      (.get, app + record + path("edit"), .page(.edit(entity))),
      (.post, app + record + path("delete"), .page(.delete(entity))),
    ]

    routes += [
      (.get, api, .api(.list(entity))),
      (.post, api, .api(.create(entity))),
      (.get, api + record, .api(.read(entity))),
      (.patch, api + record, .api(.update(entity))),
      (.delete, api + record, .api(.delete(entity))),
    ]
    return routes
  }

  private static func path(_ segments: String...) -> [Segment] { segments.map(Segment.literal) }
}
