extension Expression {
  /// A field that an expression reads, and how it gets there.
  public struct Read: Hashable, Sendable {
    /// The related records through which it goes first; nil when it starts at the record itself.
    public let rows: RowsOrigin?
    public let root: Path.Root
    /// The references that are followed before the field.
    public let through: [Step]
    public let entity: StableID
    public let member: Member

    init(
      rows: RowsOrigin?, root: Path.Root, through: [Step], entity: StableID, member: Member
    ) {
      self.rows = rows
      self.root = root
      self.through = through
      self.entity = entity
      self.member = member
    }

    /// That of a member of the very record.
    public init(own step: Step) {
      self.init(rows: nil, root: .record, through: [], entity: step.entity, member: step.member)
    }

    /// Whether it takes a member of the very record.
    public var isOwn: Bool { rows == nil && root == .record && through.isEmpty }
  }

  /// Records that refer to this one by a field of theirs.
  public struct RowsOrigin: Hashable, Sendable {
    public let entity: StableID
    public let by: StableID
  }

  /// Every field that the expression reads, each way once, in the order in which they stand. A
  /// reference on the way is read too, and so is the field by which rows refer.
  public var reads: [Read] {
    var collector = ReadCollector()
    collector.visit(self, rows: nil)
    return collector.reads
  }

  /// What stands directly inside.
  public var children: [Expression] {
    switch kind {
    case .literal, .parameter, .me, .field: return []
    case .not(let item), .isBlank(let item), .negate(let item), .rounded(let item): return [item]
    case .and(let items), .or(let items), .coalesce(let items), .concatenate(let items),
      .call(_, let items), .list(let items):
      return items
    case .compare(_, let left, let right), .arithmetic(_, let left, let right),
      .temporal(_, let left, let right), .isMember(let left, let right):
      return [left, right]
    case .isIn(let item, let items): return [item] + items
    case .conditional(let condition, let then, let otherwise): return [condition, then, otherwise]
    case .aggregate(let aggregate):
      return [aggregate.value, aggregate.condition, aggregate.order?.key, aggregate.separator]
        .compactMap { $0 }
    case .fold(_, let list, let separator): return [list] + (separator.map { [$0] } ?? [])
    }
  }
}

private struct ReadCollector {
  private(set) var reads: [Expression.Read] = []
  private var seen: Set<Expression.Read> = []

  mutating func visit(_ expression: Expression, rows: Expression.RowsOrigin?) {
    switch expression.kind {
    case .field(let path): add(path, rows)
    case .aggregate(let aggregate):
      let origin = Expression.RowsOrigin(entity: aggregate.rows, by: aggregate.by)
      add(
        Expression.Read(
          rows: origin, root: .record, through: [], entity: aggregate.rows,
          member: .field(aggregate.by)))
      let inner = [aggregate.value, aggregate.condition, aggregate.order?.key]
      for child in inner.compactMap({ $0 }) { visit(child, rows: origin) }
      if let separator = aggregate.separator { visit(separator, rows: rows) }
    default:
      for child in expression.children { visit(child, rows: rows) }
    }
  }

  private mutating func add(_ path: Expression.Path, _ rows: Expression.RowsOrigin?) {
    for (index, step) in path.steps.enumerated() {
      add(
        Expression.Read(
          rows: rows, root: path.root, through: Array(path.steps[..<index]), entity: step.entity,
          member: step.member))
    }
  }

  private mutating func add(_ read: Expression.Read) {
    if seen.insert(read).inserted { reads.append(read) }
  }
}
