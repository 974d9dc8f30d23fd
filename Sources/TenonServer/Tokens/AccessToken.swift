import TenonDatabase

/// A key that a person made for a program. It can never do more than the person.
struct AccessToken: Sendable {
  let id: Int64
  let name: String
  let createdAt: Int64
  /// Nil for one that lasts until it is revoked.
  let expiresAt: Int64?
  let lastUsedAt: Int64?
  let isReadOnly: Bool
  /// What it leaves of its maker's rights; nil for all of them.
  let scope: Scope?
}

/// Access tokens in the database. They are looked up anew at each request, so that what ends one,
/// or its maker's rights, holds at once.
struct AccessTokens: Sendable {
  let tenant: Tenant

  /// What tells a token from a session's.
  static let prefix = "tn_"
  /// How many living tokens a person may have.
  static let limit = 50
  /// Uses within this time of the last noted one are not noted.
  private static let grain: Int64 = 60_000

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_token", definition: "1",
      sql: """
        CREATE TABLE "tenon_token" (
          "id" INTEGER PRIMARY KEY AUTOINCREMENT,
          "user" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "name" TEXT NOT NULL,
          "digest" TEXT NOT NULL UNIQUE,
          "created_at" INTEGER NOT NULL,
          "expires_at" INTEGER,
          "last_used_at" INTEGER,
          "scopes" TEXT NOT NULL CHECK ("scopes" IN ('read', 'write'))
        ) STRICT
        """),
    SchemaItem(
      key: "index tenon_token_user", definition: "1",
      sql: """
        CREATE INDEX "tenon_token_user" ON "tenon_token" ("user")
        """),
    SchemaItem(
      key: "column tenon_token.scope", definition: "1",
      sql: """
        ALTER TABLE "tenon_token" ADD COLUMN "scope" TEXT
        """),
  ]

  private static let authority = SystemAuthority("access tokens")
  private static let find = SystemStatement(
    """
    SELECT u.id, u.login, u.name, u.roles, u.language, t.id, t.expires_at, t.last_used_at, t.scopes,
      t.scope
    FROM tenon_token t JOIN tenon_user u ON u.id = t."user"
    WHERE t.digest = ? AND u.active = 1
    """)
  private static let note = SystemStatement("UPDATE tenon_token SET last_used_at = ? WHERE id = ?")
  private static let list = SystemStatement(
    """
    SELECT id, name, created_at, expires_at, last_used_at, scopes, scope FROM tenon_token
    WHERE "user" = ? ORDER BY id DESC
    """)
  private static let count = SystemStatement(
    """
    SELECT count(*) FROM tenon_token WHERE "user" = ?
    """)
  private static let prune = SystemStatement(
    """
    DELETE FROM tenon_token WHERE "user" = ? AND expires_at <= ?
    """)
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_token ("user", name, digest, created_at, expires_at, scopes, scope)
    VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
    """)
  private static let delete = SystemStatement(
    """
    DELETE FROM tenon_token WHERE id = ? AND "user" = ? RETURNING name
    """)

  // MARK: Use

  /// Who shows a token; nil when it is none, its time is over, or its maker is gone.
  func person(_ token: String) throws -> SignedIn? {
    guard token.utf8.count == AccessTokens.prefix.utf8.count + 64 else { return nil }
    let now = tenant.clock()
    var found: SignedIn?
    var stale: Int64?
    try tenant.database.read { session in
      try session.rows(
        AccessTokens.find, [.text(Secrets.digest(token))], AccessTokens.authority
      ) { row in
        let end = row.isBlank(6) ? Int64.max : row.integer(6)
        guard end > now else { return }
        let users = Users(tenant: tenant)
        let maker = try users.placed(users.user(row), session)
        let user = row.isBlank(9) ? maker : maker.limited(to: Scope(parsing: row.string(9)))
        found = SignedIn(
          user: user, csrf: "", expiresAt: end, token: "",
          access: row.string(8) == "read" ? .readToken : .writeToken)
        if row.isBlank(7) || row.integer(7) + AccessTokens.grain <= now { stale = row.integer(5) }
      }
    }
    if let stale { noteUse(of: stale, at: now) }
    return found
  }

  /// The request does not wait for this.
  private func noteUse(of id: Int64, at now: Int64) {
    tenant.database.write { session in
      try session.run(
        AccessTokens.note, [.integer(now), .integer(id)], AccessTokens.authority)
    } completion: { result in
      if case .failure(let error) = result { Log.notice("use of a token not noted: \(error)") }
    }
  }

  // MARK: Keeping

  /// The tokens of a person, the newest first.
  func list(_ user: Int64, _ session: Session) throws -> [AccessToken] {
    var tokens: [AccessToken] = []
    try session.rows(AccessTokens.list, [.integer(user)], AccessTokens.authority) { row in
      tokens.append(
        AccessToken(
          id: row.integer(0), name: row.string(1), createdAt: row.integer(2),
          expiresAt: row.isBlank(3) ? nil : row.integer(3),
          lastUsedAt: row.isBlank(4) ? nil : row.integer(4), isReadOnly: row.string(5) == "read",
          scope: row.isBlank(6) ? nil : Scope(parsing: row.string(6))))
    }
    return tokens
  }

  /// Makes a token; answers its id and the text that is shown once. Those that are over go in the
  /// same write. Nil when the person has too many.
  func create(
    _ name: String, expiresAt: Int64?, isReadOnly: Bool, scope: Scope? = nil,
    of person: Principal, _ session: WriteSession
  ) throws -> (id: Int64, token: String)? {
    let (now, user) = (tenant.clock(), person.user)
    try session.run(
      AccessTokens.prune, [.integer(user), .integer(now)], AccessTokens.authority)
    var living: Int64 = 0
    try session.rows(AccessTokens.count, [.integer(user)], AccessTokens.authority) {
      living = $0.integer(0)
    }
    if living >= AccessTokens.limit { return nil }
    let token = AccessTokens.prefix + Secrets.token()
    var id: Int64 = 0
    try session.rows(
      AccessTokens.insert,
      [
        .integer(user), .text(name), .text(Secrets.digest(token)), .integer(now),
        Value(expiresAt), .text(isReadOnly ? "read" : "write"), Value(scope?.text),
      ], AccessTokens.authority
    ) { id = $0.integer(0) }
    let end = expiresAt.map { StoredChange.detail(.until, .integer($0)) }
    try Audit.note(
      .tokenCreate, .person(user),
      [.detail(.name, .text(name)), .detail(.scope, .text(isReadOnly ? "read" : "write"))]
        + [end].compactMap { $0 }, by: person, at: now, session)
    return (id, token)
  }

  /// Ends a token of a person; false when there is none with this id.
  func revoke(_ id: Int64, of person: Principal, _ session: WriteSession) throws -> Bool {
    var name: String?
    try session.rows(
      AccessTokens.delete, [.integer(id), .integer(person.user)], AccessTokens.authority
    ) { name = $0.string(0) }
    guard let name else { return false }
    try Audit.note(
      .tokenRevoke, .person(person.user), [.detail(.name, .text(name))], by: person,
      at: tenant.clock(), session)
    return true
  }
}
