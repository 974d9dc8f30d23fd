import TenonDatabase

/// Imports in the database: what was asked for, how far it is, what it did and what it left out.
enum ImportSchema {
  static let items: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_import", definition: "1",
      sql: """
        CREATE TABLE "tenon_import" (
          "id" INTEGER PRIMARY KEY AUTOINCREMENT,
          "user" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "entity" TEXT NOT NULL,
          "file" INTEGER NOT NULL,
          "name" TEXT NOT NULL,
          "language" TEXT NOT NULL,
          "at" INTEGER NOT NULL,
          "state" TEXT NOT NULL,
          "plan" TEXT NOT NULL,
          "total" INTEGER NOT NULL,
          "done" INTEGER NOT NULL,
          "created" INTEGER NOT NULL,
          "updated" INTEGER NOT NULL,
          "same" INTEGER NOT NULL,
          "wrong" INTEGER NOT NULL,
          "trouble" TEXT NOT NULL,
          "runner" INTEGER NOT NULL,
          "beat" INTEGER NOT NULL
        ) STRICT
        """),
    SchemaItem(
      key: "index tenon_import_user", definition: "1",
      sql: """
        CREATE INDEX "tenon_import_user" ON "tenon_import" ("user", "entity", "id")
        """),
    SchemaItem(
      key: "table tenon_import_piece", definition: "1",
      sql: """
        CREATE TABLE "tenon_import_piece" (
          "import" INTEGER NOT NULL REFERENCES "tenon_import" ("id") ON DELETE CASCADE,
          "piece" INTEGER NOT NULL,
          "entries" TEXT NOT NULL,
          "wrong" TEXT NOT NULL,
          "kept" TEXT NOT NULL,
          PRIMARY KEY ("import", "piece")
        ) STRICT, WITHOUT ROWID
        """),
    SchemaItem(
      key: "table tenon_import_plan", definition: "1",
      sql: """
        CREATE TABLE "tenon_import_plan" (
          "user" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "entity" TEXT NOT NULL,
          "headers" TEXT NOT NULL,
          "plan" TEXT NOT NULL,
          PRIMARY KEY ("user", "entity", "headers")
        ) STRICT, WITHOUT ROWID
        """),
  ]
}

/// One import as it stands in the database.
struct ImportJob: Sendable {
  /// What is being done with it, or what was done last. The raw values stand in the database.
  enum State: String, Sendable {
    /// The file is there; what its columns are for is to be said.
    case new
    case checking, checked
    case applying, done
    case undoing, undone

    /// Whether the server works on it, or should.
    var isUnderWay: Bool { self == .checking || self == .applying || self == .undoing }
  }

  let id: Int64
  let user: Int64
  /// The table's name stays when an entity is renamed.
  let table: String
  let file: Int64
  let name: String
  /// In which the reasons are written.
  let language: String
  /// Milliseconds since 1970.
  let at: Int64
  var state: State
  var plan: ImportPlan
  var counts: ImportCounts
  /// Why it stands still, in both languages; nothing while it does not.
  var trouble: String
  var runner: Int64
  /// When its runner was last heard of.
  var beat: Int64

  /// Whether a runner was silent for so long that another may take over.
  func isAbandoned(_ now: Int64) -> Bool {
    state.isUnderWay && trouble.isEmpty && now - beat > ImportJob.patience
  }

  static let patience: Int64 = 60_000
}

/// How far an import is, in rows.
struct ImportCounts: Sendable {
  var total: Int64 = 0
  var done: Int64 = 0
  var created: Int64 = 0
  var updated: Int64 = 0
  var same: Int64 = 0
  var wrong: Int64 = 0
}
