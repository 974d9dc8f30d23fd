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

  func page() throws -> Response {
    let id = try exchange.recordID()
    let page = try part.tenant.database.read { session in
      try self.page(
        id,
        RecordReader(
          tenant: part.tenant, principal: person.user.principal, session: session,
          language: exchange.language))
    }
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, entity), into: &out)
    return part.answer(200, out)
  }

  private func page(_ id: Int64, _ reader: RecordReader) throws -> RecordPage {
    guard let proof = reader.proof(entity), let values = try reader.values(entity, id) else {
      throw Refusal.notFound
    }
    try Recents(tenant: part.tenant).note(entity, id, reader)
    let fields = try RecordFields(part, entity).read(id, proof, reader)
    let zone = part.tenant.zone
    func moment(_ column: Int) -> Int64 { zone.local(values[column].integer ?? 0) }
    let principal = person.user.principal
    return RecordPage(
      entity: entity.links[exchange.language], id: id,
      title: reader.title(entity, entity.titleColumns.map { values[$0] }) ?? "#\(id)",
      fields: fields,
      canEdit: authorize(principal, .update, on: entity.type) != nil,
      canDelete: authorize(principal, .delete, on: entity.type) != nil,
      version: values[SystemColumn.version].integer ?? 0,
      history: RecordHistory(
        createdAt: moment(SystemColumn.createdAt),
        createdBy: try reader.userName(values[SystemColumn.createdBy].integer),
        updatedAt: moment(SystemColumn.updatedAt),
        updatedBy: try reader.userName(values[SystemColumn.updatedBy].integer)))
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

  /// Those that the person may read.
  func read(
    _ id: Int64, _ proof: Authorization, _ reader: RecordReader
  ) throws -> [RecordField] {
    let columns = entity.meta.fieldColumns.filter(proof.mayRead)
    let cells = CellReader(entity, columns, reader)
    var fields: [RecordField] = []
    _ = try reader.row(entity, id, cells.outputs, proof) { row in
      fields = zip(columns, cells.cells(row)).map { column, cell in
        RecordField(
          entity.pageField(column, part.exchange.language, part.exchange.locale), cell)
      }
    }
    for (index, column) in zip(fields.indices, columns) where entity.isFileColumn(column) {
      fields[index].cell.files = try reader.files(fields[index].cell.value)
    }
    return fields
  }
}
