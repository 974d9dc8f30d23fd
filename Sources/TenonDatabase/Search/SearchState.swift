import Query
import Values

/// How far the filling of a search index is, and for which definition.
public struct SearchState: Hashable, Sendable {
  /// The definition of the index that was filled; blank when it is to be built anew.
  public let definition: String
  /// The last row that is in it.
  public let last: Int64
  public let isWhole: Bool

  public init(definition: String, last: Int64, isWhole: Bool) {
    self.definition = definition
    self.last = last
    self.isWhole = isWhole
  }

  /// An index without an entry here, or with another definition, is empty.
  public static let schema = [
    SchemaItem(
      key: "table tenon_search", definition: "1",
      sql: """
        CREATE TABLE "tenon_search" (
          "name" TEXT NOT NULL PRIMARY KEY,
          "definition" TEXT NOT NULL,
          "last" INTEGER NOT NULL,
          "is_whole" INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """)
  ]

  static let all: StaticString = "SELECT name, definition, last, is_whole FROM tenon_search"
  static let remove: StaticString = "DELETE FROM tenon_search WHERE name = ?"
  static let spoil: StaticString =
    "UPDATE tenon_search SET definition = '' WHERE name = ?"
  static let put: StaticString = """
    INSERT INTO tenon_search (name, definition, last, is_whole) VALUES (?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET definition = excluded.definition, last = excluded.last,
      is_whole = excluded.is_whole
    """
}

extension Session {
  /// The states of all indexes by name.
  public final func searchStates(_ proof: SystemAuthority) throws -> [String: SearchState] {
    guard isActive else { throw DatabaseError.closed }
    var states: [String: SearchState] = [:]
    _ = try connection.rows(SearchState.all, []) { row in
      states[row.string(0)] = SearchState(
        definition: row.string(1), last: row.integer(2), isWhole: row.integer(3) == 1)
    }
    return states
  }
}

extension WriteSession {
  /// Notes the state of an index; nil forgets it.
  public func note(
    _ state: SearchState?, of name: String, _ proof: SystemAuthority
  ) throws(DatabaseError) {
    try checkTransaction()
    guard let state else {
      _ = try connection.finish(SearchState.remove, [.text(name)])
      return
    }
    _ = try connection.finish(
      SearchState.put,
      [
        .text(name), .text(state.definition), .integer(state.last),
        .integer(state.isWhole ? 1 : 0),
      ])
  }
}
