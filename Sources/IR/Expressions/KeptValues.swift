import Diagnostics

/// What a database keeps of computed values: the values themselves and the states of the functions
/// of related records in them, each behind all that it reads.
public struct KeptValues: Sendable {
  /// A column whose contents the server keeps right.
  public enum Item: Sendable {
    case value(KeptValue)
    case rollUp(RollUp)

    /// The entity whose records have the column.
    public var entity: StableID {
      switch self {
      case .value(let value): return value.entity
      case .rollUp(let rollUp): return rollUp.entity
      }
    }
  }

  public let items: [Item]

  public init(_ application: Application) {
    var items: [Item] = []
    for node in ValueGraph(application.entities).order {
      let entity = application.entity(node.entity)
      guard let index = entity.fields.firstIndex(where: { $0.id == node.field }),
        let value = entity.fields[index].rules.value, !entity.fields[index].rules.isLive
      else { continue }
      var rollUps: [RollUp] = []
      let own = value.replacing { part in
        guard case .aggregate(let aggregate) = part.kind else { return nil }
        let rollUp = RollUp(
          aggregate, part, of: entity.fields[index], in: entity, number: rollUps.count + 1)
        rollUps.append(rollUp)
        let step = Expression.Step(entity: entity.id, member: .field(rollUp.id))
        return Expression(
          .field(Expression.Path(root: .record, steps: [step])), part.type,
          mayBeBlank: part.mayBeBlank, part.origin)
      }
      items += rollUps.map(Item.rollUp)
      items.append(.value(KeptValue(entity: entity.id, field: index, expression: own)))
    }
    self.items = items
  }

  /// The roll-ups whose states records of an entity have, in their order.
  public func rollUps(of entity: StableID) -> [RollUp] {
    items.compactMap { item in
      if case .rollUp(let rollUp) = item, rollUp.entity == entity { return rollUp }
      return nil
    }
  }

  /// A roll-up by the identity under which expressions read it.
  public func rollUp(_ id: StableID) -> RollUp? { rollUps.first { $0.id == id } }

  /// All roll-ups, in their order.
  public var rollUps: [RollUp] {
    items.compactMap { item in
      if case .rollUp(let rollUp) = item { return rollUp }
      return nil
    }
  }
}

/// A stored value over its record alone, the records that it refers to, and the states of roll-ups.
public struct KeptValue: Sendable {
  public let entity: StableID
  /// An index into the entity's fields.
  public let field: Int
  /// Functions of related records stand in it as fields with the identity of their roll-up.
  public let expression: Expression
}

/// A function of related records whose state the record above keeps.
public struct RollUp: Sendable {
  /// The identity under which the value reads it.
  public let id: StableID
  /// Whose records keep it.
  public let entity: StableID
  /// The column's name in the database.
  public let column: String
  public let aggregate: Aggregate
  /// The same as an expression.
  public let whole: Expression
  /// What the state consists of, each a function of the same records: what is asked anew.
  public let parts: [Expression]

  public var type: ValueType { whole.type }

  fileprivate init(
    _ aggregate: Aggregate, _ whole: Expression, of field: Field, in entity: Entity, number: Int
  ) {
    id = StableID("\(field.id.text) \(number)")
    self.entity = entity.id
    column = "tenon_roll_\(field.id.text)_\(number)"
    self.aggregate = aggregate
    self.whole = whole
    parts = aggregate.parts(whole)
  }
}

extension Aggregate {
  /// What its state consists of; the last is its value where that is one of the rows'.
  fileprivate func parts(_ whole: Expression) -> [Expression] {
    func rows(
      _ function: Function, _ value: Expression?, where condition: Expression?, _ type: ValueType
    ) -> Expression {
      let aggregate = Aggregate(
        function, rows: self.rows, by: by, isSubform: isSubform, value: value,
        condition: condition,
        order: [.first, .last, .latest].contains(function) ? order : nil, separator: nil)
      return Expression(.aggregate(aggregate), type, mayBeBlank: true, whole.origin)
    }
    func count(where condition: Expression?) -> Expression {
      rows(.count, nil, where: condition, .integer)
    }
    switch function {
    case .count, .min, .max, .join, .distinctCount: return [whole]
    case .sum: return [whole]
    case .avg:
      guard let value else { return [whole] }
      return [
        rows(.sum, value, where: condition, value.type),
        rows(.count, value, where: condition, .integer),
      ]
    case .any: return [count(where: Aggregate.both(condition, value))]
    case .all:
      guard let value else { return [count(where: condition.map(Aggregate.negated))] }
      return [count(where: Aggregate.both(condition, Aggregate.isFalse(value)))]
    case .first, .last, .latest:
      // The row: it stands where its value is filled, except for `latest`.
      var counted = condition
      if function != .latest, let value, value.mayBeBlank {
        counted = Aggregate.both(condition, Aggregate.isFilled(value))
      }
      let id = Expression(
        .field(
          Expression.Path(root: .record, steps: [Expression.Step(entity: self.rows, member: .id)])),
        .integer, mayBeBlank: false, whole.origin)
      return [
        order.map { rows(function, $0.key, where: counted, $0.key.type) },
        rows(function, id, where: counted, .integer), whole,
      ].compactMap { $0 }
    }
  }

  /// Which rows count for `any` and `all` beside the condition; for the rest the value itself.
  public var witness: Expression? {
    switch function {
    case .any: return Aggregate.both(condition, value)
    case .all:
      guard let value else { return condition.map(Aggregate.negated) }
      return Aggregate.both(condition, Aggregate.isFalse(value))
    default: return condition
    }
  }

  private static func both(_ a: Expression?, _ b: Expression?) -> Expression? {
    guard let a, let b else { return a ?? b }
    return Expression(.and([a, filled(b)]), .boolean, mayBeBlank: false, b.origin)
  }

  /// A truth that is never blank.
  private static func filled(_ item: Expression) -> Expression {
    if !item.mayBeBlank { return item }
    let no = Expression(.literal(.boolean(false)), .boolean, mayBeBlank: false, item.origin)
    return Expression(.coalesce([item, no]), .boolean, mayBeBlank: false, item.origin)
  }

  private static func negated(_ item: Expression) -> Expression {
    Expression(.not(filled(item)), .boolean, mayBeBlank: false, item.origin)
  }

  private static func isFalse(_ item: Expression) -> Expression {
    let no = Expression(.literal(.boolean(false)), .boolean, mayBeBlank: false, item.origin)
    return Expression(.compare(.equal, item, no), .boolean, mayBeBlank: false, item.origin)
  }

  private static func isFilled(_ item: Expression) -> Expression {
    let blank = Expression(.isBlank(item), .boolean, mayBeBlank: false, item.origin)
    return Expression(.not(blank), .boolean, mayBeBlank: false, item.origin)
  }
}
