import TenonDatabase

/// Who has shown a right password and not yet the second factor. It opens nothing else.
enum PendingSignIns {
  /// Ten minutes: who has to set up an app needs some.
  private static let lifetime: Int64 = 10 * 60_000
  private static let authority = SystemAuthority("sign-in")

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_pending_sign_in", definition: "1",
      sql: """
        CREATE TABLE "tenon_pending_sign_in" (
          "token" TEXT NOT NULL PRIMARY KEY,
          "user" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "expires_at" INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """)
  ]

  private static let prune = SystemStatement(
    "DELETE FROM tenon_pending_sign_in WHERE expires_at <= ?")
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_pending_sign_in (token, "user", expires_at) VALUES (?, ?, ?)
    """)
  private static let find = SystemStatement(
    """
    SELECT "user" FROM tenon_pending_sign_in WHERE token = ? AND expires_at > ?
    """)
  private static let remove = SystemStatement("DELETE FROM tenon_pending_sign_in WHERE token = ?")

  /// Answers the token, of which a digest is kept; those that are over go.
  static func add(_ user: Int64, now: Int64, _ session: WriteSession) throws -> String {
    let token = Secrets.token()
    try session.run(prune, [.integer(now)], authority)
    try session.run(
      insert, [.text(Secrets.digest(token)), .integer(user), .integer(now + lifetime)], authority)
    return token
  }

  /// Whose it is; nil when it is used, over or none.
  static func user(_ token: String, now: Int64, _ session: Session) throws -> Int64? {
    guard token.utf8.count == 64 else { return nil }
    var found: Int64?
    try session.rows(find, [.text(Secrets.digest(token)), .integer(now)], authority) {
      found = $0.integer(0)
    }
    return found
  }

  static func remove(_ token: String, _ session: WriteSession) throws {
    try session.run(remove, [.text(Secrets.digest(token))], authority)
  }
}
