import Values

/// One SELECT of a page: outputs, rows, a key range, order and limit.
struct PageStep: Sendable {
  let table: Table
  /// What the outputs show; nil where the server reads for itself.
  var proof: Authorization?
  let outputs: [Output]
  /// The rows that the proof reaches.
  var rows = Predicate.everything
  /// The rows that are asked for.
  let filter: Predicate
  let match: Match?
  let key: [KeyTerm]
  let order: [OrderTerm]
  let limit: Int
  /// Whether SQLite is to walk along an index of the order and test each row, whatever index the
  /// filter has.
  var walksOrder = false
  /// How the rows that the proof reaches are found along indexes; nil: by testing each.
  var arms: PageArms?

  /// For a search on PostgreSQL: which part of the index it looks through, and how.
  var reach = SearchReach.all

  /// A search index and the condition on it, in the index's own language.
  struct Match: Sendable {
    let index: SearchIndex
    let expression: String

    func write(into sink: inout some StatementSink) {
      sink.literal(" WHERE s.")
      sink.searchIndex(index)
      sink.literal(" MATCH ")
      sink.bind(.text(expression))
    }
  }

  /// Two conditions together, without the trivial ones.
  static func conjunction(_ a: Predicate, _ b: Predicate) -> Predicate {
    if a == .everything { return b }
    if b == .everything { return a }
    return .and([a, b])
  }

  func write(into sink: inout some StatementSink, dialect: Dialect) {
    sink.literal("SELECT ")
    for index in outputs.indices {
      if index > 0 { sink.literal(", ") }
      switch outputs[index] {
      case .expression(let expression): sink.expression(expression, 0, table)
      case .column(let column):
        show(column, into: &sink, dialect: dialect)
      case .sight(let column):
        guard let proof else { continue }
        OutputWriter(dialect: dialect).writeSight(column, proof, 0, into: &sink)
      case .holds(let proof):
        OutputWriter(dialect: dialect).write(proof.grant.rows, table, 0, into: &sink)
      case .writes(let column, let proof):
        OutputWriter(dialect: dialect).write(
          .all([proof.grant.rows, proof.grant.writable[column] ?? .everything]), table, 0,
          into: &sink)
      case .related(let through, let column, let proof):
        OutputWriter(dialect: dialect).write(
          column, proof, joined(through, proof) + 1, into: &sink)
      }
    }
    sink.literal(" FROM ")
    if let match {
      if dialect == .postgres {
        reach.writeSource(match, into: &sink)
      } else {
        // Hits come from the index in order of the id; CROSS keeps SQLite from turning that round.
        sink.searchIndex(match.index)
        sink.literal(" AS s CROSS JOIN ")
      }
    }
    if let arms { writeArms(arms, into: &sink, dialect: dialect) }
    sink.table(table)
    sink.literal(" AS ")
    sink.alias(0)
    if match != nil || arms != nil {
      sink.literal(" ON ")
      sink.reference(0, table, SystemColumn.id)
      if arms != nil {
        sink.literal(" = x.i")
      } else {
        sink.literal(dialect == .sqlite ? " = s.rowid" : " = s.id")
      }
    }
    for index in outputs.indices { writeJoin(index, into: &sink, dialect: dialect) }
    if arms == nil { writeConditions(into: &sink, dialect: dialect) }
    // SQLite runs the arms as one coroutine, whose rows come in order, and CROSS keeps it
    // outermost: to sort them once more would cost a third of the page.
    if arms == nil || dialect == .postgres { writeOrder(into: &sink, dialect: dialect) }
    sink.literal(" LIMIT ")
    // A negative limit is none at all to SQLite.
    sink.limit(max(limit, 0))
  }

  /// The output that joins the record behind a reference: the first one through it. A record that
  /// the proof does not reach gives blanks; an id has one record at most, so no row comes twice.
  private func joined(_ through: Int, _ proof: Authorization) -> Int {
    outputs.firstIndex { output in
      guard case .related(through, _, let other) = output else { return false }
      return other.grant === proof.grant
    }!
  }

  private func writeJoin(
    _ index: Int, into sink: inout some StatementSink, dialect: Dialect
  ) {
    guard case .related(let through, _, let proof) = outputs[index],
      joined(through, proof) == index
    else { return }
    sink.literal(" LEFT JOIN ")
    sink.table(proof.table)
    sink.literal(" AS ")
    sink.alias(index + 1)
    sink.literal(" ON ")
    sink.reference(index + 1, proof.table, SystemColumn.id)
    sink.literal(" = ")
    show(through, into: &sink, dialect: dialect)
    if proof.grant.rows != .everything {
      sink.literal(" AND ")
      PredicateWriter(table: proof.table, alias: index + 1, dialect: dialect)
        .write(proof.grant.rows, into: &sink)
    }
  }

  /// A column as far as the proof shows it.
  private func show(
    _ column: Int, into sink: inout some StatementSink, dialect: Dialect
  ) {
    guard let proof else { return reference(column, into: &sink) }
    OutputWriter(dialect: dialect).write(column, proof, 0, into: &sink)
  }

  private func reference(_ column: Int, into sink: inout some StatementSink) {
    sink.reference(0, table, column)
  }

  /// A column of the key. The id is the index's own where there is one, which it can seek.
  private func keyReference(
    _ column: Int, into sink: inout some StatementSink, dialect: Dialect
  ) {
    if match != nil && column == SystemColumn.id {
      return sink.literal(dialect == .sqlite ? "s.rowid" : "s.id")
    }
    reference(column, into: &sink)
  }

  private func writeConditions(into sink: inout some StatementSink, dialect: Dialect) {
    var first = true
    if let match {
      if dialect == .sqlite {
        match.write(into: &sink)
        first = false
      } else {
        first = !reach.writeCondition(match, key, into: &sink)
      }
    }
    for term in key {
      sink.literal(first ? " WHERE " : " AND ")
      first = false
      write(term, into: &sink, dialect: dialect)
    }
    for condition in [rows, filter] where condition != .everything {
      sink.literal(first ? " WHERE " : " AND ")
      first = false
      PredicateWriter(
        table: table, alias: 0, dialect: dialect,
        avoidsIndexes: walksOrder || dialect == .sqlite && condition == rows && !rows.isOneWay
      ).write(condition, into: &sink)
    }
  }

  func write(
    _ term: KeyTerm, into sink: inout some StatementSink, dialect: Dialect
  ) {
    switch term {
    case .equal(let column, let value): compare(column, " = ", value, into: &sink, dialect: dialect)
    case .greater(let column, let value):
      compare(column, " > ", value, into: &sink, dialect: dialect)
    case .less(let column, let value): compare(column, " < ", value, into: &sink, dialect: dialect)
    case .blank(let column):
      reference(column, into: &sink)
      sink.literal(" IS NULL")
    case .filled(let column):
      reference(column, into: &sink)
      sink.literal(" IS NOT NULL")
    }
  }

  private func compare(
    _ column: Int, _ sign: StaticString, _ value: Value, into sink: inout some StatementSink,
    dialect: Dialect
  ) {
    keyReference(column, into: &sink, dialect: dialect)
    sink.literal(sign)
    sink.bind(value)
  }

  private func writeOrder(into sink: inout some StatementSink, dialect: Dialect) {
    for (index, term) in order.enumerated() {
      sink.literal(index == 0 ? " ORDER BY " : ", ")
      keyReference(term.column, into: &sink, dialect: dialect)
      if term.descending { sink.literal(" DESC") }
      // The leading key of a step is filled or required; only a later one can meet a blank.
      if index > 0 && !table.columns[term.column].isRequired {
        sink.literal(term.blanksFirst ? " NULLS FIRST" : " NULLS LAST")
      }
    }
  }
}
