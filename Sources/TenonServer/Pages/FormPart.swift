import TenonDatabase
import TenonHTTP
import TenonPages

/// The form that creates or edits a record or a part of it, and what it posts.
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

  /// A new record with its defaults, or with what the URL gives as `f.{field}`; with `quick` only
  /// what is required or given.
  private func newPage() throws -> Response {
    guard authorize(principal, .create, on: entity.type) != nil else { throw Refusal.forbidden }
    let defaults = try FormFields.defaults(entity, exchange)
    let columns = Array(entity.meta.fieldColumns)
    let given = TypedRow(part.request.query, part, entity, columns)
    var shown = FormShown(.create, back: back(part.request.parameter("back")))
    if part.request.parameter("quick") != nil {
      shown.only = quick(given)
      shown.whole = PagePath.new(entity.name)
        .with(part.request.query.filter { $0.name != "quick" })
    }
    return try show(shown, given, over: defaults, of: nil)
  }

  /// The form with values of a record, or of a new one, and what the URL gives instead.
  private func show(
    _ shown: FormShown, _ given: TypedRow, over values: [Value], of id: Int64?
  ) throws -> Response {
    let edited = given.over(values, entity, part)
    return try show(shown, status: 200, edited) { column, fields in
      let name = entity.pageField(column, exchange.language, exchange.locale).inputName
      return given.has(name)
        ? try fields.typed(column, given, find: nil, nil, of: id)
        : try fields.field(column, values[column], of: id)
    } lines: {
      try $0.stored(id)
    }
  }

  /// What a small form asks for: the title, what is required, and what came with the URL. Nil when
  /// that is everything.
  private func quick(_ given: TypedRow) -> Set<String>? {
    var only: Set<String> = []
    for column in entity.meta.fieldColumns {
      guard let shape = entity.meta.field(column), shape.isWritten else { continue }
      let isWanted =
        shape.presence == .required || entity.titleColumns.contains(column)
        || given.has("f." + shape.name)
      if isWanted { only.insert(shape.name) }
    }
    let all = entity.meta.shape.fields.count { $0.isWritten }
    return only.isEmpty || only.count == all && entity.look.subforms.isEmpty ? nil : only
  }

  private func back(_ text: String?) -> PagePath? { text.flatMap { PagePath(checking: $0) } }

  private func editPage() throws -> Response {
    let id = try exchange.recordID()
    guard let (values, title) = try current(id) else { throw Refusal.notFound }
    guard authorize(principal, .update, on: entity.type) != nil else { throw Refusal.forbidden }
    let version = values[SystemColumn.version].integer ?? 0
    var shown = FormShown(.edit(id: id, title: title, version: version))
    if let only = part.request.parameter("only") {
      shown.only = Set(only.split(separator: ",").map(String.init))
      guard shown.only?.isEmpty == false, shown.only?.allSatisfy(isItem) == true else {
        throw Refusal.parameter("only")
      }
    }
    let given = TypedRow(part.request.query, part, entity, Array(entity.meta.fieldColumns))
    return try show(shown, given, over: values, of: id)
  }

  /// Whether this is the name of a field or a subform.
  private func isItem(_ name: String) -> Bool {
    entity.meta.shape.fields.contains { $0.name == name }
      || part.tenant.relations.subform(name, of: entity) != nil
  }

  private func current(_ id: Int64) throws -> (values: [Value], title: String)? {
    try part.tenant.database.read { session in
      let reader = reader(session)
      guard let values = try reader.values(entity, id) else { return nil }
      return (values, reader.title(entity, entity.titleColumns.map { values[$0] }) ?? "#\(id)")
    }
  }

  private func reader(_ session: Session) -> RecordReader {
    RecordReader(
      tenant: part.tenant, principal: principal, session: session, language: exchange.language)
  }

  private func show(
    _ shown: FormShown, status: Int, _ edited: [Value],
    field: (Int, FormFields) throws -> FormField,
    lines: (FormLinesReader) throws -> FormLines?
  ) throws -> Response {
    let sections = try part.tenant.database.read { session in
      let reader = reader(session)
      let fields = FormFields(part, entity, reader, EditedRecord(values: edited))
      return try FormLayout(entity: entity, language: exchange.language, shown: shown)
        .sections { name -> FormSection.Item? in
          if let column = entity.meta.column(named: name) {
            return .field(try field(column, fields))
          }
          guard let owned = part.tenant.relations.subform(name, of: entity) else { return nil }
          return try lines(
            FormLinesReader(part: part, owned: owned, reader: reader, above: edited)
          )
          .map(FormSection.Item.lines)
        }
    }
    var page = FormPage(
      entity: entity.links[exchange.language], purpose: shown.purpose, sections: sections,
      only: (shown.only ?? []).sorted(), back: shown.back, whole: shown.whole,
      conflict: shown.conflict, problems: shown.problems)
    if case .edit(let id, _, _) = shown.purpose {
      page.draft = "\(person.user.id)/\(entity.name)/\(id)"
    } else {
      page.token = shown.token.isEmpty ? Secrets.token() : shown.token
      page.draft = "\(person.user.id)/\(entity.name)/new"
    }
    if shown.only != nil { page.draft = nil }
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, entity), into: &out)
    return part.answer(status, out)
  }

  // MARK: Taking

  private func create(_ form: FormBody) throws -> Reply {
    guard authorize(principal, .create, on: entity.type) != nil else { throw Refusal.forbidden }
    let typed = try TypedForm(form, part, entity)
    let shown = FormShown(
      .create, only: typed.only, back: back(typed.text("back")), token: typed.text("token"))
    if typed.find != nil { return .now(try again(typed, shown, nil)) }
    return save(typed, shown) { store in try store.create(entity, typed.input) }
  }

  private func update(_ form: FormBody) throws -> Reply {
    let id = try exchange.recordID()
    let version = try RecordPart.version(form)
    let typed = try TypedForm(form, part, entity)
    guard let (_, title) = try current(id) else { throw Refusal.notFound }
    let shown = FormShown(.edit(id: id, title: title, version: version), only: typed.only)
    if typed.find != nil { return .now(try again(typed, shown, nil)) }
    return save(typed, shown) { store in
      try store.update(entity, id: id, version: version, typed.input)
      return id
    }
  }

  private func save(
    _ typed: TypedForm, _ shown: FormShown,
    _ job: @escaping @Sendable (RecordStore) throws -> Int64
  ) -> Reply {
    let (tenant, principal, entity, exchange) = (part.tenant, principal, entity, exchange)
    let isNew = shown.purpose == .create
    return exchange.write(entity) { session in
      let now = tenant.clock()
      return try Once(person: principal.user, session: session, now: now)
        .record(isNew ? shown.token : nil, of: entity.name) {
          try job(RecordStore(tenant: tenant, principal: principal, session: session, now: now))
        }
    } answer: { id, isRepeated in
      let flash = !isNew ? "saved" : isRepeated ? "sent" : "created"
      return PagePart.redirect(
        shown.back ?? .record(entity.name, id), saying: flash, exchange.site)
    } refused: { refusal in
      do { return try again(typed, shown, refusal) } catch {
        return part.problemPage(exchange.refusal(error, entity))
      }
    }
  }

  /// The form once more with everything as typed: because something is wrong, or to show what a
  /// search found.
  private func again(
    _ typed: TypedForm, _ before: FormShown, _ refusal: Refusal?
  ) throws -> Response {
    var shown = before
    var wrong: [(field: String, problem: FieldProblem)] = []
    switch refusal {
    case nil: break
    case .invalid(let problems):
      wrong = problems
      // What the definition says of the whole record stands above the form.
      shown.problems = problems.filter { $0.field.isEmpty }
        .compactMap { $0.problem.said(exchange.locale) }
    case .taken(let fields):
      wrong = fields.map { ($0, .notUnique) }
      if fields.isEmpty, let words = refusal?.words.title {
        shown.problems = [words[exchange.locale]]
      }
    case .versionConflict:
      guard case .edit(let id, let title, _) = shown.purpose, let found = try conflict(id, typed)
      else { throw Refusal.versionConflict }
      shown.conflict = found.conflict
      shown.purpose = .edit(id: id, title: title, version: found.version)
    case .some(let other):
      return part.problemPage(other)
    }
    // What is wrong outside of the part that was shown is asked for too.
    let asked = wrong.compactMap { $0.field.split(separator: "/").first.map(String.init) }
    let values = try more(asked, than: typed, shown)
    if shown.only != nil { shown.only?.formUnion(asked.filter(isItem)) }
    let id = shown.id
    let stored = try id.flatMap { try current($0)?.values }
    let edited = typed.row.over(
      try stored ?? FormFields.defaults(entity, exchange), entity, part)
    return try show(shown, status: refusal?.status ?? 200, edited) { column, fields in
      let name = entity.meta.name(ofColumn: column)
      let problem = wrong.first { $0.field == name }?.problem
      if let value = values[column] {
        var field = try fields.field(column, value, of: id)
        field.problem = problem
        return field
      }
      return try fields.typed(column, typed.row, find: typed.find, problem, of: id)
    } lines: { lines in
      let index = part.tenant.relations.subforms(of: entity)
        .firstIndex { $0.look.name == lines.owned.look.name }
      guard let index, let given = typed.lines[index] else {
        return try lines.stored(id)
      }
      return try lines.typed(given, find: typed.find, wrong)
    }
  }

  /// The values of fields that the form did not show and now will, by column.
  private func more(
    _ asked: [String], than typed: TypedForm, _ shown: FormShown
  ) throws -> [Int: Value] {
    guard let only = typed.only else { return [:] }
    let columns = asked.filter { !only.contains($0) }.compactMap(entity.meta.column(named:))
    if columns.isEmpty { return [:] }
    let values =
      try shown.id.flatMap { try current($0)?.values } ?? FormFields.defaults(entity, exchange)
    return Dictionary(columns.map { ($0, values[$0]) }) { first, _ in first }
  }

  /// What the record holds now where it differs from what was typed.
  private func conflict(
    _ id: Int64, _ typed: TypedForm
  ) throws -> (conflict: EditConflict, version: Int64)? {
    try part.tenant.database.read { session in
      let reader = reader(session)
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
