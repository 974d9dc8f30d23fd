import TenonDatabase
import TenonHTTP
import TenonPages

/// Sharing a record: the dialog on its page, the page behind it, and what both post.
struct SharePart: Sendable {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  private var tenant: Tenant { part.tenant }
  private var exchange: WebExchange { part.exchange }
  private var locale: Locale { exchange.locale }

  static func routes(_ entity: EntityModel) -> [Route] {
    guard entity.type.rights.sharing else { return [] }
    return [
      Route(
        .get, Routes.record(entity, "shares"),
        .page { .now(try SharePart(part: $0, person: $1, entity: entity).page()) }),
      Route(
        .post, Routes.record(entity, "shares"),
        .form { try SharePart(part: $0, person: $1, entity: entity).take($2) }),
    ]
  }

  // MARK: Showing it

  /// The dialog on the record's page; nil for who may not share the record.
  func panel(_ id: Int64, _ reader: RecordReader) throws -> SharePanel? {
    guard entity.type.rights.sharing,
      try reader.seen(entity, id, asking: [.update])?.sight.may(.update) == true
    else { return nil }
    return try panel(id, ShortForm(part, person), isForEditing: false, reader)
  }

  private func panel(
    _ id: Int64, _ form: ShortForm, isForEditing: Bool, _ reader: RecordReader
  ) throws -> SharePanel {
    let field = PageField.lastDay(locale, isRequired: false)
    return SharePanel(
      path: .shares(entity.name, id),
      lines: try Shares(tenant: tenant).list(entity, id, reader.session).map { share in
        SharePanel.Line(
          user: share.user, name: share.name, isForEditing: share.isForEditing,
          until: share.until.map { field.text(.integer($0), exchange.context) })
      },
      fields: [
        try form.personField(.sharedWith(locale), reader.session), form.dayField(field),
      ], isForEditing: isForEditing)
  }

  private func page(_ form: ShortForm? = nil, isForEditing: Bool = false) throws -> Response {
    let id = try exchange.recordID()
    let form = form ?? ShortForm(part, person)
    let page = try tenant.database.read { session in
      let reader = part.reader(person, session)
      try Shares(tenant: tenant).check(entity, id, reader)
      return SharePage(
        entity: entity.links[exchange.language], id: id,
        title: try reader.title(entity, id) ?? "#\(id)",
        panel: try panel(id, form, isForEditing: isForEditing, reader))
    }
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, entity), into: &out)
    return part.answer(form.status, out)
  }

  // MARK: What it posts

  private func take(_ form: FormBody) throws -> Reply {
    func value(_ name: String) -> String? { form.first { $0.name == name }?.value }
    let id = try exchange.recordID()
    if let withdrawn = value("withdraw") {
      guard let user = Int64(withdrawn) else { throw Refusal.parameter("withdraw") }
      return change(id, saying: "unshared") { shares, principal, session in
        guard try shares.remove(user, entity, id, by: principal, session) else {
          throw Refusal.notFound
        }
      }
    }
    let isForEditing = value("edit") == "true"
    var short = ShortForm(part, person, form)
    if short.isSearch { return .now(try page(short, isForEditing: isForEditing)) }
    let wish = try wish(&short, id, isForEditing: isForEditing)
    guard short.problems.isEmpty, let wish else {
      return .now(try page(short, isForEditing: isForEditing))
    }
    return change(id, saying: "shared") { shares, principal, session in
      try shares.set(wish, entity, id, by: principal, session)
    }
  }

  /// What the form asks for; nil with what is wrong among its problems.
  private func wish(
    _ short: inout ShortForm, _ id: Int64, isForEditing: Bool
  ) throws -> Shares.Wish? {
    let today = tenant.zone.day(tenant.clock())
    let until = short.day(.lastDay(locale, isRequired: false), notBefore: today)
    let shares = Shares(tenant: tenant)
    return try tenant.database.read { session in
      let user = try short.someone(.sharedWith(locale), session)
      guard short.problems.isEmpty, let user else { return nil }
      let wish = Shares.Wish(user: user.id, isForEditing: isForEditing, until: until?.days)
      let own = try shares.list(entity, id, session).first { $0.user == person.user.id }
      if user.id == person.user.id { short.problems["person"] = .notOffered }
      if !shares.isWithin(wish, own) {
        short.problems["until"] = .sentence(locale[.shareBeyond])
      }
      return wish
    }
  }

  private func change(
    _ id: Int64, saying flash: String,
    _ body: @escaping @Sendable (Shares, Principal, WriteSession) throws -> Void
  ) -> Reply {
    let (tenant, exchange, entity) = (tenant, exchange, entity)
    let principal = person.user.principal
    return exchange.write(entity) { session in
      let shares = Shares(tenant: tenant)
      let reader = RecordReader(
        tenant: tenant, principal: principal, session: session, language: exchange.language)
      try shares.check(entity, id, reader)
      try body(shares, principal, session)
    } answer: { _ in
      PagePart.redirect(.record(entity.name, id), saying: flash, exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }
}
