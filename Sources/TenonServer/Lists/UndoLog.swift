import TenonDatabase
import TenonHTTP
import TenonPages

/// What changes of records did and how to take them back, for ten minutes and for whoever made
/// them.
struct UndoLog {
  let tenant: Tenant
  let person: SignedIn
  let entity: EntityModel
  let session: WriteSession
  /// Milliseconds since 1970.
  let now: Int64

  static let lifetime: Int64 = 600_000

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_undo", definition: "1",
      sql: """
        CREATE TABLE "tenon_undo" (
          "id" INTEGER PRIMARY KEY AUTOINCREMENT,
          "user" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "entity" TEXT NOT NULL,
          "kind" TEXT NOT NULL,
          "count" INTEGER NOT NULL,
          "entries" TEXT NOT NULL,
          "refused" TEXT NOT NULL,
          "at" INTEGER NOT NULL
        ) STRICT
        """),
    SchemaItem(
      key: "index tenon_undo_at", definition: "1",
      sql: """
        CREATE INDEX "tenon_undo_at" ON "tenon_undo" ("at")
        """),
    SchemaItem(
      key: "index tenon_undo_user", definition: "1",
      sql: """
        CREATE INDEX "tenon_undo_user" ON "tenon_undo" ("user")
        """),
  ]

  /// One record as it was before: the columns that changed, or all of a deleted one.
  struct Entry: Sendable {
    let entity: EntityModel
    let id: Int64
    /// The version that the change gave; of a deleted record its last.
    let version: Int64
    let before: [(column: Int, value: Value)]
    /// Whether secrets went with it, which do not come back.
    var hadSecrets = false
    /// What went with a deleted record, each after the record above it.
    var rows: [Entry] = []
  }

  /// A record that stayed as it was.
  typealias Refused = (id: Int64, reason: String)

  /// What a line begins with that tells of a row of the record above it.
  private static let rowMark = "+"

  private static let authority = SystemAuthority("undo")
  private static let prune = SystemStatement("DELETE FROM tenon_undo WHERE at <= ?")
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_undo ("user", entity, kind, count, entries, refused, at)
    VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
    """)
  private static let find = SystemStatement(
    """
    SELECT kind, count, entries, refused FROM tenon_undo
    WHERE id = ? AND "user" = ? AND entity = ? AND at > ?
    """)
  private static let remove = SystemStatement("DELETE FROM tenon_undo WHERE id = ?")

  /// Keeps what was done; answers the id under which it is told and undone.
  func keep(
    _ kind: BulkOutcome.Kind, count: Int, _ entries: [Entry], _ refused: [Refused]
  ) throws -> Int64 {
    try session.run(
      UndoLog.prune, [.integer(now - UndoLog.lifetime)], UndoLog.authority)
    var lines = ""
    for entry in entries {
      TabbedText.append(entry.words, to: &lines)
      for row in entry.rows {
        TabbedText.append([UndoLog.rowMark, row.entity.name] + row.words, to: &lines)
      }
    }
    var reasons = ""
    for (id, reason) in refused { TabbedText.append([String(id), reason], to: &reasons) }
    var id: Int64 = 0
    try session.rows(
      UndoLog.insert,
      [
        .integer(person.user.id), .text(entity.name), .text(kind.rawValue),
        .integer(Int64(count)), .text(lines), .text(reasons), .integer(now),
      ], UndoLog.authority
    ) { id = $0.integer(0) }
    return id
  }

  /// What was kept under an id for this person; nil when there is nothing or no longer.
  func find(
    _ id: Int64
  ) throws -> (kind: BulkOutcome.Kind, entries: [Entry])? {
    guard let found = try UndoLog.row(id, person, entity, session, now),
      let kind = BulkOutcome.Kind(rawValue: found.kind)
    else { return nil }
    return (kind, entries(found.entries))
  }

  func remove(_ id: Int64) throws {
    try session.run(UndoLog.remove, [.integer(id)], UndoLog.authority)
  }

  private static func row(
    _ id: Int64, _ person: SignedIn, _ entity: EntityModel, _ session: Session, _ now: Int64
  ) throws -> (kind: String, count: Int, entries: String, refused: String)? {
    var found: (String, Int, String, String)?
    try session.rows(
      find,
      [
        .integer(id), .integer(person.user.id), .text(entity.name), .integer(now - lifetime),
      ], authority
    ) { row in
      found = (row.string(0), Int(row.integer(1)), row.string(2), row.string(3))
    }
    return found
  }

  /// The entries of a text; what the definition has no more is left out.
  private func entries(_ text: String) -> [Entry] {
    var entries: [Entry] = []
    for record in TabbedText.records(text) ?? [] {
      if record.first != UndoLog.rowMark {
        Entry(record[...], entity).map { entries.append($0) }
      } else if record.count > 2, let rows = tenant.entity(named: record[1]),
        let row = Entry(record[2...], rows), !entries.isEmpty
      {
        entries[entries.count - 1].rows.append(row)
      }
    }
    return entries
  }

  // MARK: Telling

  /// The flash that has the next page tell what was done.
  static func flash(_ id: Int64) -> String { flashPrefix + String(id) }
  private static let flashPrefix = "undo."

  /// What the page before did, when it left that to say.
  static func outcome(
    _ part: PagePart, _ person: SignedIn, _ entity: EntityModel, _ reader: RecordReader
  ) throws -> BulkOutcome? {
    guard let flash = part.flashText, flash.hasPrefix(flashPrefix),
      let id = Int64(flash.dropFirst(flashPrefix.count))
    else { return nil }
    return try outcome(id, part, person, entity, reader)
  }

  /// What was kept under an id, in words. Titles only of records that the person may see.
  static func outcome(
    _ id: Int64, _ part: PagePart, _ person: SignedIn, _ entity: EntityModel,
    _ reader: RecordReader
  ) throws -> BulkOutcome? {
    guard let found = try row(id, person, entity, reader.session, part.tenant.clock()),
      let kind = BulkOutcome.Kind(rawValue: found.kind)
    else { return nil }
    let refused = try (TabbedText.records(found.refused) ?? []).compactMap { record in
      guard record.count == 2, let id = Int64(record[0]) else {
        return nil as (title: String, reason: String)?
      }
      return (try reader.title(entity, id) ?? "#\(id)", record[1])
    }
    let hasWay = [.changed, .deleted].contains(kind) && !found.entries.isEmpty
    return BulkOutcome(kind, count: found.count, refused: refused, undo: hasWay ? id : nil)
  }
}

extension UndoLog.Entry {
  /// All of a record that was deleted.
  init(_ removed: RecordStore.Removed) {
    let meta = removed.entity.meta
    self.init(
      entity: removed.entity, id: removed.id,
      version: removed.before[SystemColumn.version].integer ?? 0,
      before: (0..<meta.fieldColumns.upperBound).filter { $0 != SystemColumn.id }
        .map { ($0, removed.before[$0]) })
  }

  /// An entry as its words tell; nil when they are none.
  fileprivate init?(_ words: ArraySlice<String>, _ entity: EntityModel) {
    let words = Array(words)
    guard words.count >= 2, let id = Int64(words[0]), let version = Int64(words[1]) else {
      return nil
    }
    var before: [(column: Int, value: Value)] = []
    var hadSecrets = false
    for place in stride(from: 2, to: words.count - 1, by: 2) {
      guard let column = entity.meta.column(named: words[place]),
        let value = Cursor.value(words[place + 1])
      else { continue }
      if !entity.secretColumns.contains(column) {
        before.append((column, value))
      } else if !value.isBlank {
        hadSecrets = true
      }
    }
    self.init(entity: entity, id: id, version: version, before: before, hadSecrets: hadSecrets)
  }

  fileprivate var words: [String] {
    [String(id), String(version)]
      + before.flatMap { [entity.meta.name(ofColumn: $0.column), Cursor.spell($0.value)] }
  }
}
