import TenonDatabase

/// The server's own tables, in the same form as an application's.
enum SystemSchema {
  /// What every database holds besides the application's tables, behind which it comes.
  static func items(_ dialect: Dialect) -> [SchemaItem] {
    let made = areas.map { item in
      var item = item
      item.sql = dialect.schema(item.sql)
      return item
    }
    return made + Audit.guards(dialect) + (dialect == .postgres ? telling : [])
  }

  /// Each area gives its own, as SQLite reads them.
  private static let areas = [
    signIn,
    counters,
    notices,
    people,
    StandIns.schema,
    rights,
    Sessions.schema,
    Throttle.schema,
    PendingSignIns.schema,
    SecondFactor.schema,
    SecretKeys.schema,
    SecretStore.schema,
    SearchState.schema,
    KeptCheck.schema,
    Once.schema,
    AccessTokens.schema,
    files,
    SavedView.schema,
    UndoLog.schema,
    Audit.schema,
    CommentStore.schema,
    Deputies.schema,
    HandOverJobs.schema,
    ImportSchema.items,
  ].flatMap { $0 }

  private static let signIn: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_credential", definition: "1",
      sql: """
        CREATE TABLE "tenon_credential" (
          "user" INTEGER PRIMARY KEY REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "password" TEXT NOT NULL
        ) STRICT
        """),
    SchemaItem(
      key: "table tenon_session", definition: "1",
      sql: """
        CREATE TABLE "tenon_session" (
          "token" TEXT NOT NULL PRIMARY KEY,
          "user" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "csrf" TEXT NOT NULL,
          "created_at" INTEGER NOT NULL,
          "expires_at" INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """),
    SchemaItem(
      key: "index tenon_session_expires_at", definition: "1",
      sql: """
        CREATE INDEX "tenon_session_expires_at" ON "tenon_session" ("expires_at")
        """),
  ]

  private static let counters: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_counter", definition: "1",
      sql: """
        CREATE TABLE "tenon_counter" (
          "series" TEXT NOT NULL,
          "period" TEXT NOT NULL,
          "last" INTEGER NOT NULL,
          PRIMARY KEY ("series", "period")
        ) STRICT, WITHOUT ROWID
        """)
  ]

  /// Processes keep who is signed in in memory. What ends a session or changes a person tells all
  /// of them when it is committed, whichever process or program did it.
  private static let telling: [SchemaItem] =
    [
      SchemaItem(
        key: "function tenon_tell", definition: "1",
        sql: """
          CREATE OR REPLACE FUNCTION tenon_tell() RETURNS trigger LANGUAGE plpgsql
            AS $$BEGIN PERFORM pg_notify('tenon', ''); RETURN NULL; END$$
          """)
    ]
    + ["tenon_session", "tenon_user", "tenon_deputy"].map { table in
      trigger(table, "UPDATE OR DELETE")
    }
    // New ones of these change where people stand.
    + ["tenon_department", "tenon_position"].map { table in
      trigger(table, "INSERT OR UPDATE OR DELETE")
    }

  private static func trigger(_ table: String, _ events: String) -> SchemaItem {
    SchemaItem(
      key: "trigger \(table)", definition: "1",
      sql: """
        CREATE TRIGGER tenon_tell AFTER \(events) ON "\(table)"
          FOR EACH ROW EXECUTE FUNCTION tenon_tell()
        """)
  }
}
