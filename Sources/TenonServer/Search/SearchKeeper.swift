import TenonDatabase

/// Fills the search indexes of a database at start: those that are new, that hold other fields than
/// before, or whose tokens are cut otherwise now. A filling that was cut short goes on where it
/// was.
struct SearchKeeper {
  let tenant: Tenant

  /// The indexes as items of the schema.
  static func items(_ tenant: Tenant) -> [SchemaItem] {
    tenant.entities.compactMap { $0.search?.item(tenant.database.dialect) }
  }

  private static let authority = SystemAuthority("search index")
  /// Rows in one transaction, and how often the log says how far it is.
  private static let chunk = 5_000
  private static let chunksPerLine = 20

  func fill() throws {
    let states = try tenant.database.read { try $0.searchStates(SearchKeeper.authority) }
    let indexes = tenant.entities.compactMap(\.search)
    for name in states.keys.sorted() where !indexes.contains(where: { $0.name == name }) {
      try tenant.database.writeAndWait { session in
        try session.note(nil, of: name, SearchKeeper.authority)
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
          try session.note(
            SearchState(definition: index.definition, last: 0, isWhole: false), of: index.name,
            SearchKeeper.authority)
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
        if isWhole { try session.close(index, SearchKeeper.authority) }
        try session.note(
          SearchState(definition: index.definition, last: step.last, isWhole: isWhole),
          of: index.name, SearchKeeper.authority)
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
}
