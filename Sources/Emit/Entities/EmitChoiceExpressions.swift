import IR
import TargetCode

extension Emitter {
  /// What a condition reads of the records that are offered, as `level`, and of others that are
  /// found from them, as `customer.level`. People and departments everyone reads.
  private func offered(_ condition: Expression) -> [String] {
    var names: [String] = []
    for read in condition.reads where read.root == .record {
      let entity = application.entity(read.entity)
      if entity.isBuiltIn { continue }
      let name = read.member.name { id in entity.fields.first { $0.id == id }?.name ?? id.text }
      let path = read.isOwn ? name : "\(entity.name).\(name)"
      if !names.contains(path) { names.append(path) }
    }
    return names
  }

  /// Conditions on what references can be set to.
  func choiceExpressions(_ entity: Entity) -> [SwiftDeclaration] {
    let calls = entity.fields.compactMap { field -> SwiftExpression? in
      guard let choices = field.rules.choices else { return nil }
      let sql = inQuery { () throws(NotInSQL) in try condition(inlined(choices)) }
      return .call(
        "ChoiceExpression",
        [
          .init(nil, .string(field.name)), .init("sqlite", .string(sql.sqlite)),
          .init("postgres", .string(sql.postgres)),
          .init("reads", .array(offered(choices).map { .string($0) })),
        ])
    }
    if calls.isEmpty { return [] }
    return [
      .computed(
        modifiers: ["static"], name: "choiceExpressions", type: "[ChoiceExpression]",
        .array(calls))
    ]
  }
}
