import TenonDatabase
import TenonHTTP
import TenonPages

/// The pages for people: finds what a page shows and has it rendered.
struct PagePart {
  let exchange: WebExchange

  var tenant: Tenant { exchange.tenant }
  var request: Request { exchange.request }

  static let routes: [Route] = [
    Route(
      .post, Routes.path("sign-out"), .form { part, person, _ in part.signOut(person) },
      whileActing: .always)
  ]

  /// A page for the person who is signed in.
  func page(_ handler: (PagePart, SignedIn) throws -> Reply) -> Reply {
    do {
      guard let person = exchange.signedIn else {
        // A program with a token that is none learns it; no page helps it.
        let isProgram = request.header("authorization") != nil
        return .now(isProgram ? exchange.problem(.unauthenticated) : toSignIn())
      }
      return try handler(self, person)
    } catch {
      return .now(problemPage(exchange.refusal(error)))
    }
  }

  /// What a page's form posts. It must carry the session's token and come from our own pages.
  func form(
    _ handler: @escaping @Sendable (PagePart, SignedIn, FormBody) throws -> Reply
  ) -> Reply {
    page { part, person in
      guard let form = request.form() else {
        throw Refusal.malformed(
          Words2(zh: "请从页面上的表单提交。", en: "Please use the form of the page."))
      }
      let token = form.first { $0.name == "csrf" }?.value ?? ""
      guard exchange.site.isOurs(request), Secrets.equal(token, person.csrf) else {
        throw Refusal.forbidden
      }
      let files = request.files.filter { $0.content != nil }
      if files.isEmpty { return try handler(part, person, form) }
      return keep(files, person) { ids in try handler(part, person, form + ids) }
    }
  }

  /// Keeps the files that came with a form, and goes on with the form as if it held their ids: what
  /// is wrong elsewhere in it then loses none of them. Files over the limit the form sees in the
  /// request.
  private func keep(
    _ files: [UploadedFile], _ person: SignedIn,
    _ handler: @escaping @Sendable (FormBody) throws -> Reply
  ) -> Reply {
    let (store, part) = (tenant.files, self)
    return .later { responder in
      store.receive(files, by: person.user.id) { result in
        do {
          let kept = zip(files, try result.get()).map { (name: $0.field, value: String($1.id)) }
          switch try handler(kept) {
          case .now(let response): responder.respond(response)
          case .later(let start): start(responder)
          }
        } catch { responder.respond(part.problemPage(exchange.refusal(error))) }
      }
    }
  }

  /// To the sign-in page and back here afterwards.
  private func toSignIn() -> Response {
    let here = PagePath(checking: String(decoding: request.target, as: UTF8.self))
    let back = request.method == .get ? here?.text ?? "" : ""
    return .seeOther(PagePath.signIn.with([("back", back == "/" ? "" : back)]))
  }

  private func signOut(_ person: SignedIn) -> Reply {
    let sessions = exchange.sessions
    let exchange = exchange
    return exchange.write(nil) { session in
      try sessions.signOut(person, session)
    } answer: { _ in
      sessions.forget(person)
      var response = Response.seeOther(
        .signIn, cookie: exchange.site.cookie(Site.session, "", maxAge: 0))
      // What pages kept in the browser, drafts of forms above all, goes with the session.
      response.headers.append(("Clear-Site-Data", "\"cache\", \"storage\""))
      return response
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }

  // MARK: The frame

  /// Entities of the menu on which the person may do an action.
  func modules(_ person: SignedIn, _ action: Action) -> [ModuleLink] {
    FrameMenus(exchange).entities(person)
      .filter { authorize(person.user.principal, action, on: $0.type) != nil }
      .map { $0.links[exchange.language] }
  }

  /// The frame of a page that belongs to an entity, or to none.
  func frame(_ person: SignedIn, _ entity: EntityModel?) -> FrameModel {
    let id = (exchange.parameters.first).flatMap { Int64($0) }
    let record = entity.flatMap { entity in id.map { (entity, $0) } }
    return frame(person, at: entity.map { PagePath.list($0.name) }, showing: record)
  }

  /// The frame of a page that belongs to this link of the menu and shows this record.
  func frame(
    _ person: SignedIn, at current: PagePath?, showing record: (EntityModel, Int64)? = nil
  ) -> FrameModel {
    var frame = FrameModel(
      context: exchange.context, app: tenant.blueprint.label[exchange.language],
      groups: FrameMenus(exchange).groups(person), creatable: modules(person, .create),
      administration: FrameMenus(exchange).administration(person), current: current,
      userName: person.user.name, login: person.user.login, unread: unread(person, record),
      languages: exchange.languages, csrf: person.csrf, here: here, flash: flash())
    frame.standIn = person.standIn.map {
      StandInLine(
        name: person.user.name, actor: $0.actor.name, isLook: $0.kind == .look)
    }
    return frame
  }

  /// How much the person has not read. Without an answer of the database the page is of more use
  /// without the number than not at all.
  private func unread(_ person: SignedIn, _ record: (EntityModel, Int64)?) -> Int {
    do {
      return try tenant.database.read { session in
        try Notifications(tenant: tenant).unread(
          except: record,
          RecordReader(
            tenant: tenant, principal: person.user.principal, session: session,
            language: exchange.language))
      }
    } catch {
      Log.notice("notifications are not counted: \(error)")
      return 0
    }
  }

  private var here: PagePath {
    guard request.method == .get else { return .home }
    return PagePath(checking: String(decoding: request.target, as: UTF8.self)) ?? .home
  }

  /// What the page before asked to be said: a cookie that is read once.
  private func flash() -> Flash? {
    switch flashText {
    case "created": return Flash(.success, exchange.locale[.created])
    case "sent": return Flash(.success, exchange.locale[.sentAlready])
    case "saved": return Flash(.success, exchange.locale[.saved])
    case "password": return Flash(.success, exchange.locale[.passwordChanged])
    case "session": return Flash(.success, exchange.locale[.sessionEnded])
    case "activated": return Flash(.success, exchange.locale[.activated])
    case "deactivated": return Flash(.success, exchange.locale[.deactivated])
    case "deputy": return Flash(.success, exchange.locale[.deputyNamed])
    case "deputyEnded": return Flash(.success, exchange.locale[.deputyEnded])
    case "acting": return Flash(.success, exchange.locale[.actingEnded])
    case "handedOver": return Flash(.success, exchange.locale[.handedOver])
    case "handingOver": return Flash(.success, exchange.locale[.handingOver])
    case "shared": return Flash(.success, exchange.locale[.shared])
    case "unshared": return Flash(.success, exchange.locale[.shareEnded])
    case "deleted": return Flash(.success, exchange.locale[.deleted])
    case "lifted": return Flash(.success, exchange.locale[.delayLifted])
    case "factor": return Flash(.success, exchange.locale[.factorRemoved])
    case let text? where text.hasPrefix("failures"):
      return Int(text.dropFirst("failures".count)).map {
        Flash(.failure, exchange.locale.text(.failuresBefore, String($0)))
      }
    default: return nil
    }
  }

  /// The message as the page before left it.
  var flashText: String? { exchange.site.cookie(PagePart.flashCookie, of: request) }

  private static let flashCookie = "flash"

  /// Goes to a page that says once what was done.
  static func redirect(_ path: PagePath, saying flash: String, _ site: Site) -> Response {
    .seeOther(path, cookie: site.cookie(flashCookie, flash, maxAge: 60))
  }

  /// The header that lets the next page say something once.
  static func flash(_ text: String, _ site: Site) -> (String, String) {
    ("Set-Cookie", site.cookie(flashCookie, text, maxAge: 60))
  }

  // MARK: Answers

  /// An HTML answer with the headers that every page carries.
  static func html(
    _ status: Int, _ body: [UInt8], more: [(String, String)] = []
  ) -> Response {
    Response(status: status, headers: headers + more, body: body)
  }

  private static let headers = [
    ("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store"),
    (
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "manifest-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    ("Referrer-Policy", "same-origin"),
  ]

  /// An answer with the page, which also forgets the message that it showed.
  func answer(_ status: Int, _ out: consuming HTMLWriter) -> Response {
    var headers = PagePart.headers
    if exchange.site.cookie(PagePart.flashCookie, of: request) != nil {
      headers.append(("Set-Cookie", exchange.site.cookie(PagePart.flashCookie, "", maxAge: 0)))
    }
    return Response(status: status, headers: headers, block: PageBytes(out.block()))
  }

  /// The page that says why nothing was done.
  func problemPage(_ refusal: Refusal) -> Response {
    let detail = refusal.words.detail?[exchange.locale]
    let page = ProblemPage(
      context: exchange.context, app: tenant.blueprint.label[exchange.language],
      frame: exchange.signedIn.map { frame($0, nil) }, status: refusal.status, detail: detail,
      reference: refusal.status == 500 ? exchange.id : nil, back: back)
    var out = HTMLWriter()
    Pages.render(page, into: &out)
    return PagePart.html(refusal.status, out.bytes, more: refusal.headers)
  }

  /// The page of ours whose form was sent.
  private var back: PagePath? {
    guard request.method == .post, let sent = request.header("referer"),
      let host = request.header("host")
    else { return nil }
    let ours = ["http://\(host)", "https://\(host)"].first { sent.hasPrefix($0 + "/") }
    return ours.flatMap { PagePath(checking: String(sent.dropFirst($0.count))) }
  }
}

/// A page that is sent from where it was written.
private final class PageBytes: ContentBlock {
  private let block: ByteBlock

  init(_ block: ByteBlock) { self.block = block }

  var bytes: UnsafeBufferPointer<UInt8> { block.bytes }
}

extension WebExchange {
  /// The application's languages for the switch.
  var languages: [LanguageChoice] {
    tenant.blueprint.languages.enumerated().map {
      LanguageChoice(tag: $1, isCurrent: $0 == language)
    }
  }
}
