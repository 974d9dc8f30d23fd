extension SystemSchema {
  /// What the server tells people, and what they looked at last. `entity` is a table's name, which
  /// stays when an entity is renamed.
  static let notices: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_notification", definition: "1",
      sql: """
        CREATE TABLE "tenon_notification" (
          "id" INTEGER PRIMARY KEY AUTOINCREMENT,
          "user" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "at" INTEGER NOT NULL,
          "kind" TEXT NOT NULL,
          "entity" TEXT NOT NULL,
          "record" INTEGER NOT NULL,
          "actor" INTEGER REFERENCES "tenon_user" ("id") ON DELETE SET NULL,
          "text" TEXT NOT NULL,
          "read_at" INTEGER
        ) STRICT
        """),
    SchemaItem(
      key: "index tenon_notification_user", definition: "1",
      sql: """
        CREATE INDEX "tenon_notification_user" ON "tenon_notification" ("user", "id")
        """),
    SchemaItem(
      key: "index tenon_notification_unread", definition: "1",
      sql: """
        CREATE INDEX "tenon_notification_unread" ON "tenon_notification"
          ("user", "entity", "record") WHERE "read_at" IS NULL
        """),
    SchemaItem(
      key: "table tenon_recent", definition: "1",
      sql: """
        CREATE TABLE "tenon_recent" (
          "user" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "entity" TEXT NOT NULL,
          "record" INTEGER NOT NULL,
          "at" INTEGER NOT NULL,
          PRIMARY KEY ("user", "entity", "record")
        ) STRICT, WITHOUT ROWID
        """),
    SchemaItem(
      key: "index tenon_recent_at", definition: "1",
      sql: """
        CREATE INDEX "tenon_recent_at" ON "tenon_recent" ("user", "at")
        """),
  ]
}
