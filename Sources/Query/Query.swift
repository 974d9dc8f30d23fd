import Values

/// A request for rows of one table: what to return, which rows, in what order, from where on.
public struct Query: Sendable {
  public var table: Table
  public var outputs: [Output]
  public var filter: Predicate
  /// Words that the rows must contain. Pages in the order of the newest id are then the quick ones:
  /// any other order sorts all hits.
  public var search: Search?
  /// Sort keys, most significant first; the id is added as the last one by itself, in the
  /// direction of the first. Without keys the order is open and `position` must be `first`.
  public var order: [SortKey]
  public var position: Position
  /// The greatest number of rows wanted; below 1 there are none.
  public var limit: Int
  /// What fills the slots of expressions, but for the person, whom the proof names.
  public var values = ExpressionValues()

  public init(
    _ table: Table, outputs: [Output], filter: Predicate = .everything, search: Search? = nil,
    order: [SortKey] = [], position: Position = .first, limit: Int
  ) {
    self.table = table
    self.outputs = outputs
    self.filter = filter
    self.search = search
    self.order = order
    self.position = position
    self.limit = limit
  }

  /// The columns whose values are the key of a row under this order: each sort key once, up to the
  /// id, which is the last. Empty without sort keys.
  public var keyColumns: [Int] {
    var columns: [Int] = []
    for key in order where !columns.contains(key.column) {
      columns.append(key.column)
      if key.column == SystemColumn.id { return columns }
    }
    return columns.isEmpty ? [] : columns + [SystemColumn.id]
  }
}

/// One column of the answer.
public enum Output: Sendable {
  /// An expression of the definition over the record.
  case expression(CompiledExpression)
  /// A column of the table itself: its value where the proof shows it in full, with stars where it
  /// shows that, else blank.
  case column(Int)
  /// How much of a column is shown of the record: 2 all of it, 1 with stars, 0 nothing.
  case sight(Int)
  /// Whether another proof for the table reaches the record, as 0 or 1.
  indirect case holds(Authorization)
  /// Whether a proof lets a column of the record be written, as 0 or 1.
  indirect case writes(Int, Authorization)
  /// A column of the record that a reference column points to, blank when the reference is blank
  /// or the proof does not reach that record. The proof is for the target's table.
  indirect case related(through: Int, column: Int, Authorization)
}

/// One sort key. Blanks come last in either direction.
public struct SortKey: Hashable, Sendable {
  public let column: Int
  public let descending: Bool

  public init(_ column: Int, descending: Bool = false) {
    self.column = column
    self.descending = descending
  }
}

/// Where a page begins: pages go by key, never by offset. A key holds one value for each of the
/// query's key columns (``Query/keyColumns``).
public enum Position: Hashable, Sendable {
  case first
  case after([Value])
  case before([Value])
  /// The last page, found from the end.
  case last

  /// Whether rows arrive last one first.
  public var isReversed: Bool {
    switch self {
    case .first, .after: return false
    case .before, .last: return true
    }
  }
}

/// A change of one row.
public enum Mutation: Sendable {
  /// A new row, which the proof must reach; answers its id. `given` are the columns that the person
  /// sets, nil for all of them: what the server fills by itself needs no right.
  case insert([Assignment], given: ColumnSet? = nil)
  /// Changes the row with this id when it still has this version, the proof reaches it and lets
  /// the given columns of it be written, and raises the version by one.
  case update(id: Int64, version: Int64, [Assignment], given: ColumnSet? = nil)
  /// Deletes the row under the same conditions.
  case delete(id: Int64, version: Int64)
}

/// A column and its new value.
public struct Assignment: Hashable, Sendable {
  public let column: Int
  public let value: Value

  public init(_ column: Int, _ value: Value) {
    self.column = column
    self.value = value
  }
}

/// Why a query or a change cannot be composed under its proof. Each is a refusal, not a fault: the
/// caller answers as if the column or the right did not exist.
public enum QueryError: Error, Hashable, Sendable {
  /// The proof is for another table.
  case wrongTable
  /// The proof is for another action.
  case wrongAction
  /// The principal only looks: nothing can be changed.
  case readOnly
  /// The proof does not reach this column.
  case column(Int)
  /// The key has not one value per sort key and an id, or values of another storage.
  case key
  /// A predicate compares a column with a value of another storage.
  case storage(Int)
  /// An expression needs a value that the query does not bring.
  case slot
  /// The proof does not reach the row that an insert would make.
  case rows
}
