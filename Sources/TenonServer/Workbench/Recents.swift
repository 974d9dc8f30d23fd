import TenonDatabase

/// The records that someone looked at last.
struct Recents {
  let tenant: Tenant

  private static let authority = SystemAuthority("records last seen")
  private static let kept: Int64 = 50
  /// Looking again within a minute is no news.
  private static let pause: Int64 = 60_000

  private static let lastSeen = SystemStatement(
    """
    SELECT at FROM tenon_recent WHERE "user" = ? AND entity = ? AND record = ?
    """)
  private static let note = SystemStatement(
    """
    INSERT INTO tenon_recent ("user", entity, record, at) VALUES (?, ?, ?, ?)
    ON CONFLICT ("user", entity, record) DO UPDATE SET at = excluded.at
    """)
  private static let prune = SystemStatement(
    """
    DELETE FROM tenon_recent WHERE "user" = ? AND at <
      (SELECT at FROM tenon_recent WHERE "user" = ? ORDER BY at DESC LIMIT 1 OFFSET ?)
    """)

  /// Notes that the reader looks at a record, which the caller has proved, and marks what was told
  /// about it as read. The page need not wait for that.
  func note(_ entity: EntityModel, _ id: Int64, _ reader: RecordReader) throws {
    let user = reader.principal.user
    // What someone else sees for a person, that person has not seen.
    if reader.principal.actor != user { return }
    let now = tenant.clock()
    let key: [Value] = [.integer(user), .text(entity.table.name), .integer(id)]
    var seen: Int64 = 0
    try reader.session.rows(Recents.lastSeen, key, Recents.authority) { seen = $0.integer(0) }
    let notifications = Notifications(tenant: tenant)
    let isUnread = try notifications.isUnread(user, entity, id, reader.session)
    if now - seen < Recents.pause && !isUnread { return }
    tenant.database.write { session in
      try session.run(Recents.note, key + [.integer(now)], Recents.authority)
      try session.run(
        Recents.prune, [.integer(user), .integer(user), .integer(Recents.kept)],
        Recents.authority)
      if isUnread { try notifications.read(user, entity, id, session) }
    } completion: { outcome in
      // Nobody waits for this answer, and nothing is lost but a line of a list.
      if case .failure(let error) = outcome { Log.notice("a record seen was not noted: \(error)") }
    }
  }

  private static let latest = SystemStatement(
    """
    SELECT entity, record FROM tenon_recent WHERE "user" = ? ORDER BY at DESC LIMIT ?
    """)

  /// The latest records that the reader may still see, of at most so many.
  func latest(
    _ limit: Int, _ reader: RecordReader
  ) throws -> [(entity: EntityModel, id: Int64, title: String)] {
    var found: [(EntityModel, Int64, String)] = []
    try reader.session.rows(
      Recents.latest, [.integer(reader.principal.user), .integer(Recents.kept)],
      Recents.authority
    ) { row in
      guard found.count < limit, let entity = tenant.entity(table: row.string(0)),
        let title = try reader.title(entity, row.integer(1))
      else { return }
      found.append((entity, row.integer(1), title))
    }
    return found
  }
}
