import TenonDatabase

/// Lets whoever fails wait, longer each time. It stands in the database, so that all processes and
/// each start agree; what is counted stands there as a digest only.
///
/// An attempt is counted before anything is compared and taken back when it was right: attempts at
/// the same time cannot slip past each other.
struct Throttle: Sendable {
  let tenant: Tenant

  /// What failures are counted for.
  enum Subject: Sendable {
    /// A login as typed, whether anybody has it or not.
    case login(String)
    /// Where requests come from: many people may share one.
    case address(String)
    /// The second factor of a person.
    case code(Int64)

    /// How many failures go without a delay.
    fileprivate var patience: Int64 {
      if case .address = self { return 20 }
      return 5
    }

    /// Milliseconds after which failures are forgotten.
    fileprivate var memory: Int64 {
      if case .address = self { return 3_600_000 }
      return Throttle.longestMemory
    }

    fileprivate var key: Value {
      switch self {
      case .login(let login): return .text(Secrets.digest("login " + login))
      case .address(let address): return .text(Secrets.digest("address " + address))
      case .code(let user): return .text(Secrets.digest("code \(user)"))
      }
    }
  }

  private static let longestMemory: Int64 = 86_400_000
  private static let longestDelay: Int64 = 15 * 60_000
  private static let authority = SystemAuthority("throttle")

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_throttle", definition: "1",
      sql: """
        CREATE TABLE "tenon_throttle" (
          "subject" TEXT NOT NULL PRIMARY KEY,
          "failures" INTEGER NOT NULL,
          "until" INTEGER NOT NULL,
          "at" INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """),
    SchemaItem(
      key: "index tenon_throttle_at", definition: "1",
      sql: """
        CREATE INDEX "tenon_throttle_at" ON "tenon_throttle" ("at")
        """),
  ]

  private static let find = SystemStatement(
    "SELECT until, failures FROM tenon_throttle WHERE subject = ? AND at > ?")
  private static let count = SystemStatement(
    """
    INSERT INTO tenon_throttle (subject, failures, until, at) VALUES (?, 1, 0, ?)
    ON CONFLICT (subject) DO UPDATE SET
      failures = CASE WHEN tenon_throttle.at > ? THEN tenon_throttle.failures + 1 ELSE 1 END,
      at = excluded.at
    RETURNING failures, until
    """)
  private static let delay = SystemStatement(
    "UPDATE tenon_throttle SET until = ? WHERE subject = ?")
  private static let takeBack = SystemStatement(
    """
    UPDATE tenon_throttle SET failures = failures - 1 WHERE subject = ? AND failures > 0
    """)
  private static let forget = SystemStatement("DELETE FROM tenon_throttle WHERE subject = ?")
  private static let prune = SystemStatement("DELETE FROM tenon_throttle WHERE at <= ?")

  /// Counts an attempt. Throws `tooMany` while one of these has to wait, and counts none then.
  func enter(_ subjects: [Subject]) throws {
    guard tenant.signIn.throttles else { return }
    let now = tenant.clock()
    let wait = try tenant.database.writeAndWait { session in
      try session.run(
        Throttle.prune, [.integer(now - Throttle.longestMemory)], Throttle.authority)
      let known = try subjects.map { try state($0, now: now, session).until }.max() ?? 0
      if known > now { return known - now }
      return try subjects.map { try add($0, now: now, session) }.max() ?? 0
    }
    if wait > 0 { throw Refusal.tooMany(seconds: Int((wait + 999) / 1000)) }
  }

  /// Counts one; answers how long to wait when another attempt came between.
  private func add(_ subject: Subject, now: Int64, _ session: WriteSession) throws -> Int64 {
    var (failures, until): (Int64, Int64) = (0, 0)
    try session.rows(
      Throttle.count, [subject.key, .integer(now), .integer(now - subject.memory)],
      Throttle.authority
    ) { (failures, until) = ($0.integer(0), $0.integer(1)) }
    if until > now { return until - now }
    if failures < subject.patience { return 0 }
    // One second, then twice as long each time.
    let seconds = Int64(1) << min(failures - subject.patience, 20)
    let end = now + min(seconds * 1000, Throttle.longestDelay)
    try session.run(Throttle.delay, [.integer(end), subject.key], Throttle.authority)
    if failures == subject.patience {
      try note(subject, now, session)
    }
    return 0
  }

  /// Tells the audit trail that attempts begin to wait; nothing that was typed and is no login.
  private func note(_ subject: Subject, _ now: Int64, _ session: WriteSession) throws {
    var person: Int64?
    var details: [StoredChange] = []
    switch subject {
    case .address(let address): details = [.detail(.address, .text(address))]
    case .code(let user): person = user
    case .login(let login):
      person = try Users(tenant: tenant).id(login: login, session)
      details = [
        person == nil
          ? .detail(.loginDigest, .text(try tenant.sealer.digest(login)))
          : .detail(.login, .text(login))
      ]
    }
    try Audit.note(
      .lockOut, person.map(AuditSubject.person), details, by: nil, at: now, session)
  }

  /// Takes an attempt back that was right; other failures stay.
  func takeBack(_ subjects: [Subject], _ session: WriteSession) throws {
    for subject in subjects {
      try session.run(Throttle.takeBack, [subject.key], Throttle.authority)
    }
  }

  /// Lets someone try again at once; answers how many failures there were.
  @discardableResult
  func forget(_ subjects: [Subject], _ session: WriteSession) throws -> Int {
    try subjects.reduce(0) { sum, subject in
      let failures = try state(subject, now: tenant.clock(), session).failures
      try session.run(Throttle.forget, [subject.key], Throttle.authority)
      return sum + failures
    }
  }

  /// How many failures there are, and until when to wait.
  func state(
    _ subject: Subject, now: Int64, _ session: Session
  ) throws -> (until: Int64, failures: Int) {
    var found: (Int64, Int) = (0, 0)
    try session.rows(
      Throttle.find, [subject.key, .integer(now - subject.memory)], Throttle.authority
    ) { found = ($0.integer(0), Int($0.integer(1))) }
    return found
  }
}
