import Diagnostics
import IR
import Syntax
import Values

/// Gives an expression its names and types. Each method returns nil after a mistake was reported;
/// what depends on it stays silent then.
struct ExpressionTyper {
  let checker: Checker
  let place: ExpressionPlace
  /// The entity whose fields bare names are; a related one inside an aggregate.
  var entity: EntityFields
  /// The entity of `this`, where there is one.
  var edited: EntityFields?
  /// Whether it stands inside an aggregate.
  var isInRows = false

  init(_ checker: Checker, _ place: ExpressionPlace, _ entity: EntityFields) {
    self.checker = checker
    self.place = place
    self.entity = entity
  }

  /// The typed tree; `expecting` is what the place needs, by which options are known.
  func infer(_ node: ExpressionNode, expecting: ValueType? = nil) -> Expression? {
    switch node.kind {
    case .number(let digits, let unit): return number(digits, unit, node)
    case .text(let text):
      return Expression(
        .literal(text.isEmpty ? .blank : .text(Text.composed(text))), .text,
        mayBeBlank: text.isEmpty, node.span)
    case .date(let text): return date(text, node)
    case .dateTime(let text): return dateTime(text, node)
    case .boolean(let value):
      return Expression(.literal(.boolean(value)), .boolean, mayBeBlank: false, node.span)
    case .blank:
      return Expression(.literal(.blank), expecting ?? .text, mayBeBlank: true, node.span)
    case .name(let name): return self.name(name, node, expecting)
    case .member(let base, let name, let span): return member(base, name, span, node)
    case .rows: return rowsAlone(node)
    case .call(let name, let span, let arguments):
      return call(name, span, arguments, node, expecting)
    case .list(let items): return list(items, node, expecting)
    case .not(let item):
      return condition(item).map { Expression(.not($0), .boolean, mayBeBlank: false, node.span) }
    case .negate(let item): return negate(item, node)
    case .and(let items):
      return conditions(items).map {
        Expression(.and($0), .boolean, mayBeBlank: false, node.span)
      }
    case .or(let items):
      return conditions(items).map {
        Expression(.or($0), .boolean, mayBeBlank: false, node.span)
      }
    case .binary(let sign, let span, let left, let right):
      return binary(sign, span, left, right, node, expecting)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, node, expecting)
    }
  }

  // MARK: Conditions

  /// All of them, so that each says what is wrong in it.
  private func conditions(_ nodes: [ExpressionNode]) -> [Expression]? {
    let sound = nodes.map { condition($0) }
    let result = sound.compactMap { $0 }
    return result.count == nodes.count ? result : nil
  }

  /// A condition: yes or no, never blank.
  func condition(_ node: ExpressionNode) -> Expression? {
    guard let expression = infer(node, expecting: .boolean) else { return nil }
    guard expression.type == .boolean else {
      report(
        expected: Message(zh: "条件", en: "a condition"), expression, cure: conditionCure(expression))
      return nil
    }
    if expression.mayBeBlank {
      checker.report(ValueMistake.blankCondition(text(node.span), at: node.span))
      return nil
    }
    return expression
  }

  private func conditionCure(_ expression: Expression) -> Message {
    let name = text(expression.origin)
    return Message(
      zh: "写一个比较，例如 `\(name) == …`，或 `not is_blank(\(name))`",
      en: "write a comparison, as in `\(name) == …`, or `not is_blank(\(name))`")
  }

  private func conditional(
    _ condition: ExpressionNode, _ then: ExpressionNode, _ otherwise: ExpressionNode,
    _ node: ExpressionNode, _ expecting: ValueType?
  ) -> Expression? {
    let test = self.condition(condition)
    guard let pair = pair(then, otherwise, expecting),
      let (left, right, type) = united(
        pair.0, pair.1, sign: "if", at: node.span),
      let test
    else { return nil }
    return Expression(
      .conditional(test, then: left, otherwise: right), type,
      mayBeBlank: left.mayBeBlank || right.mayBeBlank, node.span)
  }

  // MARK: Two sides

  /// Both sides. The one that knows its type by itself is read first: it tells the other what its
  /// options are.
  func pair(
    _ left: ExpressionNode, _ right: ExpressionNode, _ expecting: ValueType?
  ) -> (Expression, Expression)? {
    if isOpen(left), !isOpen(right) {
      guard let second = infer(right, expecting: expecting),
        let first = infer(left, expecting: second.type)
      else { return nil }
      return (first, second)
    }
    guard let first = infer(left, expecting: expecting) else {
      // What the other side lacks is told too, unless it hangs on this one.
      if !isOpen(right) { _ = infer(right, expecting: expecting) }
      return nil
    }
    guard let second = infer(right, expecting: first.type) else { return nil }
    return (first, second)
  }

  /// Whether a node's type hangs on what stands beside it.
  func isOpen(_ node: ExpressionNode) -> Bool {
    switch node.kind {
    case .blank: return true
    case .name(let name):
      if ["me", "old", "this"].contains(name) { return false }
      if case .missing = entity.find(name) { return checker.environment.parameter(name) == nil }
      return false
    case .list(let items): return items.contains(where: isOpen)
    case .conditional(_, let then, let otherwise): return isOpen(then) && isOpen(otherwise)
    case .binary(.coalesce, _, let left, let right): return isOpen(left) && isOpen(right)
    case .call("coalesce", _, let arguments): return arguments.allSatisfy { isOpen($0.value) }
    default: return false
    }
  }

  /// Two values that must be of one type, with that type; reported when they are not.
  func united(
    _ left: Expression, _ right: Expression, sign: String, at span: Span
  ) -> (Expression, Expression, ValueType)? {
    if left.isBlankLiteral { return (left.typed(right.type), right, right.type) }
    if right.isBlankLiteral { return (left, right.typed(left.type), left.type) }
    if let type = ExpressionTyper.common(left, right) { return (left, right, type) }
    reportUnequal(sign, left, right, at: span)
    return nil
  }

  /// The type of both; constants take the other side's kind.
  static func common(_ left: Expression, _ right: Expression) -> ValueType? {
    if left.type == right.type { return left.type }
    if let x = left.type.scale, let y = right.type.scale {
      let scale = max(x, y)
      switch (left.type, right.type) {
      case (.money, .money): return .money(scale: scale)
      case (.money, _): return right.isConstant ? .money(scale: scale) : nil
      case (_, .money): return left.isConstant ? .money(scale: scale) : nil
      default: return .decimal(scale: scale)
      }
    }
    if case .period(let x) = left.type, case .period(let y) = right.type {
      return .period(x.union(y))
    }
    return nil
  }

  // MARK: Words for messages

  /// The source of a part, when it is short.
  func text(_ span: Span) -> String {
    let text = checker.sources.text(span)
    return text.utf8.count <= 60 && !text.contains("\n") ? text : String(text.prefix(20)) + "…"
  }

  func report(expected: Message, _ found: Expression, cure: Message? = nil, fix: Fix? = nil) {
    checker.report(
      MeaningMistake.wrongType(
        expected: expected, found: checker.described(found, text(found.origin)), cure: cure,
        fix: fix, at: found.origin))
  }
}

extension Expression {
  var isBlankLiteral: Bool {
    if case .literal(.blank) = kind { return true }
    return false
  }

  /// The same node with another type.
  func typed(_ type: ValueType) -> Expression {
    Expression(kind, type, mayBeBlank: mayBeBlank, origin)
  }

  /// Whether it is made of written numbers alone.
  var isConstant: Bool {
    switch kind {
    case .literal(.number): return true
    case .negate(let item): return item.isConstant
    case .arithmetic(_, let left, let right): return left.isConstant && right.isConstant
    default: return false
    }
  }
}
