import TenonDatabase

/// Fills the search indexes of a database at start: those that are new, that hold other fields than
/// before, or whose tokens are cut otherwise now. A filling that was cut short goes on where it
/// was.
struct SearchKeeper {
  let tenant: Tenant

  /// How far each index is: an index whose entry is missing or has another definition is empty.
  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_search", definition: "1",
      sql: """
        CREATE TABLE "tenon_search" (
          "name" TEXT NOT NULL PRIMARY KEY,
          "definition" TEXT NOT NULL,
          "last" INTEGER NOT NULL,
          "is_whole" INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """)
  ]

  /// The indexes as items of the schema.
  static func items(_ tenant: Tenant) -> [SchemaItem] {
    tenant.entities.compactMap { $0.search?.sqliteItem }
  }

  private static let authority = SystemAuthority("search index")
  /// Rows in one transaction, and how often the log says how far it is.
  private static let chunk = 5_000
  private static let chunksPerLine = 20

  func fill() throws {
    let states = try states()
    let indexes = tenant.entities.compactMap(\.search)
    for name in states.keys.sorted() where !indexes.contains(where: { $0.name == name }) {
      try tenant.database.writeAndWait { session in
        try session.run(SearchKeeper.remove, [.text(name)], SearchKeeper.authority)
      }
    }
    for entity in tenant.entities {
      guard let index = entity.search else { continue }
      let state = states[index.name]
      if let state, state.definition == index.definition {
        if !state.isWhole { try fill(index, entity.name, after: state.last) }
      } else {
        try tenant.database.writeAndWait { session in
          try session.clear(index, SearchKeeper.authority)
          try SearchKeeper.note(index, 0, isWhole: false, session)
        }
        try fill(index, entity.name, after: 0)
      }
    }
  }

  private func fill(_ index: SearchIndex, _ name: String, after start: Int64) throws {
    var last = start
    var total = 0
    var chunks = 0
    while true {
      let from = last
      let step = try tenant.database.writeAndWait { session in
        let step = try session.fill(
          index, after: from, limit: SearchKeeper.chunk, SearchKeeper.authority)
        let isWhole = step.count < SearchKeeper.chunk
        try SearchKeeper.note(index, step.last, isWhole: isWhole, session)
        return step
      }
      last = step.last
      total += step.count
      chunks += 1
      let isWhole = step.count < SearchKeeper.chunk
      if total > 0 && (isWhole || chunks % SearchKeeper.chunksPerLine == 0) {
        Log.notice("search index of \(name): \(total) record(s)\(isWhole ? "" : " so far")")
      }
      if isWhole { return }
    }
  }

  // MARK: State

  private struct State: Sendable {
    let definition: String
    let last: Int64
    let isWhole: Bool
  }

  private static let all = SystemStatement(
    "SELECT name, definition, last, is_whole FROM tenon_search")
  private static let remove = SystemStatement("DELETE FROM tenon_search WHERE name = ?")
  private static let put = SystemStatement(
    """
    INSERT INTO tenon_search (name, definition, last, is_whole) VALUES (?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET definition = excluded.definition, last = excluded.last,
      is_whole = excluded.is_whole
    """)

  private func states() throws -> [String: State] {
    var states: [String: State] = [:]
    try tenant.database.read { session in
      try session.rows(SearchKeeper.all, [], SearchKeeper.authority) { row in
        states[row.string(0)] = State(
          definition: row.string(1), last: row.integer(2), isWhole: row.integer(3) == 1)
      }
    }
    return states
  }

  private static func note(
    _ index: SearchIndex, _ last: Int64, isWhole: Bool, _ session: WriteSession
  ) throws {
    try session.run(
      put,
      [.text(index.name), .text(index.definition), .integer(last), .integer(isWhole ? 1 : 0)],
      authority)
  }
}
