extension SystemSchema {
  /// By which browser a session came, and links with which people set their first password.
  static let people: [SchemaItem] = [
    SchemaItem(
      key: "column tenon_session.agent", definition: "1",
      sql: """
        ALTER TABLE "tenon_session" ADD COLUMN "agent" TEXT
        """),
    SchemaItem(
      key: "table tenon_invitation", definition: "1",
      sql: """
        CREATE TABLE "tenon_invitation" (
          "user" INTEGER PRIMARY KEY REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "token" TEXT NOT NULL UNIQUE,
          "expires_at" INTEGER NOT NULL
        ) STRICT
        """),
  ]
}
