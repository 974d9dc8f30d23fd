import Query
import Values

/// Compares the schema recorded in the database with the one wanted, and adds what is missing.
struct SchemaKeeper {
  let connection: any Connection

  /// Applies the items inside the writer's transaction. Returns the keys added.
  func apply(_ items: [SchemaItem]) throws(SchemaRefusal) -> [String] {
    let recorded = try recordedDefinitions()
    let conflicts = try conflicts(items, recorded)
    if !conflicts.isEmpty { throw .conflicts(conflicts) }
    try dropStale(items, recorded)
    try notePlain(items, recorded)
    var created: Set<String> = []
    var added: [String] = []
    for item in items where recorded[item.key] == nil || isStale(item, recorded) {
      let isMade = item.createdBy.map(created.contains) ?? false
      if !isMade { try create(item) }
      created.insert(item.key)
      added.append(item.key)
      try run(
        "INSERT INTO tenon_schema (item, definition) VALUES (?, ?)",
        [.text(item.key), .text(item.definition)], item.key)
    }
    return added
  }

  private func recordedDefinitions() throws(SchemaRefusal) -> [String: String] {
    // The writer of a server has made it before it could write.
    if connection.dialect == .sqlite {
      try run(
        """
        CREATE TABLE IF NOT EXISTS tenon_schema (
          item TEXT NOT NULL PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID
        """, [], nil)
    }
    var recorded: [String: String] = [:]
    do {
      _ = try connection.rows(once: "SELECT item, definition FROM tenon_schema", []) { row in
        recorded[row.string(0)] = row.string(1)
      }
    } catch {
      throw .failed(key: nil, error as? DatabaseError ?? .statement("tenon_schema"))
    }
    return recorded
  }

  // MARK: Conflicts

  private func conflicts(
    _ items: [SchemaItem], _ recorded: [String: String]
  ) throws(SchemaRefusal) -> [SchemaConflict] {
    var conflicts: [SchemaConflict] = []
    for item in items {
      if let definition = recorded[item.key] {
        if definition == item.definition || isMadeAnew(item.key) { continue }
        if definition == item.definition + SchemaItem.computed { continue }
        conflicts.append(
          SchemaConflict(
            key: item.key, reason: .changed(recorded: definition), count: try stock(item.key)))
      } else if item.needsValue {
        let table = String(SchemaItem.column(item.key).table)
        guard recorded["table \(table)"] != nil else { continue }
        let rows = try count("SELECT count(*) FROM \(quoted(table))", item.key)
        if rows > 0 {
          conflicts.append(SchemaConflict(key: item.key, reason: .needsValue, count: rows))
        }
      }
    }
    let wanted = Set(items.map(\.key))
    for key in recorded.keys.sorted() where !wanted.contains(key) {
      if isIndex(key) || isMadeAnew(key) || isApart(key) || isLeft(key, recorded) { continue }
      conflicts.append(SchemaConflict(key: key, reason: .removed, count: try stock(key)))
    }
    return conflicts
  }

  /// How many rows or values an item of the database holds.
  private func stock(_ key: String) throws(SchemaRefusal) -> Int {
    switch SchemaItem.kind(key) {
    case "table":
      return try count("SELECT count(*) FROM \(quoted(String(SchemaItem.name(key))))", key)
    case "column":
      let (table, column) = SchemaItem.column(key)
      return try count(
        "SELECT count(\(quoted(String(column)))) FROM \(quoted(String(table)))", key)
    default: return 0
    }
  }

  // MARK: What holds nothing of its own

  /// An index holds nothing that its table does not: one that is no longer wanted goes. Functions
  /// stay, since a process of the version before may still ask for them; they are made over.
  private func dropStale(
    _ items: [SchemaItem], _ recorded: [String: String]
  ) throws(SchemaRefusal) {
    let wanted = Set(items.map(\.key))
    let stale = Set(items.filter { isStale($0, recorded) }.map(\.key))
    for key in recorded.keys.sorted() where !wanted.contains(key) || stale.contains(key) {
      if isLeft(key, recorded) { continue }
      let name = quoted(String(SchemaItem.name(key)))
      if isIndex(key) { try run("DROP INDEX IF EXISTS \(name)", [], key) }
      if isSearch(key) { try run("DROP TABLE IF EXISTS \(name)", [], key) }
      try run("DELETE FROM tenon_schema WHERE item = ?", [.text(key)], key)
    }
  }

  /// Whether a search index or functions are there that were made otherwise.
  private func isStale(_ item: SchemaItem, _ recorded: [String: String]) -> Bool {
    guard isMadeAnew(item.key), let definition = recorded[item.key] else { return false }
    return definition != item.definition
  }

  /// What a column holds that was computed is people's from now on.
  private func notePlain(
    _ items: [SchemaItem], _ recorded: [String: String]
  ) throws(SchemaRefusal) {
    for item in items where recorded[item.key] == item.definition + SchemaItem.computed {
      try run(
        "UPDATE tenon_schema SET definition = ? WHERE item = ?",
        [.text(item.definition), .text(item.key)], item.key)
    }
  }

  /// Whether a column's contents followed from others: it may stay when nobody asks for it.
  private func isLeft(_ key: String, _ recorded: [String: String]) -> Bool {
    SchemaItem.kind(key) == "column" && recorded[key]?.hasSuffix(SchemaItem.computed) == true
  }

  private func isSearch(_ key: String) -> Bool { SchemaItem.kind(key) == "search" }

  /// Whether an item is made anew when its definition differs: a search index, which its owner
  /// then fills again, and functions.
  private func isMadeAnew(_ key: String) -> Bool {
    isSearch(key) || SchemaItem.kind(key) == "functions"
  }

  private func isIndex(_ key: String) -> Bool { SchemaItem.kind(key) == "index" }

  func isApart(_ key: String) -> Bool { SchemaItem.kind(key) == SchemaItem.apart }

  // MARK: Additions

  private func create(_ item: SchemaItem) throws(SchemaRefusal) {
    if isApart(item.key) { return try hold(item) }
    do {
      try connection.run("SAVEPOINT item")
      try connection.script(item.sql)
      try connection.run("RELEASE item")
    } catch {
      guard case .unique(let table, let columns, _) = error, !columns.isEmpty else {
        throw .failed(key: item.key, error)
      }
      try run("ROLLBACK TO item", [], item.key)
      let duplicates = try duplicates(table, columns, item.key)
      throw .conflicts([
        SchemaConflict(key: item.key, reason: .duplicates, count: duplicates)
      ])
    }
  }

  /// Refuses a rule against which rows stand.
  func hold(_ item: SchemaItem) throws(SchemaRefusal) {
    var pairs: [[Int64]] = []
    do {
      _ = try connection.rows(once: item.sql, []) { row in
        pairs.append([row.integer(0), row.integer(1)])
      }
    } catch {
      throw .failed(key: item.key, error as? DatabaseError ?? .statement("\(error)"))
    }
    if pairs.isEmpty { return }
    throw .conflicts([
      SchemaConflict(
        key: item.key, reason: .overlapping(Array(pairs.prefix(5))), count: pairs.count)
    ])
  }

  private func duplicates(
    _ table: String, _ columns: [String], _ key: String
  ) throws(SchemaRefusal) -> Int {
    let list = columns.map(quoted).joined(separator: ", ")
    let filled = columns.map { "\(quoted($0)) IS NOT NULL" }.joined(separator: " AND ")
    return try count(
      """
      SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM (SELECT count(*) AS n FROM \(quoted(table))
        WHERE \(filled) GROUP BY \(list) HAVING count(*) > 1) AS same
      """, key)
  }

  // MARK: Statements

  private func run(
    _ sql: String, _ values: [Value], _ key: String?
  ) throws(SchemaRefusal) {
    do {
      _ = try connection.rows(once: sql, values) { _ in }
    } catch {
      throw .failed(key: key, error as? DatabaseError ?? .statement("\(error)"))
    }
  }

  private func count(_ sql: String, _ key: String) throws(SchemaRefusal) -> Int {
    do {
      var count = 0
      _ = try connection.rows(once: sql, []) { count = Int($0.integer(0)) }
      return count
    } catch {
      throw .failed(key: key, error as? DatabaseError ?? .statement("\(error)"))
    }
  }

  private func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

extension WriteSession {
  /// Looks again whether rows stand against rules of a schema that nothing in the database holds by
  /// itself. Throws ``SchemaRefusal``.
  public func hold(_ items: [SchemaItem], _ proof: SystemAuthority) throws(SchemaRefusal) {
    let keeper = SchemaKeeper(connection: connection)
    for item in items where keeper.isApart(item.key) { try keeper.hold(item) }
  }
}

extension Database {
  /// Creates the application's schema, or adds what is new, in one transaction. Returns the keys
  /// of the items added, in order; none when the database is up to date.
  ///
  /// Throws when the database holds something that is not in the list, or otherwise, or that does
  /// not fit what is new; then nothing is changed. Items come in the order in which to create them.
  @discardableResult
  public func apply(
    _ items: [SchemaItem], _ proof: SystemAuthority
  ) throws(SchemaRefusal) -> [String] {
    do {
      return try writeAndWait { session in
        try SchemaKeeper(connection: session.connection).apply(items)
      }
    } catch let refusal as SchemaRefusal {
      throw refusal
    } catch {
      throw .failed(key: nil, error as? DatabaseError ?? .statement("\(error)"))
    }
  }
}
