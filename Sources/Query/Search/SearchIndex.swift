import Values

/// What of a table is searched. The index holds an entry for each row, kept by the server in the
/// same transaction as the row; one column of it for each of these, so that a search looks only
/// into what its proof may read.
public final class SearchIndex: Sendable {
  public let table: Table
  public let columns: [SearchColumn]

  public init(_ table: Table, _ columns: [SearchColumn]) {
    self.table = table
    self.columns = columns
  }

  /// The physical name, unquoted.
  public var name: String { "tenon_search_" + table.name }

  /// What an index built otherwise differs in.
  public var definition: String {
    ([String(SearchGrams.version)]
      + columns.map { column in
        let name = table.columns[column.column].name
        return name + (column.isInitials ? ":initials" : "") + (column.most.map { ":\($0)" } ?? "")
      }).joined(separator: " ")
  }

  /// The index as an item of a schema.
  public func item(_ dialect: Dialect) -> SchemaItem {
    switch dialect {
    case .sqlite: sqliteItem
    case .postgres: postgresItem
    }
  }

  /// A table beside the entity's with a row for each that has tokens; its own index comes when it
  /// is filled (``filled(_:)``).
  private var postgresItem: SchemaItem {
    SchemaItem(
      key: "search \(name)", definition: definition,
      sql: """
        CREATE TABLE \(TextSink.quoted(name)) (id BIGINT PRIMARY KEY, tokens tsvector NOT NULL)
        """)
  }

  /// What is to be done before many rows are filled in; nil for nothing. An index of PostgreSQL is
  /// made ten times as fast over rows that are there as row by row.
  public func emptied(_ dialect: Dialect) -> String? {
    dialect == .sqlite ? nil : "DROP INDEX IF EXISTS \(gin)"
  }

  /// What is to be done when all rows are filled in; nil for nothing. New entries wait in a list,
  /// which every search walks: it is kept short.
  public func filled(_ dialect: Dialect) -> String? {
    if dialect == .sqlite { return nil }
    return """
      CREATE INDEX IF NOT EXISTS \(gin) ON \(TextSink.quoted(name)) USING gin (tokens)
        WITH (gin_pending_list_limit = 256)
      """
  }

  private var gin: String { TextSink.quoted("tenon_si_" + table.name) }

  /// The index as an item of the schema of a SQLite database. It keeps no text of its own, no sizes
  /// and no ranks: tokens, and where they stand. `ascii` parts them at blanks and nowhere else,
  /// since they hold no other ASCII but letters and digits.
  private var sqliteItem: SchemaItem {
    let table = TextSink.quoted(name)
    let names = columns.indices.map { "c\($0)" }.joined(separator: ", ")
    return SchemaItem(
      key: "search \(name)", definition: definition,
      sql: """
        CREATE VIRTUAL TABLE \(table) USING fts5(
          \(names), content = '', columnsize = 0, tokenize = 'ascii');
        INSERT INTO \(table) (\(table), rank) VALUES 
          ('automerge', 16), ('crisismerge', 64), ('hashsize', 16777216)
        """)
  }
}

/// One column of an index.
public struct SearchColumn: Hashable, Sendable {
  /// The column of the table.
  public let column: Int
  /// Whether it holds the text's initials instead of the text.
  public let isInitials: Bool
  /// How many code points are searched, from the beginning; nil for all.
  public let most: Int?

  public init(_ column: Int, isInitials: Bool = false, most: Int? = nil) {
    self.column = column
    self.isInitials = isInitials
    self.most = most
  }

  /// The tokens of a value; nil when it has none.
  func tokens(_ value: Value) -> String? {
    guard let text = value.text else { return nil }
    var folded = FoldedText(text, most: most ?? .max)
    if isInitials {
      guard let initials = PinyinInitials(folded) else { return nil }
      folded = initials.text
    }
    return folded.isEmpty ? nil : SearchGrams.tokens(folded)
  }
}

/// A search as part of a query: rows whose text contains each of the words, in any of the columns
/// that the proof may read.
public struct Search: Sendable {
  public let index: SearchIndex
  public let words: SearchWords

  public init(_ index: SearchIndex, _ words: SearchWords) {
    self.index = index
    self.words = words
  }

  /// The condition in the language of the index; nil when the proof may read none of the columns.
  /// Tokens hold no quote and no sign of the expression's own.
  func expression(_ proof: Authorization, _ dialect: Dialect) -> String? {
    let readable = index.columns.indices.filter { proof.mayRead(index.columns[$0].column) }
    if readable.isEmpty { return nil }
    if dialect == .postgres {
      return SearchVector.expression(words.words.map(SearchGrams.term), in: readable)
    }
    let words = words.words.map { word in
      let term = SearchGrams.term(word)
      return "\"" + term.tokens.joined(separator: " ") + (term.isPrefix ? "\" *" : "\"")
    }
    let columns = readable.map { "c\($0)" }.joined(separator: " ")
    return "{\(columns)} : (" + words.joined(separator: " AND ") + ")"
  }
}
