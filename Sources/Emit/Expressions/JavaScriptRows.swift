import IR
import TargetCode

/// Functions of the rows that stand in the form, and of lists.
extension JavaScriptWriter {
  mutating func aggregate(_ aggregate: Aggregate, _ type: ValueType) throws -> Code {
    guard aggregate.isSubform, !aggregate.givesRow else { throw NotInBrowser() }
    var rows = record + JavaScriptText.member(subform(of: aggregate))
    let outer = record
    record = "x"
    defer { record = outer }
    if let condition = aggregate.condition {
      let condition = (try code(condition)).text
      if aggregate.value == nil, aggregate.function == .any {
        return Code(whole: "\(rows).some((x) => \(condition))")
      }
      // Here it is what each row must meet.
      if aggregate.value == nil, aggregate.function == .all {
        return Code(whole: "\(rows).every((x) => \(condition))")
      }
      rows += ".filter((x) => \(condition))"
    }
    if let order = aggregate.order {
      let key = "(x) => \((try code(order.key)).text)"
      // A joined text keeps rows without a key.
      let end = aggregate.function == .join ? ["true"] : []
      let parts = [rows, key, order.isDescending ? "-1" : "1"] + end
      rows = call("ordered", parts.map { Code(whole: $0) }).text
    }
    guard let value = aggregate.value else { return Code(whole: "BigInt(\(rows).length)") }
    let list = "\(rows).map((x) => \((try code(value)).text))"
    record = outer
    return try result(aggregate.function, list, value.type, aggregate.separator, type)
  }

  mutating func fold(
    _ function: Aggregate.Function, _ list: Expression, _ separator: Expression?,
    _ type: ValueType
  ) throws -> Code {
    guard case .list(let item) = list.type else { throw NotInBrowser() }
    let values = try code(list).text
    guard case .list(let items) = list.kind else {
      return try result(function, "(\(values) ?? [])", item, separator, type)
    }
    let result = try result(function, values, item, separator, type)
    // One of numbers that were given more digits: as a value of its own it must fit.
    let isChosen = [.min, .max, .first, .last].contains(function)
    let isWidened = items.contains { ($0.type.scale ?? 0) < (item.scale ?? 0) }
    return isChosen && isWidened ? call("fit", [result]) : result
  }

  /// A function of values, some of them blank.
  private mutating func result(
    _ function: Aggregate.Function, _ list: String, _ item: ValueType, _ separator: Expression?,
    _ type: ValueType
  ) throws -> Code {
    let values = Code(whole: list)
    switch function {
    case .count: return call("count", [values])
    case .sum: return call(item == .duration ? "sumSpans" : "sum", [values])
    case .avg:
      let digits = (type.scale ?? 0) - (item.scale ?? 0)
      return call(
        "average",
        digits < 0 ? [values, power(0), power(-digits)] : [values, power(digits)])
    case .min: return call("least", [values])
    case .max: return call("greatest", [values])
    case .any: return Code(whole: "\(list).includes(true)")
    case .all: return Code(whole: "!\(list).includes(false)")
    case .first: return call("first", [values])
    case .last: return call("last", [values])
    case .latest: return Code("\(list).at(-1) ?? null")
    case .distinctCount: return call("distinct", [values])
    case .join:
      return call("join", [values] + (try separator.map { [try code($0)] } ?? []))
    }
  }

  /// The subform whose rows are meant: the first that shows them.
  private func subform(of aggregate: Aggregate) -> String {
    let rows = application.entity(aggregate.rows)
    for entity in application.entities {
      for subform in entity.subforms
      where subform.entity == aggregate.rows && rows.fields[subform.by].id == aggregate.by {
        return subform.name
      }
    }
    preconditionFailure("no subform of \(rows.name)")
  }
}

extension Aggregate {
  /// Whether it gives one of the rows itself; a new one has no number yet.
  fileprivate var givesRow: Bool {
    guard function == .latest, case .field(let path) = value?.kind else { return false }
    return path.steps.last?.member == .id
  }
}
