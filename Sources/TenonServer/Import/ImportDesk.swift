import TenonDatabase
import TenonHTTP
import TenonPages

/// What a person does with imports of one entity, for pages and programs alike.
struct ImportDesk: Sendable {
  let tenant: Tenant
  let person: SignedIn
  let entity: EntityModel
  /// The language of reasons.
  let language: String

  init(_ exchange: WebExchange, _ person: SignedIn, _ entity: EntityModel) throws(Refusal) {
    guard authorize(person.user.principal, .load, on: entity.type) != nil else { throw .forbidden }
    tenant = exchange.tenant
    self.person = person
    self.entity = entity
    language = tenant.blueprint.languages[exchange.language]
  }

  /// The import in the path, if it is this person's and of this entity.
  func job(_ id: Int64) throws -> ImportJob {
    let found = try tenant.database.read { try ImportStore.find(id, $0) }
    guard let found, found.user == person.user.id, found.table == entity.table.name else {
      throw Refusal.notFound
    }
    return found
  }

  /// A new import of a file that came and is kept as a fresh one of the person.
  func add(_ file: Int64, _ plan: ImportPlan, _ session: WriteSession) throws -> Int64 {
    guard let stored = try FileRows.find(file, session), stored.createdBy == person.user.id else {
      throw Refusal.notFound
    }
    let id = try ImportStore.add(
      stored, entity, by: person.user.id, language: language, plan, at: tenant.clock(), session)
    guard try FileRows.attach(file, .ofImport(id), person.user.id, session) else {
      throw Refusal.notFound
    }
    return id
  }

  // MARK: What it is to do

  /// Begins to check, to apply or to take back; the import then works by itself.
  func begin(
    _ state: ImportJob.State, _ job: ImportJob, _ session: WriteSession
  ) throws -> ImportJob {
    guard let known = try ImportStore.find(job.id, session),
      known.state == job.state, known.runner == job.runner
    else { throw Refusal.malformed(ImportDesk.movedOn) }
    var job = job
    job.state = state
    job.trouble = ""
    job.runner = ImportRunner.newRunner()
    switch state {
    case .checking, .applying: job.counts = ImportCounts()
    case .undoing:
      job.counts.total = job.counts.created + job.counts.updated
      job.counts.done = 0
    case .new, .checked, .done, .undone: break
    }
    try ImportStore.begin(job, at: tenant.clock(), session)
    return job
  }

  /// Lets an import that stands still go on where it was.
  func goOn(_ job: ImportJob, _ session: WriteSession) throws -> ImportJob {
    guard let known = try ImportStore.find(job.id, session), known.state.isUnderWay,
      !known.trouble.isEmpty
    else { throw Refusal.malformed(ImportDesk.movedOn) }
    var job = known
    job.trouble = ""
    job.runner = ImportRunner.newRunner()
    try ImportStore.resume(job, at: tenant.clock(), session)
    return job
  }

  /// Whether an import can be taken back now.
  func canUndo(_ job: ImportJob) -> Bool {
    job.state == .done && job.counts.created + job.counts.updated > 0
      && tenant.clock() - job.at < ImportUndo.lifetime
  }

  static let movedOn = Words2(
    zh: "这次导入已在别处继续，请重新打开本页。", en: "It went on elsewhere. Load the page again.")

  /// The sentence that an import which stands still keeps.
  static func trouble(_ job: ImportJob, _ locale: Locale) -> String? {
    guard let words = TabbedText.records(job.trouble)?.first, words.count == 2 else { return nil }
    return Words2(zh: words[0], en: words[1])[locale]
  }

  // MARK: The plan

  /// The plan for these headers: what the person said of them before, else a guess.
  static func plan(
    _ headers: [String], _ entity: EntityModel, _ principal: Principal, _ session: Session
  ) throws -> ImportPlan {
    let fields = ImportFields(entity, principal)
    var plan = ImportGuess(fields).plan(headers)
    let kept = try ImportStore.plan(
      of: principal.user, entity, headers: ImportSheet.fingerprint(headers), session)
    guard let kept else { return plan }
    // Kept by header: columns may stand elsewhere in the next file.
    let known = Dictionary(
      zip(kept.headers, kept.fields), uniquingKeysWith: { first, _ in first })
    var taken: Set<String> = []
    plan.fields = headers.map { header in
      let name = known[ImportText.header(header)] ?? ""
      return fields.column(name) != nil && taken.insert(name).inserted ? name : ""
    }
    if kept.mode == .create {
      (plan.mode, plan.key) = (.create, [])
    } else if fields.key(kept.key) != nil {
      (plan.mode, plan.key) = (kept.mode, kept.key)
    }
    return plan
  }
}
