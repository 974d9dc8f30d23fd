import TenonDatabase

/// Hand-overs in the database: what was asked for and what has become of it.
struct HandOverJobs {
  let tenant: Tenant

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_hand_over", definition: "1",
      sql: """
        CREATE TABLE "tenon_hand_over" (
          "id" INTEGER PRIMARY KEY AUTOINCREMENT,
          "person" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "successor" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "by" INTEGER REFERENCES "tenon_user" ("id") ON DELETE SET NULL,
          "at" INTEGER NOT NULL,
          "ended_at" INTEGER,
          "report" TEXT NOT NULL
        ) STRICT
        """),
    SchemaItem(
      key: "index tenon_hand_over_person", definition: "1",
      sql: """
        CREATE INDEX "tenon_hand_over_person" ON "tenon_hand_over" ("person", "id")
        """),
  ]

  /// The latest of a person.
  struct Job {
    let successor: String
    let by: String?
    let at: Int64
    /// Whether it is done; not, while it runs or when the server was stopped meanwhile.
    let isEnded: Bool
    let report: HandOverReport
  }

  private static let authority = SystemAuthority("hand-overs")
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_hand_over (person, successor, "by", at, report) VALUES (?, ?, ?, ?, '')
    RETURNING id
    """)
  private static let keep = SystemStatement("UPDATE tenon_hand_over SET report = ? WHERE id = ?")
  private static let end = SystemStatement(
    "UPDATE tenon_hand_over SET report = ?, ended_at = ? WHERE id = ?")
  private static let latest = SystemStatement(
    """
    SELECT s.name, b.name, h.at, h.ended_at, h.report FROM tenon_hand_over h
    JOIN tenon_user s ON s.id = h.successor LEFT JOIN tenon_user b ON b.id = h."by"
    WHERE h.person = ? ORDER BY h.id DESC LIMIT 1
    """)

  func begin(
    _ person: Int64, to successor: Int64, by user: Int64, _ session: WriteSession
  ) throws -> Int64 {
    var id: Int64 = 0
    try session.rows(
      HandOverJobs.insert,
      [.integer(person), .integer(successor), .integer(user), .integer(tenant.clock())],
      HandOverJobs.authority
    ) { id = $0.integer(0) }
    return id
  }

  func keep(_ id: Int64, _ report: HandOverReport, _ session: WriteSession) throws {
    try session.run(
      HandOverJobs.keep, [.text(report.encoded()), .integer(id)], HandOverJobs.authority)
  }

  func end(_ id: Int64, _ report: HandOverReport, _ session: WriteSession) throws {
    try session.run(
      HandOverJobs.end, [.text(report.encoded()), .integer(tenant.clock()), .integer(id)],
      HandOverJobs.authority)
  }

  func latest(of person: Int64, _ session: Session) throws -> Job? {
    var found: Job?
    try session.rows(HandOverJobs.latest, [.integer(person)], HandOverJobs.authority) { row in
      found = Job(
        successor: row.string(0), by: row.isBlank(1) ? nil : row.string(1), at: row.integer(2),
        isEnded: !row.isBlank(3), report: HandOverReport(parsing: row.string(4)))
    }
    return found
  }
}
