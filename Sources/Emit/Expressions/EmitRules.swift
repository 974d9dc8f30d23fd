import IR
import Query
import TargetCode

extension Emitter {
  /// What expressions say of an entity; nil when they say nothing that the server works out.
  func rulesFile(_ index: Int, _ entity: Entity) -> SwiftFile? {
    let writer = ExpressionWriter(self, entity)
    let start = start(entity, writer)
    let states = entity.fields.map { FieldConditions($0, entity, writer) }
    let members =
      [
        start, examine(entity, states, writer), hiddenColumns(states), comparesPast(states),
        self.states(entity, states),
      ].compactMap { $0 }
    if members.isEmpty { return nil }
    let flag = SwiftDeclaration.computed(
      modifiers: ["static"], name: "isRuled", type: "Bool", .bool(true))
    var reads = writer.reads.isEmpty ? [] : [related(writer.reads)]
    reads.append(
      .computed(
        modifiers: ["static"], name: "stored", type: "StaticString",
        .string(select(entity, where: "\"id\" = ?"))))
    return SwiftFile(
      header: header("what expressions say of \(entity.name)"), imports: ["TenonServer"],
      declarations: [
        .extension(
          name: names.types[index], members: [flag] + members + reads + writer.declarations)
      ])
  }

  // MARK: Values

  /// What a new record starts with.
  private func start(_ entity: Entity, _ writer: ExpressionWriter) -> SwiftDeclaration? {
    var steps: [SwiftStatement] = []
    for (place, field) in entity.fields.enumerated() {
      guard
        let value = field.rules.initial ?? field.rules.initialText?.expression(at: field.origin)
      else { continue }
      steps.append(kept(value, place, entity, writer))
    }
    return function("start", "inout", "values", "inout StoredValues", entity, steps)
  }

  /// Puts a value into its field in the form in which it is stored.
  private func kept(
    _ value: Expression, _ place: Int, _ entity: Entity, _ writer: ExpressionWriter
  ) -> SwiftStatement {
    let field = entity.fields[place]
    let written = writer.add("default_\(field.name)", value, over: entity)
    var arguments: [SwiftExpression] = [
      .integer(Int64(SystemColumn.count + place)), .call(written.name, [.init(nil, .name("it"))]),
    ]
    if let scale = field.type.valueType(of: field.id).scale {
      arguments.append(.integer(Int64(scale)))
    }
    return .assignment(
      "it.record.fields." + property(field.id, of: entity.id),
      .call("values.kept", arguments.map { .init(nil, $0) }))
  }

  // MARK: Checks

  /// What must be filled in or stay under a condition, and what must hold.
  private func examine(
    _ entity: Entity, _ states: [FieldConditions], _ writer: ExpressionWriter
  ) -> SwiftDeclaration? {
    var steps: [SwiftStatement] = []
    for (place, state) in states.enumerated() {
      steps += state.checks(
        column: SystemColumn.count + place, property(entity.fields[place].id, of: entity.id))
    }
    steps += needs(entity, states)
    for check in entity.checks { steps.append(must(check, entity, writer)) }
    return function("examine", "", "checks", "inout Checks", entity, steps)
  }

  /// What stages need of fields that may be hidden.
  private func needs(_ entity: Entity, _ states: [FieldConditions]) -> [SwiftStatement] {
    entity.needs.compactMap { need in
      guard let hidden = states[need.field].hidden else { return nil }
      func value(_ field: Int) -> SwiftExpression {
        .name("it.record.fields." + property(entity.fields[field].id, of: entity.id))
      }
      return .expression(
        .call(
          "checks.needs",
          [
            .init(nil, value(need.stage)), .init(nil, .string(need.option)),
            .init(nil, .integer(Int64(SystemColumn.count + need.field))),
            .init(nil, value(need.field)),
            .init("unless", .call(hidden, [.init(nil, .name("it"))])),
          ]))
    }
  }

  private func must(
    _ check: Check, _ entity: Entity, _ writer: ExpressionWriter
  ) -> SwiftStatement {
    let holds = writer.add(
      "check_\(check.name)", check.condition, over: entity, isCondition: true)
    let texts = check.say.map { wording -> SwiftExpression in
      if wording.text.expressions.isEmpty { return .string(wording.text.plain) }
      let text = writer.add(
        "say_\(check.name)_\(wording.language)", wording.text.expression(at: check.origin),
        over: entity)
      return .call(text.name, [.init(nil, .name("it.told"))])
    }
    let place: SwiftExpression.Argument
    switch check.at {
    case .field(let index): place = .init("at", .integer(Int64(SystemColumn.count + index)))
    case .subform(let name): place = .init("beside", .string(name))
    case nil: place = .init("at", .name("nil"))
    }
    return .expression(
      .call(
        "checks.must",
        [
          .init(nil, .call(holds.name, [.init(nil, .name("it"))])),
          place, .init(nil, .array(texts)),
        ]))
  }

  func function(
    _ name: String, _ passing: String, _ parameter: String, _ type: String, _ entity: Entity,
    _ steps: [SwiftStatement]
  ) -> SwiftDeclaration? {
    if steps.isEmpty { return nil }
    let record = "Evaluation<\(typeName(entity.id))>"
    let it = passing.isEmpty ? record : passing + " " + record
    return .function(
      modifiers: ["static"], signature: "\(name)(_ it: \(it), _ \(parameter): \(type))",
      body: steps)
  }
}

extension Template {
  /// The text of one without values.
  fileprivate var plain: String {
    parts.reduce("") { text, part in
      if case .literal(let literal) = part { return text + literal }
      return text
    }
  }
}
