import Diagnostics
import IR
import Syntax
import Values

extension Checker {
  /// The condition under `where`; nil when there is none, or after reporting what is wrong.
  func viewCondition(
    _ keyed: Keyed, _ entity: StableID
  ) -> (condition: Expression?, isSound: Bool) {
    if keyed.isPoisoned("where") { return (nil, false) }
    guard let entry = keyed.sound("where") else { return (nil, true) }
    guard let fields = fields(of: entity) else { return (nil, false) }
    let condition = condition(entry, ExpressionTyper(self, .view, fields))
    return (condition, condition != nil)
  }
}

/// Turns a condition into the form that lists take: fields that hold one of some values, or none of
/// them, all of it.
struct ViewConditions {
  let entity: EntityDraft

  /// Nil when the condition is more than that.
  func lowered(_ condition: Expression?) -> [View.Condition]? {
    guard let condition else { return [] }
    let parts: [Expression]
    if case .and(let items) = condition.kind { parts = items } else { parts = [condition] }
    let lowered = parts.compactMap { part($0, isNegated: false) }
    return lowered.count == parts.count ? lowered : nil
  }

  private func part(_ expression: Expression, isNegated: Bool) -> View.Condition? {
    switch expression.kind {
    case .not(let item): return part(item, isNegated: !isNegated)
    case .field: return condition(expression, [.value("true")], isNegated)
    case .isBlank(let item): return condition(item, [.value("")], isNegated)
    case .isIn(let item, let values):
      let operands = values.map(operand)
      let known = operands.compactMap { $0 }
      return known.count == operands.count ? condition(item, known, isNegated) : nil
    case .compare(let comparison, let left, let right)
    where comparison == .equal || comparison == .notEqual:
      guard let value = operand(right) else { return nil }
      return condition(left, [value], isNegated != (comparison == .notEqual))
    default: return nil
    }
  }

  private func condition(
    _ expression: Expression, _ values: [View.Condition.Operand], _ isNegated: Bool
  ) -> View.Condition? {
    guard case .field(let path) = expression.kind, path.root == .record, path.steps.count == 1,
      case .field(let id) = path.steps[0].member,
      let index = entity.fields.firstIndex(where: { $0?.id == id }),
      let type = entity.fields[index]?.type, ViewConditions.takes(type)
    else { return nil }
    var distinct: [View.Condition.Operand] = []
    for value in values where !distinct.contains(value) { distinct.append(value) }
    return View.Condition(field: index, isNegated: isNegated, values: distinct)
  }

  /// Types that lists filter by so far.
  private static func takes(_ type: FieldType) -> Bool {
    switch type {
    case .longText, .secret, .reference, .department, .attachment, .image, .multiChoice:
      return false
    default: return true
    }
  }

  private func operand(_ expression: Expression) -> View.Condition.Operand? {
    switch expression.kind {
    case .me: return .me
    case .literal(let literal): return wire(literal, expression.type).map { .value($0) }
    default: return nil
    }
  }

  private func wire(_ literal: Expression.Literal, _ type: ValueType) -> String? {
    switch literal {
    case .blank: return ""
    case .boolean(let value): return "\(value)"
    case .text(let text): return text
    case .date(let day): return CivilDate(days: Int64(day)).description
    case .number(let mantissa):
      guard let scale = type.scale, let number = Int64(exactly: mantissa) else { return nil }
      return Decimal.print(number, scale: UInt8(scale))
    case .option(let id, _):
      for case .some(let field) in entity.fields {
        if let option = field.type.options?.first(where: { $0.id == id }) { return option.name }
      }
      return nil
    default: return nil
    }
  }
}
