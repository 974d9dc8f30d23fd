import Values

/// How a column stands to a key value in one step of a page.
enum KeyTerm: Hashable, Sendable {
  case equal(Int, Value)
  case greater(Int, Value)
  case less(Int, Value)
  case blank(Int)
  case filled(Int)
}

/// One ORDER BY term; `blanksFirst` matters only where blanks can occur.
struct OrderTerm: Hashable, Sendable {
  let column: Int
  let descending: Bool
  let blanksFirst: Bool
}

/// A range of rows that one index seek finds in order.
struct KeysetStep: Sendable {
  var terms: [KeyTerm]
  var order: [OrderTerm]
}

/// Splits a page into steps that are each a plain range of an index.
///
/// "After (a, b, id)" as one condition needs OR as soon as a blank may occur, and then no engine
/// seeks beyond the leading key; instead the rows after the key are, in order: those equal in a and
/// b with a greater id; those equal in a with a greater b; those equal in a with a blank b; those
/// with a greater a; those with a blank a. Each is a range, and a page seldom needs more than the
/// first two. Blanks, which sort last, thus need no expression in ORDER BY for the leading key.
enum KeysetSteps {
  /// The steps of a query's page, in the order in which to run them.
  static func steps(_ query: Query) throws(QueryError) -> [KeysetStep] {
    if query.order.isEmpty {
      guard query.position == .first else { throw .key }
      return [KeysetStep(terms: [], order: [])]
    }
    let order = orderTerms(query)
    switch query.position {
    case .first, .last: return ranges(prefix: [], order[...], query.table)
    case .after(let key), .before(let key):
      try check(key, order, query.table)
      return stepsBeyond(key, order, query.table)
    }
  }

  /// The key columns, turned round for a page from the end.
  private static func orderTerms(_ query: Query) -> [OrderTerm] {
    let reversed = query.position.isReversed
    return query.keyColumns.map { column in
      let key = query.order.first { $0.column == column } ?? query.order[0]
      return OrderTerm(
        column: column, descending: key.descending != reversed, blanksFirst: reversed)
    }
  }

  private static func check(
    _ key: [Value], _ order: [OrderTerm], _ table: Table
  ) throws(QueryError) {
    guard key.count == order.count else { throw .key }
    for (value, term) in zip(key, order) {
      let column = table.columns[term.column]
      if !column.storage.carries(value) || (value.isBlank && column.isRequired) { throw .key }
    }
  }

  /// All rows with these equal terms, leading key first by range: filled ones and blank ones.
  private static func ranges(
    prefix: [KeyTerm], _ order: ArraySlice<OrderTerm>, _ table: Table
  ) -> [KeysetStep] {
    guard let first = order.first else { return [] }
    if table.columns[first.column].isRequired {
      return [KeysetStep(terms: prefix, order: Array(order))]
    }
    let filled = KeysetStep(terms: prefix + [.filled(first.column)], order: Array(order))
    // Among these the next key leads, and may be blank in its turn.
    let blank = ranges(prefix: prefix + [.blank(first.column)], order.dropFirst(), table)
    return first.blanksFirst ? blank + [filled] : [filled] + blank
  }

  private static func stepsBeyond(
    _ key: [Value], _ order: [OrderTerm], _ table: Table
  ) -> [KeysetStep] {
    var steps: [KeysetStep] = []
    for length in stride(from: order.count - 1, through: 0, by: -1) {
      let prefix = (0..<length).map { index -> KeyTerm in
        let column = order[index].column
        return key[index].isBlank ? .blank(column) : .equal(column, key[index])
      }
      let term = order[length]
      let rest = Array(order[length...])
      let isRequired = table.columns[term.column].isRequired
      if key[length].isBlank {
        if term.blanksFirst {
          steps.append(KeysetStep(terms: prefix + [.filled(term.column)], order: rest))
        }
        continue
      }
      let beyond: KeyTerm =
        term.descending ? .less(term.column, key[length]) : .greater(term.column, key[length])
      steps.append(KeysetStep(terms: prefix + [beyond], order: rest))
      if !isRequired && !term.blanksFirst {
        steps += ranges(prefix: prefix + [.blank(term.column)], rest.dropFirst()[...], table)
      }
    }
    return steps
  }
}
