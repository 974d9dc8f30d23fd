import Values

/// Prints a predicate so that SQL's third truth value never decides: negation is pushed down to
/// the leaves, and each leaf is false or unknown exactly when it is false.
struct PredicateWriter {
  let table: Table
  /// The alias of the table; nil where SQL gives it none, as in RETURNING.
  let alias: Int?
  let dialect: Dialect
  /// Whether the columns are hidden from SQLite's choice of an index: a unary plus does that.
  var avoidsIndexes = false

  func write(
    _ predicate: Predicate, negated: Bool = false, into sink: inout some StatementSink
  ) {
    switch predicate {
    case .everything: sink.literal(negated ? "1 = 0" : "1 = 1")
    case .nothing: sink.literal(negated ? "1 = 1" : "1 = 0")
    case .not(let part): write(part, negated: !negated, into: &sink)
    case .and(let parts): write(parts, all: !negated, negated, into: &sink)
    case .or(let parts): write(parts, all: negated, negated, into: &sink)
    case .isBlank(let column):
      reference(column, into: &sink)
      sink.literal(negated ? " IS NOT NULL" : " IS NULL")
    case .compare(let column, let comparison, let value):
      write(column, comparison, value, negated, into: &sink)
    case .expression(let condition):
      sink.literal(negated ? "((" : "(")
      sink.expression(condition, alias, table)
      sink.literal(negated ? ") IS NOT TRUE)" : ")")
    case .among(let column, let values): write(column, among: values, negated, into: &sink)
    case .contains(let column, let text):
      orBlank(column, negated, into: &sink) { (sink: inout _) in
        sink.literal(dialect == .sqlite ? "instr(" : "strpos(")
        reference(column, into: &sink)
        sink.literal(", ")
        sink.bind(.text(text))
        sink.literal(negated ? ") = 0" : ") > 0")
      }
    case .reaches(let column, let reached):
      sink.literal(negated ? "NOT EXISTS (SELECT 1 FROM " : "EXISTS (SELECT 1 FROM ")
      sink.table(reached.table)
      sink.literal(" AS ")
      sink.alias(inner)
      sink.literal(" WHERE ")
      sink.reference(inner, reached.table, SystemColumn.id)
      sink.literal(" = ")
      plain(column, into: &sink)
      sink.literal(" AND ")
      PredicateWriter(table: reached.table, alias: inner, dialect: dialect)
        .write(reached.rows, into: &sink)
      sink.literal(")")
    case .belongs(let column, let departments):
      write(column, in: departments, negated, into: &sink)
    case .shared(let share): write(share, negated, into: &sink)
    }
  }

  /// The alias of a table that a condition looks into: behind those of the page's own tables.
  private var inner: Int { max(alias ?? 0, 999) + 1 }

  private func write(
    _ column: Int, in departments: [Int64], _ negated: Bool, into sink: inout some StatementSink
  ) {
    sink.literal(negated ? "NOT EXISTS (SELECT 1 FROM " : "EXISTS (SELECT 1 FROM ")
    sink.literal("\"tenon_user\" AS p WHERE p.\"id\" = ")
    plain(column, into: &sink)
    sink.literal(" AND p.\"department\" IN (")
    for (index, department) in departments.enumerated() {
      if index > 0 { sink.literal(", ") }
      sink.bind(.integer(department))
    }
    sink.literal("))")
  }

  private func write(_ share: Share, _ negated: Bool, into sink: inout some StatementSink) {
    sink.literal(negated ? "NOT EXISTS (SELECT 1 FROM " : "EXISTS (SELECT 1 FROM ")
    sink.literal("\"tenon_share\" AS s WHERE s.\"user\" = ")
    sink.bind(.integer(share.user))
    sink.literal(" AND s.\"entity\" = ")
    sink.bind(.text(table.name))
    sink.literal(" AND s.\"record\" = ")
    plain(SystemColumn.id, into: &sink)
    if share.isForEditing { sink.literal(" AND s.\"edit\" = 1") }
    sink.literal(" AND (s.\"until\" IS NULL OR s.\"until\" >= ")
    sink.slot(.today)
    sink.literal("))")
  }

  private func write(
    _ parts: [Predicate], all: Bool, _ negated: Bool, into sink: inout some StatementSink
  ) {
    if parts.isEmpty { return sink.literal(all ? "1 = 1" : "1 = 0") }
    sink.literal("(")
    for (index, part) in parts.enumerated() {
      if index > 0 { sink.literal(all ? " AND " : " OR ") }
      write(part, negated: negated, into: &sink)
    }
    sink.literal(")")
  }

  private func write(
    _ column: Int, _ comparison: Comparison, _ value: Value, _ negated: Bool,
    into sink: inout some StatementSink
  ) {
    let equality = comparison == .equal || comparison == .notEqual
    if value.isBlank {
      guard equality else { return sink.literal(negated ? "1 = 1" : "1 = 0") }
      reference(column, into: &sink)
      return sink.literal((comparison == .equal) != negated ? " IS NULL" : " IS NOT NULL")
    }
    let effective = negated ? comparison.negated : comparison
    let trueForBlank = equality ? effective == .notEqual : negated
    orBlank(column, trueForBlank, into: &sink) { (sink: inout _) in
      reference(column, into: &sink)
      sink.literal(symbol(effective))
      sink.bind(value)
    }
  }

  private func write(
    _ column: Int, among values: [Value], _ negated: Bool, into sink: inout some StatementSink
  ) {
    let filled = values.filter { !$0.isBlank }
    if filled.isEmpty { return sink.literal(negated ? "1 = 1" : "1 = 0") }
    orBlank(column, negated, into: &sink) { (sink: inout _) in
      reference(column, into: &sink)
      sink.literal(negated ? " NOT IN (" : " IN (")
      for (index, value) in filled.enumerated() {
        if index > 0 { sink.literal(", ") }
        sink.bind(value)
      }
      sink.literal(")")
    }
  }

  /// A leaf that also holds for blank when `blank` is set and the column can be blank.
  private func orBlank<Sink: StatementSink>(
    _ column: Int, _ blank: Bool, into sink: inout Sink, _ leaf: (inout Sink) -> Void
  ) {
    guard blank && !table.columns[column].isRequired else { return leaf(&sink) }
    sink.literal("(")
    leaf(&sink)
    sink.literal(" OR ")
    reference(column, into: &sink)
    sink.literal(" IS NULL)")
  }

  private func reference(_ column: Int, into sink: inout some StatementSink) {
    if avoidsIndexes { sink.literal("+") }
    plain(column, into: &sink)
  }

  /// A column of the record; without an alias by the table's name, which no table that a condition
  /// looks into has.
  private func plain(_ column: Int, into sink: inout some StatementSink) {
    if let alias { return sink.reference(alias, table, column) }
    if let expression = table.columns[column].expression {
      return sink.expression(expression, nil, table)
    }
    sink.table(table)
    sink.literal(".")
    sink.column(table, column)
  }

  private func symbol(_ comparison: Comparison) -> StaticString {
    switch comparison {
    case .equal: return " = "
    case .notEqual: return " <> "
    case .less: return " < "
    case .lessOrEqual: return " <= "
    case .greater: return " > "
    case .greaterOrEqual: return " >= "
    }
  }
}
