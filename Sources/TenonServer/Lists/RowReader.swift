import TenonDatabase
import TenonPages

/// Reads the rows of a list into cells, a page at a time.
struct RowReader {
  let entity: EntityModel
  let columns: [Int]
  let reader: RecordReader
  let proof: Authorization
  /// Whether rows come with their titles.
  var hasTitles = false
  /// Columns whose values are wanted as they are stored.
  var extra: [Int] = []

  /// A row, and the values of the columns in `extra`.
  typealias Found = (row: ListRow, extra: [Value])

  /// The page of a request.
  func page(_ wanted: ListRequest) throws -> (rows: [Found], page: PageRows) {
    let cells = CellReader(entity, columns, reader)
    var outputs = cells.outputs
    let titles = hasTitles && entity.titleColumns.allSatisfy(proof.mayRead)
    let titleStart = outputs.count
    if titles { outputs += entity.titleColumns.map(Output.column) }
    let extraStart = outputs.count
    outputs += (extra + [SystemColumn.id, SystemColumn.version]).map(Output.column)
    let idStart = extraStart + extra.count
    var page = PageRows(wanted, entity.table, outputs)
    func found(_ row: borrowing Row) -> Found {
      var values: [Value] = []
      for (place, column) in extra.enumerated() {
        values.append(row.value(extraStart + place, entity.table.columns[column].storage))
      }
      let title = titles ? reader.title(entity, row, from: titleStart) ?? "" : ""
      return (
        ListRow(
          id: row.integer(idStart), version: row.integer(idStart + 1), cells: cells.cells(row),
          title: title), values
      )
    }
    let branches = wanted.filter.branches
    if branches.count > 1 {
      return (try merged(branches, &page, found), page)
    }
    var list: [Found] = []
    page.isReversed = try reader.session.rows(page.query, proof) { row in
      if page.take(row) { list.append(found(row)) }
    }
    return (page.isReversed ? list.reversed() : list, page)
  }

  /// Of each branch as many rows as fill the page, put in order: each is a range of an index, which
  /// the condition as a whole is not.
  private func merged(
    _ branches: [Predicate], _ page: inout PageRows, _ found: (borrowing Row) -> Found
  ) throws -> [Found] {
    var all: [(key: [Value], found: Found)] = []
    for branch in branches {
      var query = page.query
      query.filter = branch
      page.isReversed = try reader.session.rows(query, proof) { row in
        all.append((page.key(row), found(row)))
      }
    }
    let isReversed = page.isReversed
    let order = KeyOrder(page.query, isReversed: isReversed)
    all.sort { order.isBefore($0.key, $1.key) }
    var list: [Found] = []
    for (key, found) in all.prefix(page.query.limit) where page.take(key) { list.append(found) }
    return isReversed ? list.reversed() : list
  }
}

/// The order of rows by their keys, as the database sorts them.
struct KeyOrder {
  private let descending: [Bool]
  private let isReversed: Bool

  init(_ query: Query, isReversed: Bool) {
    self.isReversed = isReversed
    descending = query.keyColumns.map { column in
      (query.order.first { $0.column == column } ?? query.order[0]).descending
    }
  }

  func isBefore(_ a: [Value], _ b: [Value]) -> Bool {
    for (place, isDescending) in descending.enumerated() {
      let (a, b) = (a[place], b[place])
      if a == b { continue }
      // Blanks come last in either direction.
      let isFirst = a.isBlank || b.isBlank ? b.isBlank : KeyOrder.isLess(a, b) != isDescending
      return isFirst != isReversed
    }
    return false
  }

  private static func isLess(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): return a < b
    case (.text(let a), .text(let b)): return a.utf8.lexicographicallyPrecedes(b.utf8)
    default: return false
    }
  }
}

extension Predicate {
  /// Conditions that are this one together and of which each row fulfils one at most: a column that
  /// holds any of a few values gives one for each.
  var branches: [Predicate] {
    switch self {
    case .among(let column, let values) where values.count <= 16:
      var seen: [Value] = []
      for value in values where !seen.contains(value) && !value.isBlank { seen.append(value) }
      return seen.isEmpty ? [self] : seen.map { .compare(column, .equal, $0) }
    case .and(let parts):
      for (place, part) in parts.enumerated() {
        let branches = part.branches
        guard branches.count > 1 else { continue }
        return branches.map { branch in
          var parts = parts
          parts[place] = branch
          return .and(parts)
        }
      }
      return [self]
    default: return [self]
    }
  }
}
