import TenonHTTP
import TenonPages

/// The sign-in page and what it posts.
struct SignInPart {
  let exchange: WebExchange

  /// A browser without a session still gets a token to send back: another site cannot sign its
  /// visitor in here under a name of its own choosing.
  private static let tokenCookie = "sign-in"

  func page(
    problem: SignInPage.Problem?, status: Int, login: String = "", back: PagePath? = nil
  ) -> Response {
    let tenant = exchange.tenant
    let known = exchange.request.cookie(SignInPart.tokenCookie)
    let token = known.flatMap { $0.utf8.count == 64 ? $0 : nil } ?? Secrets.token()
    let asked = exchange.request.parameter("back").flatMap { PagePath(checking: $0) }
    let page = SignInPage(
      context: exchange.context, app: tenant.blueprint.label[exchange.language],
      languages: exchange.languages, csrf: token, login: login, problem: problem,
      back: back ?? asked)
    var out = HTMLWriter()
    Pages.render(page, into: &out)
    let cookie = exchange.site.cookie(SignInPart.tokenCookie, token, maxAge: 3600)
    return PagePart.html(status, out.bytes, more: [("Set-Cookie", cookie)])
  }

  func post(_ passwords: PasswordPool) -> Reply {
    guard let form = exchange.request.form() else {
      return .now(PagePart(exchange: exchange).problemPage(.malformed(SignInPart.noForm)))
    }
    func field(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let login = field("login")
    let back = PagePath(checking: field("back"))
    guard exchange.site.isOurs(exchange.request),
      let token = exchange.request.cookie(SignInPart.tokenCookie),
      Secrets.equal(token, field("csrf"))
    else { return .now(page(problem: .ended, status: 403, login: login, back: back)) }
    let exchange = exchange
    return SignIn(
      tenant: exchange.tenant, sessions: exchange.sessions, passwords: passwords,
      request: exchange.id,
      agent: exchange.request.header("user-agent"), address: exchange.request.peer
    )
    .attempt(login: login, password: field("password")) { made in
      let site = exchange.site
      return .seeOther(
        back ?? .home,
        cookie: site.cookie(site.cookieName, made.token, maxAge: Sessions.lifetime / 1000))
    } refused: { refusal in
      let part = SignInPart(exchange: exchange)
      switch refusal {
      case .unauthenticated:
        return part.page(problem: .refused, status: 401, login: login, back: back)
      case .unavailable:
        return part.page(problem: .tooMany, status: 503, login: login, back: back)
      default: return PagePart(exchange: exchange).problemPage(refusal)
      }
    }
  }

  private static let noForm = Words2(
    zh: "请从登录页面提交。", en: "Please use the form of the sign-in page.")
}
