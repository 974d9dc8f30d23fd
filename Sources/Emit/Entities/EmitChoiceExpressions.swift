import IR
import TargetCode

extension Emitter {
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
