import TenonDatabase
import TenonHTTP
import TenonPages

/// The form that creates or edits a record, and what it posts.
struct FormPart: Sendable {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  private var exchange: WebExchange { part.exchange }
  private var principal: Principal { person.user.principal }

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.app(entity, "new"),
        .page { .now(try FormPart(part: $0, person: $1, entity: entity).newPage()) }),
      Route(
        .post, Routes.app(entity),
        .form { try FormPart(part: $0, person: $1, entity: entity).create($2) }),
      Route(
        .get, Routes.record(entity, "edit"),
        .page { .now(try FormPart(part: $0, person: $1, entity: entity).editPage()) }),
      Route(
        .post, Routes.record(entity),
        .form { try FormPart(part: $0, person: $1, entity: entity).update($2) }),
    ]
  }

  // MARK: Showing

  func newPage() throws -> Response {
    guard authorize(principal, .create, on: entity.type) != nil else { throw Refusal.forbidden }
    var defaults = FormPart.defaults(entity.type)
    for column in entity.meta.fieldColumns
    where entity.meta.field(column)?.startsWithMe == true {
      defaults[column] = .integer(principal.user)
    }
    return try show(.create, status: 200) { column, field, reader in
      try FormFields(part, entity, reader).field(column, field, defaults[column])
    }
  }

  private static func defaults<E: Entity>(_ type: E.Type) -> [Value] { E().values() }

  func editPage() throws -> Response {
    let id = try exchange.recordID()
    guard let (values, title) = try current(id) else { throw Refusal.notFound }
    guard authorize(principal, .update, on: entity.type) != nil else { throw Refusal.forbidden }
    let version = values[SystemColumn.version].integer ?? 0
    return try show(.edit(id: id, title: title, version: version), status: 200) {
      column, field, reader in
      try FormFields(part, entity, reader).field(column, field, values[column])
    }
  }

  private func current(_ id: Int64) throws -> (values: [Value], title: String)? {
    try part.tenant.database.read { session in
      let reader = RecordReader(
        tenant: part.tenant, principal: principal, session: session, language: exchange.language)
      guard let values = try reader.values(entity, id) else { return nil }
      return (values, reader.title(entity, entity.titleColumns.map { values[$0] }) ?? "#\(id)")
    }
  }

  private func show(
    _ purpose: FormPage.Purpose, status: Int, conflict: EditConflict? = nil,
    problems: [String] = [], token: String = "",
    _ field: (Int, PageField, RecordReader) throws -> FormField
  ) throws -> Response {
    let fields = try part.tenant.database.read { session in
      let reader = RecordReader(
        tenant: part.tenant, principal: principal, session: session, language: exchange.language)
      return try entity.meta.fieldColumns.map { column in
        try field(column, entity.pageField(column, exchange.language, exchange.locale), reader)
      }
    }
    let isNew = purpose == .create
    let page = FormPage(
      entity: entity.links[exchange.language], purpose: purpose, fields: fields,
      token: isNew ? (token.isEmpty ? Secrets.token() : token) : nil,
      conflict: conflict, problems: problems)
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, entity), into: &out)
    return part.answer(status, out)
  }

  // MARK: Taking

  func create(_ form: [(name: String, value: String)]) throws -> Reply {
    guard authorize(principal, .create, on: entity.type) != nil else { throw Refusal.forbidden }
    let typed = TypedForm(form, part, entity)
    if typed.find != nil { return .now(try again(typed, .create, nil)) }
    return save(typed, .create) { store in try store.create(entity, typed.input) }
  }

  func update(_ form: [(name: String, value: String)]) throws -> Reply {
    let id = try exchange.recordID()
    let version = try RecordPart.version(form)
    let typed = TypedForm(form, part, entity)
    guard let (_, title) = try current(id) else { throw Refusal.notFound }
    let purpose = FormPage.Purpose.edit(id: id, title: title, version: version)
    if typed.find != nil { return .now(try again(typed, purpose, nil)) }
    return save(typed, purpose) { store in
      try store.update(entity, id: id, version: version, typed.input)
      return id
    }
  }

  private func save(
    _ typed: TypedForm, _ purpose: FormPage.Purpose,
    _ job: @escaping @Sendable (RecordStore) throws -> Int64
  ) -> Reply {
    let (tenant, principal, entity, exchange) = (part.tenant, principal, entity, exchange)
    let token = purpose == .create ? typed.text("token") : nil
    return exchange.write(entity) { session in
      let now = tenant.clock()
      return try Once(person: principal.user, session: session, now: now)
        .record(token, of: entity.name) {
          try job(RecordStore(tenant: tenant, principal: principal, session: session, now: now))
        }
    } answer: { id, isRepeated in
      let flash = purpose != .create ? "saved" : isRepeated ? "sent" : "created"
      return PagePart.redirect(.record(entity.name, id), saying: flash, exchange.site)
    } refused: { refusal in
      do { return try again(typed, purpose, refusal) } catch {
        return part.problemPage(exchange.refusal(error, entity))
      }
    }
  }

  /// The form once more with everything as typed: because something is wrong, or to show what a
  /// search found.
  private func again(
    _ typed: TypedForm, _ purpose: FormPage.Purpose, _ refusal: Refusal?
  ) throws -> Response {
    var purpose = purpose
    var conflict: EditConflict?
    var wrong: [(field: String, problem: FieldProblem)] = []
    var sentences: [String] = []
    switch refusal {
    case nil: break
    case .invalid(let problems): wrong = problems
    case .taken(let fields):
      wrong = fields.map { ($0, .notUnique) }
      if fields.isEmpty, let words = refusal?.words.title { sentences = [words[exchange.locale]] }
    case .versionConflict:
      guard case .edit(let id, let title, _) = purpose, let found = try self.conflict(id, typed)
      else { throw Refusal.versionConflict }
      conflict = found.conflict
      purpose = .edit(id: id, title: title, version: found.version)
    case .some(let other):
      return part.problemPage(other)
    }
    return try show(
      purpose, status: refusal?.status ?? 200, conflict: conflict, problems: sentences,
      token: typed.text("token")
    ) { column, field, reader in
      try FormFields(part, entity, reader)
        .typed(column, field, typed, wrong.first { $0.field == field.name }?.problem)
    }
  }

  /// What the record holds now where it differs from what was typed.
  private func conflict(
    _ id: Int64, _ typed: TypedForm
  ) throws -> (conflict: EditConflict, version: Int64)? {
    try part.tenant.database.read { session in
      let reader = RecordReader(
        tenant: part.tenant, principal: principal, session: session, language: exchange.language)
      guard let proof = reader.proof(entity), let values = try reader.values(entity, id) else {
        return nil
      }
      let differing = entity.meta.fieldColumns.filter { column in
        guard let given = typed.input.values[column] else { return false }
        return given != values[column]
      }.map { entity.meta.name(ofColumn: $0) }
      let fields = try RecordFields(part, entity).read(id, proof, reader)
      return (
        EditConflict(
          changedBy: try reader.userName(values[SystemColumn.updatedBy].integer),
          changedAt: part.tenant.zone.local(values[SystemColumn.updatedAt].integer ?? 0),
          fields: fields.filter { differing.contains($0.field.name) }),
        values[SystemColumn.version].integer ?? 0
      )
    }
  }
}
