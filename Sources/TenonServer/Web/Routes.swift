import TenonHTTP
import TenonPages

/// One line of the table of all routes.
struct Route: Sendable {
  let method: TenonHTTP.Method
  let path: [Segment]
  let endpoint: Endpoint
  /// Whether files may come with a request of someone who is signed in; with every form they may.
  let takesFiles: Bool

  init(
    _ method: TenonHTTP.Method, _ path: [Segment], _ endpoint: Endpoint, takesFiles: Bool = false
  ) {
    self.method = method
    self.path = path
    self.endpoint = endpoint
    if case .form = endpoint { self.takesFiles = true } else { self.takesFiles = takesFiles }
  }

  /// The path as log, metrics and the API document write it.
  var template: String {
    path.isEmpty
      ? "/"
      : path.map { segment in
        if case .literal(let text) = segment { return "/" + text }
        return "/{id}"
      }.joined()
  }

  fileprivate var kind: RouteKind {
    switch endpoint {
    case .open: .open
    case .api: .api
    case .page: .page
    case .form: .form
    }
  }
}

/// A route with what is counted of it.
struct CountedRoute: Sendable {
  let endpoint: Endpoint
  let takesFiles: Bool
  let figures: RouteFigures

  init(_ route: Route) {
    endpoint = route.endpoint
    takesFiles = route.takesFiles
    figures = RouteFigures(
      method: route.method.text, path: route.template, kind: route.kind)
  }
}

/// What a route leads to. Who may come there is decided from this, never from the URL.
enum Endpoint: Sendable {
  /// For everyone.
  case open(@Sendable (OpenPart) throws -> Reply)
  /// For programs: JSON, problem documents. The entity words what is refused.
  case api(EntityModel?, @Sendable (APIPart, SignedIn) throws -> Reply)
  /// For people who are signed in: HTML, redirects to the sign-in page.
  case page(@Sendable (PagePart, SignedIn) throws -> Reply)
  /// What a form of a page posts; it comes with the session's token.
  case form(@Sendable (PagePart, SignedIn, FormBody) throws -> Reply)
}

/// What a form sent: names and values in the order sent.
typealias FormBody = [(name: String, value: String)]

/// The exact table of all routes; what is not here does not exist. Each area gives its own.
enum Routes {
  static func all(_ tenant: Tenant) -> [Route] {
    var routes = [
      OpenPart.routes,
      SignInPart.routes,
      Look.routes,
      InstallPart.routes,
      PagePart.routes,
      WorkbenchPart.routes,
      NotificationPart.routes,
      PalettePart.routes,
      ProfilePart.routes,
      ConfirmPart.routes,
      SecondFactorPart.routes,
      WelcomePart.routes,
      SearchPart.routes,
      FilePart.routes,
      TokensPart.routes,
      APIPart.routes,
    ].flatMap { $0 }
    for entity in tenant.entities {
      routes += ListPart.routes(entity) + FormPart.routes(entity) + RecordPart.routes(entity)
      routes += TakenPart.routes(entity) + ChoosePart.routes(entity) + CommentPart.routes(entity)
      routes += RecordFilesPart.routes(entity) + RevealPart.routes(entity)
      routes += APIPart.routes(entity)
      for subform in tenant.subforms(of: entity) { routes += APIPart.routes(entity, subform) }
    }
    if let development = tenant.development { routes += development.routes }
    if let people = tenant.entity(named: "user") { routes += AccessPart.routes(people) }
    return routes
  }

  /// A path of literal segments.
  static func path(_ segments: String...) -> [Segment] { segments.map(Segment.literal) }
  /// The path of an entity's pages.
  static func app(_ entity: EntityModel, _ more: String...) -> [Segment] {
    path("app", entity.name) + more.map(Segment.literal)
  }
  /// The path of a record's pages; the id is the first parameter.
  static func record(_ entity: EntityModel, _ more: String...) -> [Segment] {
    path("app", entity.name) + [.parameter] + more.map(Segment.literal)
  }
}
