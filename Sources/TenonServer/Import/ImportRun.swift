import Glibc
import TenonDatabase
import TenonPages
import TenonSheets

/// Tries or applies the rows of an import, a piece a write, so that what others do comes between.
/// What is applied is kept with how far it is, in one transaction: begun again it goes on.
struct ImportRun {
  let tenant: Tenant
  var job: ImportJob
  /// Whether the server stops.
  let isStopping: @Sendable () -> Bool

  /// Rows of a piece: some 50 ms of the writer's time.
  private static let piece = 200

  /// Another runner has it.
  struct Lost: Error {}
  /// The server stops: it goes on when it starts again.
  struct Stopped: Error {}

  /// Does what the job's state says. Throws ``Refusal`` where it cannot go on.
  mutating func run() throws {
    guard let entity = tenant.entity(table: job.table) else { throw Refusal.notFound }
    let principal = try tenant.database.read { try importer(entity, $0) }
    let place = tenant.files.folder.place(job.file)
    func open() throws -> ImportSheet {
      do {
        return try ImportSheet(place, name: job.name, fileSize: tenant.files.limits.fileSize)
      } catch { throw Refusal.malformed(ImportWords.of(error)) }
    }
    var sheet = try open()
    if job.plan.fields.isEmpty {
      // A program that says nothing of columns has them guessed.
      let headers = sheet.headers
      let plan = try tenant.database.read {
        try ImportDesk.plan(headers, entity, principal, $0)
      }
      job.plan.fields = plan.fields
    }
    let reading = try ImportReading(job, entity, sheet.headers, principal, tenant)
    var keys = ImportKeys()
    job.counts.total = try survey(&sheet, reading, &keys)
    let reader = (tenant, principal)
    var resolved = keys
    try tenant.database.read { session in
      try resolved.resolve(
        RecordReader(
          tenant: reader.0, principal: reader.1, session: session,
          language: reader.0.locales.firstIndex(of: reading.locale) ?? 0))
    }
    sheet = try open()
    try take(&sheet, reading, resolved)
    try finish(entity)
  }

  /// Counts the rows and gathers what they name.
  private func survey(
    _ sheet: inout ImportSheet, _ reading: ImportReading, _ keys: inout ImportKeys
  ) throws -> Int64 {
    var total: Int64 = 0
    while let row = try ImportRun.next(&sheet) {
      total += 1
      if total > ImportSheet.mostRows { throw Refusal.malformed(ImportWords.tooManyRows) }
      reading.gather(row, &keys)
      if total % 10_000 == 0 && isStopping() { throw Stopped() }
    }
    return total
  }

  private static func next(_ sheet: inout ImportSheet) throws -> SheetRow? {
    do { return try sheet.next() } catch { throw Refusal.malformed(ImportWords.of(error)) }
  }

  private mutating func take(
    _ sheet: inout ImportSheet, _ reading: ImportReading, _ keys: ImportKeys
  ) throws {
    var seen = ImportSeen(reading)
    var skipped: Int64 = 0
    // What was done before the server stopped.
    let start = job.counts.done
    var rows: [ImportRow] = []
    while let row = try ImportRun.next(&sheet) {
      let row = reading.row(row, keys)
      if skipped < start {
        skipped += 1
        seen.note(row)
        continue
      }
      rows.append(row)
      if rows.count < ImportRun.piece { continue }
      try write(&rows, reading, &seen)
    }
    if !rows.isEmpty { try write(&rows, reading, &seen) }
  }

  private mutating func write(
    _ rows: inout [ImportRow], _ reading: ImportReading, _ seen: inout ImportSeen
  ) throws {
    if isStopping() { throw Stopped() }
    let number = job.counts.done
    let piece = ImportPiece(
      rows, reading, isTrial: job.state == .checking, job.counts, seen, tenant)
    let (tenant, job) = (tenant, job)
    let run = self
    let context = tenant.context(tenant.locales.firstIndex(of: reading.locale) ?? 0)
    try ImportRun.patiently(isStopping) {
      try tenant.database.writeAndWait { session in
        try piece.run(try run.importer(reading.entity, session), session, context)
        try ImportStore.add(
          job.id, piece: number, entries: job.state == .applying ? piece.entries : "",
          wrong: piece.wrong, session)
        var kept = job
        kept.counts = piece.counts
        guard try ImportStore.keep(kept, at: tenant.clock(), session) else { throw Lost() }
      }
    }
    self.job.counts = piece.counts
    seen = piece.seen
    rows.removeAll(keepingCapacity: true)
  }

  /// Repeats what fails since too much is going on at once, for a while.
  static func patiently(_ isStopping: () -> Bool, _ body: () throws -> Void) throws {
    for _ in 0..<60 {
      do { return try body() } catch {
        switch error {
        case is Lost: throw error
        case let refusal as Refusal:
          guard case .unavailable = refusal else { throw refusal }
        default:
          let refusal = Refusal(error, nil)
          guard case .unavailable = refusal else { throw refusal }
        }
        if isStopping() { throw Stopped() }
        usleep(500_000)
      }
    }
    throw Refusal.unavailable
  }

  /// The importer as he is now: rights that were taken from him meanwhile are gone.
  private func importer(_ entity: EntityModel, _ session: Session) throws -> Principal {
    let users = Users(tenant: tenant)
    guard let user = try users.find(job.user, session) else {
      throw Refusal.malformed(ImportWords.noRight)
    }
    let principal = try users.placed(user, session).principal
    guard authorize(principal, .load, on: entity.type) != nil else {
      throw Refusal.malformed(ImportWords.noRight)
    }
    return principal
  }

  private mutating func finish(_ entity: EntityModel) throws {
    let isApplied = job.state == .applying
    job.state = isApplied ? .done : .checked
    let (tenant, job) = (tenant, job)
    let run = self
    try ImportRun.patiently(isStopping) {
      try tenant.database.writeAndWait { session in
        guard try ImportStore.keep(job, at: tenant.clock(), session) else { throw Lost() }
        if !isApplied { return }
        try Audit.note(
          .load, .entity(entity),
          [
            .detail(.file, .text(job.name)),
            .detail(.rows, .integer(job.counts.created + job.counts.updated)),
          ], by: try run.importer(entity, session), at: tenant.clock(), session)
      }
    }
  }
}
