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

  /// Where the parts of a row stand.
  private struct Places {
    let cells: CellReader
    /// What was asked for besides cells.
    let more: Int
    let id: Int
    var version: Int { id + 1 }
  }

  /// The page of a request.
  func page(_ wanted: ListRequest) throws -> (rows: [Found], page: PageRows) {
    let titles = hasTitles && entity.titleColumns.allSatisfy(proof.mayRead)
    let more = (titles ? entity.titleColumns : []) + extra
    return try page(wanted, more) { row, places in
      let start = places.more + more.count - extra.count
      let values = extra.enumerated().map { place, column in
        row.value(start + place, entity.table.columns[column].storage)
      }
      return (
        ListRow(
          id: row.integer(places.id), version: row.integer(places.version),
          cells: columns.indices.map { places.cells.cell($0, row) },
          title: title(row, places, titles)), values
      )
    }
  }

  /// What a card is called; its id where the person may not read the titles of all records.
  private func title(_ row: borrowing Row, _ places: Places, _ isReadable: Bool) -> String {
    if !hasTitles { return "" }
    if !isReadable { return "#\(row.integer(places.id))" }
    return reader.title(entity, row, from: places.more) ?? ""
  }

  /// The page of a request as the markup of a table.
  func table(
    _ wanted: ListRequest, _ rows: consuming TableRows
  ) throws -> (rows: TableMarkup, page: PageRows) {
    let (found, page) = try page(wanted, []) { row, places in
      let start = rows.begin(id: row.integer(places.id), version: row.integer(places.version))
      for column in columns.indices { rows.write(places.cells.cell(column, row)) }
      return start..<rows.end()
    }
    return (rows.markup(found), page)
  }

  private func page<Found>(
    _ wanted: ListRequest, _ more: [Int], _ found: (borrowing Row, Places) -> Found
  ) throws -> (rows: [Found], page: PageRows) {
    let cells = CellReader(entity, columns, reader)
    let outputs =
      cells.outputs + (more + [SystemColumn.id, SystemColumn.version]).map(Output.column)
    let places = Places(
      cells: cells, more: cells.outputs.count, id: cells.outputs.count + more.count)
    var page = PageRows(wanted, entity.table, outputs)
    let branches = wanted.filter.branches
    if branches.count > 1 {
      return (try merged(branches, &page) { found($0, places) }, page)
    }
    var list: [Found] = []
    list.reserveCapacity(wanted.limit)
    page.isReversed = try reader.session.rows(page.query, proof) { row in
      if page.take(row) { list.append(found(row, places)) }
    }
    return (page.isReversed ? list.reversed() : list, page)
  }

  /// Of each branch as many rows as fill the page, put in order: each is a range of an index, which
  /// the condition as a whole is not.
  private func merged<Found>(
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
