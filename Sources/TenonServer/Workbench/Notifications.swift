import TenonDatabase
import TenonPages

/// What the server tells people: someone mentioned them, a record was given to them. A line shows
/// only while its reader may see the record that it is about.
struct Notifications {
  let tenant: Tenant

  typealias Kind = NoticeLine.Kind

  /// One line for one reader.
  struct Line {
    let kind: Kind
    let at: Int64
    let entity: EntityModel
    let record: Int64
    let title: String
    let text: String
    /// Who did it; nil for the system.
    let actor: String?
    let isRead: Bool
  }

  private static let authority = SystemAuthority("notifications")
  /// More than this nobody reads.
  static let limit = 100
  /// So many are looked through for those that the reader may still see.
  private static let looked: Int64 = 1_000

  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_notification ("user", at, kind, entity, record, actor, text)
    SELECT ?, ?, ?, ?, ?, CAST(? AS BIGINT), ? WHERE EXISTS (SELECT 1 FROM tenon_user WHERE id = ?)
    """)

  /// Tells someone about a record, inside the write that gave the reason. Nobody is told what they
  /// did themselves.
  func add(
    to user: Int64, _ kind: Kind, _ entity: EntityModel, _ record: Int64, saying text: String = "",
    by actor: Principal, _ session: WriteSession
  ) throws {
    if user == actor.actor { return }
    try session.run(
      Notifications.insert,
      [
        .integer(user), .integer(tenant.clock()), .text(kind.rawValue),
        .text(entity.table.name), .integer(record),
        actor.actor > 0 ? .integer(actor.actor) : .blank,
        .text(text), .integer(user),
      ], Notifications.authority)
  }

  private static let newest = SystemStatement(
    """
    SELECT n.kind, n.at, n.entity, n.record, n.text, n.read_at, u.name
    FROM tenon_notification n LEFT JOIN tenon_user u ON u.id = n.actor
    WHERE n."user" = ? ORDER BY n.id DESC LIMIT ?
    """)

  /// The newest lines of the reader, of at most so many.
  func newest(_ limit: Int, _ reader: RecordReader) throws -> [Line] {
    var lines: [Line] = []
    try reader.session.rows(
      Notifications.newest,
      [.integer(reader.principal.user), .integer(Notifications.looked)], Notifications.authority
    ) { row in
      guard lines.count < limit, let kind = Kind(rawValue: row.string(0)),
        let entity = tenant.entity(table: row.string(2)),
        let title = try reader.title(entity, row.integer(3))
      else { return }
      lines.append(
        Line(
          kind: kind, at: row.integer(1), entity: entity, record: row.integer(3), title: title,
          text: row.string(4), actor: row.isBlank(6) ? nil : row.string(6),
          isRead: !row.isBlank(5)))
    }
    return lines
  }

  private static let unread = SystemStatement(
    """
    SELECT entity, record, count(*) FROM tenon_notification
    WHERE "user" = ? AND read_at IS NULL GROUP BY entity, record LIMIT ?
    """)

  /// How many lines the reader has not read; those about the record of `except` are being read.
  func unread(except: (entity: EntityModel, id: Int64)?, _ reader: RecordReader) throws -> Int {
    var count = 0
    try reader.session.rows(
      Notifications.unread,
      [.integer(reader.principal.user), .integer(Notifications.looked)], Notifications.authority
    ) { row in
      guard let entity = tenant.entity(table: row.string(0)) else { return }
      let id = row.integer(1)
      if let except, except.entity === entity, except.id == id { return }
      if try reader.exists(entity, id) { count += Int(row.integer(2)) }
    }
    return count
  }

  private static let read = SystemStatement(
    """
    UPDATE tenon_notification SET read_at = ?
    WHERE "user" = ? AND entity = ? AND record = ? AND read_at IS NULL
    """)

  /// Marks the lines about one record as read.
  func read(_ user: Int64, _ entity: EntityModel, _ record: Int64, _ session: WriteSession) throws {
    try session.run(
      Notifications.read,
      [.integer(tenant.clock()), .integer(user), .text(entity.table.name), .integer(record)],
      Notifications.authority)
  }

  private static let readAll = SystemStatement(
    """
    UPDATE tenon_notification SET read_at = ? WHERE "user" = ? AND read_at IS NULL
    """)

  /// Marks all lines of someone as read.
  func readAll(_ user: Int64, _ session: WriteSession) throws {
    try session.run(
      Notifications.readAll, [.integer(tenant.clock()), .integer(user)], Notifications.authority)
  }

  private static let isUnread = SystemStatement(
    """
    SELECT 1 FROM tenon_notification
    WHERE "user" = ? AND entity = ? AND record = ? AND read_at IS NULL LIMIT 1
    """)

  /// Whether someone has not read a line about a record.
  func isUnread(
    _ user: Int64, _ entity: EntityModel, _ record: Int64, _ session: Session
  ) throws -> Bool {
    var found = false
    try session.rows(
      Notifications.isUnread, [.integer(user), .text(entity.table.name), .integer(record)],
      Notifications.authority
    ) { _ in found = true }
    return found
  }
}
