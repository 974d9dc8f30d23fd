import TenonDatabase

/// Follows the rows of a page as they come, and tells the cursors of its neighbours.
struct PageRows {
  private let wanted: ListRequest
  private let keyColumns: [Int]
  private let keyStart: Int
  private let table: Table
  /// Asks for one row more than wanted, which tells whether there are more.
  let query: Query

  private var count = 0
  private(set) var hasMore = false
  /// Keys of the row that came first and of the one that filled the page. No others are needed: a
  /// page that is not full has nothing behind it.
  private var firstKey: [Value]?
  private var fullKey: [Value]?
  /// Whether the rows came last one first.
  var isReversed = false

  /// A page with these outputs; the row's key comes behind them.
  init(_ wanted: ListRequest, _ table: Table, _ outputs: [Output]) {
    var query = Query(
      table, outputs: outputs, filter: wanted.filter, search: wanted.search, order: wanted.order,
      position: wanted.position, limit: wanted.limit + 1)
    keyColumns = query.keyColumns
    keyStart = outputs.count
    query.outputs += keyColumns.map(Output.column)
    self.wanted = wanted
    self.table = table
    self.query = query
  }

  /// Notes a row. False for the one beyond the page.
  mutating func take(_ row: borrowing Row) -> Bool {
    guard takeOne() else { return false }
    if count == 1 { firstKey = key(row) }
    if count == wanted.limit { fullKey = key(row) }
    return true
  }

  /// Notes a row by its key, where rows come from more than one query.
  mutating func take(_ key: [Value]) -> Bool {
    guard takeOne() else { return false }
    if count == 1 { firstKey = key }
    if count == wanted.limit { fullKey = key }
    return true
  }

  private mutating func takeOne() -> Bool {
    if count == wanted.limit {
      hasMore = true
      return false
    }
    count += 1
    return true
  }

  /// The key of a row that these outputs gave.
  func key(_ row: borrowing Row) -> [Value] {
    var key: [Value] = []
    for (offset, column) in keyColumns.enumerated() {
      key.append(row.value(keyStart + offset, table.columns[column].storage))
    }
    return key
  }

  /// Cursors for the page before and the page after; nil at an end. A page that was reached by key
  /// has rows on the side from which it was reached.
  var cursors: (before: String?, after: String?) {
    let came = firstKey.map { Cursor.encode($0, wanted.order) }
    let full = hasMore ? fullKey.map { Cursor.encode($0, wanted.order) } : nil
    switch wanted.position {
    case .first: return (nil, full)
    case .after: return (came, full)
    case .before: return (full, came)
    case .last: return (full, nil)
    }
  }
}
