import TenonDatabase

/// The second factor of people: an authenticator app's codes, and recovery codes for when it is
/// lost.
struct SecondFactor: Sendable {
  let tenant: Tenant

  enum State: Sendable {
    case none
    /// Someone began to set it up; it counts when its first code was right.
    case begun
    case inUse
  }

  static let recoveryCount = 10

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_totp", definition: "1",
      sql: """
        CREATE TABLE "tenon_totp" (
          "user" INTEGER PRIMARY KEY REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "secret" TEXT NOT NULL,
          "in_use" INTEGER NOT NULL,
          "last_step" INTEGER NOT NULL
        ) STRICT
        """),
    SchemaItem(
      key: "table tenon_recovery", definition: "1",
      sql: """
        CREATE TABLE "tenon_recovery" (
          "user" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "digest" TEXT NOT NULL,
          PRIMARY KEY ("user", "digest")
        ) STRICT, WITHOUT ROWID
        """),
  ]

  private static let authority = SystemAuthority("second factor")
  private static let find = SystemStatement(
    """
    SELECT secret, in_use, last_step FROM tenon_totp WHERE "user" = ?
    """)
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_totp ("user", secret, in_use, last_step) VALUES (?, ?, 0, 0)
    """)
  private static let use = SystemStatement(
    """
    UPDATE tenon_totp SET last_step = ?, in_use = 1 WHERE "user" = ? AND last_step < ?
    """)
  private static let remove = SystemStatement(
    """
    DELETE FROM tenon_totp WHERE "user" = ?
    """)
  private static let spend = SystemStatement(
    """
    DELETE FROM tenon_recovery WHERE "user" = ? AND digest = ?
    """)
  private static let removeCodes = SystemStatement(
    """
    DELETE FROM tenon_recovery WHERE "user" = ?
    """)
  private static let insertCode = SystemStatement(
    """
    INSERT INTO tenon_recovery ("user", digest) VALUES (?, ?)
    """)
  private static let countCodes = SystemStatement(
    """
    SELECT count(*) FROM tenon_recovery WHERE "user" = ?
    """)

  private struct Stored {
    let sealed: String
    let isInUse: Bool
    let lastStep: Int64
  }

  private func stored(_ user: Int64, _ session: Session) throws -> Stored? {
    var found: Stored?
    try session.rows(SecondFactor.find, [.integer(user)], SecondFactor.authority) { row in
      found = Stored(
        sealed: row.string(0), isInUse: row.integer(1) == 1, lastStep: row.integer(2))
    }
    return found
  }

  /// What its secret is bound to.
  static func place(_ user: Int64) -> [String] { ["tenon_totp", "secret", String(user)] }

  private func generator(_ stored: Stored, _ user: Int64) throws -> OneTimeCode {
    guard let text = tenant.keyring.open(stored.sealed, at: SecondFactor.place(user)),
      let secret = Secrets.bytes(base64: text)
    else { throw Refusal.fault }
    return OneTimeCode(digests: tenant.digests, secret: secret)
  }

  /// Whether a person has one.
  func state(of user: Int64, _ session: Session) throws -> State {
    try stored(user, session).map { $0.isInUse ? .inUse : .begun } ?? .none
  }

  /// Whether a person must have one.
  func isRequired(_ user: User) -> Bool {
    let roles = tenant.application.secondFactor
    return roles == .max || !user.roles.isDisjoint(with: RoleSet(rawValue: roles))
  }

  /// Begins to set one up, or goes on where someone began; what an app must be told.
  func begin(_ user: Int64, _ session: WriteSession) throws -> OneTimeCode {
    if let known = try stored(user, session) {
      if known.isInUse { throw Refusal.forbidden }
      return try generator(known, user)
    }
    let secret = Secrets.random(OneTimeCode.secretSize)
    let sealed = tenant.keyring.seal(Secrets.base64(secret), at: SecondFactor.place(user))
    try SecretKeys.note(tenant.keyring, session)
    try session.run(
      SecondFactor.insert, [.integer(user), .text(sealed)], SecondFactor.authority)
    return OneTimeCode(digests: tenant.digests, secret: secret)
  }

  /// What an app must be told by someone who has begun; nil for others.
  func begun(_ user: Int64, _ session: Session) throws -> OneTimeCode? {
    guard let known = try stored(user, session), !known.isInUse else { return nil }
    return try generator(known, user)
  }

  /// Whether a code of the app, or a recovery code, is right; either counts once.
  func accepts(_ code: String, of user: Int64, _ session: WriteSession) throws -> Bool {
    guard let stored = try stored(user, session) else { return false }
    let plain = String(String.UnicodeScalarView(code.unicodeScalars.filter(SecondFactor.counts)))
      .uppercased()
    let step = try generator(stored, user)
      .step(of: plain, now: tenant.clock(), after: stored.lastStep)
    if let step {
      // Another process may have taken the same code meanwhile.
      let isFirst =
        try session.run(
          SecondFactor.use, [.integer(step), .integer(user), .integer(step)], SecondFactor.authority
        ) == 1
      if isFirst && !stored.isInUse { try note(.totp, user, session) }
      return isFirst
    }
    guard stored.isInUse else { return false }
    let isSpent =
      try session.run(
        SecondFactor.spend, [.integer(user), .text(Secrets.digest(plain))], SecondFactor.authority
      ) == 1
    if isSpent { try note(.recoveryCodeUse, user, session) }
    return isSpent
  }

  /// What a person does about the own second factor.
  private func note(_ kind: AuditKind, _ user: Int64, _ session: WriteSession) throws {
    try Audit.note(
      kind, .person(user), by: Principal(user: user, roles: []), at: tenant.clock(), session)
  }

  /// Not the blanks and dashes between groups.
  private static func counts(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "-" && !scalar.properties.isWhitespace
  }

  /// New recovery codes in place of all others, to be shown once. Each has 120 random bits, so
  /// that a plain digest keeps it.
  func makeCodes(_ user: Int64, _ session: WriteSession) throws -> [String] {
    try session.run(SecondFactor.removeCodes, [.integer(user)], SecondFactor.authority)
    try note(.recoveryCodes, user, session)
    return try (0..<SecondFactor.recoveryCount).map { _ in
      let code = Base32.text(Secrets.random(15))
      try session.run(
        SecondFactor.insertCode, [.integer(user), .text(Secrets.digest(code))],
        SecondFactor.authority)
      return Base32.groups(code, by: "-")
    }
  }

  /// How many recovery codes are left.
  func codesLeft(_ user: Int64, _ session: Session) throws -> Int {
    var count = 0
    try session.rows(SecondFactor.countCodes, [.integer(user)], SecondFactor.authority) {
      count = Int($0.integer(0))
    }
    return count
  }

  /// Takes the second factor from a person; `principal` is who does it.
  func remove(_ user: Int64, by principal: Principal, _ session: WriteSession) throws {
    try Audit.note(.totpEnd, .person(user), by: principal, at: tenant.clock(), session)
    try session.run(SecondFactor.remove, [.integer(user)], SecondFactor.authority)
    try session.run(SecondFactor.removeCodes, [.integer(user)], SecondFactor.authority)
  }
}
