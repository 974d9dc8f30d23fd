import Values

/// A page of rows that a right picks by one of several columns, or of several values of one: the
/// owner, a department.
///
/// An engine reads along one index. So each alternative becomes an arm of its own that reads ids
/// and keys along the index of its column and the order; the engine merges the arms lazily, and
/// takes no more rows from all of them together than the page holds. Where nothing is known of the
/// alternatives, or they are many, the order's own index is walked instead, testing each row.
struct PageArms: Sendable {
  let arms: [Arm]

  /// The rows of one alternative that none before it has.
  struct Arm: Sendable {
    /// The condition that an index serves: a column with one value, or blank.
    let lead: Predicate
    /// What the row must meet besides.
    let rest: Predicate
  }

  /// More than these are about as many rows as there are.
  static let most = 32

  /// The arms of a condition; nil when it has one alternative only, too many, or one of which no
  /// index knows.
  init?(_ rows: Predicate) {
    let choices: [Predicate]
    if case .or(let parts) = rows { choices = parts } else { choices = [rows] }
    var arms: [Arm] = []
    for (place, choice) in choices.enumerated() {
      guard let own = PageArms.arms(of: choice) else { return nil }
      let others = choices[..<place].map { Predicate.opposite(of: $0) }
      arms += own.map { Arm(lead: $0.lead, rest: .all([$0.rest] + others)) }
    }
    guard (2...PageArms.most).contains(arms.count) else { return nil }
    self.arms = arms
  }

  /// The alternatives of a part, of which each row meets one at most.
  private static func arms(of part: Predicate) -> [Arm]? {
    switch part {
    case .compare(_, .equal, let value) where !value.isBlank:
      return [Arm(lead: part, rest: .everything)]
    case .isBlank: return [Arm(lead: part, rest: .everything)]
    case .among(let column, let values):
      var seen: [Value] = []
      for value in values where !value.isBlank && !seen.contains(value) { seen.append(value) }
      return seen.map { Arm(lead: .compare(column, .equal, $0), rest: .everything) }
    case .and(let parts):
      for (place, candidate) in parts.enumerated() {
        guard let arms = arms(of: candidate) else { continue }
        var rest = parts
        rest.remove(at: place)
        return arms.map { Arm(lead: $0.lead, rest: .all([$0.rest] + rest)) }
      }
      return nil
    default: return nil
    }
  }
}

extension PageStep {
  /// `(SELECT id, keys … UNION ALL …) AS x JOIN`: what stands before the table when the page is
  /// found by arms.
  func writeArms(_ arms: PageArms, into sink: inout some StatementSink, dialect: Dialect) {
    sink.literal("(")
    for (place, arm) in arms.arms.enumerated() {
      if place > 0 { sink.literal(" UNION ALL ") }
      write(arm, into: &sink, dialect: dialect)
    }
    writeArmOrder(into: &sink)
    sink.literal(" LIMIT ")
    sink.limit(max(limit, 0))
    sink.literal(dialect == .sqlite ? ") AS x CROSS JOIN " : ") AS x JOIN ")
  }

  private func write(
    _ arm: PageArms.Arm, into sink: inout some StatementSink, dialect: Dialect
  ) {
    sink.literal("SELECT ")
    sink.reference(0, table, SystemColumn.id)
    sink.literal(" AS i")
    for term in order where term.column != SystemColumn.id {
      sink.literal(", ")
      sink.reference(0, table, term.column)
    }
    sink.literal(" FROM ")
    sink.table(table)
    sink.literal(" AS ")
    sink.alias(0)
    sink.literal(" WHERE ")
    PredicateWriter(table: table, alias: 0, dialect: dialect).write(arm.lead, into: &sink)
    for term in key {
      sink.literal(" AND ")
      write(term, into: &sink, dialect: dialect)
    }
    let further = PageStep.conjunction(arm.rest, filter)
    if further != .everything {
      sink.literal(" AND ")
      PredicateWriter(
        table: table, alias: 0, dialect: dialect, avoidsIndexes: dialect == .sqlite
      ).write(further, into: &sink)
    }
  }

  /// By the places of the arms' columns: the id is the first.
  private func writeArmOrder(into sink: inout some StatementSink) {
    var place = 1
    for (index, term) in order.enumerated() {
      sink.literal(index == 0 ? " ORDER BY " : ", ")
      if term.column == SystemColumn.id {
        sink.literal("1")
      } else {
        place += 1
        sink.number(place)
      }
      if term.descending { sink.literal(" DESC") }
      if index > 0 && !table.columns[term.column].isRequired {
        sink.literal(term.blanksFirst ? " NULLS FIRST" : " NULLS LAST")
      }
    }
  }

  /// Chooses how the rows that the proof reaches are found. A filter has its own index, which is
  /// tried first.
  mutating func findWay(_ dialect: Dialect) {
    guard match == nil, filter == .everything, rows != .everything, hasStoredOrder else { return }
    arms = PageArms(rows)
    if arms == nil, dialect == .sqlite, !rows.isOneWay { walksOrder = true }
  }

  /// Whether an index can hold the order.
  var hasStoredOrder: Bool {
    !order.isEmpty && order.allSatisfy { table.columns[$0.column].expression == nil }
  }
}

extension Predicate {
  /// Whether an index of one column finds the rows.
  var isOneWay: Bool {
    switch self {
    case .compare(_, .equal, let value): return !value.isBlank
    case .isBlank: return true
    case .and(let parts): return parts.contains(where: \.isOneWay)
    default: return false
    }
  }
}
