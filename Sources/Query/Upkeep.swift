import Values

/// A statement by which the server keeps values right that follow from others. It acts for itself:
/// what follows is the same whoever made the change, and whether or not they may see it.
public struct Upkeep: Sendable {
  let table: Table
  let act: Act

  enum Act: Sendable {
    case row([Int], id: Int64, isLocked: Bool)
    case referring(Int, id: Int64)
    case behind([Int], [CompiledExpression], id: Int64, limit: Int)
    case parts([CompiledExpression], id: Int64)
    case set([Assignment], id: Int64)
  }

  /// Columns of one record, which nobody else changes until a transaction that writes ends.
  public static func row(_ columns: [Int], of table: Table, id: Int64) -> Upkeep {
    Upkeep(table: table, act: .row(columns, id: id, isLocked: true))
  }

  /// The same for a transaction that only reads, which may lock nothing.
  public var unlocked: Upkeep {
    guard case .row(let columns, let id, _) = act else { return self }
    return Upkeep(table: table, act: .row(columns, id: id, isLocked: false))
  }

  /// The ids of records that refer to one by this column.
  public static func referring(by column: Int, of table: Table, to id: Int64) -> Upkeep {
    Upkeep(table: table, act: .referring(column, id: id))
  }

  /// Columns of the records behind an id and what expressions say of them, in the order of their
  /// ids.
  public static func behind(
    _ id: Int64, _ columns: [Int], _ parts: [CompiledExpression] = [], of table: Table, limit: Int
  ) -> Upkeep {
    Upkeep(table: table, act: .behind(columns, parts, id: id, limit: limit))
  }

  /// What expressions say of one record.
  public static func parts(
    _ parts: [CompiledExpression], of table: Table, id: Int64
  ) -> Upkeep {
    Upkeep(table: table, act: .parts(parts, id: id))
  }

  /// Sets columns of one record. Its version stays: nobody changed it.
  public static func set(_ values: [Assignment], of table: Table, id: Int64) -> Upkeep {
    Upkeep(table: table, act: .set(values, id: id))
  }
}

extension Composer {
  /// The statement of an upkeep; `values` fills the slots of expressions.
  public func compose(
    _ upkeep: Upkeep, _ values: ExpressionValues, _ proof: SystemAuthority
  ) -> Statement {
    Statement(.upkeep(upkeep), dialect: dialect, values: values)
  }
}

extension Upkeep {
  func write(into sink: inout some StatementSink, dialect: Dialect) {
    switch act {
    case .row(let columns, let id, let isLocked):
      select(columns, into: &sink)
      match(SystemColumn.id, id, into: &sink)
      if dialect == .postgres && isLocked { sink.literal(" FOR UPDATE") }
    case .referring(let column, let id):
      select([SystemColumn.id], into: &sink)
      match(column, id, into: &sink)
    case .behind(let columns, let parts, let id, let limit):
      select(columns, parts, into: &sink)
      sink.literal(" WHERE ")
      sink.reference(0, table, SystemColumn.id)
      sink.literal(" > ")
      sink.bind(.integer(id))
      sink.literal(" ORDER BY ")
      sink.reference(0, table, SystemColumn.id)
      sink.literal(" LIMIT ")
      sink.bind(.integer(Int64(limit)))
    case .parts(let parts, let id):
      select([], parts, into: &sink)
      match(SystemColumn.id, id, into: &sink)
    case .set(let values, let id):
      sink.literal("UPDATE ")
      sink.table(table)
      sink.literal(" AS ")
      sink.alias(0)
      sink.literal(" SET ")
      for (index, assignment) in values.enumerated() {
        if index > 0 { sink.literal(", ") }
        sink.column(table, assignment.column)
        sink.literal(" = ")
        sink.bind(assignment.value)
      }
      match(SystemColumn.id, id, into: &sink)
    }
  }

  private func select(
    _ columns: [Int], _ parts: [CompiledExpression] = [], into sink: inout some StatementSink
  ) {
    sink.literal("SELECT ")
    for (index, column) in columns.enumerated() {
      if index > 0 { sink.literal(", ") }
      sink.reference(0, table, column)
    }
    for (index, part) in parts.enumerated() {
      if index > 0 || !columns.isEmpty { sink.literal(", ") }
      sink.expression(part, 0, table)
    }
    sink.literal(" FROM ")
    sink.table(table)
    sink.literal(" AS ")
    sink.alias(0)
  }

  private func match(_ column: Int, _ id: Int64, into sink: inout some StatementSink) {
    sink.literal(" WHERE ")
    sink.reference(0, table, column)
    sink.literal(" = ")
    sink.bind(.integer(id))
  }
}

extension Upkeep {
  /// The slots of its expressions.
  public var slots: Set<ExpressionSlot> {
    switch act {
    case .parts(let parts, _), .behind(_, let parts, _, _):
      return parts.reduce(into: []) { $0.formUnion($1.slots) }
    case .row, .referring, .set: return []
    }
  }
}
