import TenonDatabase
import TenonPages

/// Single records that people share with one another.
struct Shares {
  let tenant: Tenant

  /// A record shared with someone.
  struct Share {
    let user: Int64
    let name: String
    let isForEditing: Bool
    /// The last day on which it counts; nil for one without an end.
    let until: Int64?
    let by: Int64?
    let byName: String?
    /// Milliseconds since 1970.
    let at: Int64
  }

  /// What is asked for.
  struct Wish: Sendable {
    let user: Int64
    let isForEditing: Bool
    let until: Int64?
  }

  private static let authority = SystemAuthority("shares")
  private static let list = SystemStatement(
    """
    SELECT s."user", u.name, s.edit, s."until", s."by", b.name, s.at FROM tenon_share s
    JOIN tenon_user u ON u.id = s."user" LEFT JOIN tenon_user b ON b.id = s."by"
    WHERE s.entity = ? AND s.record = ? AND (s."until" IS NULL OR s."until" >= ?)
    ORDER BY s.at, s."user"
    """)
  private static let set = SystemStatement(
    """
    INSERT INTO tenon_share (entity, record, "user", edit, "until", "by", at)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("user", entity, record) DO UPDATE SET
      edit = excluded.edit, "until" = excluded."until", "by" = excluded."by", at = excluded.at
    """)
  private static let remove = SystemStatement(
    """
    DELETE FROM tenon_share WHERE entity = ? AND record = ? AND "user" = ?
    """)
  private static let removeAll = SystemStatement(
    "DELETE FROM tenon_share WHERE entity = ? AND record = ?")

  /// How many people one record may be shared with.
  static let limit = 200

  private var today: Int64 { tenant.zone.day(tenant.clock()).days }

  /// With whom a record is shared now.
  func list(_ entity: EntityModel, _ id: Int64, _ session: Session) throws -> [Share] {
    var found: [Share] = []
    try session.rows(
      Shares.list, [.text(entity.table.name), .integer(id), .integer(today)], Shares.authority
    ) { row in
      found.append(
        Share(
          user: row.integer(0), name: row.string(1), isForEditing: row.integer(2) == 1,
          until: row.isBlank(3) ? nil : row.integer(3), by: row.isBlank(4) ? nil : row.integer(4),
          byName: row.isBlank(5) ? nil : row.string(5), at: row.integer(6)))
    }
    return found
  }

  /// Throws for who may not share the record: `notFound` where there is none for the person,
  /// `forbidden` where the person may not change it.
  func check(_ entity: EntityModel, _ id: Int64, _ reader: RecordReader) throws {
    guard let seen = try reader.seen(entity, id, asking: [.update]) else {
      throw Refusal.notFound
    }
    if !seen.sight.may(.update) { throw Refusal.forbidden }
  }

  /// What a person who was given the record by a share can pass on: nothing beyond that share.
  func isWithin(_ wish: Wish, _ own: Share?) -> Bool {
    guard let own else { return true }
    if wish.isForEditing && !own.isForEditing { return false }
    guard let end = own.until else { return true }
    return wish.until.map { $0 <= end } ?? false
  }

  /// Shares a record, or changes how it is shared, and tells the other person.
  func set(
    _ wish: Wish, _ entity: EntityModel, _ id: Int64, by principal: Principal,
    _ session: WriteSession
  ) throws {
    let known = try list(entity, id, session)
    let own = known.first { $0.user == principal.user }
    guard wish.user != principal.user, isWithin(wish, own),
      known.count < Shares.limit || known.contains(where: { $0.user == wish.user })
    else { throw Refusal.forbidden }
    let now = tenant.clock()
    try session.run(
      Shares.set,
      [
        .text(entity.table.name), .integer(id), .integer(wish.user), Value(wish.isForEditing),
        Value(wish.until), .integer(principal.user), .integer(now),
      ], Shares.authority)
    try Notifications(tenant: tenant).add(
      to: wish.user, .share, entity, id, by: principal, session)
    let end = wish.until.map { [StoredChange.detail(.until, .integer($0))] } ?? []
    try Audit.note(
      .share, .record(entity, id),
      [
        .detail(.person, .integer(wish.user)), .detail(.edit, Value(wish.isForEditing)),
      ] + end, by: principal, at: now, session)
  }

  /// Ends a share; false when there is none.
  func remove(
    _ user: Int64, _ entity: EntityModel, _ id: Int64, by principal: Principal,
    _ session: WriteSession
  ) throws -> Bool {
    let count = try session.run(
      Shares.remove, [.text(entity.table.name), .integer(id), .integer(user)], Shares.authority)
    if count == 0 { return false }
    try Audit.note(
      .unshare, .record(entity, id), [.detail(.person, .integer(user))], by: principal,
      at: tenant.clock(), session)
    return true
  }

  /// With a record go its shares.
  struct Effect: RecordEffect {
    func apply(_ change: RecordChange, _ store: RecordStore) throws {
      guard change.after == nil, change.entity.type.rights.sharing else { return }
      try store.session.run(
        Shares.removeAll, [.text(change.entity.table.name), .integer(change.id)],
        Shares.authority)
    }
  }
}
