import IR

/// Numbers and times.
extension JavaScriptWriter {
  private static let quotientScale = 12
  private static let mostDigits = 18

  mutating func negated(_ item: Expression) throws -> Code {
    let value = try code(item)
    switch item.type {
    case .duration: return call("negateSpan", [value])
    case .period: return call("multiplyPeriod", [value, Code(whole: "-1n")])
    default: return call("negate", [value])
    }
  }

  mutating func arithmetic(
    _ sign: Expression.Arithmetic, _ left: Expression, _ right: Expression, _ node: Expression
  ) throws -> Code {
    let (x, y) = (left.type.scale ?? 0, right.type.scale ?? 0)
    func both(_ name: String) throws -> Code {
      let scale = max(x, y)
      return call(name, [try code(left, at: scale), try code(right, at: scale)])
    }
    switch sign {
    case .add: return try both("add")
    case .subtract: return try both("subtract")
    case .wholeDivide: return try both("quotient")
    case .remainder: return try both("modulo")
    case .multiply:
      let factors = [try code(left), try code(right)]
      let more = x + y - JavaScriptWriter.mostDigits
      return call("multiply", more > 0 ? factors + [power(more)] : factors)
    case .divide:
      let digits = JavaScriptWriter.quotientScale + y - x
      return call(
        "quotient",
        [try code(left, at: x + max(digits, 0)), try code(right, at: y + max(-digits, 0))])
    }
  }

  /// A number at a node's scale: rounded half away from zero, or with more digits.
  mutating func rounded(_ item: Expression, to scale: Int, mode: String? = nil) throws -> Code {
    let own = item.type.scale ?? 0
    if own == scale { return try code(item) }
    if own < scale { return call("fit", [try code(item, at: scale)]) }
    let mode = mode.map { [Code(whole: "\"\($0)\"")] } ?? []
    return call("round", [try code(item), power(own - scale)] + mode)
  }

  mutating func temporal(
    _ sign: Expression.Temporal, _ left: Expression, _ right: Expression
  ) throws -> Code {
    let (a, b) = (try code(left), try code(right))
    switch sign {
    case .shiftDate: return call("shiftDate", [a, b])
    case .shiftMoment: throw NotInBrowser()
    case .advance: return call("advance", [a, b])
    case .elapsed: return call("elapsed", [a, b])
    case .addDurations: return call("addSpans", [a, b])
    case .multiplyDuration: return call("multiplySpan", [a, b, power(right.type.scale ?? 0)])
    case .divideDuration: return call("divideSpan", [a, b, power(right.type.scale ?? 0)])
    case .ratio:
      return call("quotient", [call("wide", [a, power(JavaScriptWriter.quotientScale)]), b])
    case .addPeriods: return call("addPeriods", [a, b])
    case .multiplyPeriod: return call("multiplyPeriod", [a, b])
    case .multiplyWorkingTime: return call("wide", [a, b])
    }
  }
}
