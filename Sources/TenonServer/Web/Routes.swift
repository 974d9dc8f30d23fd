import TenonHTTP
import TenonPages

/// One line of the table of all routes.
struct Route: Sendable {
  let method: TenonHTTP.Method
  let path: [Segment]
  let endpoint: Endpoint
  /// Whether files may come with a request of someone who is signed in; with every form they may.
  let takesFiles: Bool
  let whileActing: WhileActing

  /// What is open to who acts for someone else.
  enum WhileActing: Sendable {
    /// What is open to that person; to who only looks, all that changes nothing.
    case usual
    /// Nothing: it is about how people come in and what they may do.
    case never
    /// Everything: it leads back.
    case always
  }

  init(
    _ method: TenonHTTP.Method, _ path: [Segment], _ endpoint: Endpoint, takesFiles: Bool = false,
    whileActing: WhileActing = .usual
  ) {
    self.whileActing = whileActing
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

  /// The same route, closed to who acts for someone else.
  var forOneselfOnly: Route {
    Route(method, path, endpoint, takesFiles: takesFiles, whileActing: .never)
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
  private let whileActing: Route.WhileActing

  init(_ route: Route) {
    endpoint = route.endpoint
    takesFiles = route.takesFiles
    whileActing = route.whileActing
    figures = RouteFigures(
      method: route.method.text, path: route.template, kind: route.kind)
  }

  /// Throws for who acts for someone else where that is not open.
  func checkOpen(to person: SignedIn?, _ method: TenonHTTP.Method) throws(Refusal) {
    guard let standIn = person?.standIn else { return }
    switch whileActing {
    case .always: return
    case .never: throw .standInForbids
    case .usual:
      if standIn.kind == .look && method != .get && method != .head { throw .lookForbids }
    }
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
      WelcomePart.routes,
      SearchPart.routes,
      FilePart.routes,
      StandInPart.routes,
      APIPart.routes,
    ].flatMap { $0 }
    routes += forOneself(tenant).map(\.forOneselfOnly)
    for entity in tenant.entities {
      routes += ListPart.routes(entity) + FormPart.routes(entity) + RecordPart.routes(entity)
      routes += TakenPart.routes(entity) + ChoosePart.routes(entity) + CommentPart.routes(entity)
      routes += ExportPart.routes(entity) + PaperPart.routes(entity)
      routes += RecordFilesPart.routes(entity) + RevealPart.routes(entity)
      routes += SharePart.routes(entity)
      routes += APIPart.routes(entity) + ShareAPI.routes(entity)
      for subform in tenant.subforms(of: entity) { routes += APIPart.routes(entity, subform) }
    }
    if let development = tenant.development { routes += development.routes }
    return routes
  }

  /// What is about people themselves, how they come in and what they may do.
  private static func forOneself(_ tenant: Tenant) -> [Route] {
    let own =
      ProfilePart.routes + ConfirmPart.routes + SecondFactorPart.routes + DeputyPart.routes
      + RightsPart.routes + TokensPart.routes + AuditPart.routes
    let imports = tenant.entities.flatMap { ImportPart.routes($0) + ImportAPI.routes($0) }
    guard let people = tenant.entity(named: "user") else { return own + imports }
    return own + imports + AccessPart.routes(people) + DeputyPart.routes(people)
      + RightsPart.routes(people) + HandOverPart.routes(people)
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
