import TenonDatabase
import TenonHTTP
import TenonPages

/// One record to read, and its deletion.
struct RecordPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  private var exchange: WebExchange { part.exchange }

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.record(entity),
        .page { .now(try RecordPart(part: $0, person: $1, entity: entity).page()) }),
      Route(
        .post, Routes.record(entity, "delete"),
        .form { try RecordPart(part: $0, person: $1, entity: entity).delete($2) }),
    ]
  }

  /// The page of the record, all of it from one snapshot. `refused` is a comment that was not
  /// taken, and why.
  func page(refused: (text: String, why: String)? = nil, status: Int = 200) throws -> Response {
    let id = try exchange.recordID()
    var page = try part.tenant.database.read { session in
      try self.page(
        id,
        RecordReader(
          tenant: part.tenant, principal: person.user.principal, session: session,
          language: exchange.language))
    }
    page.activity.refused = refused
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, entity), into: &out)
    return part.answer(status, out)
  }

  private func page(_ id: Int64, _ reader: RecordReader) throws -> RecordPage {
    let asked: [Action] = [.update, .delete, .comment, .print]
    guard let seen = try reader.seen(entity, id, asking: asked) else { throw Refusal.notFound }
    try Recents(tenant: part.tenant).note(entity, id, reader)
    let (values, sight) = (seen.values, seen.sight)
    let version = values[SystemColumn.version].integer ?? 0
    let states = try FormGuide(part, reader).states(entity, id, without: sight.dimmed)
    let parts = RecordParts(
      part: part, entity: entity, reader: reader, sight: sight, hidden: states.hidden)
    let fields = try RecordFields(part, entity).read(id, sight, reader, states)
    let zone = part.tenant.zone
    func moment(_ column: Int) -> Int64 { zone.local(values[column].integer ?? 0) }
    let createdBy = try reader.userName(values[SystemColumn.createdBy].integer)
    var page = RecordPage(
      entity: entity.links[exchange.language], id: id,
      title: reader.title(entity, entity.titleColumns.map { values[$0] }) ?? "#\(id)",
      facts: parts.facts(fields), path: parts.path(values, fields),
      sections: try parts.sections(fields, id),
      related: try RelatedReader(part: part, reader: reader).related(entity, id),
      activity: try activity(
        id, (values[SystemColumn.createdAt].integer ?? 0, createdBy), sight, reader),
      canEdit: sight.may(.update), canDelete: sight.may(.delete),
      version: version,
      history: RecordHistory(
        createdAt: moment(SystemColumn.createdAt), createdBy: createdBy,
        updatedAt: moment(SystemColumn.updatedAt),
        updatedBy: try reader.userName(values[SystemColumn.updatedBy].integer)))
    page.sharing = try SharePart(part: part, person: person, entity: entity).panel(id, reader)
    page.canPrint = sight.may(.print)
    page.further = AccessPart.links(entity, id, part, person)
    page.files = try part.tenant.files.list(entity, id, reader.session).map {
      PageFile(id: $0.id, name: $0.name, size: $0.size, isImage: $0.pixels != nil)
    }
    return page
  }

  /// What happened, from the newest on or, with `until`, before that moment.
  private func activity(
    _ id: Int64, _ created: (at: Int64, by: String?), _ sight: Sight, _ reader: RecordReader
  ) throws -> ActivityPanel {
    let until = part.request.parameter("until")
    guard let moment = until.map(Int64.init) ?? Int64.max else {
      throw Refusal.parameter("until")
    }
    let (entries, earlier) = try Timeline(
      part: part, entity: entity, reader: reader, sight: sight
    ).entries(id, before: moment, created: created)
    let path = PagePath.record(entity.name, id)
    var panel = ActivityPanel(
      entries: entries, earlier: earlier.map { path.with([("until", String($0))]) },
      isEarlier: until != nil, token: Secrets.token())
    panel.canComment = sight.may(.comment)
    return panel
  }

  func delete(_ form: [(name: String, value: String)]) throws -> Reply {
    let id = try exchange.recordID()
    let version = try RecordPart.version(form)
    let exchange = exchange
    let (tenant, principal, entity) = (part.tenant, person.user.principal, entity)
    return exchange.write(entity) { session in
      try RecordStore(tenant: tenant, principal: principal, session: session, now: tenant.clock())
        .delete(entity, id: id, version: version)
    } answer: { _ in
      PagePart.redirect(.list(entity.name), saying: "deleted", exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }

  /// The version that a form was made from.
  static func version(_ form: [(name: String, value: String)]) throws(Refusal) -> Int64 {
    guard let text = form.first(where: { $0.name == "version" })?.value,
      let version = Int64(text)
    else { throw .versionRequired }
    return version
  }
}

/// The declared fields of a record as cells, in declared order.
struct RecordFields {
  let part: PagePart
  let entity: EntityModel

  init(_ part: PagePart, _ entity: EntityModel) {
    self.part = part
    self.entity = entity
  }

  /// Those that the person sees, be it with stars, and that are shown.
  func read(
    _ id: Int64, _ sight: Sight, _ reader: RecordReader, _ states: FieldStates = FieldStates()
  ) throws -> [RecordField] {
    guard let proof = reader.proof(entity) else { return [] }
    let columns = entity.meta.fieldColumns.filter {
      sight[$0] != .hidden && !states.hidden.contains($0)
    }
    let cells = CellReader(entity, columns, reader)
    var fields: [RecordField] = []
    _ = try reader.row(entity, id, cells.outputs, proof) { row in
      fields = zip(columns, cells.cells(row)).map { column, cell in
        RecordField(
          entity.pageField(column, part.exchange.language, part.exchange.locale), cell,
          canEdit: sight.isOpen(column) && entity.meta.field(column)?.isWritten == true
            && !states.readOnly.contains(column))
      }
    }
    for (index, column) in zip(fields.indices, columns) where entity.isFileColumn(column) {
      fields[index].cell.files = try reader.files(fields[index].cell.value)
    }
    return fields
  }
}
