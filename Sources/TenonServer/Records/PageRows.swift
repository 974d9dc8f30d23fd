import TenonDatabase

/// The keys of a page's rows as they came, from which the neighbours are found.
struct PageRows {
  /// In the order in which they came; the last one first when reversed.
  var keys: [[Value]] = []
  /// Whether one more row came than was wanted.
  var hasMore = false
  var isReversed = false

  /// Cursors for the page before and the page after; nil at an end. A page that was reached by key
  /// has rows on the side from which it was reached.
  func cursors(_ wanted: ListRequest) -> (before: String?, after: String?) {
    guard let firstKey = isReversed ? keys.last : keys.first,
      let lastKey = isReversed ? keys.first : keys.last
    else { return (nil, nil) }
    let hasBefore: Bool
    let hasAfter: Bool
    switch wanted.position {
    case .first: (hasBefore, hasAfter) = (false, hasMore)
    case .after: (hasBefore, hasAfter) = (true, hasMore)
    case .before: (hasBefore, hasAfter) = (hasMore, true)
    case .last: (hasBefore, hasAfter) = (hasMore, false)
    }
    return (
      hasBefore ? Cursor.encode(firstKey, wanted.order) : nil,
      hasAfter ? Cursor.encode(lastKey, wanted.order) : nil
    )
  }
}

extension ListRequest {
  /// The query of the page: these outputs, and behind them the row's key.
  func query(_ entity: EntityModel, _ outputs: [Output]) -> Query {
    Query(
      entity.table, outputs: outputs + keyColumns.map(Output.column), filter: filter,
      order: order, position: position, limit: limit)
  }

  /// The columns of a key: the order's and the id.
  private var keyColumns: [Int] {
    let columns = order.map(\.column)
    return columns.contains(SystemColumn.id) ? columns : columns + [SystemColumn.id]
  }

  /// The key of a row whose key columns begin at `start`.
  func key(_ row: borrowing Row, _ start: Int, _ entity: EntityModel) -> [Value] {
    var key: [Value] = []
    for (offset, column) in keyColumns.enumerated() {
      key.append(row.value(start + offset, entity.table.columns[column].storage))
    }
    return key
  }
}
