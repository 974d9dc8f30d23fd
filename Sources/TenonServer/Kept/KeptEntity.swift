import TenonDatabase

/// What generated code knows of values that the database keeps. An entity without any leaves it as
/// it is here; nobody asks it then, since its shape names none.
extension Entity {
  public static var rollUpParts: [[CompiledExpression]] { [] }
  public static var keptReads: StaticString { "" }

  public static func kept(_ column: Int, _ it: Evaluation<Self>) -> KeptResult {
    preconditionFailure("no kept value")
  }

  public static func contribution(_ rollUp: Int, _ it: Evaluation<Self>) -> Contribution {
    preconditionFailure("no such roll-up")
  }
}

/// A field that is worked out on reading.
public struct LiveField: Sendable {
  let name: String
  let expression: CompiledExpression

  public init(_ name: String, _ expression: CompiledExpression) {
    self.name = name
    self.expression = expression
  }
}

/// Sets one column of a record.
private struct ColumnSetter: FieldVisitor {
  let column: Int
  let given: Value

  func field(_ column: Int, _ value: inout String?) {
    if column == self.column { value = given.text }
  }
  func field(_ column: Int, _ value: inout Int64?) {
    if column == self.column { value = given.integer }
  }
  func field(_ column: Int, _ value: inout Bool?) {
    if column == self.column { value = given.integer.map { $0 != 0 } }
  }
}

extension Entity {
  /// What a row of these values contributes to a roll-up.
  static func contribution(_ rollUp: Int, _ values: [Value], _ scene: Scene) -> Contribution {
    contribution(rollUp, Evaluation(Known<Self>(values), old: nil, past: nil, scene))
  }

  /// Works out values of a record one after the other and puts them in; calls `each` behind each.
  static func keep(
    _ columns: [Int], in values: inout [Value], _ scene: Scene,
    each: (Int, KeptResult) throws -> Void
  ) rethrows {
    var it = Evaluation(Known<Self>(values), old: nil, past: nil, scene)
    for column in columns {
      let result = kept(column, it)
      try each(column, result)
      let value = result.value
      if value == values[column] { continue }
      values[column] = value
      var setter = ColumnSetter(column: column, given: value)
      it.record.fields.visit(&setter)
    }
  }
}
