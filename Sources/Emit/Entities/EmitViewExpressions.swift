import IR
import TargetCode

extension Emitter {
  /// Conditions of views that are no filters of the reader.
  func viewExpressions(_ entity: Entity) -> [SwiftDeclaration] {
    let calls = application.views.compactMap { view -> SwiftExpression? in
      guard view.entity == entity.id, view.filterConditions == nil, let condition = view.condition
      else { return nil }
      let sql = inQuery { () throws(NotInSQL) in try self.condition(inlined(condition)) }
      return .call(
        "ViewExpression",
        [
          .init(nil, .string(view.name)), .init("sqlite", .string(sql.sqlite)),
          .init("postgres", .string(sql.postgres)),
        ])
    }
    if calls.isEmpty { return [] }
    return [
      .computed(
        modifiers: ["static"], name: "viewExpressions", type: "[ViewExpression]", .array(calls))
    ]
  }
}
