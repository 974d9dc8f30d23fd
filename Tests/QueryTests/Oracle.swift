import Query
import Values

/// A query with the scopes of its proofs, as the test makes it.
struct Case {
  var query: Query
  var scope: Predicate
  var targetScope: Predicate
}

/// What queries mean, evaluated in memory in the plainest way and apart from the composer.
struct Oracle {
  let world: World

  /// Whether two values are the same, by code points: `==` on strings would join é's two forms.
  static func same(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.blank, .blank): return true
    case (.integer(let x), .integer(let y)): return x == y
    case (.text(let x), .text(let y)): return scalars(x) == scalars(y)
    default: return false
    }
  }

  static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// Whether one filled value is less than another of its storage.
  static func less(_ a: Value, _ b: Value) -> Bool {
    if let x = a.integer, let y = b.integer { return x < y }
    if let x = a.text, let y = b.text { return scalars(x).lexicographicallyPrecedes(scalars(y)) }
    return false
  }

  static func holds(_ predicate: Predicate, _ row: [Value]) -> Bool {
    switch predicate {
    case .everything: return true
    case .nothing: return false
    case .isBlank(let column): return row[column].isBlank
    case .expression, .reaches, .belongs, .shared:
      preconditionFailure("no generated predicate has one")
    case .not(let part): return !holds(part, row)
    case .and(let parts): return parts.allSatisfy { holds($0, row) }
    case .or(let parts): return parts.contains { holds($0, row) }
    case .among(let column, let values):
      return !row[column].isBlank && values.contains { same($0, row[column]) }
    case .contains(let column, let text):
      guard let whole = row[column].text else { return false }
      return contains(scalars(whole), scalars(text))
    case .compare(let column, let comparison, let value):
      let own = row[column]
      switch comparison {
      case .equal: return same(own, value)
      case .notEqual: return !same(own, value)
      default: break
      }
      if own.isBlank || value.isBlank { return false }
      switch comparison {
      case .less: return less(own, value)
      case .lessOrEqual: return !less(value, own)
      case .greater: return less(value, own)
      default: return !less(own, value)
      }
    }
  }

  private static func contains(_ whole: [UInt32], _ part: [UInt32]) -> Bool {
    if part.count > whole.count { return false }
    return (0...whole.count - part.count).contains { whole[$0..<$0 + part.count] == part[...] }
  }

  /// The columns of a key: sort keys once each, then the id.
  static func keys(_ query: Query) -> [SortKey] {
    var keys: [SortKey] = []
    for key in query.order {
      if keys.contains(where: { $0.column == key.column }) { continue }
      keys.append(key)
      if key.column == SystemColumn.id { return keys }
    }
    guard let first = keys.first else { return [] }
    return keys + [SortKey(SystemColumn.id, descending: first.descending)]
  }

  /// Whether one key comes before another.
  static func precedes(_ a: [Value], _ b: [Value], _ keys: [SortKey]) -> Bool {
    for (index, key) in keys.enumerated() {
      if same(a[index], b[index]) { continue }
      if a[index].isBlank { return false }
      if b[index].isBlank { return true }
      return less(a[index], b[index]) != key.descending
    }
    return false
  }

  /// All rows of the case, sorted; in order of id without sort keys.
  func sorted(_ test: Case) -> [[Value]] {
    let keys = Oracle.keys(test.query)
    let rows = world.subjects.filter {
      Oracle.holds(test.scope, $0) && Oracle.holds(test.query.filter, $0)
    }
    if keys.isEmpty { return rows }
    return rows.sorted { a, b in
      Oracle.precedes(keys.map { a[$0.column] }, keys.map { b[$0.column] }, keys)
    }
  }

  /// The rows of the case's page, in the order of reading.
  func page(_ test: Case) -> [[Value]] {
    let keys = Oracle.keys(test.query)
    let rows = sorted(test)
    func key(_ row: [Value]) -> [Value] { keys.map { row[$0.column] } }
    switch test.query.position {
    case .first: return Array(rows.prefix(test.query.limit))
    case .last: return Array(rows.suffix(test.query.limit))
    case .after(let mark):
      let beyond = rows.filter { Oracle.precedes(mark, key($0), keys) }
      return Array(beyond.prefix(test.query.limit))
    case .before(let mark):
      let beyond = rows.filter { Oracle.precedes(key($0), mark, keys) }
      return Array(beyond.suffix(test.query.limit))
    }
  }

  /// What the outputs of a row are.
  func outputs(_ row: [Value], _ test: Case) -> [Value] {
    test.query.outputs.map { output in
      switch output {
      case .expression, .sight, .holds, .writes:
        preconditionFailure("no generated query reads one")
      case .column(let column): return row[column]
      case .related(let through, let column, _):
        guard let id = row[through].integer else { return .blank }
        let target = world.targets.first { $0[SystemColumn.id] == .integer(id) }
        guard let target, Oracle.holds(test.targetScope, target) else { return .blank }
        return target[column]
      }
    }
  }
}
