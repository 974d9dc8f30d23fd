import TenonDatabase
import TenonHTTP
import TenonPages

/// The editor of one cell, and what it posts. Both answer pieces of a page for the script; without
/// one there is the record's form.
struct CellPart: Sendable {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  private var exchange: WebExchange { part.exchange }

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.record(entity, "cell"),
        .page { .now(try CellPart(part: $0, person: $1, entity: entity).editor()) }),
      Route(
        .post, Routes.record(entity, "cell"),
        .form { try CellPart(part: $0, person: $1, entity: entity).take($2) }),
    ]
  }

  private func editor() throws -> Response {
    let id = try exchange.recordID()
    let one = try OneField(part, entity, person, named: part.request.parameter("field") ?? "")
    let editor = try part.tenant.database.read { session in
      let reader = part.reader(person, session)
      guard let seen = try reader.seen(entity, id, asking: [.update]) else {
        throw Refusal.notFound
      }
      let values = seen.values
      let states = try FormGuide(part, reader).states(entity, id, without: seen.sight.dimmed)
      let edited = EditedRecord(values: values, dimmed: Set(seen.sight.dimmed))
      var field = try one.formField(values[one.column], of: edited, reader)
        .following(states, one.column)
      // Said at once and not when something was typed.
      if !seen.sight.isOpen(one.column) {
        field.isSettled = true
        field.problem = .readOnly
      } else if field.isHidden {
        field.problem = .hidden
      } else if field.isFixed {
        field.problem = .readOnly
      }
      field.isFixed = field.problem != nil
      return CellEditor(
        entity: entity.name, id: id, version: values[SystemColumn.version].integer ?? 0,
        field: field)
    }
    return show(200, editor)
  }

  private func show(_ status: Int, _ editor: CellEditor) -> Response {
    var out = HTMLWriter(capacity: 4096)
    Pages.render(editor, exchange.context, csrf: person.csrf, into: &out)
    return PagePart.html(status, out.bytes)
  }

  // MARK: Taking

  private func take(_ form: FormBody) throws -> Reply {
    let id = try exchange.recordID()
    let version = try RecordPart.version(form)
    func text(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let one = try OneField(part, entity, person, named: text("field"))
    let typed = one.text(form)
    let input = one.input(typed)
    let columns = try columns(text("columns"))
    let back = BulkPart.back(form, entity)
    let maker = BulkJob.Maker(part, person, entity)
    return exchange.write(entity) { session in
      var job = maker.job(session)
      try job.change(id, version: version, input)
      if let refusal = job.refused.first?.refusal { throw refusal }
      return try job.finish(.changed)
    } answer: { told in
      do { return try row(id, told, columns, back) } catch {
        return part.problemPage(exchange.refusal(error, entity))
      }
    } refused: { refusal in
      do { return try again(id, one, typed, version, refusal) } catch {
        return part.problemPage(exchange.refusal(error, entity))
      }
    }
  }

  /// The columns of the list in which the cell stands.
  private func columns(_ names: String) throws -> [Int] {
    guard let proof = authorize(person.user.principal, .read, on: entity.type) else {
      throw Refusal.forbidden
    }
    return try names.split(separator: ",").map { name in
      guard let column = entity.meta.column(named: String(name)), proof.mayShow(column) else {
        throw Refusal.parameter("columns")
      }
      return column
    }
  }

  /// The whole row as it is now: a change of one field can change others.
  private func row(
    _ id: Int64, _ told: Int64, _ columns: [Int], _ back: PagePath
  ) throws -> Response {
    var out = HTMLWriter(capacity: 8192)
    try part.tenant.database.read { session in
      let reader = part.reader(person, session)
      guard let proof = reader.proof(entity) else { throw Refusal.notFound }
      var wanted = try ListRequest(
        [], entity, proof,
        opening: [SortKey(SystemColumn.id, descending: true)])
      wanted.filter = .compare(SystemColumn.id, .equal, .integer(id))
      let rows = RowReader(entity: entity, columns: columns, reader: reader, proof: proof)
      guard let found = try rows.page(wanted).rows.first else { throw Refusal.notFound }
      let outcome = try UndoLog.outcome(told, part, person, entity, reader)
      Pages.render(
        found.row, columns.map { entity.pageField($0, exchange.language, exchange.locale) },
        entity.links[exchange.language], hasTicks: true, outcome: outcome, back: back,
        exchange.context, csrf: person.csrf, into: &out)
    }
    return PagePart.html(200, out.bytes)
  }

  /// The editor once more with what is wrong; after a conflict with the version that is stored now,
  /// so that saving again is a decision.
  private func again(
    _ id: Int64, _ one: OneField, _ typed: String, _ version: Int64, _ refusal: Refusal
  ) throws -> Response {
    var problem: FieldProblem?
    var sentence: String?
    let name = one.field.name
    switch refusal {
    case .invalid(let problems) where problems.allSatisfy { $0.field == name }:
      problem = problems.first?.problem
    case .taken([name]): problem = .notUnique
    case .invalid, .taken, .versionConflict, .inUse:
      sentence = refusal.sentence(entity, exchange.language, exchange.context)
    default: return part.problemPage(refusal)
    }
    let editor = try part.tenant.database.read { session in
      let reader = part.reader(person, session)
      guard let seen = try reader.seen(entity, id) else { throw Refusal.notFound }
      let edited = EditedRecord(values: seen.values, dimmed: Set(seen.sight.dimmed))
      return CellEditor(
        entity: entity.name, id: id,
        version: seen.values[SystemColumn.version].integer ?? version,
        field: try one.formField(typed: typed, problem, of: edited, reader), problem: sentence)
    }
    return show(refusal.status, editor)
  }
}
