import IR
import TargetCode
import Values

extension ExpressionWriter {
  /// What a path leads to: a field of the record at hand, or the end of a chain of references that
  /// begins at one.
  func field(
    _ path: Expression.Path, _ type: ValueType, in body: inout Body
  ) -> Operand {
    if let known = body.fields[path] { return known }
    let result: Operand
    if path.root == .me {
      let me = step("Int64?", .name("it.scene.me"), in: &body)
      result = chain(path.steps, from: me, type, in: &body)
    } else if path.steps.count == 1 {
      result = read(path.steps[0], path.root, type, in: &body)
    } else {
      let start = Expression.Path(root: path.root, steps: [path.steps[0]])
      let id = field(start, .reference(path.steps[1].entity), in: &body)
      result = chain(Array(path.steps.dropFirst()), from: id, type, in: &body)
    }
    body.fields[path] = result
    return result
  }

  private func read(
    _ place: Expression.Step, _ root: Expression.Path.Root, _ type: ValueType,
    in body: inout Body
  ) -> Operand {
    precondition(root != .this, "`this` belongs to queries")
    if case .field(let id) = place.member, let rollUp = emitter.rollUp(id) {
      return value(of: rollUp, in: &body)
    }
    if case .field(let id) = place.member, let field = emitter.liveField(id, of: place.entity) {
      precondition(root == .record, "`Unbuilt` has refused the application")
      return live(field, type, in: &body)
    }
    let record = root == .old ? "it.old?" : "it.record"
    let stored: String
    switch place.member {
    case .field(let id): stored = "\(record).fields.\(emitter.property(id, of: place.entity))"
    case .id: stored = record + ".id"
    case .createdAt: stored = record + ".createdAt"
    case .createdBy: stored = record + ".createdBy"
    case .updatedAt: stored = record + ".updatedAt"
    case .updatedBy: stored = record + ".updatedBy"
    }
    return loaded(.name(stored), type, in: &body)
  }

  /// What is worked out on reading, as the field holds it: a number within its range, else blank.
  private func live(_ field: Field, _ type: ValueType, in body: inout Body) -> Operand {
    guard let value = field.rules.value else { preconditionFailure("a live field without value") }
    let function = liveFunction(of: field, value, over: body.subject)
    let result = call(function.name, [.name("it")], function.type, in: &body)
    guard let scale = type.scale, let range = field.type.range else { return result }
    let fitted = SwiftExpression.call(
      "\(result.name)?.fitted",
      [
        .init(nil, .integer(Int64(scale))),
        .init(nil, .name("\(range.minimum)...\(range.maximum)")),
      ])
    return loaded(fitted, type, in: &body)
  }

  private func chain(
    _ steps: [Expression.Step], from id: Operand, _ type: ValueType, in body: inout Body
  ) -> Operand {
    let read = number(of: .chain(from: steps[0].entity, steps: steps))
    let function: String
    switch type {
    case .text, .option, .file, .list: function = "it.text"
    case .boolean: function = "it.boolean"
    default: function = "it.integer"
    }
    let value = SwiftExpression.call(function, [.init(nil, .integer(read)), .init(nil, id.text)])
    return loaded(value, type, in: &body)
  }

  /// A stored value as expressions compute with it.
  private func loaded(
    _ value: SwiftExpression, _ type: ValueType, in body: inout Body
  ) -> Operand {
    let swift = ExpressionWriter.type(type)
    switch type {
    case .integer, .decimal, .money:
      return call("Fixed.stored", [value, .integer(Int64(type.scale ?? 0))], swift, in: &body)
    case .date: return call("CivilDate.stored", [value], swift, in: &body)
    case .list: return call("ListFunctions.stored", [value], swift, in: &body)
    default: return step(swift, value, in: &body)
    }
  }

  // MARK: Literals

  func write(
    _ literal: Expression.Literal, _ expression: Expression, in body: inout Body
  ) -> Operand {
    let type = ExpressionWriter.type(expression.type)
    if case .list = expression.type { return step(type, .array([]), in: &body) }
    switch literal {
    case .blank: return step(type, .name("nil"), in: &body)
    case .boolean(let value): return step("Bool", .bool(value), in: &body)
    case .number(let mantissa):
      return step(type, .name(Emitter.number(mantissa, expression.type.scale ?? 0)), in: &body)
    case .text(let text): return step(type, .string(Text.composed(text)), in: &body)
    case .date(let day): return step(type, .name("CivilDate(days: \(day))"), in: &body)
    case .dateTime(let day, let milliseconds):
      return call(
        "Instant.at",
        [
          .name("CivilDate(days: \(day))"), .integer(Int64(milliseconds / 1000)),
          .name("it.scene.zone"),
        ], type, in: &body)
    case .duration(let milliseconds): return step(type, .integer(milliseconds), in: &body)
    case .period(let months, let days):
      return step(type, .name("Period(months: \(months), days: \(days))"), in: &body)
    case .workingTime(let days, let milliseconds):
      return step(
        type, .name("WorkTime(days: \(days), milliseconds: \(milliseconds))"), in: &body)
    case .option(_, let physicalName): return step(type, .string(physicalName), in: &body)
    case .word(let word): preconditionFailure("`\(word)` is no value")
    }
  }
}
