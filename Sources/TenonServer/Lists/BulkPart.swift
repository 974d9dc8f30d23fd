import TenonDatabase
import TenonHTTP
import TenonPages

/// Changes of the records that are selected in a list: first the question, then the deed.
struct BulkPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .post, Routes.app(entity, "-", "bulk"),
        .form { try BulkPart(part: $0, person: $1, entity: entity).take($2) })
    ]
  }

  /// How many records one change may be about.
  private static let limit = 200

  /// The list to come back to.
  static func back(_ form: FormBody, _ entity: EntityModel) -> PagePath {
    form.first { $0.name == "back" }.flatMap { PagePath(checking: $0.value) }
      ?? .list(entity.name)
  }

  private func take(_ form: FormBody) throws -> Reply {
    let targets = try BulkPart.targets(form)
    func text(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let isConfirmed = text("confirmed") == "true"
    switch text("do") {
    case "edit":
      let one = try OneField(part, entity, person, named: text("field"))
      guard isConfirmed else { return .now(try ask(targets, one, form)) }
      let input = one.input(one.text(form))
      if let wrong = input.problems.first {
        return .now(try again(targets, one, form, wrong.problem))
      }
      return run(.changed, form) { job in
        for (id, version) in targets { try job.change(id, version: version, input) }
      }
    case "delete":
      guard authorize(person.user.principal, .delete, on: entity.type) != nil else {
        throw Refusal.forbidden
      }
      guard isConfirmed else { return .now(try ask(targets, nil, form)) }
      return run(.deleted, form) { job in
        for (id, version) in targets { try job.delete(id, version: version) }
      }
    default: throw Refusal.parameter("do")
    }
  }

  /// The records meant, as `id.version`.
  private static func targets(_ form: FormBody) throws -> [(id: Int64, version: Int64)] {
    var targets: [(id: Int64, version: Int64)] = []
    for (name, value) in form where name == "id" {
      let parts = value.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let id = Int64(parts[0]), id > 0, let version = Int64(parts[1])
      else { throw Refusal.parameter("id") }
      if !targets.contains(where: { $0.id == id }) { targets.append((id, version)) }
    }
    if targets.isEmpty { throw Refusal.malformed(none) }
    if targets.count > limit { throw Refusal.malformed(tooMany) }
    return targets
  }

  private static let none = Words2(
    zh: "还没有选择记录，请先在列表中勾选。", en: "No record is selected. Tick some in the list first.")
  private static let tooMany = Words2(
    zh: "一次最多处理 200 条记录。", en: "At most 200 records can be changed at once.")

  // MARK: Asking

  private func ask(
    _ targets: [(id: Int64, version: Int64)], _ one: OneField?, _ form: FormBody
  ) throws -> Response {
    let field = try one.map { one in
      try part.tenant.database.read { session in
        try one.formField(.blank, of: nil, part.reader(person, session))
      }
    }
    return show(200, targets, field, form)
  }

  private func again(
    _ targets: [(id: Int64, version: Int64)], _ one: OneField, _ form: FormBody,
    _ problem: FieldProblem
  ) throws -> Response {
    let field = try part.tenant.database.read { session in
      try one.formField(
        typed: one.text(form), problem, of: nil, part.reader(person, session))
    }
    return show(422, targets, field, form)
  }

  private func show(
    _ status: Int, _ targets: [(id: Int64, version: Int64)], _ field: FormField?,
    _ form: FormBody
  ) -> Response {
    let page = BulkPage(
      entity: entity.links[part.exchange.language],
      records: targets.map { "\($0.id).\($0.version)" }, field: field,
      back: BulkPart.back(form, entity))
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, entity), into: &out)
    return part.answer(status, out)
  }

  // MARK: Doing

  private func run(
    _ kind: BulkOutcome.Kind, _ form: FormBody,
    _ body: @escaping @Sendable (inout BulkJob) throws -> Void
  ) -> Reply {
    let exchange = part.exchange
    let back = BulkPart.back(form, entity)
    let maker = BulkJob.Maker(part, person, entity)
    return exchange.write(entity) { session in
      var job = maker.job(session)
      try body(&job)
      return try job.finish(kind)
    } answer: { told in
      PagePart.redirect(back, saying: UndoLog.flash(told), exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }
}
