import Diagnostics
import IR
import Syntax

/// Adding, multiplying and dividing: numbers, money, texts and times.
extension ExpressionTyper {
  static let quotientScale = 12
  private static let mostDigits = 18

  func negate(_ item: ExpressionNode, _ node: ExpressionNode) -> Expression? {
    guard let value = infer(item) else { return nil }
    switch value.type {
    case .integer, .decimal, .money, .duration, .period: break
    default:
      report(expected: Message(zh: "数字", en: "a number"), value)
      return nil
    }
    if case .literal(.number(let mantissa)) = value.kind {
      return Expression(
        .literal(.number(mantissa: -mantissa)), value.type, mayBeBlank: false, node.span)
    }
    return Expression(.negate(value), value.type, mayBeBlank: value.mayBeBlank, node.span)
  }

  func arithmetic(
    _ sign: ExpressionOperator, _ left: Expression, _ right: Expression, _ at: Span, _ span: Span
  ) -> Expression? {
    if let kind = Expression.Arithmetic(rawValue: sign.rawValue),
      let x = left.type.scale, let y = right.type.scale
    {
      guard let type = ExpressionTyper.numeric(kind, left, right, x, y) else {
        reportUnequal(sign.rawValue, left, right, at: at)
        return nil
      }
      let mayBeBlank = left.mayBeBlank || right.mayBeBlank || kind.isDivision
      return Expression(.arithmetic(kind, left, right), type, mayBeBlank: mayBeBlank, span)
    }
    if sign == .add, left.type == .text, right.type == .text {
      return ExpressionTyper.concatenated(left, right, span)
    }
    if let result = ExpressionTyper.temporal(sign, left, right, span) {
      if case .temporal(.shiftMoment, _, _) = result.kind, !isOnServer(at) { return nil }
      return result
    }
    reportUnequal(sign.rawValue, left, right, at: at)
    return nil
  }

  /// The type of a result; nil when money stands where it cannot.
  private static func numeric(
    _ kind: Expression.Arithmetic, _ left: Expression, _ right: Expression, _ x: Int, _ y: Int
  ) -> ValueType? {
    let (isLeft, isRight) = (left.type.isMoney, right.type.isMoney)
    switch kind {
    case .add, .subtract: return common(left, right)
    case .multiply:
      if isLeft, isRight { return nil }
      let scale = min(x + y, mostDigits)
      if isLeft || isRight { return .money(scale: scale) }
      return left.type == .integer && right.type == .integer ? .integer : .decimal(scale: scale)
    case .divide:
      if !isLeft, isRight { return nil }
      return isLeft && !isRight ? .money(scale: quotientScale) : .decimal(scale: quotientScale)
    case .wholeDivide: return isLeft == isRight ? .integer : nil
    case .remainder:
      if isLeft != isRight { return nil }
      if isLeft { return .money(scale: max(x, y)) }
      return left.type == .integer && right.type == .integer
        ? .integer : .decimal(scale: max(x, y))
    }
  }

  private static func concatenated(
    _ left: Expression, _ right: Expression, _ span: Span
  ) -> Expression {
    var items = [right]
    if case .concatenate(let first) = left.kind {
      items = first + items
    } else {
      items.insert(left, at: 0)
    }
    return Expression(
      .concatenate(items), .text, mayBeBlank: items.allSatisfy(\.mayBeBlank), span)
  }

  // MARK: Times

  private static func temporal(
    _ sign: ExpressionOperator, _ left: Expression, _ right: Expression, _ span: Span
  ) -> Expression? {
    func node(
      _ kind: Expression.Temporal, _ a: Expression, _ b: Expression, _ type: ValueType,
      isPartial: Bool = false
    ) -> Expression {
      Expression(
        .temporal(kind, a, b), type, mayBeBlank: a.mayBeBlank || b.mayBeBlank || isPartial, span)
    }
    /// What is taken away, as what is added.
    func turned(_ value: Expression) -> Expression {
      sign == .subtract
        ? Expression(.negate(value), value.type, mayBeBlank: value.mayBeBlank, value.origin) : value
    }
    let isSum = sign == .add || sign == .subtract
    switch (left.type, right.type) {
    case (.date, .period) where isSum: return node(.shiftDate, left, turned(right), .date)
    case (.period, .date) where sign == .add: return node(.shiftDate, right, left, .date)
    case (.dateTime, .period) where isSum:
      return node(.shiftMoment, left, turned(right), .dateTime)
    case (.period, .dateTime) where sign == .add:
      return node(.shiftMoment, right, left, .dateTime)
    case (.dateTime, .duration) where isSum: return node(.advance, left, turned(right), .dateTime)
    case (.duration, .dateTime) where sign == .add: return node(.advance, right, left, .dateTime)
    case (.dateTime, .dateTime) where sign == .subtract:
      return node(.elapsed, left, right, .duration)
    case (.duration, .duration) where isSum:
      return node(.addDurations, left, turned(right), .duration)
    case (.duration, .duration) where sign == .divide:
      return node(.ratio, left, right, .decimal(scale: quotientScale), isPartial: true)
    case (.period(let a), .period(let b)) where isSum:
      return node(.addPeriods, left, turned(right), .period(a.union(b)))
    case (.duration, .integer), (.duration, .decimal):
      if sign == .multiply { return node(.multiplyDuration, left, right, .duration) }
      return sign == .divide
        ? node(.divideDuration, left, right, .duration, isPartial: true) : nil
    case (.integer, .duration) where sign == .multiply,
      (.decimal, .duration) where sign == .multiply:
      return node(.multiplyDuration, right, left, .duration)
    case (.period, .integer) where sign == .multiply:
      return node(.multiplyPeriod, left, right, left.type)
    case (.integer, .period) where sign == .multiply:
      return node(.multiplyPeriod, right, left, right.type)
    case (.workingTime, .integer) where sign == .multiply:
      return node(.multiplyWorkingTime, left, right, .workingTime)
    case (.integer, .workingTime) where sign == .multiply:
      return node(.multiplyWorkingTime, right, left, .workingTime)
    default: return nil
    }
  }

  /// Calendar days of date-times are counted on the server alone, which knows the zone.
  private func isOnServer(_ span: Span) -> Bool {
    if place.targets == .server { return true }
    checker.report(
      MeaningMistake.notHere(
        Message(zh: "日期时间加减天数或月数", en: "adding days or months to a date and time"),
        place: place.name,
        alternatives: Message(
          zh: "加小时，例如 `24 hours`；或用日期字段", en: "add hours, as `24 hours`, or use a date"), at: span))
    return false
  }
}

extension ValueType {
  var isMoney: Bool {
    if case .money = self { return true }
    return false
  }
}

extension Expression.Arithmetic {
  var isDivision: Bool { self == .divide || self == .wholeDivide || self == .remainder }
}
