import Values

/// A statement by which the server finds out whether what the definition says of records holds. It
/// asks for itself: a rule holds for everyone alike, whatever they may see.
public struct Examination: Sendable {
  let table: Table
  let act: Act

  enum Act: Sendable {
    case row([Int], id: Int64)
    case meets(CompiledExpression, id: Int64)
    case near(TimeClaim, except: Int64)
  }

  /// Columns of one record.
  public static func row(_ columns: [Int], of table: Table, id: Int64) -> Examination {
    Examination(table: table, act: .row(columns, id: id))
  }

  /// A row when the record with this id meets a condition, else none.
  public static func meets(
    _ condition: CompiledExpression, of table: Table, id: Int64
  ) -> Examination {
    Examination(table: table, act: .meets(condition, id: id))
  }

  /// Of the other records that claim time for the same, the last that begins before this claim
  /// ends: id and end. When none of them overlap each other, a claim overlaps one of them if and
  /// only if it overlaps this one.
  public static func near(
    _ claim: TimeClaim, of table: Table, except id: Int64
  ) -> Examination {
    Examination(table: table, act: .near(claim, except: id))
  }

  /// The slots of its expressions.
  public var slots: Set<ExpressionSlot> {
    switch act {
    case .row(let columns, _):
      return columns.reduce(into: []) { found, column in
        if let expression = table.columns[column].expression { found.formUnion(expression.slots) }
      }
    case .meets(let condition, _): return condition.slots
    case .near: return []
    }
  }
}

/// A stretch of time that a record claims for something, from its beginning up to but not including
/// its end.
public struct TimeClaim: Sendable {
  /// For what: columns and their values.
  public let of: [Assignment]
  public let from: Assignment
  /// Blank when it has no end.
  public let to: Assignment

  /// Nil when the values claim nothing: one in `of` or the beginning is blank, or the end is not
  /// behind it.
  public init?(of: [Assignment], from: Assignment, to: Assignment) {
    guard of.allSatisfy({ !$0.value.isBlank }), case .integer(let start) = from.value else {
      return nil
    }
    if case .integer(let end) = to.value, end <= start { return nil }
    self.of = of
    self.from = from
    self.to = to
  }
}

extension Composer {
  /// The statement of an examination; `values` fills the slots of expressions.
  public func compose(
    _ examination: Examination, _ values: ExpressionValues, _ proof: SystemAuthority
  ) -> Statement {
    Statement(.examination(examination), dialect: dialect, values: values)
  }
}

extension Examination {
  func write(into sink: inout some StatementSink) {
    switch act {
    case .row(let columns, let id):
      select(columns, into: &sink)
      match(id, into: &sink)
    case .meets(let condition, let id):
      select([SystemColumn.id], into: &sink)
      match(id, into: &sink)
      sink.literal(" AND ")
      sink.expression(condition, 0, table)
    case .near(let claim, let id): write(claim, except: id, into: &sink)
    }
  }

  private func write(
    _ claim: TimeClaim, except id: Int64, into sink: inout some StatementSink
  ) {
    let (from, to) = (claim.from.column, claim.to.column)
    select([SystemColumn.id, to], into: &sink)
    sink.literal(" WHERE ")
    for same in claim.of {
      sink.reference(0, table, same.column)
      sink.literal(" = ")
      sink.bind(same.value)
      sink.literal(" AND ")
    }
    sink.reference(0, table, from)
    if claim.to.value.isBlank {
      sink.literal(" IS NOT NULL")
    } else {
      sink.literal(" < ")
      sink.bind(claim.to.value)
    }
    // Records whose end is not behind their beginning claim nothing.
    sink.literal(" AND (")
    sink.reference(0, table, to)
    sink.literal(" IS NULL OR ")
    sink.reference(0, table, to)
    sink.literal(" > ")
    sink.reference(0, table, from)
    sink.literal(") AND ")
    sink.reference(0, table, SystemColumn.id)
    sink.literal(" <> ")
    sink.bind(.integer(id))
    sink.literal(" ORDER BY ")
    sink.reference(0, table, from)
    sink.literal(" DESC LIMIT 1")
  }

  private func select(_ columns: [Int], into sink: inout some StatementSink) {
    sink.literal("SELECT ")
    for (index, column) in columns.enumerated() {
      if index > 0 { sink.literal(", ") }
      sink.reference(0, table, column)
    }
    sink.literal(" FROM ")
    sink.table(table)
    sink.literal(" AS ")
    sink.alias(0)
  }

  private func match(_ id: Int64, into sink: inout some StatementSink) {
    sink.literal(" WHERE ")
    sink.reference(0, table, SystemColumn.id)
    sink.literal(" = ")
    sink.bind(.integer(id))
  }
}
