import TenonDatabase
import TenonHTTP
import TenonPages

/// Moves a card of a board to another column.
struct MovePart: Sendable {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  private var exchange: WebExchange { part.exchange }

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.record(entity, "move"),
        .page { .now(try MovePart(part: $0, person: $1, entity: entity).page()) }),
      Route(
        .post, Routes.record(entity, "move"),
        .form { try MovePart(part: $0, person: $1, entity: entity).take($2) }),
    ]
  }

  /// Cards move between the options of a field.
  private func field(_ name: String) throws -> OneField {
    let one = try OneField(part, entity, person, named: name)
    let isList = entity.table.columns[one.column].storage == .list
    guard !one.field.options.isEmpty, !isList else { throw Refusal.parameter("field") }
    return one
  }

  private func page() throws -> Response {
    let id = try exchange.recordID()
    let one = try field(part.request.parameter("field") ?? "")
    return try show(200, id, one, BulkPart.back(part.request.query, entity), nil)
  }

  private func show(
    _ status: Int, _ id: Int64, _ one: OneField, _ back: PagePath,
    _ refused: (value: String, refusal: Refusal)?
  ) throws -> Response {
    let page = try part.tenant.database.read { session in
      let reader = part.reader(person, session)
      guard let seen = try reader.seen(entity, id, asking: [.update]) else {
        throw Refusal.notFound
      }
      guard seen.sight.isOpen(one.column) else { throw Refusal.forbidden }
      let values = seen.values
      return MovePage(
        entity: entity.links[exchange.language], id: id,
        version: values[SystemColumn.version].integer ?? 0,
        title: reader.title(entity, entity.titleColumns.map { values[$0] }) ?? "#\(id)",
        field: one.field, current: values[one.column].text ?? "", refused: refused?.value,
        problems: refused.map { problems($0.refusal) } ?? [],
        missing: refused.map { missing($0.refusal) } ?? [], back: back)
    }
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, entity), into: &out)
    return part.answer(status, out)
  }

  /// What is wrong, a sentence each.
  private func problems(_ refusal: Refusal) -> [String] {
    guard case .invalid(let wrong) = refusal else {
      return [refusal.sentence(entity, exchange.language, exchange.context)]
    }
    return wrong.map {
      Refusal.invalid([$0]).sentence(entity, exchange.language, exchange.context)
    }
  }

  /// The fields to fill in first.
  private func missing(_ refusal: Refusal) -> [String] {
    guard case .invalid(let wrong) = refusal else { return [] }
    return wrong.map(\.field)
  }

  private func take(_ form: FormBody) throws -> Reply {
    let id = try exchange.recordID()
    let version = try RecordPart.version(form)
    func text(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let one = try field(text("field"))
    let value = text("value")
    let input = one.input(value)
    let back = BulkPart.back(form, entity)
    let maker = BulkJob.Maker(part, person, entity)
    return exchange.write(entity) { session in
      var job = maker.job(session)
      try job.change(id, version: version, input)
      if let refusal = job.refused.first?.refusal { throw refusal }
      return try job.finish(.changed)
    } answer: { told in
      PagePart.redirect(back, saying: UndoLog.flash(told), exchange.site)
    } refused: { refusal in
      do { return try show(refusal.status, id, one, back, (value, refusal)) } catch {
        return part.problemPage(exchange.refusal(error, entity))
      }
    }
  }
}
