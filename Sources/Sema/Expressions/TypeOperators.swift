import Diagnostics
import IR
import Syntax

/// Operators with two sides.
extension ExpressionTyper {
  func binary(
    _ sign: ExpressionOperator, _ span: Span, _ left: ExpressionNode, _ right: ExpressionNode,
    _ node: ExpressionNode, _ expecting: ValueType?
  ) -> Expression? {
    switch sign {
    case .isIn, .notIn:
      guard let result = membership(left, right, node) else { return nil }
      if sign == .isIn { return result }
      return Expression(.not(result), .boolean, mayBeBlank: false, node.span)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let (first, second) = pair(left, right, nil),
        let comparison = Expression.Comparison(rawValue: sign.rawValue)
      else { return nil }
      return compare(comparison, first, second, span, node.span)
    case .coalesce:
      guard let (first, second) = pair(left, right, expecting),
        let (x, y, type) = united(first, second, sign: "??", at: span)
      else { return nil }
      return ExpressionTyper.coalesced([x, y], type, node.span)
    case .add, .subtract, .multiply, .divide, .wholeDivide, .remainder:
      guard let (first, second) = pair(left, right, nil) else { return nil }
      return arithmetic(sign, first, second, span, node.span)
    }
  }

  static func coalesced(_ items: [Expression], _ type: ValueType, _ span: Span) -> Expression {
    Expression(
      .coalesce(items), type, mayBeBlank: items.allSatisfy(\.mayBeBlank), span)
  }

  // MARK: Comparisons

  func compare(
    _ comparison: Expression.Comparison, _ left: Expression, _ right: Expression,
    _ sign: Span, _ span: Span
  ) -> Expression? {
    guard let (first, second, type) = united(left, right, sign: comparison.rawValue, at: sign)
    else { return nil }
    let isEquality = comparison == .equal || comparison == .notEqual
    guard isEquality ? ExpressionTyper.isEquatable(type) : ExpressionTyper.isOrdered(type) else {
      checker.report(
        MeaningMistake.wrongType(
          expected: isEquality
            ? Message(zh: "可以比较的值", en: "values that can be compared")
            : Message(zh: "有大小的值", en: "values that have an order"),
          found: checker.described(first, text(first.origin)), cure: comparisonCure(type, first),
          fix: nil, at: span))
      return nil
    }
    return Expression(
      .compare(comparison, first, second), .boolean, mayBeBlank: false, span)
  }

  private func comparisonCure(_ type: ValueType, _ value: Expression) -> Message? {
    let name = text(value.origin)
    switch type {
    case .list:
      return Message(
        zh: "写 `值 in \(name)`，或 `is_blank(\(name))`",
        en: "write `value in \(name)` or `is_blank(\(name))`")
    case .option:
      return Message(zh: "选项用 `in [a, b]` 列出", en: "list options by `in [a, b]`")
    case .period:
      return Message(
        zh: "天数只能和天数比，月数只能和月数比", en: "days compare with days and months with months")
    default: return nil
    }
  }

  static func isEquatable(_ type: ValueType) -> Bool {
    switch type {
    case .list, .file, .workingTime: return false
    default: return true
    }
  }

  static func isOrdered(_ type: ValueType) -> Bool {
    switch type {
    case .integer, .decimal, .money, .text, .date, .time, .dateTime, .duration: return true
    case .period(let parts): return parts == .months || parts == .days
    case .boolean, .workingTime, .option, .reference, .file, .list: return false
    }
  }

  private func membership(
    _ left: ExpressionNode, _ right: ExpressionNode, _ node: ExpressionNode
  ) -> Expression? {
    guard case .list(let items) = right.kind else {
      guard let (item, list) = pair(left, right, nil) else { return nil }
      guard case .list(let type) = list.type else {
        report(
          expected: Message(zh: "方括号里的值，或多选字段", en: "values in brackets or a multi choice"), list,
          cure: Message(
            zh: "写成 `[\(text(right.span))]`", en: "write `[\(text(right.span))]`"))
        return nil
      }
      let element = Expression(.literal(.blank), type, mayBeBlank: true, list.origin)
      guard item.isBlankLiteral || ExpressionTyper.common(item, element) != nil else {
        reportUnequal("in", item, list, at: node.span)
        return nil
      }
      return Expression(.isMember(item, of: list), .boolean, mayBeBlank: false, node.span)
    }
    if isOpen(left) {
      guard let values = elements(items, nil), let first = values.first,
        let item = infer(left, expecting: first.type)
      else { return nil }
      return isIn(item, values, node)
    }
    guard let item = infer(left) else { return nil }
    if items.isEmpty { return list(items, right, item.type) }
    guard let values = elements(items, item.type) else { return nil }
    return isIn(item, values, node)
  }

  private func isIn(
    _ item: Expression, _ values: [Expression], _ node: ExpressionNode
  ) -> Expression? {
    for value in values where united(item, value, sign: "in", at: value.origin) == nil {
      return nil
    }
    guard ExpressionTyper.isEquatable(item.type) else {
      reportUnequal("in", item, values[0], at: node.span)
      return nil
    }
    return Expression(.isIn(item, values), .boolean, mayBeBlank: false, node.span)
  }
}
