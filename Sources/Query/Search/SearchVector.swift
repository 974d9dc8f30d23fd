import Values

/// Tokens and searches in the language of PostgreSQL's text search
/// (https://www.postgresql.org/docs/15/datatype-textsearch.html). One vector holds the tokens of
/// all columns, each with its column's number in front, so that a search looks only into the
/// columns that it names and a phrase never goes on from one column into the next.
enum SearchVector {
  /// Places behind this one are all taken for the same by the engine: no phrase is found there.
  private static let lastPlace = 16_383

  /// The vector of a row, from the tokens of each column.
  static func value(_ columns: [Value]) -> Value {
    var out = ""
    for (column, value) in columns.enumerated() {
      guard let tokens = value.text else { continue }
      for (place, token) in tokens.split(separator: " ").prefix(lastPlace).enumerated() {
        if !out.isEmpty { out += " " }
        out += "'\(column):\(token)':\(place + 1)"
      }
    }
    return .text(out)
  }

  /// The search for rows that have each of these terms in any of the columns.
  static func expression(_ terms: [SearchTerm], in columns: [Int]) -> String {
    terms.map { term in
      let places = columns.map { column in
        let phrase = term.tokens.map { "'\(column):\($0)'" }.joined(separator: " <-> ")
        return "(" + phrase + (term.isPrefix ? ":*" : "") + ")"
      }
      return "(" + places.joined(separator: " | ") + ")"
    }.joined(separator: " & ")
  }
}
