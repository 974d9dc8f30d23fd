extension Expression {
  /// The expression with some of its parts replaced: `replace` answers nil for those that stay.
  /// What it gives is not looked into again.
  public func replacing(_ replace: (Expression) -> Expression?) -> Expression {
    if let other = replace(self) { return other }
    func each(_ items: [Expression]) -> [Expression] { items.map { $0.replacing(replace) } }
    func one(_ item: Expression) -> Expression { item.replacing(replace) }
    let kind: Kind
    switch self.kind {
    case .literal, .parameter, .me, .field: return self
    case .not(let item): kind = .not(one(item))
    case .and(let items): kind = .and(each(items))
    case .or(let items): kind = .or(each(items))
    case .compare(let sign, let left, let right): kind = .compare(sign, one(left), one(right))
    case .isBlank(let item): kind = .isBlank(one(item))
    case .isIn(let item, let items): kind = .isIn(one(item), each(items))
    case .isMember(let item, let list): kind = .isMember(one(item), of: one(list))
    case .conditional(let condition, let then, let otherwise):
      kind = .conditional(one(condition), then: one(then), otherwise: one(otherwise))
    case .coalesce(let items): kind = .coalesce(each(items))
    case .negate(let item): kind = .negate(one(item))
    case .arithmetic(let sign, let left, let right):
      kind = .arithmetic(sign, one(left), one(right))
    case .temporal(let sign, let left, let right): kind = .temporal(sign, one(left), one(right))
    case .concatenate(let items): kind = .concatenate(each(items))
    case .rounded(let item): kind = .rounded(one(item))
    case .call(let function, let items): kind = .call(function, each(items))
    case .list(let items): kind = .list(each(items))
    case .aggregate(let aggregate): kind = .aggregate(aggregate.replacing(replace))
    case .fold(let function, let list, let separator):
      kind = .fold(function, one(list), separator: separator.map(one))
    }
    return Expression(kind, type, mayBeBlank: mayBeBlank, origin)
  }
}

extension Aggregate {
  /// The same with some parts of its expressions replaced.
  fileprivate func replacing(_ replace: (Expression) -> Expression?) -> Aggregate {
    Aggregate(
      function, rows: rows, by: by, isSubform: isSubform, value: value?.replacing(replace),
      condition: condition?.replacing(replace),
      order: order.map { Order(key: $0.key.replacing(replace), isDescending: $0.isDescending) },
      separator: separator?.replacing(replace))
  }
}
