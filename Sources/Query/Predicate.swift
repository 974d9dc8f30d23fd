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
  case and([Predicate])
  case or([Predicate])
  case not(Predicate)
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
  /// Calls `visit` with each column index that the predicate reads.
  func forEachColumn(_ visit: (Int) -> Void) {
    switch self {
    case .everything, .nothing, .expression: break
    case .compare(let column, _, _), .isBlank(let column), .among(let column, _),
      .contains(let column, _):
      visit(column)
    case .and(let parts), .or(let parts): for part in parts { part.forEachColumn(visit) }
    case .not(let part): part.forEachColumn(visit)
    }
  }

  /// Calls `visit` with each expression of the definition in the predicate.
  func forEachExpression(_ visit: (CompiledExpression) -> Void) {
    switch self {
    case .expression(let expression): visit(expression)
    case .and(let parts), .or(let parts): for part in parts { part.forEachExpression(visit) }
    case .not(let part): part.forEachExpression(visit)
    case .everything, .nothing, .compare, .isBlank, .among, .contains: break
    }
  }
}
