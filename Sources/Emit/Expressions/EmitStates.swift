import IR
import Query
import TargetCode

/// The functions that tell when a field is hidden, required and read-only; nil where nothing says
/// so.
struct FieldConditions {
  let hidden: String?
  let required: String?
  let readOnly: String?
  /// Whether people fill the field in.
  private let isWritable: Bool

  init(_ field: Field, _ entity: Entity, _ writer: ExpressionWriter) {
    func add(_ word: String, _ condition: Expression?) -> String? {
      condition.map {
        writer.add("\(word)_\(field.name)", $0, over: entity, isCondition: true).name
      }
    }
    isWritable = field.isWritable
    hidden = add("hidden", field.rules.hidden)
    required = add("required", field.rules.required)
    readOnly = isWritable ? add("read_only", field.rules.readOnly) : nil
  }

  private func ask(_ name: String, _ it: String = "it") -> SwiftExpression {
    .call(name, [.init(nil, .name(it))])
  }

  /// Holds the field of a stored record against them.
  func checks(column: Int, _ property: String) -> [SwiftStatement] {
    let place = SwiftExpression.Argument(nil, .integer(Int64(column)))
    let value = SwiftExpression.Argument(nil, .name("it.record.fields." + property))
    func stays(_ check: String, _ condition: String) -> SwiftStatement {
      .expression(
        .call(
          check,
          [
            place, value, .init(nil, .name("it.past?.fields." + property)),
            .init("now", ask(condition)), .init("before", ask(condition, "it.before")),
          ]))
    }
    var steps: [SwiftStatement] = []
    if let hidden, isWritable { steps.append(stays("checks.hidden", hidden)) }
    if let required {
      let unless = hidden.map { [SwiftExpression.Argument("unless", ask($0))] } ?? []
      steps.append(
        .expression(
          .call("checks.required", [place, value, .init("if", ask(required))] + unless)))
    }
    if let readOnly { steps.append(stays("checks.readOnly", readOnly)) }
    return steps
  }

  /// Tells a form of them.
  func states(column: Int) -> [SwiftStatement] {
    [("hidden", hidden), ("required", required), ("readOnly", readOnly)]
      .compactMap { name, function in
        guard let function else { return nil }
        return .expression(
          .call(
            "states.\(name)", [.init(nil, .integer(Int64(column))), .init(nil, ask(function))]))
      }
  }

  /// Whether inputs for the field may count for nothing.
  var isHideable: Bool { hidden != nil && isWritable }

  /// Whether what was stored before counts.
  var comparesPast: Bool { isHideable || readOnly != nil }
}

extension Emitter {
  /// The columns that may be hidden from those who fill them in.
  func hiddenColumns(_ states: [FieldConditions]) -> SwiftDeclaration? {
    let columns = states.indices.filter { states[$0].isHideable }
      .map { SwiftExpression.integer(Int64(SystemColumn.count + $0)) }
    if columns.isEmpty { return nil }
    return .computed(
      modifiers: ["static"], name: "hiddenColumns", type: "[Int]", .array(columns))
  }

  /// Whether any condition asks how the record was before.
  func comparesPast(_ states: [FieldConditions]) -> SwiftDeclaration? {
    guard states.contains(where: \.comparesPast) else { return nil }
    return .computed(
      modifiers: ["static"], name: "comparesPast", type: "Bool", .bool(true))
  }

  /// What a form shows, asks for and lets be changed.
  func states(_ entity: Entity, _ states: [FieldConditions]) -> SwiftDeclaration? {
    let steps = states.enumerated().flatMap { place, state in
      state.states(column: SystemColumn.count + place)
    }
    return function("states", "", "states", "inout FieldStates", entity, steps)
  }
}

extension Entity {
  /// What stages need filled: the stage's field, the option as it is stored, and the field.
  var needs: [(stage: Int, option: String, field: Int)] {
    fields.indices.flatMap { stage in
      (fields[stage].type.options ?? []).flatMap { option in
        option.needs.compactMap { need in
          fields.firstIndex { $0.name == need }.map { (stage, option.physicalName, $0) }
        }
      }
    }
  }
}
