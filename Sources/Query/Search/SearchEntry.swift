import Values

/// How the entry of one row in its table's search index changes.
public struct SearchEntry: Sendable {
  public let index: SearchIndex
  public let id: Int64
  /// Values of the index's columns as they are in the index; nil when the row is new.
  let before: [Value]?
  /// As they are to be; nil when the row is gone.
  let after: [Value]?

  /// The change from a row's values before and after, by the table's columns; nil when it leaves
  /// the entry as it is.
  public init?(_ index: SearchIndex, id: Int64, before: [Value]?, after: [Value]?) {
    self.index = index
    self.id = id
    self.before = before.map { row in index.columns.map { row[$0.column] } }
    self.after = after.map { row in index.columns.map { row[$0.column] } }
    if self.before == self.after { return nil }
  }

  /// The entry of a row as it is found: its values by the index's columns.
  public init(_ index: SearchIndex, id: Int64, filling values: [Value]) {
    self.index = index
    self.id = id
    before = nil
    after = values
  }

  /// The entry as if the index held none of the row; nil when the row is gone.
  public var withoutBefore: SearchEntry? {
    after.map { SearchEntry(index, id: id, filling: $0) }
  }

  /// The statements that change the index. What is taken out must be named as it was put in.
  func statements(_ dialect: Dialect) -> [Statement] {
    [(before, false), (after, true)].compactMap { values, isNew in
      guard let values else { return nil }
      let tokens = zip(index.columns, values).map { Value($0.tokens($1)) }
      if tokens.allSatisfy(\.isBlank) { return nil }
      let write = SearchWrite(index: index, id: id, tokens: tokens, isNew: isNew)
      return Statement(.entry(write), dialect: dialect)
    }
  }
}

/// One statement that adds an entry to an index or takes it out.
struct SearchWrite: Sendable {
  let index: SearchIndex
  let id: Int64
  let tokens: [Value]
  let isNew: Bool

  func write(into sink: inout some StatementSink) {
    sink.literal("INSERT INTO ")
    sink.searchIndex(index)
    sink.literal(" (")
    if !isNew {
      sink.searchIndex(index)
      sink.literal(", ")
    }
    sink.literal("rowid")
    for place in tokens.indices {
      sink.literal(", ")
      sink.searchColumn(place)
    }
    sink.literal(isNew ? ") VALUES (" : ") VALUES ('delete', ")
    sink.bind(.integer(id))
    for token in tokens {
      sink.literal(", ")
      sink.bind(token)
    }
    sink.literal(")")
  }
}

/// The statement that empties an index.
struct SearchClear: Sendable {
  let index: SearchIndex

  func write(into sink: inout some StatementSink) {
    sink.literal("INSERT INTO ")
    sink.searchIndex(index)
    sink.literal(" (")
    sink.searchIndex(index)
    sink.literal(") VALUES ('delete-all')")
  }
}
