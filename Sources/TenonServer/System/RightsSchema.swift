extension SystemSchema {
  /// What people are given besides what their roles give them. `entity` is a table's name, which
  /// stays when an entity is renamed; `until` is the last day on which a share counts, blank for
  /// one without an end.
  static let rights: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_share", definition: "1",
      sql: """
        CREATE TABLE "tenon_share" (
          "entity" TEXT NOT NULL,
          "record" INTEGER NOT NULL,
          "user" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "edit" INTEGER NOT NULL,
          "until" INTEGER,
          "by" INTEGER REFERENCES "tenon_user" ("id") ON DELETE SET NULL,
          "at" INTEGER NOT NULL,
          PRIMARY KEY ("user", "entity", "record")
        ) STRICT, WITHOUT ROWID
        """),
    SchemaItem(
      key: "index tenon_share_record", definition: "1",
      sql: """
        CREATE INDEX "tenon_share_record" ON "tenon_share" ("entity", "record")
        """),
  ]
}
