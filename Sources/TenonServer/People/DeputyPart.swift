import TenonDatabase
import TenonHTTP
import TenonPages

/// Who acts for a person: the person's own page, and the same for administrators.
struct DeputyPart: Sendable {
  let part: PagePart
  let person: SignedIn
  /// Whose deputies they are.
  let subject: User

  private var tenant: Tenant { part.tenant }
  private var locale: Locale { part.exchange.locale }
  private var isOwn: Bool { subject.id == person.user.id }

  static let routes: [Route] = [
    Route(
      .get, Routes.path("me", "deputies"),
      .page { .now(try DeputyPart(part: $0, person: $1, subject: $1.user).page()) }),
    Route(
      .post, Routes.path("me", "deputies"),
      .form { try DeputyPart(part: $0, person: $1, subject: $1.user).take($2) }),
  ]

  static func routes(_ people: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.record(people, "deputies"),
        .page {
          .now(try DeputyPart(part: $0, person: $1, subject: $0.subject(for: $1)).page())
        }),
      Route(
        .post, Routes.record(people, "deputies"),
        .form { try DeputyPart(part: $0, person: $1, subject: $0.subject(for: $1)).take($2) }),
    ]
  }

  private var path: PagePath { isOwn ? .deputies : .person(subject.id, .deputies) }

  // MARK: The page

  private func page(_ form: ShortForm? = nil) throws -> Response {
    let form = form ?? ShortForm(part, person)
    let deputies = Deputies(tenant: tenant)
    let page = try tenant.database.read { session in
      DeputiesPage(
        name: subject.name, path: path,
        above: isOwn ? .profile : .record("user", subject.id), isOwn: isOwn,
        deputies: try deputies.deputies(of: subject.id, session).map {
          line($0.id, $0.deputyName, $0)
        },
        actsFor: try actsFor(session),
        fields: [
          try form.personField(.deputy(locale), session),
          form.dayField(.firstDay(locale), tenant.zone.day(tenant.clock())),
          form.dayField(.lastDay(locale)),
        ])
    }
    var out = HTMLWriter()
    let frame = part.frame(person, at: isOwn ? .profile : .list("user"))
    Pages.render(page, frame: frame, into: &out)
    return part.answer(form.status, out)
  }

  /// For whom the person acts, now or later.
  func actsFor(_ session: Session) throws -> [DeputiesPage.Line] {
    try Deputies(tenant: tenant).people(of: subject.id, session).map {
      line($0.person, $0.personName, $0)
    }
  }

  private func line(_ id: Int64, _ name: String, _ deputyship: Deputyship) -> DeputiesPage.Line {
    func day(_ moment: Int64) -> String {
      PageField.firstDay(locale)
        .text(.integer(tenant.zone.day(moment).days), part.exchange.context)
    }
    return DeputiesPage.Line(
      id: id, name: name,
      // The end is the first moment that is no longer within.
      time: locale.text(.deputyTime, day(deputyship.from), day(deputyship.until - 1)),
      isNow: deputyship.from <= tenant.clock())
  }

  // MARK: What it posts

  private func take(_ form: FormBody) throws -> Reply {
    if let id = form.first(where: { $0.name == "withdraw" })?.value {
      guard let id = Int64(id) else { throw Refusal.parameter("withdraw") }
      return withdraw(id)
    }
    var short = ShortForm(part, person, form)
    if short.isSearch { return .now(try page(short)) }
    let today = tenant.zone.day(tenant.clock())
    let deputy = try tenant.database.read { try short.someone(.deputy(locale), $0) }
    let from = short.day(.firstDay(locale), notBefore: today)
    let until = short.day(.lastDay(locale), notBefore: from ?? today)
    if deputy?.id == subject.id { short.problems["person"] = .notOffered }
    guard short.problems.isEmpty, let deputy, let from, let until else {
      return .now(try page(short))
    }
    return add(
      deputy.id, from: tenant.zone.start(of: from), until: tenant.zone.end(of: until))
  }

  private func add(_ deputy: Int64, from: Int64, until: Int64) -> Reply {
    let (tenant, exchange, principal, path) = (tenant, part.exchange, person.user.principal, path)
    let subject = subject
    return exchange.write(nil) { session in
      let isAdded = try Deputies(tenant: tenant).add(
        deputy, for: subject.id, from: from, until: until, by: principal, session)
      if !isAdded { throw Refusal.malformed(DeputyPart.tooMany) }
      guard let people = tenant.entity(named: "user") else { throw Refusal.fault }
      try Notifications(tenant: tenant).add(
        to: deputy, .deputy, people, subject.id, by: principal, session)
    } answer: { _ in
      PagePart.redirect(path, saying: "deputy", exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }

  private static let tooMany = Words2(
    zh: "代理人最多 \(Deputies.limit) 个，先撤销不用的。",
    en: "There can be \(Deputies.limit) deputies. Withdraw those that are not needed.")

  private func withdraw(_ id: Int64) -> Reply {
    let (tenant, exchange, subject, path) = (tenant, part.exchange, subject.id, path)
    let principal = person.user.principal
    return exchange.write(nil) { session in
      guard
        try Deputies(tenant: tenant).remove(id, of: subject, by: principal, session)
      else { throw Refusal.notFound }
    } answer: { _ in
      exchange.sessions.forgetAll()
      return PagePart.redirect(path, saying: "deputyEnded", exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }
}

extension PagePart {
  /// The person in the path, for administrators who may change people. For others there is no such
  /// page.
  func subject(for person: SignedIn) throws -> User {
    guard let people = tenant.entity(named: "user"),
      tenant.isAdministrator(person.user.principal),
      authorize(person.user.principal, .update, on: people.type) != nil
    else { throw Refusal.notFound }
    let id = try exchange.recordID()
    guard let user = try tenant.database.read({ try Users(tenant: tenant).any(id, $0) }) else {
      throw Refusal.notFound
    }
    return user
  }
}
