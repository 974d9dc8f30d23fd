import Values

/// One INSERT, UPDATE or DELETE. What the proof demands of the row stands in its WHERE; an INSERT,
/// which has none, answers behind the id whether the new row meets each demand.
struct Change: Sendable {
  let table: Table
  let mutation: Mutation
  let demands: [Demand]

  /// A condition on the row, and what it means that the row does not meet it.
  struct Demand: Sendable {
    let condition: Predicate
    let refusal: QueryError
  }

  func write(into sink: inout some StatementSink, dialect: Dialect) {
    switch mutation {
    case .insert(let values, _): writeInsert(values, into: &sink, dialect: dialect)
    case .update(let id, let version, let values, _):
      sink.literal("UPDATE ")
      sink.table(table)
      sink.literal(" AS ")
      sink.alias(0)
      sink.literal(" SET ")
      for assignment in values {
        sink.column(table, assignment.column)
        sink.literal(" = ")
        sink.bind(assignment.value)
        sink.literal(", ")
      }
      sink.column(table, SystemColumn.version)
      sink.literal(" = ")
      sink.column(table, SystemColumn.version)
      sink.literal(" + 1")
      writeCondition(id, version, into: &sink, dialect: dialect)
    case .delete(let id, let version):
      sink.literal("DELETE FROM ")
      sink.table(table)
      sink.literal(" AS ")
      sink.alias(0)
      writeCondition(id, version, into: &sink, dialect: dialect)
    }
  }

  private func writeInsert(
    _ values: [Assignment], into sink: inout some StatementSink, dialect: Dialect
  ) {
    sink.literal("INSERT INTO ")
    sink.table(table)
    sink.literal(" (")
    for (index, assignment) in values.enumerated() {
      if index > 0 { sink.literal(", ") }
      sink.column(table, assignment.column)
    }
    sink.literal(") VALUES (")
    for (index, assignment) in values.enumerated() {
      if index > 0 { sink.literal(", ") }
      sink.bind(assignment.value)
    }
    sink.literal(") RETURNING ")
    sink.column(table, SystemColumn.id)
    for demand in demands {
      sink.literal(", ")
      PredicateWriter(table: table, alias: nil, dialect: dialect)
        .write(demand.condition, into: &sink)
    }
  }

  private func writeCondition(
    _ id: Int64, _ version: Int64, into sink: inout some StatementSink, dialect: Dialect
  ) {
    sink.literal(" WHERE ")
    reference(SystemColumn.id, into: &sink)
    sink.literal(" = ")
    sink.bind(.integer(id))
    sink.literal(" AND ")
    reference(SystemColumn.version, into: &sink)
    sink.literal(" = ")
    sink.bind(.integer(version))
    for demand in demands {
      sink.literal(" AND ")
      PredicateWriter(table: table, alias: 0, dialect: dialect)
        .write(demand.condition, into: &sink)
    }
  }

  private func reference(_ column: Int, into sink: inout some StatementSink) {
    sink.reference(0, table, column)
  }
}
