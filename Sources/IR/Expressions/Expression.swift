import Diagnostics

/// A typed expression: names are resolved, each node knows its type, whether it may be blank and
/// where it was written. It cannot fail: what is undefined is blank.
public struct Expression: Sendable {
  public let kind: Kind
  /// The type of its value. A number is rounded to its scale, once, at this node.
  public let type: ValueType
  /// False when it is filled in any record.
  public let mayBeBlank: Bool
  public let origin: Span

  public init(_ kind: Kind, _ type: ValueType, mayBeBlank: Bool, _ origin: Span) {
    self.kind = kind
    self.type = type
    self.mayBeBlank = mayBeBlank
    self.origin = origin
  }

  public indirect enum Kind: Sendable {
    case literal(Literal)
    /// A parameter of the application, by its name.
    case parameter(String)
    /// Whoever is signed in.
    case me
    /// What a path leads to.
    case field(Path)
    /// Operands are never blank.
    case not(Expression)
    case and([Expression])
    case or([Expression])
    /// Both of one type, numbers perhaps of different scales.
    case compare(Comparison, Expression, Expression)
    case isBlank(Expression)
    /// True when the first is filled and equals a filled one of the others.
    case isIn(Expression, [Expression])
    /// The same with a value that is a list.
    case isMember(Expression, of: Expression)
    /// The condition is never blank; both branches have this node's type but for their scale.
    case conditional(Expression, then: Expression, otherwise: Expression)
    /// The first that is filled.
    case coalesce([Expression])
    /// Of a number, a duration or a period.
    case negate(Expression)
    /// Of numbers: the exact value, at this node's scale.
    case arithmetic(Arithmetic, Expression, Expression)
    /// Of times.
    case temporal(Temporal, Expression, Expression)
    /// Texts one behind the other; a blank one is nothing.
    case concatenate([Expression])
    /// The same number at this node's scale, half away from zero.
    case rounded(Expression)
    case call(Function, [Expression])
    case list([Expression])
    case aggregate(Aggregate)
    /// A function of rows over the elements of a list; `separator` belongs to `join`.
    case fold(Aggregate.Function, Expression, separator: Expression?)
  }

  /// A value that is written down.
  public enum Literal: Hashable, Sendable {
    case blank
    case boolean(Bool)
    /// At the scale of the node's type.
    case number(mantissa: Int128)
    case text(String)
    /// Days since 1970-01-01.
    case date(Int)
    /// A day and milliseconds of it on the wall clock of the application's zone.
    case dateTime(day: Int, milliseconds: Int)
    case duration(milliseconds: Int64)
    case period(months: Int, days: Int)
    case workingTime(days: Int, milliseconds: Int64)
    /// An option of the type's field.
    case option(StableID, physicalName: String)
    /// A word that a function takes, as `half_even`.
    case word(String)
  }

  public enum Comparison: String, Sendable {
    /// Blank equals blank; blank differs from all that is filled.
    case equal = "=="
    case notEqual = "!="
    /// False when an operand is blank.
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  public enum Arithmetic: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    /// Twelve digits, cut off toward zero.
    case divide = "/"
    /// Whole, toward zero.
    case wholeDivide = "div"
    /// With the sign of the dividend.
    case remainder = "mod"
  }

  public enum Temporal: String, Sendable {
    /// Date and period: months first, then days.
    case shiftDate = "shift-date"
    /// Date-time and period, on the wall clock of the application's zone.
    case shiftMoment = "shift-moment"
    /// Date-time and duration.
    case advance
    /// The duration from the second date-time to the first.
    case elapsed
    case addDurations = "add-durations"
    /// Duration and number, half away from zero to a millisecond.
    case multiplyDuration = "multiply-duration"
    case divideDuration = "divide-duration"
    /// Duration by duration: a number of scale 12.
    case ratio
    case addPeriods = "add-periods"
    /// Period and whole number.
    case multiplyPeriod = "multiply-period"
    /// Working time and whole number.
    case multiplyWorkingTime = "multiply-working-time"
  }

  /// The way to a value: from a record over references to a field.
  public struct Path: Hashable, Sendable {
    public let root: Root
    /// The references that are followed, then the field that is read; never empty.
    public let steps: [Step]

    public enum Root: String, Sendable {
      /// The record that the expression belongs to; within an aggregate's condition, order and
      /// value the related record.
      case record
      /// The record before the change; blank when it is being created.
      case old
      /// In the `where` of a reference: the record that is being edited.
      case this
      /// The person who is signed in.
      case me
    }

    public init(root: Root, steps: [Step]) {
      self.root = root
      self.steps = steps
    }
  }

  /// One field of one entity.
  public struct Step: Hashable, Sendable {
    public let entity: StableID
    public let member: Member

    public init(entity: StableID, member: Member) {
      self.entity = entity
      self.member = member
    }
  }

  /// What a record holds.
  public enum Member: Hashable, Sendable {
    case field(StableID)
    case id, createdAt, createdBy, updatedAt, updatedBy
  }
}

/// A function over the records of an entity that refer to this one.
public struct Aggregate: Sendable {
  public let function: Function
  /// The entity of the records.
  public let rows: StableID
  /// The field of the records that refers to this one.
  public let by: StableID
  /// Whether they are a subform's and stand in the form.
  public let isSubform: Bool
  /// What is taken of each, read from the related record; nil for functions of the records
  /// themselves.
  public let value: Expression?
  /// Which of them count; all when nil.
  public let condition: Expression?
  public let order: Order?
  /// Between the texts of `join`.
  public let separator: Expression?

  public struct Order: Sendable {
    public let key: Expression
    public let isDescending: Bool

    public init(key: Expression, isDescending: Bool) {
      self.key = key
      self.isDescending = isDescending
    }
  }

  public enum Function: String, Sendable, CaseIterable {
    case count, sum, avg, min, max, any, all, first, last, latest, join
    case distinctCount = "distinct_count"
  }

  public init(
    _ function: Function, rows: StableID, by: StableID, isSubform: Bool, value: Expression?,
    condition: Expression?, order: Order?, separator: Expression?
  ) {
    self.function = function
    self.rows = rows
    self.by = by
    self.isSubform = isSubform
    self.value = value
    self.condition = condition
    self.order = order
    self.separator = separator
  }
}
