import TenonDatabase

/// Keeps what changed in a record, in the transaction of the change: who, when, and each field as
/// it was and as it became. Creation needs no row: the record itself tells it.
struct HistoryEffect: RecordEffect {
  static let schema: [SchemaItem] = [
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
    SchemaItem(
      key: "index tenon_history_record", definition: "1",
      sql: """
        CREATE INDEX "tenon_history_record" ON "tenon_history" ("entity", "record", "at")
        """),
  ]

  private static let insert = SystemStatement(
    "INSERT INTO tenon_history (entity, record, at, user, changes) VALUES (?, ?, ?, ?, ?)")
  private static let authority = SystemAuthority("history")

  func apply(_ change: RecordChange, _ store: RecordStore) throws {
    if let before = change.before, let after = change.after {
      let columns = change.entity.table.columns
      // What follows from a change is no news beside it.
      let told = change.changed.filter { !change.entity.meta.computedColumns.contains($0) }
      let values = told.map { column in
        StoredChange.value(
          column: columns[column].name, before: before[column], after: after[column])
      }
      try note(values, change.entity, change.id, store)
    }
    try noteRow(change, store)
  }

  /// A row of a subform is noted with the record that it belongs to. Not when files are loaded:
  /// nobody wants to read who loaded a row.
  private func noteRow(_ change: RecordChange, _ store: RecordStore) throws {
    guard store.principal.user > 0 else { return }
    for owner in store.tenant.relations.owners(of: change.entity) {
      let before = change.before?[owner.column].integer
      let after = change.after?[owner.column].integer
      var told: [(record: Int64, what: StoredChange.Row)] = []
      if let after, after == before { told.append((after, .changed)) }
      if let after, after != before { told.append((after, .added)) }
      if let before, after != before { told.append((before, .removed)) }
      for (record, what) in told {
        try note(
          [.row(subform: owner.subform, what, id: change.id)], owner.entity, record, store)
      }
    }
  }

  /// Keeps changes of a record.
  func note(
    _ changes: [StoredChange], _ entity: EntityModel, _ record: Int64, _ store: RecordStore
  ) throws {
    if changes.isEmpty { return }
    let user: Value = store.principal.user > 0 ? .integer(store.principal.user) : .blank
    try store.session.run(
      HistoryEffect.insert,
      [
        .text(entity.table.name), .integer(record), .integer(store.now), user,
        .text(StoredChange.encode(changes)),
      ], HistoryEffect.authority)
  }
}

/// A change as its row holds it: columns and subforms by the names that stay.
enum StoredChange: Equatable {
  case value(column: String, before: Value, after: Value)
  /// A row of a subform; its id is not known in what was kept before ids were.
  case row(subform: String, Row, id: Int64?)
  /// A file beside the record's fields.
  case file(name: String, isAdded: Bool)

  enum Row: String { case added, changed, removed }

  static func encode(_ changes: [StoredChange]) -> String {
    var text = ""
    for change in changes {
      switch change {
      case .value(let column, let before, let after):
        TabbedText.append(["value", column, spell(before), spell(after)], to: &text)
      case .row(let subform, let row, let id):
        let name = id.map { [String($0)] } ?? []
        TabbedText.append(["row", subform, row.rawValue] + name, to: &text)
      case .file(let name, let isAdded):
        TabbedText.append(["file", name, isAdded ? "added" : "removed"], to: &text)
      }
    }
    return text
  }

  /// Reads the text back; what it does not know is left out.
  static func decode(_ text: String) -> [StoredChange] {
    (TabbedText.records(text) ?? []).compactMap { record in
      switch (record[0], record.count) {
      case ("value", 4):
        guard let before = value(record[2]), let after = value(record[3]) else { return nil }
        return .value(column: record[1], before: before, after: after)
      case ("file", 3): return .file(name: record[1], isAdded: record[2] == "added")
      case ("row", 3), ("row", 4):
        let id = record.count == 4 ? Int64(record[3]) : nil
        return Row(rawValue: record[2]).map { .row(subform: record[1], $0, id: id) }
      default: return nil
      }
    }
  }

  private static func spell(_ value: Value) -> String {
    switch value {
    case .blank: return ""
    case .integer(let number): return "i\(number)"
    case .text(let text): return "t" + text
    }
  }

  private static func value(_ text: String) -> Value? {
    switch text.first {
    case nil: return .blank
    case "i": return Int64(text.dropFirst()).map(Value.integer)
    case "t": return .text(String(text.dropFirst()))
    default: return nil
    }
  }
}
