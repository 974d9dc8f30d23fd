import TenonHTTP
import TenonPages

/// The sign-in page, the page of the second factor, and what they post.
struct SignInPart {
  let exchange: WebExchange

  static let routes: [Route] = [
    Route(
      .get, Routes.path("sign-in"),
      .open { .now(SignInPart(exchange: $0.exchange).page(problem: nil, status: 200)) }),
    Route(.post, Routes.path("sign-in"), .open { SignInPart(exchange: $0.exchange).post() }),
    Route(
      .post, Routes.path("sign-in", "code"),
      .open { SignInPart(exchange: $0.exchange).postCode() }),
  ]

  /// A browser without a session still gets a token to send back: another site cannot sign its
  /// visitor in here under a name of its own choosing.
  private static let tokenCookie = "sign-in"

  private var token: String {
    let known = exchange.site.cookie(SignInPart.tokenCookie, of: exchange.request)
    return known.flatMap { $0.utf8.count == 64 ? $0 : nil } ?? Secrets.token()
  }

  private func answer(_ status: Int, _ out: consuming HTMLWriter, _ token: String) -> Response {
    let cookie = exchange.site.cookie(SignInPart.tokenCookie, token, maxAge: 3600)
    return PagePart.html(status, out.bytes, more: [("Set-Cookie", cookie)])
  }

  func page(
    problem: SignInPage.Problem?, status: Int, login: String = "", back: PagePath? = nil
  ) -> Response {
    let tenant = exchange.tenant
    let token = token
    let asked = exchange.request.parameter("back").flatMap { PagePath(checking: $0) }
    let page = SignInPage(
      context: exchange.context, app: tenant.blueprint.label[exchange.language],
      languages: exchange.languages, csrf: token, login: login, problem: problem,
      back: back ?? asked)
    var out = HTMLWriter()
    Pages.render(page, into: &out)
    return answer(status, out, token)
  }

  // MARK: Posts

  /// A form of ours, by the token that its page carries too.
  private func form() -> (fields: FormBody, isOurs: Bool)? {
    guard let form = exchange.request.form() else { return nil }
    let sent = form.first { $0.name == "csrf" }?.value ?? ""
    let token = exchange.site.cookie(SignInPart.tokenCookie, of: exchange.request)
    let isOurs =
      exchange.site.isOurs(exchange.request) && token.map { Secrets.equal($0, sent) } ?? false
    return (form, isOurs)
  }

  private func post() -> Reply {
    guard let (form, isOurs) = form() else { return .now(noForm) }
    func field(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let login = field("login")
    let back = PagePath(checking: field("back"))
    guard isOurs else {
      return .now(page(problem: .ended, status: 403, login: login, back: back))
    }
    let exchange = exchange
    return SignIn(exchange: exchange).attempt(login: login, password: field("password")) {
      SignInPart(exchange: exchange).outcome($0, back)
    } refused: { refusal in
      SignInPart(exchange: exchange).refused(refusal, login: login, back: back)
    }
  }

  private func postCode() -> Reply {
    guard let (form, isOurs) = form() else { return .now(noForm) }
    func field(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let back = PagePath(checking: field("back"))
    guard isOurs else { return .now(page(problem: .ended, status: 403, back: back)) }
    let exchange = exchange
    let pending = field("pending")
    return SignIn(exchange: exchange).attempt(pending: pending, code: field("code")) {
      SignInPart(exchange: exchange).outcome($0, back)
    } refused: { refusal in
      let part = SignInPart(exchange: exchange)
      do {
        guard
          case .second(let token, let user, let setUp) = try SignIn(exchange: exchange)
            .pending(pending)
        else { return part.refused(refusal, login: "", back: back) }
        let problem: CodeProblem?
        switch refusal {
        case .unauthenticated: problem = .wrong
        case .tooMany(let seconds): problem = .wait(seconds)
        default: return PagePart(exchange: exchange).problemPage(refusal)
        }
        return part.codePage(token, user, setUp, back, problem, refusal)
      } catch { return PagePart(exchange: exchange).problemPage(exchange.refusal(error)) }
    }
  }

  private func refused(_ refusal: Refusal, login: String, back: PagePath?) -> Response {
    let problem: SignInPage.Problem
    switch refusal {
    case .unauthenticated: problem = .refused
    case .tooMany(let seconds): problem = .wait(seconds)
    case .unavailable: problem = .busy
    case .sessionEnded: problem = .ended
    default: return PagePart(exchange: exchange).problemPage(refusal)
    }
    var response = page(problem: problem, status: refusal.status, login: login, back: back)
    response.headers += refusal.headers
    return response
  }

  private func outcome(_ outcome: SignIn.Outcome, _ back: PagePath?) -> Response {
    switch outcome {
    case .second(let token, let user, let setUp):
      return codePage(token, user, setUp, back, nil, nil)
    case .signedIn(let made, let failures, let codes) where codes.isEmpty:
      var response = Response.seeOther(back ?? .home, cookie: exchange.cookie(made))
      if failures > 0 {
        response.headers.append(PagePart.flash("failures\(failures)", exchange.site))
      }
      return response
    case .signedIn(let made, _, let codes):
      let page = RecoveryPage(
        context: exchange.context, app: exchange.tenant.blueprint.label[exchange.language],
        codes: codes, next: back ?? .home)
      var out = HTMLWriter()
      Pages.render(page, into: &out)
      return PagePart.html(200, out.bytes, more: [("Set-Cookie", exchange.cookie(made))])
    }
  }

  private func codePage(
    _ pending: String, _ user: User, _ setUp: OneTimeCode?, _ back: PagePath?,
    _ problem: CodeProblem?, _ refusal: Refusal?
  ) -> Response {
    let token = token
    let app = exchange.tenant.blueprint.label[exchange.language]
    let page = CodePage(
      context: exchange.context, app: app, csrf: token, pending: pending, back: back,
      setUp: setUp.map { FactorSetUp($0, issuer: app, login: user.login) }, problem: problem)
    var out = HTMLWriter()
    Pages.render(page, into: &out)
    var response = answer(refusal?.status ?? 200, out, token)
    response.headers += refusal?.headers ?? []
    return response
  }

  private var noForm: Response {
    PagePart(exchange: exchange).problemPage(
      .malformed(
        Words2(zh: "请从登录页面提交。", en: "Please use the form of the sign-in page.")))
  }
}

extension FactorSetUp {
  /// What a page shows of a new secret.
  init(_ code: OneTimeCode, issuer: String, login: String) {
    let address = code.address(issuer: issuer, account: login)
    self.init(
      address: address, secret: Base32.groups(Base32.text(code.secret), by: " "),
      modules: QRCode.modules(address))
  }
}
