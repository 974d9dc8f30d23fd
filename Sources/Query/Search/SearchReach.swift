import Values

/// How a search of PostgreSQL looks through its index. What a row holds is kept apart from it and
/// costs 25 µs to look into, of which the engine knows nothing: left to itself it walks along the
/// ids through all rows where the index would have said that there are none. So the newest rows are
/// walked through first, which finds what is common, and then the index is asked for the rest.
enum SearchReach {
  /// All rows, by the index.
  case all
  /// The newest rows of the page, in order of the id.
  case near
  /// The rows behind those, by the index.
  case far

  /// How many ids the walk goes through.
  private static let width: Int64 = 500

  /// What of the index is joined as `s`. OFFSET keeps the engine from joining first.
  func writeSource(_ match: PageStep.Match, into sink: inout some StatementSink) {
    if self == .near {
      sink.searchIndex(match.index)
      sink.literal(" AS s JOIN ")
    } else {
      sink.literal("(SELECT id FROM ")
      sink.searchIndex(match.index)
      sink.literal(" WHERE tokens @@ CAST(")
      sink.bind(.text(match.expression))
      sink.literal(" AS tsquery) OFFSET 0) AS s JOIN ")
    }
  }

  /// The condition on `s`. Returns whether there is one.
  func writeCondition(
    _ match: PageStep.Match, _ key: [KeyTerm], into sink: inout some StatementSink
  ) -> Bool {
    if self == .all { return false }
    sink.literal(self == .near ? " WHERE s.id > " : " WHERE s.id <= ")
    if case .less(_, .integer(let id)) = key.first {
      sink.bind(.integer(id - SearchReach.width))
    } else {
      sink.literal("(SELECT coalesce(max(id), 0) - ")
      sink.bind(.integer(SearchReach.width))
      sink.literal(" FROM ")
      sink.searchIndex(match.index)
      sink.literal(")")
    }
    if self == .near {
      sink.literal(" AND s.tokens @@ CAST(")
      sink.bind(.text(match.expression))
      sink.literal(" AS tsquery)")
    }
    return true
  }

  /// The parts in which a page of a search is found, one after the other.
  static func parts(_ step: KeysetStep) -> [SearchReach] {
    guard let first = step.order.first, first.column == SystemColumn.id, first.descending else {
      return [.all]
    }
    return [.near, .far]
  }
}
