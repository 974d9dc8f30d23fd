extension SystemSchema {
  /// Files by id. One without entity is fresh: nobody but its uploader sees it. `entity` and
  /// `field` are physical names, which outlive a new name in the definition; the field is empty for
  /// a file of the record as a whole. Width and height are there when thumbnails are.
  static let files: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_file", definition: "1",
      sql: """
        CREATE TABLE "tenon_file" (
          "id" INTEGER PRIMARY KEY,
          "entity" TEXT,
          "record" INTEGER,
          "field" TEXT,
          "name" TEXT NOT NULL,
          "media_type" TEXT NOT NULL,
          "size" INTEGER NOT NULL,
          "digest" TEXT NOT NULL,
          "width" INTEGER,
          "height" INTEGER,
          "created_at" INTEGER NOT NULL,
          "created_by" INTEGER
        ) STRICT
        """),
    SchemaItem(
      key: "index tenon_file_record", definition: "1",
      sql: """
        CREATE INDEX "tenon_file_record" ON "tenon_file" ("entity", "record", "field")
        """),
  ]
}
