import IR
import Query
import TargetCode

extension Emitter {
  /// One entity: its fields, the walk over them, its checks and who may do what.
  func entityFile(_ index: Int, _ entity: Entity) -> SwiftFile {
    let properties = names.properties[index]
    var members: [SwiftDeclaration] = [
      .text(modifiers: ["static"], name: "shapeText", shape(entity).encoded()),
      .property(
        modifiers: ["static"], keyword: "let", name: "meta", type: nil,
        value: .call(
          "EntityMeta",
          [.init(nil, .name("shapeText"))] + (live(entity).map { [.init("live", $0)] } ?? []))),
    ]
    for (field, property) in zip(entity.fields, properties) {
      members.append(
        .property(
          modifiers: [], keyword: "var", name: property, type: field.swiftType + "?",
          value: field.defaultLiteral))
    }
    let states = kept.rollUps(of: entity.id).compactMap { names.rollUps[$0.id] }
    for state in states {
      members.append(
        .property(modifiers: [], keyword: "var", name: state, type: "String?", value: nil))
    }
    members += visit(entity, properties + states)
    members += checks(entity, properties)
    members.append(rights(entity))
    members += viewExpressions(entity) + choiceExpressions(entity)
    return SwiftFile(
      header: header("records of \(entity.name)"), imports: ["TenonServer"],
      declarations: [
        .structure(name: names.types[index], conformances: ["Entity"], members: members)
      ])
  }

  /// The text that names the fields to the server.
  private func shape(_ entity: Entity) -> EntityShape {
    var shape = EntityShape(
      name: entity.name, tableName: entity.physicalName,
      fields: entity.fields.map { field in
        var shape = FieldShape(
          name: field.name, column: field.physicalName, storage: field.type.storage,
          control: field.type.keyword, presence: field.isRequired ? .required : .optional)
        shape.isLive = field.rules.isLive
        shape.options = (field.type.options ?? []).map { ($0.name, $0.physicalName) }
        shape.target = field.type.target.map { application.entity($0).name }
        shape.startsWithMe = field.startsWithMe
        if field.rules.value != nil { shape.presence = .computed }
        switch field.type {
        case .attachment(let limit), .image(let limit): shape.limit = limit
        case .autoNumber(let pattern):
          shape.pattern = pattern.text
          shape.presence = .automatic
        default: break
        }
        if field.rules.value != nil { shape.presence = .computed }
        return shape
      },
      uniqueKeys: entity.uniqueKeys.map { key in key.fields.map { entity.fields[$0].name } },
      subforms: entity.subforms.map { subform in
        let rows = application.entity(subform.entity)
        return SubformShape(
          name: subform.name, entity: rows.name, by: rows.fields[subform.by].name)
      })
    shape.claims = entity.notOverlapping.map { rule in
      ClaimShape(
        from: entity.fields[rule.from].name, to: entity.fields[rule.to].name,
        of: rule.of.map { entity.fields[$0].name })
    }
    shape.kept = keptShapes(of: entity)
    return shape
  }

  /// `visit` lists each field once; loading, binding and decoding are visitors of the runtime. The
  /// list is cut into pieces because the cost of a function grows with the square of its length.
  private func visit(_ entity: Entity, _ properties: [String]) -> [SwiftDeclaration] {
    let calls = properties.enumerated().map { index, property in
      SwiftStatement.expression(
        .call(
          "visitor.field",
          [
            .init(nil, .integer(Int64(SystemColumn.count + index))),
            .init(nil, .address(property)),
          ]))
    }
    return pieces(
      "visit", "visitor", "<V: FieldVisitor>", "inout V", modifiers: ["mutating"], calls)
  }

  private func checks(_ entity: Entity, _ properties: [String]) -> [SwiftDeclaration] {
    var calls: [SwiftStatement] = []
    for (index, (field, property)) in zip(entity.fields, properties).enumerated() {
      calls += field.checks(column: SystemColumn.count + index, property: property)
      calls += needs(entity, properties, index)
    }
    return pieces("check", "checks", "", "inout Checks", modifiers: [], calls)
  }

  /// What must be filled in each stage; of what may be hidden ``rulesFile(_:_:)`` asks it.
  private func needs(
    _ entity: Entity, _ properties: [String], _ stage: Int
  ) -> [SwiftStatement] {
    entity.needs.filter { $0.stage == stage && entity.fields[$0.field].rules.hidden == nil }
      .map { need in
        .expression(
          .call(
            "checks.needs",
            [
              .init(nil, .name(properties[stage])), .init(nil, .string(need.option)),
              .init(nil, .integer(Int64(SystemColumn.count + need.field))),
              .init(nil, .name(properties[need.field])),
            ]))
      }
  }

  private func pieces(
    _ name: String, _ parameter: String, _ generic: String, _ type: String, modifiers: [String],
    _ statements: [SwiftStatement]
  ) -> [SwiftDeclaration] {
    let limit = 80
    if statements.count <= limit {
      return [
        .function(
          modifiers: modifiers, signature: "\(name)\(generic)(_ \(parameter): \(type))",
          body: statements)
      ]
    }
    var declarations: [SwiftDeclaration] = []
    var calls: [SwiftStatement] = []
    for start in stride(from: 0, to: statements.count, by: limit) {
      let piece = "\(name)\(start / limit + 1)"
      calls.append(.expression(.call(piece, [.init(nil, .address(parameter))])))
      declarations.append(
        .function(
          modifiers: ["private"] + modifiers,
          signature: "\(piece)\(generic)(_ \(parameter): \(type))",
          body: Array(statements[start..<min(start + limit, statements.count)])))
    }
    let whole = SwiftDeclaration.function(
      modifiers: modifiers, signature: "\(name)\(generic)(_ \(parameter): \(type))", body: calls)
    return [whole] + declarations
  }
}
