import TenonDatabase

/// Reads and writes imports. Each is its importer's alone: whoever shows one asks for the user's.
enum ImportStore {
  private static let authority = SystemAuthority("imports")

  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_import ("user", entity, file, name, language, at, state, plan, total, done,
      created, updated, same, wrong, trouble, runner, beat)
    VALUES (?, ?, ?, ?, ?, ?, 'new', ?, 0, 0, 0, 0, 0, 0, '', 0, 0) RETURNING id
    """)
  private static let find = SystemStatement(
    """
    SELECT id, "user", entity, file, name, language, at, state, plan, total, done, created, updated,
      same, wrong, trouble, runner, beat FROM tenon_import WHERE id = ?
    """)
  private static let latest = SystemStatement(
    """
    SELECT id, "user", entity, file, name, language, at, state, plan, total, done, created, updated,
      same, wrong, trouble, runner, beat FROM tenon_import
    WHERE "user" = ? AND entity = ? ORDER BY id DESC LIMIT 10
    """)
  private static let underWay = SystemStatement(
    """
    SELECT id, "user", entity, file, name, language, at, state, plan, total, done, created, updated,
      same, wrong, trouble, runner, beat FROM tenon_import
    WHERE state IN ('checking', 'applying', 'undoing') AND trouble = '' ORDER BY id
    """)
  private static let begin = SystemStatement(
    """
    UPDATE tenon_import SET state = ?, plan = ?, total = ?, done = ?, created = ?, updated = ?,
      same = ?, wrong = ?, trouble = '', runner = ?, beat = ? WHERE id = ?
    """)
  private static let keep = SystemStatement(
    """
    UPDATE tenon_import SET state = ?, total = ?, done = ?, created = ?, updated = ?, same = ?,
      wrong = ?, trouble = ?, beat = ? WHERE id = ? AND runner = ?
    """)
  private static let stand = SystemStatement(
    "UPDATE tenon_import SET trouble = ? WHERE id = ? AND runner = ?")
  private static let resume = SystemStatement(
    "UPDATE tenon_import SET trouble = '', runner = ?, beat = ? WHERE id = ?")
  private static let take = SystemStatement(
    "UPDATE tenon_import SET runner = ?, beat = ? WHERE id = ? AND runner = ?")
  private static let forgetPieces = SystemStatement(
    "DELETE FROM tenon_import_piece WHERE import = ?")
  private static let addPiece = SystemStatement(
    """
    INSERT INTO tenon_import_piece (import, piece, entries, wrong, kept) VALUES (?, ?, ?, ?, '')
    """)
  private static let forgetPiece = SystemStatement(
    "UPDATE tenon_import_piece SET entries = '', kept = ? WHERE import = ? AND piece = ?")
  private static let keptPieces = SystemStatement(
    "SELECT kept FROM tenon_import_piece WHERE import = ? AND kept <> '' ORDER BY piece")
  private static let lastPiece = SystemStatement(
    """
    SELECT piece, entries FROM tenon_import_piece WHERE import = ? AND entries <> ''
    ORDER BY piece DESC LIMIT 1
    """)
  private static let wrongPieces = SystemStatement(
    """
    SELECT wrong FROM tenon_import_piece WHERE import = ? AND wrong <> '' ORDER BY piece LIMIT ?
    """)
  private static let old = SystemStatement(
    """
    SELECT id, file FROM tenon_import WHERE at < ?
      AND NOT (state IN ('checking', 'applying', 'undoing') AND trouble = '')
    """)
  private static let remove = SystemStatement("DELETE FROM tenon_import WHERE id = ?")
  private static let plan = SystemStatement(
    """
    SELECT plan FROM tenon_import_plan WHERE "user" = ? AND entity = ? AND headers = ?
    """)
  private static let keepPlan = SystemStatement(
    """
    INSERT INTO tenon_import_plan ("user", entity, headers, plan) VALUES (?, ?, ?, ?)
    ON CONFLICT ("user", entity, headers) DO UPDATE SET plan = excluded.plan
    """)

  // MARK: Imports

  /// A new import of a file that was kept for it.
  static func add(
    _ file: StoredFile, _ entity: EntityModel, by user: Int64, language: String,
    _ plan: ImportPlan, at now: Int64, _ session: WriteSession
  ) throws -> Int64 {
    var id: Int64 = 0
    try session.rows(
      insert,
      [
        .integer(user), .text(entity.table.name), .integer(file.id), .text(file.name),
        .text(language), .integer(now), .text(plan.encoded()),
      ], authority
    ) { id = $0.integer(0) }
    return id
  }

  static func find(_ id: Int64, _ session: Session) throws -> ImportJob? {
    var found: ImportJob?
    try session.rows(find, [.integer(id)], authority) { found = try job($0) }
    return found
  }

  /// The last ones of a person for an entity, the latest first.
  static func latest(
    of user: Int64, _ entity: EntityModel, _ session: Session
  ) throws -> [ImportJob] {
    var found: [ImportJob] = []
    try session.rows(latest, [.integer(user), .text(entity.table.name)], authority) {
      found.append(try job($0))
    }
    return found
  }

  /// Those on which a server works, or should.
  static func underWay(_ session: Session) throws -> [ImportJob] {
    var found: [ImportJob] = []
    try session.rows(underWay, [], authority) { found.append(try job($0)) }
    return found
  }

  /// Begins what the job's state says, with its plan and counts, for its runner.
  static func begin(_ job: ImportJob, at now: Int64, _ session: WriteSession) throws {
    try session.run(
      begin,
      [.text(job.state.rawValue), .text(job.plan.encoded())] + counts(job.counts)
        + [.integer(job.runner), .integer(now), .integer(job.id)], authority)
    if job.state == .checking || job.state == .applying {
      try session.run(forgetPieces, [.integer(job.id)], authority)
    }
  }

  /// Lets a job that stands still go on, for its runner.
  static func resume(_ job: ImportJob, at now: Int64, _ session: WriteSession) throws {
    try session.run(
      resume, [.integer(job.runner), .integer(now), .integer(job.id)], authority)
  }

  /// Keeps how far it is; false when another runner has it.
  static func keep(_ job: ImportJob, at now: Int64, _ session: WriteSession) throws -> Bool {
    try session.run(
      keep,
      [.text(job.state.rawValue)] + counts(job.counts)
        + [.text(job.trouble), .integer(now), .integer(job.id), .integer(job.runner)], authority)
      == 1
  }

  /// Keeps why an import stands still.
  static func stand(_ job: ImportJob, _ trouble: String, _ session: WriteSession) throws {
    try session.run(
      stand, [.text(trouble), .integer(job.id), .integer(job.runner)], authority)
  }

  /// Gives an import to another runner; false when someone else was faster.
  static func take(
    _ job: ImportJob, by runner: Int64, at now: Int64, _ session: WriteSession
  ) throws -> Bool {
    try session.run(
      take, [.integer(runner), .integer(now), .integer(job.id), .integer(job.runner)], authority)
      == 1
  }

  private static func counts(_ counts: ImportCounts) -> [Value] {
    [counts.total, counts.done, counts.created, counts.updated, counts.same, counts.wrong]
      .map(Value.integer)
  }

  private static func job(_ row: borrowing Row) throws -> ImportJob {
    guard let state = ImportJob.State(rawValue: row.string(7)),
      let plan = ImportPlan(parsing: row.string(8))
    else { throw Refusal.fault }
    return ImportJob(
      id: row.integer(0), user: row.integer(1), table: row.string(2), file: row.integer(3),
      name: row.string(4), language: row.string(5), at: row.integer(6), state: state, plan: plan,
      counts: ImportCounts(
        total: row.integer(9), done: row.integer(10), created: row.integer(11),
        updated: row.integer(12), same: row.integer(13), wrong: row.integer(14)),
      trouble: row.string(15), runner: row.integer(16), beat: row.integer(17))
  }

  // MARK: What became of rows

  /// Keeps what a piece did and what it left out.
  static func add(
    _ job: Int64, piece: Int64, entries: String, wrong: String, _ session: WriteSession
  ) throws {
    if entries.isEmpty && wrong.isEmpty { return }
    try session.run(
      addPiece, [.integer(job), .integer(piece), .text(entries), .text(wrong)], authority)
  }

  /// The last piece that did something which was not taken back.
  static func lastPiece(
    _ job: Int64, _ session: Session
  ) throws -> (piece: Int64, entries: String)? {
    var found: (Int64, String)?
    try session.rows(lastPiece, [.integer(job)], authority) {
      found = ($0.integer(0), $0.string(1))
    }
    return found
  }

  /// A piece is taken back, but for what is told in `kept`.
  static func takenBack(
    _ job: Int64, piece: Int64, kept: String, _ session: WriteSession
  ) throws {
    try session.run(
      forgetPiece, [.text(kept), .integer(job), .integer(piece)], authority)
  }

  /// Records that were not taken back, and why.
  static func kept(_ job: Int64, _ session: Session) throws -> [(id: Int64, why: String)] {
    var found: [(id: Int64, why: String)] = []
    try session.rows(keptPieces, [.integer(job)], authority) { row in
      for line in TabbedText.records(row.string(0)) ?? [] where line.count == 2 {
        if let id = Int64(line[0]) { found.append((id, line[1])) }
      }
    }
    return found
  }

  /// What was left out, by the pieces in their order; at most so many pieces.
  static func wrong(_ job: Int64, pieces: Int64, _ session: Session) throws -> [WrongRow] {
    var rows: [WrongRow] = []
    try session.rows(wrongPieces, [.integer(job), .integer(pieces)], authority) {
      rows += WrongRow.decode($0.string(0))
    }
    return rows
  }

  // MARK: Old ones and plans

  /// Removes imports from before a moment; answers the files that they held.
  static func removeOld(before moment: Int64, _ session: WriteSession) throws -> [Int64] {
    var found: [(job: Int64, file: Int64)] = []
    try session.rows(old, [.integer(moment)], authority) {
      found.append(($0.integer(0), $0.integer(1)))
    }
    for (job, file) in found {
      try session.run(remove, [.integer(job)], authority)
      _ = try FileRows.remove(file, .ofImport(job), session)
    }
    return found.map(\.file)
  }

  /// What a person last said about columns with these headers.
  static func plan(
    of user: Int64, _ entity: EntityModel, headers: String, _ session: Session
  ) throws -> ImportPlan? {
    var found: ImportPlan?
    try session.rows(
      plan, [.integer(user), .text(entity.table.name), .text(headers)], authority
    ) { found = ImportPlan(parsing: $0.string(0)) }
    return found
  }

  static func keep(
    _ plan: ImportPlan, of user: Int64, _ entity: EntityModel, headers: String,
    _ session: WriteSession
  ) throws {
    try session.run(
      keepPlan,
      [.integer(user), .text(entity.table.name), .text(headers), .text(plan.encoded())], authority)
  }
}

/// A row that was left out, and why.
struct WrongRow: Sendable {
  /// As the author's spreadsheet shows it.
  let number: Int
  /// The column's header, empty where it is about the row as a whole, and a sentence.
  let reasons: [(header: String, sentence: String)]

  func append(to text: inout String) {
    let pairs = reasons.flatMap { [$0.header, $0.sentence] }
    TabbedText.append([String(number)] + pairs, to: &text)
  }

  static func decode(_ text: String) -> [WrongRow] {
    (TabbedText.records(text) ?? []).compactMap { record in
      guard let number = record.first.flatMap({ Int($0) }) else { return nil }
      let pairs = stride(from: 1, to: record.count - 1, by: 2).map {
        (header: record[$0], sentence: record[$0 + 1])
      }
      return WrongRow(number: number, reasons: pairs)
    }
  }
}
