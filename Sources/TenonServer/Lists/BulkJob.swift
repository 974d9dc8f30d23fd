import TenonDatabase
import TenonPages

/// Changes one or many records in one transaction, each of them or not, and remembers the way back.
struct BulkJob {
  let store: RecordStore
  let entity: EntityModel
  let log: UndoLog
  private let language: Int
  private let context: PageContext
  private var count = 0
  private var entries: [UndoLog.Entry] = []
  /// Whether something came back without what had been entrusted to it.
  private(set) var lostSecrets = false
  private(set) var refused: [(id: Int64, refusal: Refusal)] = []

  /// What a job needs of its request, to be taken along into the writer.
  struct Maker: Sendable {
    let tenant: Tenant
    let person: SignedIn
    let entity: EntityModel
    let language: Int
    let context: PageContext

    init(_ part: PagePart, _ person: SignedIn, _ entity: EntityModel) {
      tenant = part.tenant
      self.person = person
      self.entity = entity
      language = part.exchange.language
      context = part.exchange.context
    }

    func job(_ session: WriteSession) -> BulkJob {
      BulkJob(self, session, now: tenant.clock())
    }
  }

  private init(_ maker: Maker, _ session: WriteSession, now: Int64) {
    store = RecordStore(
      tenant: maker.tenant, principal: maker.person.user.principal, session: session, now: now)
    entity = maker.entity
    log = UndoLog(
      tenant: maker.tenant, person: maker.person, entity: maker.entity, session: session, now: now)
    language = maker.language
    context = maker.context
  }

  // MARK: Each record

  /// Changes a record, or notes why not.
  mutating func change(_ id: Int64, version: Int64?, _ input: RecordInput) throws {
    try each(id) { job in
      let before = try job.values(id)
      try job.store.update(job.entity, id: id, version: version, input)
      guard let after = try job.store.stored(job.entity, id) else { throw Refusal.notFound }
      let changed = job.entity.meta.fieldColumns.filter { before[$0] != after[$0] }
      job.count += 1
      if changed.isEmpty { return }
      job.entries.append(
        UndoLog.Entry(
          entity: job.entity, id: id, version: after[SystemColumn.version].integer ?? 0,
          before: changed.map { ($0, before[$0]) }))
    }
  }

  /// Deletes a record, or notes why not.
  mutating func delete(_ id: Int64, version: Int64?) throws {
    try each(id) { job in
      let removed = try job.store.delete(job.entity, id: id, version: version)
      let entries = removed.map(UndoLog.Entry.init)
      job.count += 1
      if var entry = entries.first {
        entry.rows = Array(entries.dropFirst())
        job.entries.append(entry)
      }
    }
  }

  /// Gives a record the values that it had, unless it was changed since.
  mutating func takeBack(_ entry: UndoLog.Entry) throws {
    try each(entry.id) { job in
      var input = RecordInput(job.entity)
      for (column, value) in entry.before where job.isWritable(column) {
        input.values[column] = value
      }
      try job.store.update(job.entity, id: entry.id, version: entry.version, input)
      job.count += 1
    }
  }

  /// Makes a deleted record again, under its id, and the rows that went with it.
  mutating func restore(_ entry: UndoLog.Entry) throws {
    try each(entry.id) { job in
      try job.store.restore(entry)
      job.count += 1
      if ([entry] + entry.rows).contains(where: \.hadSecrets) { job.lostSecrets = true }
    }
  }

  private func isWritable(_ column: Int) -> Bool {
    entity.meta.field(column).map { $0.isWritten } ?? false
  }

  /// All that is stored of a record that the person may see: what is taken back is what was there.
  private func values(_ id: Int64) throws -> [Value] {
    try store.known(entity, id, .read).values
  }

  /// Runs what is done with one record: all of it or nothing. What concerns this record alone is
  /// noted; what would stop every other one too is thrown.
  private mutating func each(_ id: Int64, _ body: (inout BulkJob) throws -> Void) throws {
    var job = self
    do {
      try store.session.part { try body(&job) }
      self = job
    } catch {
      let refusal = Refusal(error, entity)
      switch refusal {
      case .full, .unavailable, .fault: throw refusal
      default: refused.append((id, refusal))
      }
    }
  }

  // MARK: The end

  /// Keeps what was done; answers the id under which it is told.
  func finish(_ kind: BulkOutcome.Kind) throws -> Int64 {
    try log.keep(
      kind, count: count, entries,
      refused.map { ($0.id, $0.refusal.sentence(entity, language, context)) })
  }
}

extension Refusal {
  /// Why, in one or a few sentences for the person.
  func sentence(_ entity: EntityModel, _ language: Int, _ context: PageContext) -> String {
    switch self {
    case .invalid(let problems):
      return problems.map { name, problem in
        guard let column = entity.meta.column(named: name) else {
          return problem.said(context.locale) ?? name
        }
        return problem.text(entity.pageField(column, language, context.locale), context)
      }.joined(separator: " ")
    case .taken(let fields):
      let sentences = fields.compactMap { entity.meta.column(named: $0) }.map {
        FieldProblem.notUnique.text(
          entity.pageField($0, language, context.locale), context)
      }
      return sentences.isEmpty ? words.title[context.locale] : sentences.joined(separator: " ")
    default: return words.title[context.locale]
    }
  }
}
