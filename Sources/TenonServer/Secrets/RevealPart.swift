import TenonDatabase
import TenonHTTP
import TenonPages

/// Shows one secret of one record to someone who may read the field in full, and tells the audit
/// trail.
struct Reveal: Sendable {
  let exchange: WebExchange
  let person: SignedIn
  let entity: EntityModel
  let id: Int64
  let column: Int

  /// Throws `parameter` for a field that is no secret.
  init(
    _ exchange: WebExchange, _ person: SignedIn, _ entity: EntityModel, _ id: Int64,
    field: String
  ) throws {
    guard let column = entity.meta.column(named: field), entity.secretColumns.contains(column)
    else { throw Refusal.parameter("reveal") }
    self.exchange = exchange
    self.person = person
    self.entity = entity
    self.id = id
    self.column = column
  }

  /// The secret, inside a write; nil when there is none. Throws `notFound` for a record or a field
  /// that the person does not see in full, `tooMany` for someone who looks at many.
  func secret(_ session: WriteSession) throws -> String? {
    let tenant = exchange.tenant
    try tenant.guesses.count(person.user.id, now: tenant.clock())
    let reader = RecordReader(
      tenant: tenant, principal: person.user.principal, session: session,
      language: exchange.language)
    guard let seen = try reader.seen(entity, id), seen.sight[column] == .full else {
      throw Refusal.notFound
    }
    let secret = try SecretStore(tenant: tenant).open(entity, column, id, session)
    let name = entity.table.columns[column].name
    try Audit.note(
      .reveal, .record(entity, id), [.detail(.field, .text(name))], by: person.user.principal,
      at: tenant.clock(), session)
    return secret
  }
}

/// The page that shows a secret.
struct RevealPart {
  static func routes(_ entity: EntityModel) -> [Route] {
    if entity.secretColumns.isEmpty { return [] }
    return [
      Route(
        .get, Routes.record(entity, "reveal"),
        .page { part, person in try show(part, person, entity) })
    ]
  }

  private static func show(
    _ part: PagePart, _ person: SignedIn, _ entity: EntityModel
  ) throws -> Reply {
    let exchange = part.exchange
    let reveal = try Reveal(
      exchange, person, entity, try exchange.recordID(),
      field: part.request.parameter("field") ?? "")
    return exchange.write(entity) { session in
      try reveal.secret(session)
    } answer: { secret in
      let part = PagePart(exchange: exchange)
      let page = RevealPage(
        label: entity.pageField(reveal.column, exchange.language, exchange.locale).label,
        secret: secret ?? "", back: .record(entity.name, reveal.id))
      var out = HTMLWriter()
      Pages.render(page, frame: part.frame(person, entity), into: &out)
      return part.answer(200, out)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }
}
