import IR
import TargetCode

extension ExpressionWriter {
  /// An aggregate: the rows, those that count, in their order, what is taken of each, and what
  /// becomes of that. What is asked of a row is a function of its own.
  func rows(
    _ aggregate: Aggregate, _ whole: Expression, in body: inout Body
  ) -> Operand {
    let subject = emitter.application.entity(aggregate.rows)
    let record = emitter.typeName(aggregate.rows)
    let read = number(
      of: .rows(aggregate.rows, by: aggregate.by, isSubform: aggregate.isSubform))
    let rowsType = "[Evaluation<\(record)>]"
    func ask(_ word: String, _ part: Expression, isCondition: Bool = false) -> SwiftExpression {
      .name(add("\(body.name)_\(word)", part, over: subject, isCondition: isCondition).name)
    }
    var rows = call(
      "it.rows", [.integer(read), .name(record + ".self")], rowsType, in: &body)
    if aggregate.function == .all, aggregate.value == nil, let condition = aggregate.condition {
      let holds = ask("each", condition, isCondition: true)
      return call(rows.name + ".allSatisfy", [holds], "Bool", in: &body)
    }
    if let condition = aggregate.condition {
      let counts = ask("where", condition, isCondition: true)
      rows = call(rows.name + ".filter", [counts], rowsType, in: &body)
    }
    if let order = aggregate.order {
      rows = ordered(rows, order, ask("by", order.key), aggregate, rowsType, in: &body)
    }
    guard let value = aggregate.value else {
      if aggregate.function == .any {
        return step("Bool", .not(.name(rows.name + ".isEmpty")), in: &body)
      }
      return call("Fixed.whole", [.name(rows.name + ".count")], "Fixed?", in: &body)
    }
    if aggregate.function == .count, case .list = value.type {
      // A list that holds nothing is blank.
      let isFilled = Expression(
        .not(Expression(.isBlank(value), .boolean, mayBeBlank: false, value.origin)), .boolean,
        mayBeBlank: false, value.origin)
      let filled = call(
        rows.name + ".filter", [ask("of", isFilled, isCondition: true)], rowsType, in: &body)
      return call("Fixed.whole", [.name(filled.name + ".count")], "Fixed?", in: &body)
    }
    let type = ExpressionWriter.type(value.type)
    let values = call(rows.name + ".map", [ask("of", value)], "[\(type)]", in: &body)
    if aggregate.function == .latest {
      var nothing = SwiftExpression.name("nil")
      if case .list = value.type { nothing = .array([]) }
      return step(type, .binary("??", .name(values.name + ".last"), nothing), in: &body)
    }
    let joint = aggregate.separator.map { self.value($0, whole, in: &body) }
    return reduce(aggregate.function, values, value.type, joint, whole, in: &body)
  }

  private func ordered(
    _ rows: Operand, _ order: Aggregate.Order, _ key: SwiftExpression, _ aggregate: Aggregate,
    _ rowsType: String, in body: inout Body
  ) -> Operand {
    let type = order.key.type
    let function =
      type.isTextual ? "orderedTexts" : type.isPeriod ? "orderedPeriods" : "ordered"
    let value = SwiftExpression.call(
      "RowFunctions." + function,
      [
        .init(nil, rows.text), .init("descending", .bool(order.isDescending)),
        .init("keepsBlank", .bool(aggregate.function == .join)), .init("by", key),
      ])
    return step(rowsType, value, in: &body)
  }

  /// A function over values; blanks among them do not count.
  func reduce(
    _ function: Aggregate.Function, _ values: Operand, _ element: ValueType,
    _ joint: SwiftExpression?, _ whole: Expression, in body: inout Body
  ) -> Operand {
    let type = ExpressionWriter.type(whole.type)
    let list = [values.text]
    let scale = SwiftExpression.integer(Int64(element.scale ?? 0))
    switch function {
    case .count: return call("ListFunctions.count", list, type, in: &body)
    case .sum where element == .duration:
      return call("ListFunctions.sumSpans", list, type, in: &body)
    case .sum: return call("ListFunctions.sum", list + [scale], type, in: &body)
    case .avg: return call("ListFunctions.average", list + [scale], type, in: &body)
    case .min: return call("ListFunctions.least", list, type, in: &body)
    case .max: return call("ListFunctions.greatest", list, type, in: &body)
    case .any: return call("ListFunctions.any", list, "Bool", in: &body)
    case .all: return call("ListFunctions.all", list, "Bool", in: &body)
    case .first: return call("ListFunctions.first", list, type, in: &body)
    case .last, .latest: return call("ListFunctions.last", list, type, in: &body)
    case .distinctCount:
      let function = element.isTextual ? "distinctTexts" : "distinctCount"
      return call("ListFunctions." + function, list, type, in: &body)
    case .join:
      return call("ListFunctions.join", list + [joint ?? .name("nil")], type, in: &body)
    }
  }
}
