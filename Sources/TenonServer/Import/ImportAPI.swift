import TenonDatabase
import TenonHTTP
import TenonPages

/// Imports of programs: a spreadsheet comes, a job is answered and asked for until it is done.
struct ImportAPI: Sendable {
  let exchange: WebExchange
  let entity: EntityModel
  private let desk: ImportDesk

  private var tenant: Tenant { exchange.tenant }
  private var request: Request { exchange.request }

  private init(_ part: APIPart, _ person: SignedIn, _ entity: EntityModel) throws(Refusal) {
    exchange = part.exchange
    self.entity = entity
    desk = try ImportDesk(part.exchange, person, entity)
  }

  static func routes(_ entity: EntityModel) -> [Route] {
    let all = Routes.path("api", entity.name, "-", "import")
    let one = all + [.parameter]
    return [
      Route(
        .post, all, .api(entity) { try ImportAPI($0, $1, entity).upload() }, takesFiles: true),
      Route(.get, one, .api(entity) { .now(try ImportAPI($0, $1, entity).show()) }),
      Route(
        .get, one + [.literal("wrong")],
        .api(entity) { .now(try ImportAPI($0, $1, entity).wrongRows()) }),
      Route(
        .post, one + [.literal("apply")],
        .api(entity) { try ImportAPI($0, $1, entity).go(.applying, from: .checked) }),
      Route(
        .post, one + [.literal("undo")],
        .api(entity) { try ImportAPI($0, $1, entity).go(.undoing, from: .done) }),
    ]
  }

  // MARK: The file

  private func upload() throws -> Reply {
    let (plan, isTrial) = try plan()
    let file = try file()
    let (exchange, desk, tenant, entity) = (exchange, desk, tenant, entity)
    return .later { responder in
      tenant.files.receive([file], by: desk.person.user.id) {
        (kept, session, insert) throws -> ImportJob in
        try insert()
        let id = try desk.add(kept[0].id, plan, session)
        guard var job = try ImportStore.find(id, session) else { throw Refusal.fault }
        job.plan = plan
        return try desk.begin(isTrial ? .checking : .applying, job, session)
      } completion: { result in
        switch result {
        case .success(let job):
          guard tenant.imports.run(job, tenant) else {
            responder.respond(exchange.problem(.unavailable, entity))
            return
          }
          responder.respond(ImportAPI.answer(202, job, [], entity, exchange))
        case .failure(let error):
          responder.respond(exchange.problem(exchange.refusal(error, entity), entity))
        }
      }
    }
  }

  /// What the query says: `mode`, `key` and `columns` with names of fields, `dry_run`.
  private func plan() throws(Refusal) -> (ImportPlan, isTrial: Bool) {
    var plan = ImportPlan()
    var isTrial = false
    var mode: ImportPlan.Mode?
    for (name, value) in request.query {
      switch name {
      case "mode":
        mode = ImportPlan.Mode(rawValue: value)
        if mode == nil { throw .parameter(name) }
      case "key":
        plan.key = value.split(separator: ",").map(String.init)
        if ImportFields(entity, desk.person.user.principal).key(plan.key) == nil {
          throw .parameter(name)
        }
      case "columns":
        plan.fields = value.split(separator: ",", omittingEmptySubsequences: false)
          .map(String.init)
      case "dry_run":
        guard value == "true" || value == "false" else { throw .parameter(name) }
        isTrial = value == "true"
      default: throw .parameter(name)
      }
    }
    plan.mode = mode ?? (plan.key.isEmpty ? .create : .upsert)
    if (plan.mode == .create) != plan.key.isEmpty { throw .parameter("key") }
    return (plan, isTrial)
  }

  /// The one file of a form, or the body itself.
  private func file() throws(Refusal) -> UploadedFile {
    let limit = tenant.files.limits.fileSize
    if let file = request.files.first {
      if file.content == nil {
        throw .fileTooLarge(FileName.cleaned(file.name), limit: limit)
      }
      guard request.files.count == 1 else { throw .malformed(ImportAPI.oneFile) }
      return file
    }
    let type = request.header("content-type")?.prefix { $0 != ";" && $0 != " " }.lowercased()
    guard let type, let ending = ImportAPI.types[type] else {
      throw request.form() == nil ? .unsupportedMediaType : .malformed(ImportAPI.oneFile)
    }
    do {
      return try UploadedFile(
        field: "file", name: entity.name + ending, content: request.body,
        folder: tenant.files.limits.folder)
    } catch { throw exchange.refusal(error) }
  }

  private static let types = [
    "text/csv": ".csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
  ]
  private static let oneFile = Words2(
    zh: "请发送一个 CSV 或 XLSX 文件。", en: "Send one file, CSV or XLSX.")

  // MARK: The job

  private func show() throws -> Response {
    let job = try desk.job(exchange.recordID())
    if job.isAbandoned(tenant.clock()) { tenant.imports.adopt(job, tenant) }
    let wrong = try tenant.database.read { try ImportStore.wrong(job.id, pieces: 100, $0) }
    return ImportAPI.answer(200, job, Array(wrong.prefix(100)), entity, exchange)
  }

  private func wrongRows() throws -> Response {
    try ImportedWrong(desk.job(exchange.recordID()), tenant, exchange.locale).response()
  }

  private func go(_ state: ImportJob.State, from: ImportJob.State) throws -> Reply {
    let job = try desk.job(exchange.recordID())
    guard job.state == from, state != .undoing || desk.canUndo(job) else {
      throw Refusal.malformed(ImportDesk.movedOn)
    }
    let (exchange, desk, tenant, entity) = (exchange, desk, tenant, entity)
    return exchange.write(nil) { session in
      try desk.begin(state, job, session)
    } answer: { begun in
      guard tenant.imports.run(begun, tenant) else {
        return exchange.problem(.unavailable, entity)
      }
      return ImportAPI.answer(202, begun, [], entity, exchange)
    } refused: {
      exchange.problem($0, entity)
    }
  }

  private static func answer(
    _ status: Int, _ job: ImportJob, _ wrong: [WrongRow], _ entity: EntityModel,
    _ exchange: WebExchange
  ) -> Response {
    var out = ByteWriter(capacity: 512)
    out.append("{\"id\":")
    Decimal.append(job.id, scale: 0, to: &out)
    out.append(",\"state\":")
    out.append(json: job.state.rawValue)
    out.append(",\"file\":")
    out.append(json: job.name)
    let counts = job.counts
    for (name, count) in [
      ("total", counts.total), ("done", counts.done), ("created", counts.created),
      ("updated", counts.updated), ("unchanged", counts.same), ("wrong", counts.wrong),
    ] {
      out.append(",")
      out.append(json: name)
      out.append(":")
      Decimal.append(count, scale: 0, to: &out)
    }
    if let trouble = ImportDesk.trouble(job, exchange.locale) {
      out.append(",\"trouble\":")
      out.append(json: trouble)
    }
    out.append(",\"errors\":[")
    var isFirst = true
    for row in wrong {
      for reason in row.reasons {
        out.append(isFirst ? "{\"row\":" : ",{\"row\":")
        isFirst = false
        Decimal.append(Int64(row.number), scale: 0, to: &out)
        out.append(",\"column\":")
        out.append(json: reason.header)
        out.append(",\"message\":")
        out.append(json: reason.sentence)
        out.append("}")
      }
    }
    out.append("]}")
    var headers = APIPart.headers
    if status == 202 {
      headers.append(
        ("Location", PercentEncoding.path("/api/\(entity.name)/-/import", job.id)))
    }
    return Response(status: status, headers: headers, body: out.bytes)
  }
}
