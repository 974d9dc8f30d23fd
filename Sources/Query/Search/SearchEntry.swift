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

  /// The statements that change the index.
  func statements(_ dialect: Dialect) -> [Statement] {
    func statement(_ tokens: [Value]?, isNew: Bool) -> Statement {
      let write = SearchWrite(index: index, id: id, tokens: tokens ?? [], isNew: isNew)
      return Statement(.entry(write), dialect: dialect)
    }
    let (old, new) = (tokens(before), tokens(after))
    switch dialect {
    case .sqlite:
      // What is taken out must be named as it was put in.
      return (old.map { [statement($0, isNew: false)] } ?? [])
        + (new.map { [statement($0, isNew: true)] } ?? [])
    case .postgres:
      // The entry is a row, which can be found and changed.
      if let new { return [statement([SearchVector.value(new)], isNew: true)] }
      return before == nil ? [] : [statement(nil, isNew: false)]
    }
  }

  /// The tokens of each column; nil when there are none at all.
  private func tokens(_ values: [Value]?) -> [Value]? {
    let tokens = values.map { zip(index.columns, $0).map { Value($0.tokens($1)) } }
    return tokens?.allSatisfy(\.isBlank) == true ? nil : tokens
  }
}

/// One statement that adds an entry to an index or takes it out.
struct SearchWrite: Sendable {
  let index: SearchIndex
  let id: Int64
  /// Those of each column for SQLite; for PostgreSQL all of them in one value.
  let tokens: [Value]
  let isNew: Bool

  func write(into sink: inout some StatementSink, dialect: Dialect) {
    switch dialect {
    case .sqlite: writeEntry(into: &sink)
    case .postgres: writeRow(into: &sink)
    }
  }

  private func writeEntry(into sink: inout some StatementSink) {
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

  private func writeRow(into sink: inout some StatementSink) {
    sink.literal(isNew ? "INSERT INTO " : "DELETE FROM ")
    sink.searchIndex(index)
    sink.literal(isNew ? " (id, tokens) VALUES (" : " WHERE id = ")
    sink.bind(.integer(id))
    guard isNew else { return }
    sink.literal(", CAST(")
    sink.bind(tokens[0])
    sink.literal(" AS tsvector)) ON CONFLICT (id) DO UPDATE SET tokens = excluded.tokens")
  }
}

/// The statement that empties an index.
struct SearchClear: Sendable {
  let index: SearchIndex

  func write(into sink: inout some StatementSink, dialect: Dialect) {
    sink.literal(dialect == .sqlite ? "INSERT INTO " : "DELETE FROM ")
    sink.searchIndex(index)
    if dialect == .postgres { return }
    sink.literal(" (")
    sink.searchIndex(index)
    sink.literal(") VALUES ('delete-all')")
  }
}
