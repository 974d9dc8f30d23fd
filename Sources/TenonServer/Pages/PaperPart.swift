import TenonDatabase
import TenonHTTP
import TenonPages

/// A record for paper, of whoever may print it; each stands in the audit trail.
struct PaperPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.record(entity, "print"),
        .page { try PaperPart(part: $0, person: $1, entity: entity).answer() })
    ]
  }

  private func answer() throws -> Reply {
    let id = try part.exchange.recordID()
    let (tenant, exchange, entity) = (part.tenant, part.exchange, entity)
    let page = try tenant.database.read { try self.page(id, part.reader(person, $0)) }
    var out = HTMLWriter()
    Pages.render(
      page, exchange.context, app: tenant.blueprint.label[exchange.language], into: &out)
    let response = part.answer(200, out)
    let principal = person.user.principal
    return exchange.write(nil) { session in
      try Audit.note(.print, .record(entity, id), by: principal, at: tenant.clock(), session)
    } answer: { _ in
      response
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }

  private func page(_ id: Int64, _ reader: RecordReader) throws -> PaperPage {
    guard let seen = try reader.seen(entity, id, asking: [.print]) else { throw Refusal.notFound }
    guard seen.sight.may(.print) else { throw Refusal.forbidden }
    let (values, sight, tenant) = (seen.values, seen.sight, part.tenant)
    let states = try FormGuide(part, reader).states(entity, id, without: sight.dimmed)
    let parts = RecordParts(
      part: part, entity: entity, reader: reader, sight: sight, hidden: states.hidden)
    let fields = try RecordFields(part, entity).read(id, sight, reader, states)
    func moment(_ column: Int) -> Int64 { tenant.zone.local(values[column].integer ?? 0) }
    return PaperPage(
      entity: entity.links[part.exchange.language], id: id,
      title: reader.title(entity, entity.titleColumns.map { values[$0] }) ?? "#\(id)",
      sections: try parts.sections(fields, id),
      history: RecordHistory(
        createdAt: moment(SystemColumn.createdAt),
        createdBy: try reader.userName(values[SystemColumn.createdBy].integer),
        updatedAt: moment(SystemColumn.updatedAt),
        updatedBy: try reader.userName(values[SystemColumn.updatedBy].integer)),
      printedAt: tenant.zone.local(tenant.clock()), printedBy: person.user.name)
  }
}
