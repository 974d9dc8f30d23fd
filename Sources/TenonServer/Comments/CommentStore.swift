import TenonDatabase
import TenonPages

/// What people write about records: whoever may read a record reads it, and writes with the right
/// to comment.
struct CommentStore {
  let tenant: Tenant
  let principal: Principal
  let session: WriteSession

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_comment", definition: "1",
      sql: """
        CREATE TABLE "tenon_comment" (
          "id" INTEGER PRIMARY KEY AUTOINCREMENT,
          "entity" TEXT NOT NULL,
          "record" INTEGER NOT NULL,
          "at" INTEGER NOT NULL,
          "user" INTEGER NOT NULL,
          "text" TEXT NOT NULL,
          "mentions" TEXT NOT NULL,
          "edited_at" INTEGER
        ) STRICT
        """),
    SchemaItem(
      key: "index tenon_comment_record", definition: "1",
      sql: """
        CREATE INDEX "tenon_comment_record" ON "tenon_comment" ("entity", "record", "at")
        """),
    SchemaItem(
      key: "column tenon_comment.actor", definition: "1",
      sql: """
        ALTER TABLE "tenon_comment" ADD COLUMN "actor" INTEGER
        """),
  ]

  private static let authority = SystemAuthority("comments")
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_comment (entity, record, at, "user", text, mentions, actor)
    VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
    """)
  private static let update = SystemStatement(
    """
    UPDATE tenon_comment SET text = ?, mentions = ?, edited_at = ?
    WHERE id = ? AND entity = ? AND record = ? AND "user" = ?
    """)
  private static let delete = SystemStatement(
    """
    DELETE FROM tenon_comment WHERE id = ? AND entity = ? AND record = ? AND "user" = ?
    RETURNING text
    """)
  private static let deleteAll = SystemStatement(
    "DELETE FROM tenon_comment WHERE entity = ? AND record = ?")
  private static let mentioned = SystemStatement(
    """
    SELECT mentions, text FROM tenon_comment WHERE id = ? AND entity = ? AND record = ? AND "user" = ?
    """)

  private var reader: RecordReader {
    RecordReader(tenant: tenant, principal: principal, session: session, language: 0)
  }

  /// Adds a comment and tells those whom it names; answers its id.
  func add(_ text: String, to entity: EntityModel, _ record: Int64) throws -> Int64 {
    let text = try checked(text, entity, record)
    let mentions = try Mentions.find(text, reader)
    var id: Int64 = 0
    try session.rows(
      CommentStore.insert,
      [
        .text(entity.table.name), .integer(record), .integer(tenant.clock()),
        .integer(principal.user), .text(text), .text(Mentions.spell(mentions)),
        principal.standInActor,
      ], CommentStore.authority
    ) { id = $0.integer(0) }
    try note(.comment, [.detail(.text, .text(text))], entity, record)
    try tell(mentions, text, entity, record)
    return id
  }

  /// Changes the person's own comment; throws `notFound` for any other. Who was named before is not
  /// told again.
  func change(_ id: Int64, _ text: String, of entity: EntityModel, _ record: Int64) throws {
    let text = try checked(text, entity, record)
    let mentions = try Mentions.find(text, reader)
    var before: [String] = []
    var was = ""
    try session.rows(
      CommentStore.mentioned, key(id, entity, record), CommentStore.authority
    ) { row in
      before = Mentions.names(row.string(0))
      was = row.string(1)
    }
    let count = try session.run(
      CommentStore.update,
      [.text(text), .text(Mentions.spell(mentions)), .integer(tenant.clock())]
        + key(id, entity, record), CommentStore.authority)
    if count == 0 { throw Refusal.notFound }
    try note(
      .commentChange, [.detail(.was, .text(was)), .detail(.text, .text(text))], entity, record)
    try tell(mentions.filter { !before.contains($0.name) }, text, entity, record)
  }

  /// Deletes the person's own comment; throws `notFound` for any other.
  func delete(_ id: Int64, of entity: EntityModel, _ record: Int64) throws {
    guard try reader.exists(entity, record) else { throw Refusal.notFound }
    var was: String?
    try session.rows(
      CommentStore.delete, key(id, entity, record), CommentStore.authority
    ) { was = $0.string(0) }
    guard let was else { throw Refusal.notFound }
    try note(.commentDelete, [.detail(.was, .text(was))], entity, record)
  }

  private func note(
    _ kind: AuditKind, _ details: [StoredChange], _ entity: EntityModel, _ record: Int64
  ) throws {
    try Audit.note(
      kind, .record(entity, record), details, by: principal, at: tenant.clock(), session)
  }

  private func key(_ id: Int64, _ entity: EntityModel, _ record: Int64) -> [Value] {
    [.integer(id), .text(entity.table.name), .integer(record), .integer(principal.user)]
  }

  /// The text as it is kept. Throws `notFound` for a record that the person may not see,
  /// `forbidden` for one about which he may not write.
  private func checked(_ text: String, _ entity: EntityModel, _ record: Int64) throws -> String {
    guard let seen = try reader.seen(entity, record, asking: [.comment]) else {
      throw Refusal.notFound
    }
    guard seen.sight.may(.comment) else { throw Refusal.forbidden }
    guard let text = Text.normalized(text) else {
      throw Refusal.malformed(Words2(zh: "请先写点什么。", en: "Write something first."))
    }
    if Text.length(text) > Comment.limit {
      throw Refusal.malformed(
        Words2(
          zh: "评论最多 \(Comment.limit) 个字。",
          en: "A comment can have at most \(Comment.limit) characters."))
    }
    return text
  }

  private func tell(
    _ mentions: [Mentions.Person], _ text: String, _ entity: EntityModel, _ record: Int64
  ) throws {
    for person in mentions {
      try Notifications(tenant: tenant).add(
        to: person.id, .mention, entity, record, saying: String(text.prefix(200)), by: principal,
        session)
    }
  }

  /// With a record go its comments.
  struct Effect: RecordEffect {
    func apply(_ change: RecordChange, _ store: RecordStore) throws {
      guard change.after == nil else { return }
      try store.session.run(
        CommentStore.deleteAll, [.text(change.entity.table.name), .integer(change.id)],
        CommentStore.authority)
    }
  }
}
