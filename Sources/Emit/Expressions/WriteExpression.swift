import IR
import TargetCode
import Values

extension ExpressionWriter {
  /// Writes the steps of an expression; answers the constant with its value.
  func write(_ expression: Expression, in body: inout Body) -> Operand {
    let type = ExpressionWriter.type(of: expression, isPlain: false)
    switch expression.kind {
    case .literal(let literal): return write(literal, expression, in: &body)
    case .parameter(let name):
      return Operand(name: "\(emitter.names.parameters).\(emitter.names.parameter[name] ?? name)")
    case .me: return step(type, .name("it.scene.me"), in: &body)
    case .field(let path): return field(path, expression.type, in: &body)
    case .not(let item):
      return step("Bool", .not(condition(item, inside: expression, in: &body)), in: &body)
    case .and(let items): return joined("&&", items, expression, in: &body)
    case .or(let items): return joined("||", items, expression, in: &body)
    case .compare(let comparison, let left, let right):
      return compare(comparison, left, right, expression, in: &body)
    case .isBlank(let item): return isBlank(item, expression, in: &body)
    case .isIn(let item, let items):
      let value = write(item, inside: expression, in: &body)
      let widest = ([item] + items).compactMap(\.type.scale).max()
      let type = widest.map { item.type.scaled($0) } ?? item.type
      let list = list(items, type, expression, in: &body)
      return isIn(value, list, item.type, in: &body)
    case .isMember(let item, let list):
      let value = write(item, inside: expression, in: &body)
      let elements = write(list, inside: expression, in: &body)
      return isIn(value, elements, item.type, in: &body)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, expression, in: &body)
    case .coalesce(let items): return coalesce(items, expression, in: &body)
    case .negate(let item):
      return call(item.type.negation, [value(item, expression, in: &body)], type, in: &body)
    case .arithmetic(let sign, let left, let right):
      let operands = values([left, right], expression, in: &body)
      return call(sign.function, operands, type, in: &body)
    case .temporal(let sign, let left, let right):
      return temporal(sign, left, right, expression, in: &body)
    case .concatenate(let items):
      return folded("TextFunctions.concatenate", items, expression, in: &body)
    case .rounded(let item):
      let value = value(item, expression, in: &body)
      return round(value, expression.type.scale ?? 0, "halfAway", in: &body)
    case .call(let function, let items): return call(function, items, expression, in: &body)
    case .list(let items):
      guard case .list(let element) = expression.type else { preconditionFailure("no list") }
      return list(items, element, expression, in: &body)
    case .aggregate(let aggregate): return rows(aggregate, expression, in: &body)
    case .fold(let function, let list, let separator):
      let elements = write(list, inside: expression, in: &body)
      let joint = separator.map { value($0, expression, in: &body) }
      guard case .list(let element) = list.type else { preconditionFailure("no list") }
      return reduce(function, elements, element, joint, expression, in: &body)
    }
  }

  /// The Swift type of a value.
  static func type(of expression: Expression, isPlain: Bool) -> String {
    isPlain ? "Bool" : type(expression.type)
  }

  /// The same of a type: what may be blank is an optional, an empty list is blank.
  static func type(_ type: ValueType) -> String {
    if case .list(let element) = type { return "[\(self.type(element))]" }
    return type.carrier + "?"
  }

  // MARK: Operands

  /// The value of a part.
  func value(
    _ part: Expression, _ whole: Expression, in body: inout Body
  ) -> SwiftExpression {
    write(part, inside: whole, in: &body).text
  }

  func values(
    _ parts: [Expression], _ whole: Expression, in body: inout Body
  ) -> [SwiftExpression] {
    parts.map { value($0, whole, in: &body) }
  }

  /// A truth that is no optional; a blank is none.
  func condition(
    _ part: Expression, inside whole: Expression, in body: inout Body
  ) -> SwiftExpression {
    let value = write(part, inside: whole, in: &body)
    if value.isPlain { return value.text }
    return step("Bool", .binary("??", value.text, .bool(false)), in: &body).text
  }

  /// A value that is one of several, at the scale of all: what is chosen is chosen exactly.
  func atScale(
    _ value: Operand, of parts: [Expression], _ whole: Expression, in body: inout Body
  ) -> Operand {
    guard let scale = whole.type.scale, parts.contains(where: { ($0.type.scale ?? scale) < scale })
    else { return value }
    return call("Fixed.widen", [value.text, .integer(Int64(scale))], "Fixed?", in: &body)
  }

  func round(
    _ value: SwiftExpression, _ scale: Int, _ mode: String, in body: inout Body
  ) -> Operand {
    call("Fixed.round", [value, .integer(Int64(scale)), .name("." + mode)], "Fixed?", in: &body)
  }

  /// A function of two over several, from left to right.
  func folded(
    _ function: String, _ items: [Expression], _ whole: Expression, in body: inout Body
  ) -> Operand {
    let type = ExpressionWriter.type(whole.type)
    var result = write(items[0], inside: whole, in: &body)
    for item in items.dropFirst() {
      let next = value(item, whole, in: &body)
      result = call(function, [result.text, next], type, in: &body)
    }
    return atScale(result, of: items, whole, in: &body)
  }

  // MARK: Logic

  private func joined(
    _ sign: String, _ items: [Expression], _ whole: Expression, in body: inout Body
  ) -> Operand {
    var result = Operand(name: "", isPlain: true)
    for (index, item) in items.enumerated() {
      let next = condition(item, inside: whole, in: &body)
      guard index > 0 else {
        if case .name(let name) = next { result = Operand(name: name, isPlain: true) }
        continue
      }
      result = step("Bool", .binary(sign, result.text, next), in: &body)
    }
    return result
  }

  private func isBlank(
    _ item: Expression, _ whole: Expression, in body: inout Body
  ) -> Operand {
    let value = write(item, inside: whole, in: &body)
    if case .list = item.type { return step("Bool", .name(value.name + ".isEmpty"), in: &body) }
    if value.isPlain { return step("Bool", .bool(false), in: &body) }
    return step("Bool", .binary("==", value.text, .name("nil")), in: &body)
  }

  private func isIn(
    _ value: Operand, _ list: Operand, _ type: ValueType, in body: inout Body
  ) -> Operand {
    let function = type.isTextual ? "Comparisons.textIsIn" : "Comparisons.isIn"
    return call(function, [value.text, list.text], "Bool", in: &body)
  }

  private func conditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, _ whole: Expression,
    in body: inout Body
  ) -> Operand {
    let test = self.condition(condition, inside: whole, in: &body)
    let first = write(then, inside: whole, in: &body)
    let second = write(otherwise, inside: whole, in: &body)
    let isPlain = first.isPlain && second.isPlain
    let chosen = step(
      isPlain ? "Bool" : ExpressionWriter.type(whole.type),
      .choice(test, first.text, second.text), in: &body)
    return atScale(chosen, of: [then, otherwise], whole, in: &body)
  }

  private func coalesce(
    _ items: [Expression], _ whole: Expression, in body: inout Body
  ) -> Operand {
    var result = write(items[0], inside: whole, in: &body)
    for item in items.dropFirst() where !result.isPlain {
      let next = write(item, inside: whole, in: &body)
      let type = next.isPlain ? "Bool" : ExpressionWriter.type(whole.type)
      if case .list = whole.type {
        let isEmpty = SwiftExpression.name(result.name + ".isEmpty")
        result = step(type, .choice(isEmpty, next.text, result.text), in: &body)
      } else {
        result = step(type, .binary("??", result.text, next.text), in: &body)
      }
    }
    return atScale(result, of: items, whole, in: &body)
  }

  /// Values of one type as an array; numbers at the scale of all.
  func list(
    _ items: [Expression], _ element: ValueType, _ whole: Expression, in body: inout Body
  ) -> Operand {
    let values = items.map { item -> SwiftExpression in
      let value = value(item, whole, in: &body)
      guard let scale = element.scale, let own = item.type.scale, own < scale else { return value }
      return call("Fixed.widen", [value, .integer(Int64(scale))], "Fixed?", in: &body).text
    }
    return step("[\(ExpressionWriter.type(element))]", .array(values), in: &body)
  }
}
