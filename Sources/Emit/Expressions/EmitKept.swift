import IR
import Query
import TargetCode
import Values

/// The code of what the database keeps of computed values. See docs/decisions/0021.
extension Emitter {
  /// A roll-up by the identity under which expressions read it.
  func rollUp(_ id: StableID) -> RollUp? { kept.rollUp(id) }

  /// The stored values of an entity, and what its records contribute to those of others; nil when
  /// there is nothing of both.
  func keptFile(_ index: Int, _ entity: Entity) -> SwiftFile? {
    let values = keptValues(of: entity)
    let given = kept.rollUps.enumerated().filter { $0.element.aggregate.rows == entity.id }
    if values.isEmpty && given.isEmpty && kept.rollUps(of: entity.id).isEmpty { return nil }
    let writer = ExpressionWriter(self, entity)
    var members = [
      self.values(values, entity, writer), contribution(given, entity, writer), parts(entity),
    ].compactMap { $0 }
    if !writer.reads.isEmpty {
      members.append(
        .text(modifiers: ["static"], name: "keptReads", writer.reads.map(line).joined()))
    }
    return SwiftFile(
      header: header("what follows for \(entity.name)"), imports: ["TenonServer"],
      declarations: [
        .namespace(name: names.values[index], members: writer.declarations),
        .extension(name: names.types[index], members: members),
      ])
  }

  private func keptValues(of entity: Entity) -> [KeptValue] {
    kept.items.compactMap { item in
      if case .value(let value) = item, value.entity == entity.id { return value }
      return nil
    }
  }

  /// `kept`: a stored value of a record, by its column.
  private func values(
    _ values: [KeptValue], _ entity: Entity, _ writer: ExpressionWriter
  ) -> SwiftDeclaration? {
    let cases = values.map { value in
      let field = entity.fields[value.field]
      let function = writer.add("value_\(field.name)", inlined(value.expression), over: entity)
      return (SystemColumn.count + value.field, stored(call(function.name, entity), field))
    }
    return choice(
      "kept(_ column: Int, _ it: Evaluation<\(typeName(entity.id))>) -> KeptResult", "column",
      cases,
      otherwise: .name("preconditionFailure(\"no kept value\")"))
  }

  private func call(_ function: String, _ entity: Entity) -> SwiftExpression {
    .call("\(names.values[index(of: entity)]).\(function)", [.init(nil, .name("it"))])
  }

  private func index(of entity: Entity) -> Int {
    application.entities.firstIndex { $0.id == entity.id } ?? 0
  }

  private func stored(_ value: SwiftExpression, _ field: Field) -> SwiftExpression {
    var arguments = [value]
    if let scale = field.type.valueType(of: field.id).scale, let range = field.type.range {
      arguments += [.integer(Int64(scale)), .integer(range.minimum), .integer(range.maximum)]
    }
    return .call("KeptResult.of", arguments.map { .init(nil, $0) })
  }

  /// `contribution`: what a record gives to a roll-up, by its number.
  private func contribution(
    _ given: [(offset: Int, element: RollUp)], _ entity: Entity, _ writer: ExpressionWriter
  ) -> SwiftDeclaration? {
    let cases = given.map { number, rollUp -> (Int, SwiftExpression) in
      let aggregate = rollUp.aggregate
      var counts = SwiftExpression.bool(true)
      if let witness = aggregate.witness {
        counts = call(
          writer.add("counts_\(number)", inlined(witness), over: entity, isCondition: true).name,
          entity)
      }
      var arguments = [SwiftExpression.Argument(nil, counts)]
      func part(_ word: String, _ expression: Expression) -> SwiftExpression {
        let function = writer.add("\(word)_\(number)", inlined(expression), over: entity)
        return .call("RollUpPart", [.init(nil, call(function.name, entity))])
      }
      if let value = aggregate.value, ![.any, .all].contains(aggregate.function) {
        arguments.append(.init(nil, part("value", value)))
      }
      // `join` has none in its state, but is asked anew when one changes.
      if let order = aggregate.order {
        arguments.append(.init("by", part("key", order.key)))
      }
      return (number, .call("Contribution", arguments))
    }
    return choice(
      "contribution(_ rollUp: Int, _ it: Evaluation<\(typeName(entity.id))>) -> Contribution",
      "rollUp", cases, otherwise: .name("preconditionFailure(\"no such roll-up\")"))
  }

  private func choice(
    _ signature: String, _ subject: String, _ cases: [(number: Int, value: SwiftExpression)],
    otherwise: SwiftExpression
  ) -> SwiftDeclaration? {
    if cases.isEmpty { return nil }
    let last = SwiftStatement.Case(pattern: "default", body: [.expression(otherwise)])
    return .function(
      modifiers: ["static"], signature: signature,
      body: [
        .switch(
          .name(subject),
          cases.map { SwiftStatement.Case(pattern: "case \($0.number)", body: [.return($0.value)]) }
            + [last])
      ])
  }

  /// `rollUpParts`: what the states of an entity's roll-ups consist of, as SQL.
  private func parts(_ entity: Entity) -> SwiftDeclaration? {
    if kept.rollUps(of: entity.id).isEmpty { return nil }
    let all = kept.rollUps(of: entity.id).map { rollUp in
      SwiftExpression.array(
        rollUp.parts.map { part in
          do throws(NotInSQL) { return try self.rollUp(inlined(part)).code } catch {
            // `Unbuilt` has refused the application.
            return .name("preconditionFailure(\(SwiftText.quoted(error.name)))")
          }
        })
    }
    return .property(
      modifiers: ["static"], keyword: "let", name: "rollUpParts", type: "[[CompiledExpression]]",
      value: .array(all))
  }

  /// The columns that are worked out on reading, by the names of their fields; nil where there are
  /// none.
  func live(_ entity: Entity) -> SwiftExpression? {
    var entries: [SwiftExpression] = []
    for field in entity.fields {
      guard let value = field.rules.value, field.rules.isLive else { continue }
      do throws(NotInSQL) {
        let code = try self.value(of: field, inlined(value)).code
        entries.append(.call("LiveField", [.init(nil, .string(field.name)), .init(nil, code)]))
      } catch {
        entries.append(.name("preconditionFailure(\(SwiftText.quoted(error.name)))"))
      }
    }
    return entries.isEmpty ? nil : .array(entries)
  }

  /// A field that is worked out on reading; nil for every other.
  func liveField(_ id: StableID, of entity: StableID) -> Field? {
    application.entity(entity).fields.first { $0.id == id && $0.rules.isLive }
  }

  /// An expression with the application's parameters as they are: they change with the build only.
  func inlined(_ expression: Expression) -> Expression {
    expression.replacing { part in
      guard case .parameter(let name) = part.kind,
        let literal = application.parameters.first(where: { $0.name == name })?.literal
      else { return nil }
      return Expression(
        .literal(literal), part.type, mayBeBlank: part.mayBeBlank, part.origin)
    }
  }

  /// Differs when kept values follow otherwise than before; empty without any.
  var keptFingerprint: String {
    if kept.items.isEmpty { return "" }
    var fingerprint = Fingerprint()
    fingerprint.add(application.timeZone)
    for line in application.calendar?.lines ?? [] { fingerprint.add(line) }
    for parameter in application.parameters {
      fingerprint.add("\(parameter.name) \(parameter.value)")
    }
    func name(_ step: Expression.Step) -> String { "\(step.entity) \(step.member)" }
    for item in kept.items {
      switch item {
      case .value(let value):
        let field = application.entity(value.entity).fields[value.field]
        fingerprint.add("\(field.id) \(field.type)")
        fingerprint.add(value.expression.dump(name))
      case .rollUp(let rollUp):
        fingerprint.add("\(rollUp.id)")
        fingerprint.add(rollUp.whole.dump(name))
      }
    }
    return fingerprint.description
  }

  // MARK: Shape

  /// What the server has to know of the kept columns of an entity.
  func keptShapes(of entity: Entity) -> [KeptShape] {
    kept.items.enumerated().filter { $0.element.entity == entity.id }.map { order, item in
      switch item {
      case .value(let value):
        return KeptShape(
          .value(entity.fields[value.field].name), order: order,
          reads: value.expression.reads.map(read))
      case .rollUp(let rollUp): return shape(rollUp, order)
      }
    }
  }

  private func shape(_ rollUp: RollUp, _ order: Int) -> KeptShape {
    let aggregate = rollUp.aggregate
    let rows = application.entity(aggregate.rows)
    guard let function = RollUpRule.Function(rawValue: aggregate.function.rawValue) else {
      preconditionFailure("no function \(aggregate.function)")
    }
    let isTruth = [.any, .all].contains(aggregate.function)
    let rule = RollUpRule(
      function, hasValue: aggregate.value != nil && !isTruth,
      hasKey: aggregate.order != nil && aggregate.function != .join,
      isDescending: aggregate.order?.isDescending ?? false)
    var shape = RollUpShape(
      column: rollUp.column,
      number: kept.rollUps.firstIndex { $0.id == rollUp.id } ?? 0, rule: rule, rows: rows.name,
      by: rows.fields.first { $0.id == aggregate.by }?.name ?? "",
      numbers: rollUp.parts.map(\.type.isNumberInState))
    shape.rowReads = rollUp.whole.reads.filter { $0.rows != nil }.map(read)
    return KeptShape(
      .rollUp(shape), order: order, reads: rollUp.whole.reads.filter { $0.rows == nil }.map(read))
  }

  private func read(_ read: Expression.Read) -> KeptShape.Read {
    KeptShape.Read(
      entity: application.entity(read.entity).name,
      member: name(Expression.Step(entity: read.entity, member: read.member)),
      through: read.through.map(name))
  }

  /// How a member is called in a shape; the state of a roll-up by its column.
  private func name(_ step: Expression.Step) -> String {
    let system: Int
    switch step.member {
    case .field(let id):
      if let rollUp = rollUp(id) { return rollUp.column }
      return application.entity(step.entity).fields.first { $0.id == id }?.name ?? id.text
    case .id: system = SystemColumn.id
    case .createdAt: system = SystemColumn.createdAt
    case .createdBy: system = SystemColumn.createdBy
    case .updatedAt: system = SystemColumn.updatedAt
    case .updatedBy: system = SystemColumn.updatedBy
    }
    return SystemColumn.columns[system].name
  }

  /// A read of a chain as the server takes it: where it begins, then the members.
  private func line(_ read: RelatedRead) -> String {
    guard case .chain(let from, let steps) = read else {
      preconditionFailure("a kept value reads no rows")
    }
    var out = ""
    TabbedText.append([application.entity(from).name] + steps.map(name), to: &out)
    return out
  }
}
