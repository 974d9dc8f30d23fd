import TenonDatabase

/// Works out all kept values from the records, whatever was kept: for expressions that are new or
/// changed, and to tell what has drifted.
struct KeptCheck {
  let tenant: Tenant

  /// A kept value that was not what follows from the records.
  struct Drift: Sendable {
    let entity: EntityModel
    let id: Int64
    let column: Int
    let kept: Value
    let right: Value

    /// `order 12: total is 5.00, should be 7.00`.
    var sentence: String {
      let storage = entity.table.columns[column].storage
      func text(_ value: Value) -> String { value.isBlank ? "blank" : storage.print(value) }
      let name = entity.meta.field(column)?.name ?? entity.table.columns[column].name
      return "\(entity.name) \(id): \(name) is \(text(kept)), should be \(text(right))"
    }
  }

  /// Says that what was found is not to be kept.
  private struct NotKept: Error { let drifts: [Drift] }

  /// Rows looked at in one go.
  private static let chunk = 1_000

  /// What has drifted; it is put right when `repairs`.
  func drifts(repairs: Bool) throws -> [Drift] {
    do {
      return try tenant.database.writeAndWait { session in
        var found: [Drift] = []
        try all(session) { found.append($0) }
        if !repairs && !found.isEmpty { throw NotKept(drifts: found) }
        if !found.isEmpty {
          try Audit.note(
            .repair, nil, [.detail(.count, .integer(Int64(found.count)))], by: nil,
            at: tenant.clock(), session)
        }
        return found
      }
    } catch let taken as NotKept {
      return taken.drifts
    }
  }

  /// Works everything out when the expressions are not those by which it was kept. Throws
  /// ``SchemaRefusal`` when the values then stand against a rule of the schema.
  func fill(_ items: [SchemaItem]) throws {
    let wanted = tenant.application.keptValues.description
    try tenant.database.writeAndWait { session in
      var known = ""
      try session.rows(KeptCheck.known, [], KeptRows.authority) { known = $0.string(0) }
      if known == wanted { return }
      var count = 0
      try all(session) { _ in count += 1 }
      if count > 0 { try session.hold(items, KeptRows.authority) }
      try session.run(KeptCheck.note, [.text(wanted)], KeptRows.authority)
      if count > 0 { Log.notice("computed values: \(count) brought up to date") }
    }
  }

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_kept", definition: "1",
      sql: """
        CREATE TABLE "tenon_kept" (
          "id" INTEGER NOT NULL PRIMARY KEY,
          "definition" TEXT NOT NULL
        ) STRICT
        """)
  ]
  private static let known = SystemStatement("SELECT definition FROM tenon_kept WHERE id = 1")
  private static let note = SystemStatement(
    """
    INSERT INTO tenon_kept (id, definition) VALUES (1, ?)
    ON CONFLICT (id) DO UPDATE SET definition = excluded.definition
    """)

  // MARK: One column after the other

  private func all(_ session: WriteSession, _ tell: (Drift) -> Void) throws {
    for node in tenant.kept.nodes { try check(node, session, tell) }
  }

  private func check(
    _ node: KeptPlan.Node, _ session: WriteSession, _ tell: (Drift) -> Void
  ) throws {
    let entity = tenant.entities[node.entity]
    let columns = entity.meta.storedColumns
    var parts: [CompiledExpression] = []
    if case .rollUp(let rollUp) = node.work { parts = rollUp.parts }
    var last: Int64 = 0
    while true {
      let upkeeper = Upkeeper(tenant, session, now: tenant.clock())
      var rows: [(values: [Value], state: RollUpState?)] = []
      try session.rows(
        .behind(last, columns, parts, of: entity.table, limit: KeptCheck.chunk),
        KeptRows.authority
      ) { row in
        var state: RollUpState?
        if case .rollUp(let rollUp) = node.work {
          state = RollUpState(rollUp, row, from: columns.count)
        }
        rows.append((entity.values(row, columns), state))
      }
      for (before, state) in rows {
        var after = before
        if case .value = node.work {
          try upkeeper.fill(entity, &after, column: node.column)
        } else {
          after[node.column] = Value(state?.text)
        }
        last = before[SystemColumn.id].integer ?? 0
        if after == before { continue }
        try put(after, over: before, last, entity, node.column, session)
        tell(
          Drift(
            entity: entity, id: last, column: node.column, kept: before[node.column],
            right: after[node.column]))
      }
      if rows.count < KeptCheck.chunk { return }
    }
  }

  private func put(
    _ after: [Value], over before: [Value], _ id: Int64, _ entity: EntityModel, _ column: Int,
    _ session: WriteSession
  ) throws {
    try session.run(
      .set([Assignment(column, after[column])], of: entity.table, id: id), KeptRows.authority)
    guard let index = entity.search,
      let entry = SearchEntry(index, id: id, before: before, after: after)
    else { return }
    try session.index(entry, KeptRows.authority)
  }
}
