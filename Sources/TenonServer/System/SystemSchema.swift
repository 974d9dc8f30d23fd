import TenonDatabase

/// The server's own tables, in the same form as an application's.
enum SystemSchema {
  /// What every SQLite database holds besides the application's tables; each area gives its own.
  static let sqlite = [
    signIn,
    counters,
    notices,
    people,
    SearchState.schema,
    KeptCheck.schema,
    Once.schema,
    AccessTokens.schema,
    files,
    SavedView.schema,
    UndoLog.schema,
    HistoryEffect.schema,
    CommentStore.schema,
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
}
