import TenonDatabase

/// The trail stands in the table that has always held the history of records: rows from before the
/// trail have no hash and small ids. Nothing ever changes or deletes a row: triggers refuse it.
extension Audit {
  static let schema: [SchemaItem] =
    [
      SchemaItem(
        key: "table tenon_history", definition: "1",
        sql: """
          CREATE TABLE "tenon_history" (
            "id" INTEGER PRIMARY KEY,
            "entity" TEXT NOT NULL,
            "record" INTEGER NOT NULL,
            "at" INTEGER NOT NULL,
            "user" INTEGER,
            "changes" TEXT NOT NULL
          ) STRICT
          """),
      index("tenon_history_record", #"("entity", "record", "at")"#),
      column("kind", #"TEXT NOT NULL DEFAULT 'update'"#),
      column("behalf", "INTEGER"),
      column("hash", "TEXT"),
      index("tenon_history_at", #"("at")"#),
      index(
        "tenon_history_kind",
        #"("kind", "at") WHERE "kind" <> 'create' AND "kind" <> 'update' AND "kind" <> 'delete'"#),
      SchemaItem(
        key: "table tenon_seal", definition: "1",
        sql: """
          CREATE TABLE "tenon_seal" (
            "id" INTEGER PRIMARY KEY,
            "at" INTEGER NOT NULL,
            "chain" INTEGER NOT NULL,
            "number" INTEGER NOT NULL,
            "hash" TEXT NOT NULL,
            "key" TEXT NOT NULL,
            "mac" TEXT NOT NULL
          ) STRICT
          """),
      SchemaItem(
        key: "index tenon_seal_chain", definition: "1",
        sql: """
          CREATE INDEX "tenon_seal_chain" ON "tenon_seal" ("chain", "number")
          """),
    ]

  private static func column(_ name: String, _ type: String) -> SchemaItem {
    SchemaItem(
      key: "column tenon_history.\(name)", definition: "1",
      sql: "ALTER TABLE \"tenon_history\" ADD COLUMN \"\(name)\" \(type)")
  }

  private static func index(_ name: String, _ columns: String) -> SchemaItem {
    SchemaItem(
      key: "index \(name)", definition: "1",
      sql: "CREATE INDEX \"\(name)\" ON \"tenon_history\" \(columns)")
  }

  /// What keeps the rows as they are.
  static func guards(_ dialect: Dialect) -> [SchemaItem] {
    let tables = ["tenon_history", "tenon_seal"]
    if dialect == .sqlite {
      return tables.flatMap { table in
        ["UPDATE", "DELETE"].map { change in
          SchemaItem(
            key: "trigger \(table)_\(change.lowercased())", definition: "1",
            sql: """
              CREATE TRIGGER "\(table)_\(change.lowercased())" BEFORE \(change) ON "\(table)"
                BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END
              """)
        }
      }
    }
    let function = SchemaItem(
      key: "function tenon_unchanging", definition: "1",
      sql: """
        CREATE OR REPLACE FUNCTION tenon_unchanging() RETURNS trigger LANGUAGE plpgsql
          AS $$BEGIN RAISE EXCEPTION 'the audit trail is never changed'
            USING ERRCODE = 'integrity_constraint_violation'; END$$
        """)
    return [function]
      + tables.map { table in
        SchemaItem(
          key: "trigger \(table)_unchanging", definition: "1",
          sql: """
            CREATE TRIGGER tenon_unchanging BEFORE UPDATE OR DELETE OR TRUNCATE ON "\(table)"
              FOR EACH STATEMENT EXECUTE FUNCTION tenon_unchanging()
            """)
      }
  }
}
