import Values

/// One SQL statement ready to run: the shape for the cache, the values to bind in order, and its
/// text on demand. Only the composer makes these.
public struct Statement: Sendable {
  public let shape: StatementShape
  /// Values for the placeholders. For a page statement of SQLite the last one is its limit.
  public private(set) var bindings: [Value]
  private let source: Source
  /// What filled the slots of expressions.
  private let values: ExpressionValues

  /// Boxed: statements are passed about, and this is large.
  indirect enum Source: Sendable {
    case page(PageStep)
    case change(Change)
    case entry(SearchWrite)
    case clear(SearchClear)
    case upkeep(Upkeep)
    case examination(Examination)

    func write(into sink: inout some StatementSink, dialect: Dialect) {
      switch self {
      case .page(let step): step.write(into: &sink, dialect: dialect)
      case .change(let change): change.write(into: &sink, dialect: dialect)
      case .entry(let entry): entry.write(into: &sink, dialect: dialect)
      case .clear(let clear): clear.write(into: &sink, dialect: dialect)
      case .upkeep(let upkeep): upkeep.write(into: &sink, dialect: dialect)
      case .examination(let examination): examination.write(into: &sink)
      }
    }
  }

  init(_ source: Source, dialect: Dialect, values: ExpressionValues = ExpressionValues()) {
    var sink = ShapeSink(dialect, values)
    source.write(into: &sink, dialect: dialect)
    self.source = source
    self.values = values
    shape = sink.shape
    bindings = sink.bindings
  }

  /// What it means when an answer behind the id of a new row is not 1, in their order.
  public var refusals: [QueryError] {
    guard case .change(let change) = source else { return [] }
    return change.demands.map(\.refusal)
  }

  /// Whether rows are found by a search: which way to them is the best depends on its words.
  public var isSearch: Bool {
    guard case .page(let step) = source else { return false }
    return step.match != nil
  }

  /// Whether this is a page of rows that a condition picks and an order ranks: an index can help
  /// with one of them only, unless there is one for both.
  public var isRankedPage: Bool {
    guard case .page(let step) = source else { return false }
    return step.match == nil && step.arms == nil && !step.order.isEmpty
      && (step.filter != .everything || step.rows != .everything)
  }

  /// A ranked page found along indexes of its order instead of one of its filter. For SQLite,
  /// which cannot know how many rows a value has.
  public var walkingOrder: Statement? {
    guard isRankedPage, case .page(var step) = source, !step.walksOrder else { return nil }
    step.arms = step.hasStoredOrder ? PageArms(step.rows) : nil
    step.walksOrder = step.arms == nil
    return Statement(.page(step), dialect: .sqlite, values: values)
  }

  /// The text to prepare, needed once per shape.
  public func sql(_ dialect: Dialect) -> String {
    var sink = TextSink(dialect)
    source.write(into: &sink, dialect: dialect)
    return sink.text
  }
}

/// A query composed: statements to run one after the other, each giving rows that follow those of
/// the one before, until the limit is reached.
public struct Plan: Sendable {
  public let steps: [Statement]
  /// Whether the rows come last one first and are to be turned round.
  public let isReversed: Bool
}
