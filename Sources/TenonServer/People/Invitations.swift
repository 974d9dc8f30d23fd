import TenonDatabase

/// Links with which people set their first password; of each only a digest is kept.
enum Invitations {
  /// Seven days.
  private static let lifetime: Int64 = 7 * 86_400_000
  private static let authority = SystemAuthority("invitations")

  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_invitation ("user", token, expires_at) VALUES (?, ?, ?)
    ON CONFLICT ("user") DO UPDATE SET token = excluded.token, expires_at = excluded.expires_at
    """)

  /// Makes the invitation of someone; the one before is void.
  static func add(_ token: String, of user: Int64, now: Int64, _ session: WriteSession) throws {
    try session.run(
      insert, [.integer(user), .text(Secrets.digest(token)), .integer(now + lifetime)], authority)
  }

  private static let find = SystemStatement(
    """
    SELECT "user" FROM tenon_invitation WHERE token = ? AND expires_at > ?
    """)

  /// Whom an invitation is for; nil when it is used, outlived or none.
  static func user(_ token: String, now: Int64, _ session: Session) throws -> Int64? {
    guard token.utf8.count == 64 else { return nil }
    var found: Int64?
    try session.rows(find, [.text(Secrets.digest(token)), .integer(now)], authority) {
      found = $0.integer(0)
    }
    return found
  }

  private static let remove = SystemStatement(
    """
    DELETE FROM tenon_invitation WHERE "user" = ?
    """)

  /// Voids the invitation of someone.
  static func remove(of user: Int64, _ session: WriteSession) throws {
    try session.run(remove, [.integer(user)], authority)
  }
}
