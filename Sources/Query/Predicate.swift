import Values

/// A condition on the rows of one table: a closed algebra over column indices and bound values.
///
/// Two-valued: a comparison with a blank operand is false, except that `equal` and `notEqual`
/// treat blank as a value (blank equals blank). `not` is plain negation of that.
public indirect enum Predicate: Hashable, Sendable {
  /// Every row.
  case everything
  /// No row.
  case nothing
  case compare(Int, Comparison, Value)
  case isBlank(Int)
  /// The column's value is one of these; blank is never among them.
  case among(Int, [Value])
  /// The text column contains this text, code point by code point.
  case contains(Int, String)
  /// A condition of the definition.
  case expression(CompiledExpression)
  /// The record behind the reference in this column meets a condition.
  case reaches(Int, Reached)
  /// The person in this column is in one of these departments.
  case belongs(Int, [Int64])
  /// The record was shared with someone, and the share has not ended.
  case shared(Share)
  case and([Predicate])
  case or([Predicate])
  case not(Predicate)
}

/// A condition on the records of another table.
public struct Reached: Hashable, Sendable {
  let table: Table
  let rows: Predicate
}

/// Shares of single records with one person.
public struct Share: Hashable, Sendable {
  let user: Int64
  /// Only those that let the person change the record.
  let isForEditing: Bool
}

/// How two values of one storage are compared; text by code point.
public enum Comparison: UInt8, Hashable, Sendable, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// The comparison that holds exactly when this one does not, for filled operands.
  var negated: Comparison {
    switch self {
    case .equal: return .notEqual
    case .notEqual: return .equal
    case .less: return .greaterOrEqual
    case .lessOrEqual: return .greater
    case .greater: return .lessOrEqual
    case .greaterOrEqual: return .less
    }
  }
}

extension Predicate {
  /// Calls `visit` with each column index that the predicate reads of its own table.
  func forEachColumn(_ visit: (Int) -> Void) {
    switch self {
    case .everything, .nothing, .expression: break
    case .shared: visit(SystemColumn.id)
    case .compare(let column, _, _), .isBlank(let column), .among(let column, _),
      .contains(let column, _), .reaches(let column, _), .belongs(let column, _):
      visit(column)
    case .and(let parts), .or(let parts): for part in parts { part.forEachColumn(visit) }
    case .not(let part): part.forEachColumn(visit)
    }
  }

  /// The slots of the expressions in it, of columns that are worked out on reading too.
  func addSlots(_ table: Table, to slots: inout Set<ExpressionSlot>) {
    switch self {
    case .everything, .nothing, .belongs: break
    case .expression(let expression): slots.formUnion(expression.slots)
    case .shared: slots.insert(.today)
    case .compare(let column, _, _), .isBlank(let column), .among(let column, _),
      .contains(let column, _):
      table.addSlots(column, to: &slots)
    case .reaches(let column, let reached):
      table.addSlots(column, to: &slots)
      reached.rows.addSlots(reached.table, to: &slots)
    case .and(let parts), .or(let parts): for part in parts { part.addSlots(table, to: &slots) }
    case .not(let part): part.addSlots(table, to: &slots)
    }
  }
}

extension Table {
  /// The slots of a column that is worked out on reading.
  func addSlots(_ column: Int, to slots: inout Set<ExpressionSlot>) {
    if let expression = columns[column].expression { slots.formUnion(expression.slots) }
  }
}
