import TenonDatabase

/// What a browser tells of itself when someone signs in.
struct SignInPlace: Sendable {
  /// What it calls itself.
  var agent: String?
  var address = ""
}

extension Sessions {
  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "column tenon_session.confirmed_at", definition: "1",
      sql: """
        ALTER TABLE "tenon_session" ADD COLUMN "confirmed_at" INTEGER
        """),
    // Apart from the sessions: a change of those is told to all processes.
    SchemaItem(
      key: "table tenon_session_use", definition: "1",
      sql: """
        CREATE TABLE "tenon_session_use" (
          "token" TEXT NOT NULL PRIMARY KEY
            REFERENCES "tenon_session" ("token") ON DELETE CASCADE,
          "at" INTEGER NOT NULL,
          "address" TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """),
  ]

  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_session (token, "user", csrf, created_at, expires_at, agent, confirmed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    """)
  private static let insertUse = SystemStatement(
    "INSERT INTO tenon_session_use (token, at, address) VALUES (?, ?, ?)")
  private static let prune = SystemStatement(
    """
    DELETE FROM tenon_session WHERE expires_at <= ?
      OR token IN (SELECT token FROM tenon_session_use WHERE at <= ?)
    """)
  private static let remove = SystemStatement("DELETE FROM tenon_session WHERE token = ?")

  /// Makes a session for a user, inside a write; those that are over go in the same write.
  func create(
    _ user: User, _ session: WriteSession, place: SignInPlace = SignInPlace()
  ) throws -> SignedIn {
    let now = tenant.clock()
    let made = SignedIn(
      user: user, csrf: Secrets.token(), expiresAt: now + tenant.signIn.life,
      token: Secrets.token(), confirmedAt: now)
    try session.run(
      Sessions.prune, [.integer(now), .integer(now - tenant.signIn.idle)], Sessions.authority)
    try add(made, since: now, place, session)
    try Audit.note(
      .signIn, .person(user.id), Audit.details(agent: place.agent, address: place.address),
      by: user.principal, at: now, session)
    return made
  }

  private func add(
    _ made: SignedIn, since: Int64, _ place: SignInPlace, _ session: WriteSession
  ) throws {
    let token = Value.text(Secrets.digest(made.token))
    try session.run(
      Sessions.insert,
      [
        token, .integer(made.user.id), .text(made.csrf), .integer(since),
        .integer(made.expiresAt), place.agent.map { .text(String($0.prefix(300))) } ?? .blank,
        .integer(made.confirmedAt),
      ], Sessions.authority)
    try session.run(
      Sessions.insertUse, [token, .integer(tenant.clock()), .text(place.address)],
      Sessions.authority)
  }

  private static let began = SystemStatement(
    "SELECT created_at FROM tenon_session WHERE token = ?")

  /// Puts a session with a new token in the place of one whose owner has just shown the password
  /// again; its end stays. Throws `unauthenticated` when it is over meanwhile.
  func renew(_ old: SignedIn, _ session: WriteSession, place: SignInPlace) throws -> SignedIn {
    var since: Int64?
    try session.rows(Sessions.began, [.text(Secrets.digest(old.token))], Sessions.authority) {
      since = $0.integer(0)
    }
    guard let since else { throw Refusal.unauthenticated }
    try remove(token: old.token, session)
    let made = SignedIn(
      user: old.user, csrf: old.csrf, expiresAt: old.expiresAt, token: Secrets.token(),
      confirmedAt: tenant.clock())
    try add(made, since: since, place, session)
    return made
  }

  /// Ends the session of who signs out, inside a write; call ``forget(_:)`` when the write is on
  /// disk.
  func signOut(_ person: SignedIn, _ session: WriteSession) throws {
    try remove(token: person.token, session)
    try Audit.note(
      .signOut, .person(person.user.id), by: person.user.principal, at: tenant.clock(), session)
  }

  /// Ends a session by its token; call ``forget(token:)`` when the write is on disk.
  func remove(token: String, _ session: WriteSession) throws {
    try session.run(Sessions.remove, [.text(Secrets.digest(token))], Sessions.authority)
  }
}

/// A session as its owner sees it in a list.
struct SessionEntry {
  /// What names it in a form: the digest of its token, which opens nothing.
  let name: String
  let createdAt: Int64
  let agent: String?
  let usedAt: Int64
  /// Where it was used last; empty when unknown.
  let address: String
}

extension Sessions {
  private static let listed = SystemStatement(
    """
    SELECT s.token, s.created_at, s.agent, COALESCE(t.at, s.created_at), COALESCE(t.address, '')
    FROM tenon_session s LEFT JOIN tenon_session_use t ON t.token = s.token
    WHERE s."user" = ? AND s.expires_at > ? AND COALESCE(t.at, s.created_at) > ?
    ORDER BY s.created_at DESC LIMIT 50
    """)
  private static let removeNamed = SystemStatement(
    """
    DELETE FROM tenon_session WHERE "user" = ? AND token = ?
    """)
  private static let removeOthers = SystemStatement(
    """
    DELETE FROM tenon_session WHERE "user" = ? AND token <> ?
    """)

  /// The running sessions of someone, the latest first.
  func list(of user: Int64, now: Int64, _ session: Session) throws -> [SessionEntry] {
    var entries: [SessionEntry] = []
    try session.rows(
      Sessions.listed, [.integer(user), .integer(now), .integer(now - tenant.signIn.idle)],
      Sessions.authority
    ) { row in
      entries.append(
        SessionEntry(
          name: row.string(0), createdAt: row.integer(1),
          agent: row.isBlank(2) ? nil : row.string(2), usedAt: row.integer(3),
          address: row.string(4)))
    }
    return entries
  }

  /// Ends one session of someone; call ``forgetAll()`` when the write is on disk. `principal` is
  /// who does it.
  func remove(
    _ name: String, of user: Int64, by principal: Principal, _ session: WriteSession
  ) throws {
    let count = try session.run(
      Sessions.removeNamed, [.integer(user), .text(name)], Sessions.authority)
    try note(count, user, principal, session)
  }

  /// Ends all sessions of someone but the one with this name.
  func removeAll(
    of user: Int64, except name: String = "", by principal: Principal, _ session: WriteSession
  ) throws {
    let count = try session.run(
      Sessions.removeOthers, [.integer(user), .text(name)], Sessions.authority)
    try note(count, user, principal, session)
  }

  private func note(
    _ ended: Int, _ user: Int64, _ principal: Principal, _ session: WriteSession
  ) throws {
    if ended == 0 { return }
    try Audit.note(
      .sessionEnd, .person(user), [.detail(.count, .integer(Int64(ended)))], by: principal,
      at: tenant.clock(), session)
  }
}
