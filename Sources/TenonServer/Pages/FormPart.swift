import TenonDatabase
import TenonHTTP
import TenonPages

/// The form that creates or edits a record or a part of it, and what it posts.
struct FormPart: Sendable {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  var exchange: WebExchange { part.exchange }
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
    let typed = entity.table.columns.indices.map { column -> Value? in
      given.has("f." + entity.meta.name(ofColumn: column)) ? given.input.values[column] : nil
    }
    return try show(shown, status: 200, over: values, typed) { column, fields in
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
    let open = rights.new(entity)
    for column in entity.meta.fieldColumns {
      guard let shape = entity.meta.field(column), shape.isWritten, open.contains(column)
      else { continue }
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
    guard let (seen, title) = try current(id) else { throw Refusal.notFound }
    guard seen.sight.may(.update) else { throw Refusal.forbidden }
    let values = seen.values
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
  func isItem(_ name: String) -> Bool {
    entity.meta.shape.fields.contains { $0.name == name }
      || part.tenant.relations.subform(name, of: entity) != nil
  }

  func current(_ id: Int64) throws -> (seen: SeenRecord, title: String)? {
    try part.tenant.database.read { session in
      let reader = reader(session)
      guard let seen = try reader.seen(entity, id, asking: [.update]) else { return nil }
      let title = reader.title(entity, entity.titleColumns.map { seen.values[$0] })
      return (seen, title ?? "#\(id)")
    }
  }

  func reader(_ session: Session) -> RecordReader {
    RecordReader(
      tenant: part.tenant, principal: principal, session: session, language: exchange.language)
  }

  /// The form over what is stored, or what a new record starts with; `typed` are the values that
  /// its inputs hold instead.
  func show(
    _ shown: FormShown, status: Int, over stored: [Value], _ typed: [Value?],
    field: (Int, FormFields) throws -> FormField,
    lines: (FormLinesReader) throws -> FormLines?
  ) throws -> Response {
    let (sections, rules) = try part.tenant.database.read { session in
      let reader = reader(session)
      let guide = FormGuide(part, reader)
      let sight = try sight(of: shown.id, reader)
      let dimmed = Set(sight.dimmed.filter { typed[$0] == nil })
      let edited = EditedRecord(values: zip(stored, typed).map { $1 ?? $0 }, dimmed: dimmed)
      let fields = FormFields(part, entity, reader, edited)
      let states = try guide.states(entity, shown.id, typed, without: sight.dimmed)
      var inputs: Set<Int> = []
      let sections = try FormLayout(
        entity: entity, language: exchange.language, shown: shown,
        isFollowed: guide.isFollowed(entity)
      ).sections(part.tenant, principal) { name -> FormSection.Item? in
        if let column = entity.meta.column(named: name) {
          let shape = entity.meta.field(column)
          guard shape?.isWritten == true, sight.isOpen(column) else {
            guard sight.isShown(column, shape) else { return nil }
            let made = try fields.field(column, stored[column], of: shown.id)
            let isComputed = shape?.isWritten == false
            return .field((isComputed ? made : made.settled).following(states, column))
          }
          inputs.insert(column)
          return .field(try field(column, fields).following(states, column))
        }
        guard let owned = part.tenant.relations.subform(name, of: entity) else { return nil }
        return try lines(
          FormLinesReader(
            part: part, owned: owned, reader: reader, isFollowed: guide.isFollowed(entity),
            above: edited)
        ).map(FormSection.Item.lines)
      }
      let known = guide.known(entity, shown.id, stored, sight.sight, inputs: inputs)
      return (sections, try guide.rules(entity, known: known))
    }
    var page = FormPage(
      entity: entity.links[exchange.language], purpose: shown.purpose, sections: sections,
      only: (shown.only ?? []).sorted(), back: shown.back, whole: shown.whole,
      conflict: shown.conflict, problems: shown.problems, rules: rules)
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

  private func sight(of id: Int64?, _ reader: RecordReader) throws -> FormSight {
    guard let id else { return FormSight(new: entity, principal, part.tenant) }
    guard let seen = try reader.seen(entity, id, asking: [.update]) else {
      throw Refusal.notFound
    }
    return FormSight(seen.sight, entity)
  }

  var rights: FormRights { FormRights(tenant: part.tenant, principal: principal) }

  // MARK: Taking

  private func create(_ form: FormBody) throws -> Reply {
    guard authorize(principal, .create, on: entity.type) != nil else { throw Refusal.forbidden }
    let typed = try TypedForm(form, part, entity, of: nil, rights)
    let shown = FormShown(
      .create, only: typed.only, back: back(typed.text("back")), token: typed.text("token"))
    if typed.find != nil { return .now(try again(typed, shown, nil)) }
    return save(typed, shown) { store in try store.create(entity, typed.input) }
  }

  private func update(_ form: FormBody) throws -> Reply {
    let id = try exchange.recordID()
    let version = try RecordPart.version(form)
    guard let (_, title) = try current(id) else { throw Refusal.notFound }
    let typed = try TypedForm(form, part, entity, of: id, rights)
    let shown = FormShown(.edit(id: id, title: title, version: version), only: typed.only)
    if typed.find != nil { return .now(try again(typed, shown, nil)) }
    return save(typed, shown) { store in
      try store.update(entity, id: id, version: version, typed.input)
      return id
    }
  }

  /// Where to go from a record that was saved: what was written may put it out of sight.
  private func next(_ id: Int64) -> PagePath {
    // Without an answer of the database the record's page says what is the matter.
    let isThere = try? part.tenant.database.read { try reader($0).exists(entity, id) }
    if isThere ?? true { return .record(entity.name, id) }
    let read = authorize(principal, .read, on: entity.type)
    return read.flatMap(entity.firstView) == nil ? .home : .list(entity.name)
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
      return PagePart.redirect(shown.back ?? next(id), saying: flash, exchange.site)
    } refused: { refusal in
      do { return try again(typed, shown, refusal) } catch {
        return part.problemPage(exchange.refusal(error, entity))
      }
    }
  }
}
