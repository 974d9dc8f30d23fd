import Diagnostics
import IR
import Syntax
import Values

/// Numbers, days and lists as they are written.
extension ExpressionTyper {
  func number(
    _ digits: String, _ unit: ExpressionUnit?, _ node: ExpressionNode
  ) -> Expression? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let scale = parts.count == 2 ? parts[1].utf8.count : 0
    guard scale <= 9, let mantissa = Int64(digits.replacing(".", with: "")) else {
      checker.report(
        ValueMistake.beyondRange(
          Message(
            zh: "数字 `\(digits)` 太大，或小数超过 9 位",
            en: "the number `\(digits)` is too large or has more than 9 digits after the point"),
          at: node.span))
      return nil
    }
    if let unit { return time(mantissa, scale, unit, node) }
    return Expression(
      .literal(.number(mantissa: Int128(mantissa))),
      scale == 0 ? .integer : .decimal(scale: scale), mayBeBlank: false, node.span)
  }

  private func time(
    _ mantissa: Int64, _ scale: Int, _ unit: ExpressionUnit, _ node: ExpressionNode
  ) -> Expression? {
    let power = Decimal.power(UInt8(scale))
    if let length = ExpressionTyper.milliseconds[unit] {
      let (product, isTooLarge) = mantissa.multipliedReportingOverflow(by: length)
      guard !isTooLarge, product % power == 0 else { return notWhole(node) }
      let amount = product / power
      let literal: Expression.Literal =
        unit == .workingHour
        ? .workingTime(days: 0, milliseconds: amount) : .duration(milliseconds: amount)
      return Expression(
        .literal(literal), unit == .workingHour ? .workingTime : .duration, mayBeBlank: false,
        node.span)
    }
    guard mantissa % power == 0, let count = Int32(exactly: mantissa / power),
      abs(count) <= 4_000_000
    else { return notWhole(node) }
    let amount = Int(count)
    let (literal, type): (Expression.Literal, ValueType) =
      switch unit {
      case .year: (.period(months: amount * 12, days: 0), .period(.months))
      case .month: (.period(months: amount, days: 0), .period(.months))
      case .week: (.period(months: 0, days: amount * 7), .period(.days))
      case .workingDay: (.workingTime(days: amount, milliseconds: 0), .workingTime)
      default: (.period(months: 0, days: amount), .period(.days))
      }
    return Expression(.literal(literal), type, mayBeBlank: false, node.span)
  }

  private static let milliseconds: [ExpressionUnit: Int64] = [
    .hour: 3_600_000, .minute: 60_000, .second: 1000, .workingHour: 3_600_000,
  ]

  private func notWhole(_ node: ExpressionNode) -> Expression? {
    checker.report(
      ValueMistake.beyondRange(
        Message(
          zh: "`\(text(node.span))` 不是整天、整月，或太长",
          en: "`\(text(node.span))` is no whole number of them, or too long"), at: node.span))
    return nil
  }

  func date(_ text: String, _ node: ExpressionNode) -> Expression? {
    guard let day = CivilDate(parsing: text) else {
      checker.report(ValueMistake.badDate(text, at: node.span))
      return nil
    }
    return Expression(.literal(.date(Int(day.days))), .date, mayBeBlank: false, node.span)
  }

  func dateTime(_ text: String, _ node: ExpressionNode) -> Expression? {
    let parts = text.split(separator: " ")
    let clock = parts.last?.split(separator: ":").compactMap { Int($0) } ?? []
    guard let day = parts.first.flatMap({ CivilDate(parsing: $0) }), clock.count >= 2,
      clock[0] < 24, clock[1] < 60, clock.count == 2 || clock[2] < 60
    else {
      checker.report(ValueMistake.badDate(text, at: node.span))
      return nil
    }
    let seconds = clock[0] * 3600 + clock[1] * 60 + (clock.count == 3 ? clock[2] : 0)
    return Expression(
      .literal(.dateTime(day: Int(day.days), milliseconds: seconds * 1000)), .dateTime,
      mayBeBlank: false, node.span)
  }

  func list(
    _ items: [ExpressionNode], _ node: ExpressionNode, _ expecting: ValueType?
  ) -> Expression? {
    var element: ValueType?
    if case .list(let item) = expecting { element = item } else { element = expecting }
    guard !items.isEmpty else {
      checker.report(
        MeaningMistake.misplaced(
          Message(zh: "`[]` 里没有值", en: "`[]` holds nothing"),
          cure: Message(zh: "写上值，例如 `[a, b]`", en: "name some values, as in `[a, b]`"),
          at: node.span))
      return nil
    }
    guard let (typed, type) = alike(items, ",", element) else { return nil }
    return Expression(.list(typed), .list(type), mayBeBlank: false, node.span)
  }

  /// Values that must be of one type.
  func elements(_ items: [ExpressionNode], _ expecting: ValueType?) -> [Expression]? {
    var result: [Expression] = []
    var type = expecting
    // One that knows its type tells the others.
    if type == nil, let known = items.first(where: { !isOpen($0) }) {
      guard let first = infer(known) else { return nil }
      type = first.type
    }
    var isSound = true
    for item in items {
      guard let value = infer(item, expecting: type) else {
        isSound = false
        continue
      }
      if let first = result.first, united(first, value, sign: ",", at: item.span) == nil {
        return nil
      }
      result.append(value)
    }
    return isSound ? result : nil
  }
}
