import TenonDatabase
import TenonHTTP
import TenonPages

/// How someone comes in, for administrators: the password or an invitation to set one, the
/// sessions, whether the account is in use.
struct AccessPart: Sendable {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  private var exchange: WebExchange { part.exchange }
  private var tenant: Tenant { part.tenant }

  static func routes(_ entity: EntityModel) -> [Route] {
    func form(
      _ name: String, _ handler: @escaping @Sendable (AccessPart, Int64, FormBody) throws -> Reply
    ) -> Route {
      Route(
        .post, Routes.record(entity, "access", name),
        .form { part, person, form in
          let access = AccessPart(part: part, person: person, entity: entity)
          return try handler(access, try access.id(), form)
        })
    }
    return [
      Route(
        .get, Routes.record(entity, "access"),
        .page {
          let access = AccessPart(part: $0, person: $1, entity: entity)
          return .now(try access.page(try access.id(), status: 200))
        }),
      form("password") { try $0.setPassword($1, $2) },
      form("invite") { access, id, _ in try access.invite(id) },
      form("active") { try $0.setActive($1, $2) },
      form("sessions") { try $0.endSessions($1, $2) },
      form("lift") { access, id, _ in try access.liftDelay(id) },
      form("factor") { access, id, _ in try access.resetFactor(id) },
    ]
  }

  /// The link from a person's record to this page, for those who may come here.
  static func links(
    _ entity: EntityModel, _ id: Int64, _ part: PagePart, _ person: SignedIn
  ) -> [MenuLink] {
    guard entity.name == "user", part.tenant.isAdministrator(person.user.principal) else {
      return []
    }
    return [
      MenuLink(part.exchange.locale[.signInAndSecurity], Icon(named: "shield"), .access(id)),
      MenuLink(part.exchange.locale[.rights], Icon(named: "list"), .person(id, .rights)),
      MenuLink(part.exchange.locale[.deputies], Icon(named: "users"), .person(id, .deputies)),
      MenuLink(part.exchange.locale[.handOver], Icon(named: "handshake"), .person(id, .handover)),
    ]
  }

  /// The person in the path, for administrators who may change people. For others there is no such
  /// page.
  private func id() throws -> Int64 {
    guard tenant.isAdministrator(person.user.principal),
      authorize(person.user.principal, .update, on: entity.type) != nil
    else { throw Refusal.notFound }
    return try exchange.recordID()
  }

  private func page(
    _ id: Int64, status: Int, invitation: String? = nil, problem: PasswordProblem? = nil
  ) throws -> Response {
    let page = try tenant.database.read { session in
      let reader = RecordReader(
        tenant: tenant, principal: person.user.principal, session: session,
        language: exchange.language)
      guard let values = try reader.values(entity, id) else { throw Refusal.notFound }
      func value(_ name: String) -> Value {
        entity.meta.column(named: name).map { values[$0] } ?? .blank
      }
      let isActive = value("active").integer == 1
      let login = value("login").text ?? ""
      let delay = try Throttle(tenant: tenant).state(
        .login(login), now: tenant.clock(), session)
      return AccessPage(
        entity: entity.links[exchange.language], id: id, name: value("name").text ?? "#\(id)",
        login: login, isActive: isActive, isSelf: id == person.user.id,
        hasPassword: try Users(tenant: tenant).password(of: id, session) != nil,
        sessions: isActive
          ? try SessionLines(part: part, current: person).lines(of: id, session) : [],
        failures: delay.failures,
        hasFactor: try SecondFactor(tenant: tenant).state(of: id, session) == .inUse,
        invitation: invitation, problem: problem)
    }
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, entity), into: &out)
    return part.answer(status, out)
  }

  private func policy(_ id: Int64) throws -> PasswordPolicy {
    try tenant.database.read { session in
      let names = try Users(tenant: tenant).names(of: id, session)
      return PasswordPolicy(tenant, login: names.login, name: names.name)
    }
  }

  /// Lets someone try to sign in again at once.
  private func liftDelay(_ id: Int64) throws -> Reply {
    let (tenant, principal) = (tenant, person.user.principal)
    return try change(id, saying: "lifted") { session in
      let login = try Users(tenant: tenant).names(of: id, session).login
      try Throttle(tenant: tenant).forget([.login(login), .code(id)], session)
      try Audit.note(.unlock, .person(id), by: principal, at: tenant.clock(), session)
    }
  }

  /// Takes the second factor from someone who lost it, and signs out all devices.
  private func resetFactor(_ id: Int64) throws -> Reply {
    let (tenant, sessions, person) = (tenant, exchange.sessions, person)
    return try change(id, saying: "factor") { session in
      try SecondFactor(tenant: tenant).remove(id, by: person.user.principal, session)
      let current = id == person.user.id ? Secrets.digest(person.token) : ""
      try sessions.removeAll(of: id, except: current, by: person.user.principal, session)
    }
  }

  private func change(
    _ id: Int64, saying flash: String, _ job: @escaping @Sendable (WriteSession) throws -> Void
  ) throws -> Reply {
    try checkThere(id)
    let exchange = exchange
    return exchange.write(nil) { session in
      try job(session)
    } answer: { _ in
      exchange.sessions.forgetAll()
      return PagePart.redirect(.access(id), saying: flash, exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }

  /// Throws when there is nobody with this id.
  private func checkThere(_ id: Int64) throws {
    let isThere = try tenant.database.read { session in
      try RecordReader(
        tenant: tenant, principal: person.user.principal, session: session,
        language: exchange.language
      ).exists(entity, id)
    }
    if !isThere { throw Refusal.notFound }
  }

  private func setPassword(_ id: Int64, _ form: FormBody) throws -> Reply {
    try checkThere(id)
    let new = form.first { $0.name == "new" }?.value ?? ""
    if let problem = try policy(id).problem(new) {
      return .now(try page(id, status: 422, problem: problem))
    }
    let (exchange, person) = (exchange, person)
    return PasswordChange(
      exchange: exchange, user: id, principal: person.user.principal, old: nil, new: new
    ).run { session in
      // An administrator who changes the own password stays signed in here.
      let current = id == person.user.id ? Secrets.digest(person.token) : ""
      try exchange.sessions.removeAll(
        of: id, except: current, by: person.user.principal, session)
      try Invitations.remove(of: id, session)
    } answer: { _ in
      PagePart.redirect(.access(id), saying: "password", exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }

  private func invite(_ id: Int64) throws -> Reply {
    try checkThere(id)
    let (exchange, tenant, principal) = (exchange, tenant, person.user.principal)
    let token = Secrets.token()
    return exchange.write(nil) { session in
      try Invitations.add(token, of: id, now: tenant.clock(), session)
      try Audit.note(.invite, .person(id), by: principal, at: tenant.clock(), session)
    } answer: { _ in
      let link = exchange.origin + PagePath.welcome(token).text
      do { return try page(id, status: 200, invitation: link) } catch {
        return part.problemPage(exchange.refusal(error, entity))
      }
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }

  private func setActive(_ id: Int64, _ form: FormBody) throws -> Reply {
    let isActive = form.first { $0.name == "active" }?.value == "true"
    if id == person.user.id { throw Refusal.forbidden }
    guard let column = entity.meta.column(named: "active") else { throw Refusal.fault }
    var input = RecordInput(entity)
    input.values[column] = Value(isActive)
    let (exchange, tenant, principal, given) = (exchange, tenant, person.user.principal, input)
    let entity = entity
    return exchange.write(entity) { session in
      try RecordStore(tenant: tenant, principal: principal, session: session, now: tenant.clock())
        .update(entity, id: id, version: nil, given)
      if !isActive {
        try exchange.sessions.removeAll(of: id, by: principal, session)
        try Invitations.remove(of: id, session)
      }
    } answer: { _ in
      PagePart.redirect(
        .access(id), saying: isActive ? "activated" : "deactivated", exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }

  private func endSessions(_ id: Int64, _ form: FormBody) throws -> Reply {
    let name = form.first { $0.name == "session" }?.value
    let (sessions, person) = (exchange.sessions, person)
    return try change(id, saying: "session") { session in
      if let name {
        try sessions.remove(name, of: id, by: person.user.principal, session)
      } else {
        let current = id == person.user.id ? Secrets.digest(person.token) : ""
        try sessions.removeAll(of: id, except: current, by: person.user.principal, session)
      }
    }
  }
}
