import TenonDatabase
import TenonHTTP
import TenonPages

/// The pages on which a spreadsheet is imported.
struct ImportPart: Sendable {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel
  private let desk: ImportDesk

  private var tenant: Tenant { part.tenant }
  private var exchange: WebExchange { part.exchange }
  private var locale: Locale { exchange.locale }

  private init(_ part: PagePart, _ person: SignedIn, _ entity: EntityModel) throws(Refusal) {
    self.part = part
    self.person = person
    self.entity = entity
    desk = try ImportDesk(part.exchange, person, entity)
  }

  static func routes(_ entity: EntityModel) -> [Route] {
    let all = Routes.app(entity, "-", "import")
    let one = all + [.parameter]
    return [
      Route(.get, all, .page { .now(try ImportPart($0, $1, entity).start()) }),
      Route(.post, all, .form { try ImportPart($0, $1, entity).upload($2) }),
      Route(.get, one, .page { .now(try ImportPart($0, $1, entity).page()) }),
      Route(.post, one, .form { try ImportPart($0, $1, entity).take($2) }),
      Route(
        .get, one + [.literal("wrong.csv")],
        .page { .now(try ImportPart($0, $1, entity).wrongRows()) }),
    ]
  }

  // MARK: The file

  private func start(_ problem: String? = nil) throws -> Response {
    let zone = tenant.zone
    let lines = try tenant.database.read { session in
      try ImportStore.latest(of: person.user.id, entity, session).map { job in
        ImportStartPage.Line(
          path: .importing(entity.name, job.id), name: job.name,
          when: Moments.ago(zone.local(job.at), now: zone.local(tenant.clock()), locale),
          state: locale[ImportPart.phrase(job)])
      }
    }
    let page = ImportStartPage(
      entity: entity.links[exchange.language], lines: lines,
      megabytes: tenant.files.limits.fileSize >> 20, rows: ImportSheet.mostRows, problem: problem)
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, at: .list(entity.name)), into: &out)
    return part.answer(problem == nil ? 200 : 422, out)
  }

  private static func phrase(_ job: ImportJob) -> Phrase {
    if !job.trouble.isEmpty { return .importStopped }
    switch job.state {
    case .new: return .importNew
    case .checking: return .importChecking
    case .checked: return .importChecked
    case .applying: return .importApplying
    case .done: return .importDone
    case .undoing: return .importUndoing
    case .undone: return .importUndone
    }
  }

  /// The file came with the form and is kept already: the form holds its id.
  private func upload(_ form: FormBody) throws -> Reply {
    if let file = part.request.files.first(where: { $0.content == nil }) {
      throw Refusal.fileTooLarge(
        FileName.cleaned(file.name), limit: tenant.files.limits.fileSize)
    }
    let file = form.first { $0.name == "file" }.flatMap { Int64($0.value) }
    guard let file else { return .now(try start(ImportPart.noFile[locale])) }
    let (desk, part, entity) = (desk, part, entity)
    return exchange.write(nil) { session in
      try desk.add(file, ImportPlan(), session)
    } answer: { id in
      .seeOther(.importing(entity.name, id))
    } refused: {
      part.problemPage($0)
    }
  }

  private static let noFile = Words2(zh: "请选择一个文件。", en: "Choose a file.")

  // MARK: One import

  private func page(_ problem: String? = nil, plan: ImportPlan? = nil) throws -> Response {
    let job = try desk.job(exchange.recordID())
    if job.isAbandoned(tenant.clock()) { tenant.imports.adopt(job, tenant) }
    var page: ImportPage
    switch job.state {
    case .new:
      do { page = try planPage(job, plan) } catch let refusal as Refusal {
        guard case .malformed(let words) = refusal else { throw refusal }
        return try start(words[locale])
      }
    case .checking: page = model(job, .work(.checking, counts(job)))
    case .applying: page = model(job, .work(.applying, counts(job)))
    case .undoing: page = model(job, .work(.undoing, counts(job)))
    case .checked: page = try result(job, .checked)
    case .done: page = try result(job, .applied)
    case .undone: page = try result(job, .undone)
    }
    page.problem = problem ?? ImportDesk.trouble(job, locale)
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, at: .list(entity.name)), into: &out)
    var response = part.answer(problem == nil ? 200 : 422, out)
    // The page follows by itself, also without script.
    if job.state.isUnderWay && job.trouble.isEmpty { response.headers.append(("Refresh", "2")) }
    return response
  }

  private func model(_ job: ImportJob, _ body: ImportPage.Body) -> ImportPage {
    ImportPage(
      entity: entity.links[exchange.language], id: job.id, name: job.name, body: body)
  }

  private func counts(_ job: ImportJob) -> ImportPage.Counts {
    let counts = job.counts
    return ImportPage.Counts(
      total: Int(counts.total), done: Int(counts.done), created: Int(counts.created),
      updated: Int(counts.updated), same: Int(counts.same), wrong: Int(counts.wrong))
  }

  /// How many wrong rows a page shows.
  private static let shown = 50

  private func result(_ job: ImportJob, _ end: ImportPage.End) throws -> ImportPage {
    var page = model(job, .end(end, counts(job)))
    page.canUndo = desk.canUndo(job)
    return try tenant.database.read { session in
      let wrong = try ImportStore.wrong(job.id, pieces: Int64(ImportPart.shown), session)
      page.wrong = wrong.prefix(ImportPart.shown).map {
        ImportPage.Wrong(row: $0.number, reasons: $0.reasons)
      }
      if end != .undone { return page }
      let reader = part.reader(person, session)
      page.kept = try ImportStore.kept(job.id, session).prefix(ImportPart.shown).map { id, why in
        let link = RecordLink(
          entity: entity.links[exchange.language], id: id,
          title: try reader.title(entity, id) ?? "#\(id)")
        return (link, why)
      }
      return page
    }
  }

  private func planPage(_ job: ImportJob, _ typed: ImportPlan?) throws -> ImportPage {
    let head = try ImportHead(job, tenant)
    let principal = person.user.principal
    let plan =
      try typed
      ?? tenant.database.read { try ImportDesk.plan(head.headers, entity, principal, $0) }
    let fields = ImportFields(entity, principal)
    let columns = head.headers.enumerated().map { place, header in
      ImportPage.Plan.Column(
        header: header.isEmpty ? "#\(place + 1)" : header,
        samples: head.samples.map { ImportSheet.text($0[place]) },
        field: place < plan.fields.count ? plan.fields[place] : "")
    }
    func label(_ column: Int) -> String {
      entity.pageField(column, exchange.language, locale).label
    }
    let body = ImportPage.Plan(
      columns: columns,
      fields: fields.columns.map { column in
        (
          entity.meta.name(ofColumn: column), label(column),
          entity.meta.field(column)?.presence == .required
        )
      },
      keys: fields.keys.map { key in
        (fields.names(key).joined(separator: "+"), key.map(label).joined(separator: " + "))
      },
      key: plan.key.joined(separator: "+"), mode: plan.mode.rawValue)
    return model(job, .plan(body))
  }

  // MARK: What is to be done

  private func take(_ form: FormBody) throws -> Reply {
    let job = try desk.job(exchange.recordID())
    func text(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    switch (text("do"), job.state) {
    case ("check", .new): return try check(job, form)
    case ("apply", .checked): return run(job) { try $0.begin(.applying, job, $1) }
    case ("again", .checked), ("again", .checking), ("again", .applying):
      // Not what is under way, nor what wrote something already.
      guard job.state == .checked || !job.trouble.isEmpty,
        job.state != .applying || job.counts.created + job.counts.updated == 0
      else { throw Refusal.malformed(ImportDesk.movedOn) }
      return run(job, isWork: false) { try $0.begin(.new, job, $1) }
    case ("undo", .done):
      guard desk.canUndo(job) else { throw Refusal.malformed(ImportDesk.movedOn) }
      return run(job) { try $0.begin(.undoing, job, $1) }
    case ("go_on", _): return run(job) { try $0.goOn(job, $1) }
    default: throw Refusal.malformed(ImportDesk.movedOn)
    }
  }

  private func check(_ job: ImportJob, _ form: FormBody) throws -> Reply {
    func text(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let head = try ImportHead(job, tenant)
    var plan = ImportPlan()
    plan.mode = ImportPlan.Mode(rawValue: text("mode")) ?? .create
    if plan.mode != .create {
      plan.key = text("key").split(separator: "+").map(String.init)
    }
    plan.fields = head.headers.indices.map { text("c.\($0)") }
    plan.headers = head.headers.map(ImportText.header)
    var wanted = job
    wanted.plan = plan
    do {
      _ = try ImportReading(wanted, entity, head.headers, person.user.principal, tenant)
    } catch {
      guard case .malformed(let words) = error else { throw error }
      return .now(try page(words[locale], plan: plan))
    }
    let (entity, user, headers) = (entity, person.user.id, head.headers)
    return run(job) { [wanted] desk, session in
      try ImportStore.keep(
        wanted.plan, of: user, entity, headers: ImportSheet.fingerprint(headers), session)
      return try desk.begin(.checking, wanted, session)
    }
  }

  /// Begins something in a write, has it worked on, and comes back to the page.
  private func run(
    _ job: ImportJob, isWork: Bool = true,
    _ body: @escaping @Sendable (ImportDesk, WriteSession) throws -> ImportJob
  ) -> Reply {
    let (desk, part, entity, tenant) = (desk, part, entity, tenant)
    return exchange.write(nil) { session in
      try body(desk, session)
    } answer: { begun in
      if isWork && !tenant.imports.run(begun, tenant) {
        return part.problemPage(.unavailable)
      }
      return .seeOther(.importing(entity.name, begun.id))
    } refused: {
      part.problemPage($0)
    }
  }

  private func wrongRows() throws -> Response {
    try ImportedWrong(desk.job(exchange.recordID()), tenant, exchange.locale).response()
  }
}
