import TenonDatabase
import TenonPages

/// Some rows of an import in one write: each of them or nothing of it. A piece that only tries is
/// taken back at its end.
final class ImportPiece: @unchecked Sendable {
  // Used on the writer's thread while the import's own waits for it.
  private let rows: [ImportRow]
  private let reading: ImportReading
  private let isTrial: Bool
  private let tenant: Tenant

  private(set) var counts: ImportCounts
  private(set) var entries = ""
  private(set) var wrong = ""
  /// Values that must occur once, of rows that were taken, and those rows' numbers.
  private(set) var seen: ImportSeen
  private let counted: ImportCounts
  private let known: ImportSeen

  init(
    _ rows: [ImportRow], _ reading: ImportReading, isTrial: Bool, _ counts: ImportCounts,
    _ seen: ImportSeen, _ tenant: Tenant
  ) {
    self.rows = rows
    self.reading = reading
    self.isTrial = isTrial
    self.tenant = tenant
    (self.counts, counted) = (counts, counts)
    (self.seen, known) = (seen, seen)
  }

  /// All was only tried.
  private struct Trial: Error {}

  /// Takes the rows, in a write that may come twice when its batch does.
  func run(_ principal: Principal, _ session: WriteSession, _ context: PageContext) throws {
    (counts, seen, entries, wrong) = (counted, known, "", "")
    let store = RecordStore(
      tenant: tenant, principal: principal, session: session, now: tenant.clock(), tells: false)
    guard isTrial else {
      for row in rows { try take(row, store, context) }
      return
    }
    do {
      try session.part {
        for row in rows { try take(row, store, context) }
        throw Trial()
      }
    } catch is Trial {}
  }

  /// What one row came to.
  private enum Outcome {
    case created(Int64)
    case updated(UndoLog.Entry)
    case same
  }

  private func take(_ row: ImportRow, _ store: RecordStore, _ context: PageContext) throws {
    counts.done += 1
    do {
      if let problem = row.problem { throw RowProblem(words: problem) }
      if let number = seen.number(row) { throw RowProblem(words: ImportWords.repeated(number)) }
      switch try store.session.part({ try outcome(row, store) }) {
      case .created(let id):
        counts.created += 1
        TabbedText.append(["c", String(id), "1"], to: &entries)
      case .updated(let entry):
        counts.updated += 1
        append(entry)
      case .same: counts.same += 1
      }
      seen.note(row)
    } catch {
      counts.wrong += 1
      try explain(row, error, context)
    }
  }

  /// What is wrong with a row as a whole.
  private struct RowProblem: Error {
    let words: Words2
  }

  private func outcome(_ row: ImportRow, _ store: RecordStore) throws -> Outcome {
    let entity = reading.entity
    var record: Int64?
    if reading.mode != .create {
      guard let key = row.key else { throw RowProblem(words: ImportWords.noKey) }
      record = try find(key, store)
      if record == nil && reading.mode == .update { throw RowProblem(words: ImportWords.noRecord) }
    }
    guard let record else { return .created(try store.create(entity, row.input)) }
    let before = try store.known(entity, record, .read).values
    try store.update(entity, id: record, version: nil, row.input)
    guard let after = try store.stored(entity, record) else { throw Refusal.notFound }
    let version = after[SystemColumn.version]
    if version == before[SystemColumn.version] { return .same }
    let changed = entity.meta.fieldColumns.filter { before[$0] != after[$0] }
    return .updated(
      UndoLog.Entry(
        entity: entity, id: record, version: version.integer ?? 0,
        before: changed.map { ($0, before[$0]) }))
  }

  /// The record with a key, as far as the person may read it.
  private func find(_ key: [Value], _ store: RecordStore) throws -> Int64? {
    let entity = reading.entity
    guard let proof = authorize(store.principal, .read, on: entity.type) else { return nil }
    let parts = zip(reading.key, key).map { Predicate.compare($0, .equal, $1) }
    let query = Query(
      entity.table, outputs: [.column(SystemColumn.id)],
      filter: parts.count == 1 ? parts[0] : .and(parts), limit: 1)
    var found: Int64?
    try store.session.rows(query, proof) { found = $0.integer(0) }
    return found
  }

  private func append(_ entry: UndoLog.Entry) {
    let values = entry.before.flatMap { column, value in
      [reading.entity.meta.name(ofColumn: column), Cursor.spell(value)]
    }
    TabbedText.append(["u", String(entry.id), String(entry.version)] + values, to: &entries)
  }

  // MARK: What is wrong

  /// Notes why a row was left out; what would stop every other one too is thrown.
  private func explain(_ row: ImportRow, _ error: any Error, _ context: PageContext) throws {
    if let problem = error as? RowProblem {
      return add(row, [("", problem.words[context.locale])])
    }
    let entity = reading.entity
    let refusal = Refusal(error, entity)
    switch refusal {
    case .full, .unavailable, .fault: throw refusal
    case .invalid(let problems):
      add(row, problems.map { sentence($0.field, $0.problem, context) })
    case .taken(let fields) where !fields.isEmpty:
      add(row, fields.map { sentence($0, .notUnique, context) })
    default: add(row, [("", refusal.words.title[context.locale])])
    }
  }

  private func sentence(
    _ field: String, _ problem: FieldProblem, _ context: PageContext
  ) -> (header: String, sentence: String) {
    guard let column = reading.entity.meta.column(named: field), column >= SystemColumn.count
    else { return ("", problem.said(context.locale) ?? field) }
    let language = tenant.locales.firstIndex(of: context.locale) ?? 0
    let page = reading.entity.pageField(column, language, context.locale)
    return (reading.header(ofColumn: column) ?? page.label, problem.text(page, context))
  }

  private func add(_ row: ImportRow, _ reasons: [(header: String, sentence: String)]) {
    WrongRow(number: row.number, reasons: reasons).append(to: &wrong)
  }
}

/// Which values that must occur once rows of this import have had.
struct ImportSeen: Sendable {
  /// The columns of each key: the entity's own, and the one by which rows find their records.
  private let keys: [[Int]]
  private let match: [Int]
  private var known: [[[Value]: Int]]

  init(_ reading: ImportReading) {
    let meta = reading.entity.meta
    keys = meta.shape.uniqueKeys.map { $0.compactMap(meta.column(named:)) }
    match = reading.key
    known = Array(repeating: [:], count: keys.count + 1)
  }

  /// The row that had one of this row's values before; nil when none had.
  func number(_ row: ImportRow) -> Int? {
    for (place, values) in values(row).enumerated() {
      if let values, let number = known[place][values] { return number }
    }
    return nil
  }

  mutating func note(_ row: ImportRow) {
    for (place, values) in values(row).enumerated() {
      if let values { known[place][values] = row.number }
    }
  }

  private func values(_ row: ImportRow) -> [[Value]?] {
    keys.map { key in
      let values = key.compactMap { row.input.values[$0] }
      return values.count == key.count ? values : nil
    } + [match.isEmpty ? nil : row.key]
  }
}
