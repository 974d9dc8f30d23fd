import TenonDatabase

/// Who may act for someone, from when until when.
struct Deputyship: Sendable {
  let id: Int64
  /// The one who is away, and the one who acts.
  let person: Int64
  let deputy: Int64
  let personName: String
  let deputyName: String
  /// Milliseconds since 1970; the end is no longer within it.
  let from: Int64
  let until: Int64
}

/// Deputies in the database. Those whose time is over go when someone is named anew.
struct Deputies {
  let tenant: Tenant

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_deputy", definition: "1",
      sql: """
        CREATE TABLE "tenon_deputy" (
          "id" INTEGER PRIMARY KEY AUTOINCREMENT,
          "person" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "deputy" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "from" INTEGER NOT NULL,
          "until" INTEGER NOT NULL,
          "by" INTEGER REFERENCES "tenon_user" ("id") ON DELETE SET NULL,
          "at" INTEGER NOT NULL
        ) STRICT
        """),
    SchemaItem(
      key: "index tenon_deputy_person", definition: "1",
      sql: """
        CREATE INDEX "tenon_deputy_person" ON "tenon_deputy" ("person")
        """),
    SchemaItem(
      key: "index tenon_deputy_deputy", definition: "1",
      sql: """
        CREATE INDEX "tenon_deputy_deputy" ON "tenon_deputy" ("deputy")
        """),
  ]

  /// How many deputies someone may have named at a time.
  static let limit = 20

  private static let authority = SystemAuthority("deputies")
  private static let ofPerson = SystemStatement(
    """
    SELECT d.id, d.person, d.deputy, p.name, u.name, d."from", d."until" FROM tenon_deputy d
    JOIN tenon_user p ON p.id = d.person JOIN tenon_user u ON u.id = d.deputy
    WHERE d.person = ? AND d."until" > ? ORDER BY d."from", d.id
    """)
  private static let ofDeputy = SystemStatement(
    """
    SELECT d.id, d.person, d.deputy, p.name, u.name, d."from", d."until" FROM tenon_deputy d
    JOIN tenon_user p ON p.id = d.person JOIN tenon_user u ON u.id = d.deputy
    WHERE d.deputy = ? AND d."until" > ? AND p.active = 1 ORDER BY d."from", d.id
    """)
  private static let end = SystemStatement(
    """
    SELECT max("until") FROM tenon_deputy
    WHERE person = ? AND deputy = ? AND "from" <= ? AND "until" > ?
    """)
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_deputy (person, deputy, "from", "until", "by", at) VALUES (?, ?, ?, ?, ?, ?)
    """)
  private static let prune = SystemStatement(
    """
    DELETE FROM tenon_deputy WHERE person = ? AND "until" <= ?
    """)
  private static let remove = SystemStatement(
    "DELETE FROM tenon_deputy WHERE id = ? AND person = ? RETURNING deputy")

  private func list(
    _ statement: SystemStatement, _ user: Int64, _ session: Session
  ) throws -> [Deputyship] {
    var found: [Deputyship] = []
    try session.rows(
      statement, [.integer(user), .integer(tenant.clock())], Deputies.authority
    ) { row in
      found.append(
        Deputyship(
          id: row.integer(0), person: row.integer(1), deputy: row.integer(2),
          personName: row.string(3), deputyName: row.string(4), from: row.integer(5),
          until: row.integer(6)))
    }
    return found
  }

  /// Those who act for someone now or later.
  func deputies(of person: Int64, _ session: Session) throws -> [Deputyship] {
    try list(Deputies.ofPerson, person, session)
  }

  /// Those for whom someone acts now or later.
  func people(of deputy: Int64, _ session: Session) throws -> [Deputyship] {
    try list(Deputies.ofDeputy, deputy, session)
  }

  /// Until when someone may act for another at this moment; nil when not at all.
  func end(of deputy: Int64, for person: Int64, _ session: Session) throws -> Int64? {
    let now = Value.integer(tenant.clock())
    var end: Int64?
    try session.rows(
      Deputies.end, [.integer(person), .integer(deputy), now, now], Deputies.authority
    ) { row in
      if !row.isBlank(0) { end = row.integer(0) }
    }
    return end
  }

  /// Names a deputy; false when there are too many.
  func add(
    _ deputy: Int64, for person: Int64, from: Int64, until: Int64, by: Principal,
    _ session: WriteSession
  ) throws -> Bool {
    let now = tenant.clock()
    try session.run(Deputies.prune, [.integer(person), .integer(now)], Deputies.authority)
    if try deputies(of: person, session).count >= Deputies.limit { return false }
    try session.run(
      Deputies.insert,
      [
        .integer(person), .integer(deputy), .integer(from), .integer(until),
        .integer(by.actor), .integer(now),
      ], Deputies.authority)
    try Audit.note(
      .deputy, .person(person),
      [
        .detail(.person, .integer(deputy)), .detail(.from, .integer(from)),
        .detail(.until, .integer(until)),
      ], by: by, at: now, session)
    return true
  }

  /// Ends a deputyship of a person; false when there is none with this id. Call
  /// ``Sessions/forgetAll()`` when the write is on disk.
  func remove(
    _ id: Int64, of person: Int64, by principal: Principal, _ session: WriteSession
  ) throws -> Bool {
    var deputy: Int64?
    try session.rows(
      Deputies.remove, [.integer(id), .integer(person)], Deputies.authority
    ) { deputy = $0.integer(0) }
    guard let deputy else { return false }
    try Audit.note(
      .deputyEnd, .person(person), [.detail(.person, .integer(deputy))], by: principal,
      at: tenant.clock(), session)
    return true
  }
}
