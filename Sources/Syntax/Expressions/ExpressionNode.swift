import Diagnostics

/// A node of an expression as it was written: names are not resolved, types not known.
public struct ExpressionNode: Sendable {
  public let kind: Kind
  public let span: Span
  /// The longest way down from here; a leaf has 1.
  public let height: Int

  public indirect enum Kind: Sendable {
    /// Digits with at most one point.
    case number(String, unit: ExpressionUnit?)
    case text(String)
    /// `2026-03-02`, a day that exists or not.
    case date(String)
    /// `2026-03-02 09:00` or with seconds.
    case dateTime(String)
    case boolean(Bool)
    case blank
    case name(String)
    /// `customer.level`: what stands before the point and the name behind it.
    case member(ExpressionNode, String, at: Span)
    /// `payment.of(contract)`: the records of an entity whose field refers to this one.
    case rows(entity: String, at: Span, field: String, fieldAt: Span)
    case call(String, at: Span, [ExpressionArgument])
    case list([ExpressionNode])
    case not(ExpressionNode)
    case negate(ExpressionNode)
    case and([ExpressionNode])
    case or([ExpressionNode])
    case binary(ExpressionOperator, at: Span, ExpressionNode, ExpressionNode)
    case conditional(ExpressionNode, then: ExpressionNode, otherwise: ExpressionNode)
  }

  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
    height = 1 + (ExpressionNode.children(kind).map(\.height).max() ?? 0)
  }

  /// What stands directly inside.
  public var children: [ExpressionNode] { ExpressionNode.children(kind) }

  private static func children(_ kind: Kind) -> [ExpressionNode] {
    switch kind {
    case .number, .text, .date, .dateTime, .boolean, .blank, .name, .rows: return []
    case .member(let base, _, _): return [base]
    case .call(_, _, let arguments):
      return arguments.flatMap { [$0.value] + [$0.condition, $0.order?.key].compactMap { $0 } }
    case .list(let items), .and(let items), .or(let items): return items
    case .not(let item), .negate(let item): return [item]
    case .binary(_, _, let left, let right): return [left, right]
    case .conditional(let condition, let then, let otherwise): return [condition, then, otherwise]
    }
  }
}

/// One argument of a call.
public struct ExpressionArgument: Sendable {
  public let value: ExpressionNode
  /// Behind `where`.
  public let condition: ExpressionNode?
  /// Behind `by`.
  public let order: Order?

  public struct Order: Sendable {
    public let key: ExpressionNode
    public let isDescending: Bool
  }

  public init(value: ExpressionNode, condition: ExpressionNode?, order: Order?) {
    self.value = value
    self.condition = condition
    self.order = order
  }
}

/// The unit behind a number, as in `3 working days`.
public enum ExpressionUnit: String, Sendable, CaseIterable {
  case day, week, month, year, hour, minute, second, workingDay, workingHour

  /// The word in the singular.
  public var word: String {
    switch self {
    case .workingDay: return "working day"
    case .workingHour: return "working hour"
    default: return rawValue
    }
  }
}

/// The operators with two sides but `and` and `or`; the raw value is how they are written.
public enum ExpressionOperator: String, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case notIn = "not in"
  case coalesce = "??"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case wholeDivide = "div"
  case remainder = "mod"
}

/// The limits of one expression.
public enum ExpressionLimits {
  /// Levels of nodes within nodes; a chain of operators is a level for each.
  public static let depth = 64
  /// Words, numbers, texts and signs.
  public static let tokens = 1000
}

/// Words that cannot be names of fields in an expression.
public enum ExpressionWords {
  public static let reserved: Set<String> = [
    "if", "then", "else", "and", "or", "not", "in", "div", "mod", "where", "by", "true", "false",
    "blank", "me", "old", "this",
  ]
}
