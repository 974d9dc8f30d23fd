import TenonDatabase
import TenonPages

/// Takes an import back, the last piece first: what it created is deleted, what it changed gets the
/// values that it had, each unless something was done with it since. Nobody but the importer may,
/// and it needs no right to delete: nothing of others' is touched.
struct ImportUndo {
  let tenant: Tenant
  var job: ImportJob
  let isStopping: @Sendable () -> Bool

  private static let authority = SystemAuthority("undoing of imports")

  /// How long an import can be taken back, in milliseconds.
  static let lifetime: Int64 = 7 * 24 * 3_600_000

  mutating func run() throws {
    guard let entity = tenant.entity(table: job.table) else { throw Refusal.notFound }
    while true {
      if isStopping() { throw ImportRun.Stopped() }
      let id = job.id
      guard let piece = try tenant.database.read({ try ImportStore.lastPiece(id, $0) }) else {
        break
      }
      try take(piece, entity)
    }
    job.state = .undone
    let (tenant, job) = (tenant, job)
    try ImportRun.patiently(isStopping) {
      try tenant.database.writeAndWait { session in
        guard try ImportStore.keep(job, at: tenant.clock(), session) else { throw ImportRun.Lost() }
      }
    }
  }

  private mutating func take(
    _ piece: (piece: Int64, entries: String), _ entity: EntityModel
  ) throws {
    let result = Result(job.counts)
    let (tenant, job) = (tenant, job)
    let undo = self
    try ImportRun.patiently(isStopping) {
      try tenant.database.writeAndWait { session in
        result.begin()
        try undo.take(piece.entries, entity, result, session)
        try ImportStore.takenBack(job.id, piece: piece.piece, kept: result.kept, session)
        var kept = job
        kept.counts = result.counts
        guard try ImportStore.keep(kept, at: tenant.clock(), session) else {
          throw ImportRun.Lost()
        }
      }
    }
    self.job.counts = result.counts
  }

  /// What a piece came to, used by one thread after the other.
  private final class Result: @unchecked Sendable {
    var counts: ImportCounts
    var kept = ""
    private let counted: ImportCounts

    init(_ counts: ImportCounts) { (self.counts, counted) = (counts, counts) }

    func begin() { (counts, kept) = (counted, "") }
  }

  private func take(
    _ entries: String, _ entity: EntityModel, _ result: Result, _ session: WriteSession
  ) throws {
    let language = tenant.blueprint.languages.firstIndex(of: job.language) ?? 0
    let context = tenant.context(language)
    let store = RecordStore(
      tenant: tenant, principal: Principal(for: job.user, ImportUndo.authority), session: session,
      now: tenant.clock(), tells: false)
    for record in (TabbedText.records(entries) ?? []).reversed() where record.count >= 3 {
      guard let id = Int64(record[1]), let version = Int64(record[2]) else { continue }
      do {
        try session.part {
          if record[0] == "c" {
            try remove(id, version, entity, store)
          } else {
            try restore(id, version, record, entity, store)
          }
        }
        result.counts.done += 1
      } catch {
        let refusal = Refusal(error, entity)
        switch refusal {
        case .full, .unavailable, .fault: throw refusal
        default:
          TabbedText.append(
            [String(id), refusal.sentence(entity, language, context)], to: &result.kept)
        }
      }
    }
  }

  private static let others = SystemStatement(
    """
    SELECT 1 WHERE EXISTS (SELECT 1 FROM tenon_comment WHERE entity = ? AND record = ?)
      OR EXISTS (SELECT 1 FROM tenon_file WHERE entity = ? AND record = ? AND field = '')
    """)

  private func remove(
    _ id: Int64, _ version: Int64, _ entity: EntityModel, _ store: RecordStore
  ) throws {
    let key: [Value] = [.text(entity.table.name), .integer(id)]
    var hasMore = false
    try store.session.rows(ImportUndo.others, key + key, ImportUndo.authority) { _ in
      hasMore = true
    }
    // What people wrote or laid beside it is not for an import to take away.
    if hasMore { throw Refusal.inUse }
    try store.delete(entity, id: id, version: version)
  }

  private func restore(
    _ id: Int64, _ version: Int64, _ record: [String], _ entity: EntityModel, _ store: RecordStore
  ) throws {
    var input = RecordInput(entity)
    for place in stride(from: 3, to: record.count - 1, by: 2) {
      guard let column = entity.meta.column(named: record[place]),
        entity.meta.field(column)?.isWritten == true, let value = Cursor.value(record[place + 1])
      else { continue }
      input.values[column] = value
    }
    try store.update(entity, id: id, version: version, input)
  }
}
