import TenonDatabase
import TenonHTTP
import TenonPages

/// What changes of records did and how to take them back, for ten minutes and for whoever made
/// them.
struct UndoLog {
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
    let id: Int64
    /// The version that the change gave; of a deleted record its last.
    let version: Int64
    let before: [(column: Int, value: Value)]
  }

  /// A record that stayed as it was.
  typealias Refused = (id: Int64, reason: String)

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
      let values = entry.before.flatMap { column, value in
        [entity.meta.name(ofColumn: column), Cursor.spell(value)]
      }
      TabbedText.append([String(entry.id), String(entry.version)] + values, to: &lines)
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
    return (kind, UndoLog.entries(found.entries, entity))
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

  /// The entries of a text; fields that the definition has no more are left out.
  private static func entries(_ text: String, _ entity: EntityModel) -> [Entry] {
    (TabbedText.records(text) ?? []).compactMap { record in
      guard record.count >= 2, let id = Int64(record[0]), let version = Int64(record[1]) else {
        return nil
      }
      var before: [(column: Int, value: Value)] = []
      for place in stride(from: 2, to: record.count - 1, by: 2) {
        // A secret went with its record.
        guard let column = entity.meta.column(named: record[place]),
          !entity.secretColumns.contains(column),
          let value = Cursor.value(record[place + 1])
        else { continue }
        before.append((column, value))
      }
      return Entry(id: id, version: version, before: before)
    }
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
    let hasWay = kind != .restored && !found.entries.isEmpty
    return BulkOutcome(kind, count: found.count, refused: refused, undo: hasWay ? id : nil)
  }
}
