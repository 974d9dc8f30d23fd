import TenonDatabase
import TenonHTTP
import TenonPages

/// A person's own page: a few fields of the own record, the password, the sessions.
struct ProfilePart: Sendable {
  let part: PagePart
  let person: SignedIn

  private var exchange: WebExchange { part.exchange }
  private var tenant: Tenant { part.tenant }
  private var user: Int64 { person.user.id }

  static let routes: [Route] = [
    Route(
      .get, Routes.path("me"),
      .page { .now(try ProfilePart(part: $0, person: $1).page(status: 200)) }),
    Route(
      .post, Routes.path("me"), .form { try ProfilePart(part: $0, person: $1).save($2) }),
    Route(
      .post, Routes.path("me", "password"),
      .form { try ProfilePart(part: $0, person: $1).changePassword($2) }),
    Route(
      .post, Routes.path("me", "sessions"),
      .form { ProfilePart(part: $0, person: $1).endSessions($2) }),
  ]

  /// What people may change about themselves; all else is the administrators'.
  private static let own = ["name", "position", "phone", "email", "photo"]

  private func page(
    status: Int, typed: TypedForm? = nil, refusal: Refusal? = nil,
    passwordProblem: PasswordProblem? = nil
  ) throws -> Response {
    let entity = try people()
    var wrong: [(field: String, problem: FieldProblem)] = []
    if case .invalid(let problems) = refusal { wrong = problems }
    var page = try tenant.database.read { session in
      let reader = RecordReader(
        tenant: tenant, principal: person.user.principal, session: session,
        language: exchange.language)
      guard let values = try reader.values(entity, user) else { throw Refusal.notFound }
      let fields = FormFields(part, entity, reader, EditedRecord(values: values))
      let forms = try columns(entity).map { column in
        let field = entity.pageField(column, exchange.language, exchange.locale)
        guard let typed else { return try fields.field(column, values[column], of: user) }
        let problem = wrong.first { $0.field == field.name }?.problem
        return try fields.typed(column, typed.row, find: nil, problem, of: user)
      }
      return ProfilePage(
        name: person.user.name, login: person.user.login, roles: roles, fields: forms,
        sessions: try SessionLines(part: part, current: person).lines(of: user, session),
        hasFactor: try SecondFactor(tenant: tenant).state(of: user, session) == .inUse,
        passwordProblem: passwordProblem)
    }
    page.actsFor = try tenant.database.read { session in
      try DeputyPart(part: part, person: person, subject: person.user).actsFor(session)
    }
    page.picture = page.fields.first { $0.field.name == "photo" }?.files.first?.id
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, at: .profile), into: &out)
    return part.answer(status, out)
  }

  private func people() throws -> EntityModel {
    guard let entity = tenant.entity(named: "user") else { throw Refusal.fault }
    return entity
  }

  private func columns(_ entity: EntityModel) -> [Int] {
    ProfilePart.own.compactMap { entity.meta.column(named: $0) }
  }

  private var roles: [String] {
    tenant.blueprint.roles.enumerated()
      .filter { person.user.roles.contains(RoleSet(role: $0.offset)) }
      .map { $0.element.label[exchange.language] }
  }

  // MARK: Fields

  private func save(_ form: FormBody) throws -> Reply {
    let entity = try people()
    let typed = try TypedForm(form, part, entity)
    let own = columns(entity)
    let values = own.reduce(into: [Int: Value]()) { $0[$1] = typed.input.values[$1] }
    let problems = typed.input.problems.filter { own.contains($0.column) }
    let (tenant, exchange, user) = (tenant, exchange, user)
    return exchange.write(entity) { session in
      try OwnRecord(tenant: tenant, user: user).update(values, problems: problems, session)
    } answer: { _ in
      PagePart.redirect(.profile, saying: "saved", exchange.site)
    } refused: { refusal in
      guard case .invalid = refusal else { return part.problemPage(refusal) }
      do { return try page(status: 422, typed: typed, refusal: refusal) } catch {
        return part.problemPage(exchange.refusal(error, entity))
      }
    }
  }

  // MARK: Password

  private func changePassword(_ form: FormBody) throws -> Reply {
    func field(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let new = field("new")
    let policy = PasswordPolicy(tenant, login: person.user.login, name: person.user.name)
    if let problem = policy.problem(new) {
      return .now(try page(status: 422, passwordProblem: problem))
    }
    guard new == field("again") else {
      return .now(try page(status: 422, passwordProblem: .different))
    }
    let (exchange, user, person) = (exchange, user, person)
    let old = (field("old"), person)
    return PasswordChange(
      exchange: exchange, user: user, principal: person.user.principal, old: old, new: new
    ).run { session in
      let current = Secrets.digest(person.token)
      try exchange.sessions.removeAll(
        of: user, except: current, by: person.user.principal, session)
    } answer: { _ in
      PagePart.redirect(.profile, saying: "password", exchange.site)
    } refused: { refusal in
      let problem: PasswordProblem
      switch refusal {
      case .unauthenticated: problem = .wrong
      case .tooMany(let seconds): problem = .wait(seconds)
      default: return part.problemPage(refusal)
      }
      do {
        var response = try page(
          status: problem == .wrong ? 422 : refusal.status, passwordProblem: problem)
        response.headers += refusal.headers
        return response
      } catch {
        return part.problemPage(exchange.refusal(error))
      }
    }
  }

  // MARK: Sessions

  /// Ends the named session, or all but this one.
  private func endSessions(_ form: FormBody) -> Reply {
    if let asked = ConfirmPart.needed(part, person, back: .profile) { return asked }
    let name = form.first { $0.name == "session" }?.value
    let (exchange, user, person) = (exchange, user, person)
    return exchange.write(nil) { session in
      if let name {
        try exchange.sessions.remove(name, of: user, by: person.user.principal, session)
      } else {
        let current = Secrets.digest(person.token)
        try exchange.sessions.removeAll(
          of: user, except: current, by: person.user.principal, session)
      }
    } answer: { _ in
      exchange.sessions.forgetAll()
      return PagePart.redirect(.profile, saying: "session", exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }
}

/// The sessions of someone as pages show them.
struct SessionLines {
  let part: PagePart
  /// Who looks.
  let current: SignedIn

  func lines(of user: Int64, _ session: Session) throws -> [SessionLine] {
    let (tenant, locale) = (part.tenant, part.exchange.locale)
    let now = tenant.clock()
    let own = Secrets.digest(current.token)
    return try part.exchange.sessions.list(of: user, now: now, session).map { entry in
      SessionLine(
        name: entry.name, device: entry.agent.flatMap(Device.name),
        since: Moments.ago(
          tenant.zone.local(entry.createdAt), now: tenant.zone.local(now), locale),
        lastUsed: Moments.ago(
          tenant.zone.local(entry.usedAt), now: tenant.zone.local(now), locale),
        address: entry.address, isCurrent: entry.name == own)
    }
  }
}
