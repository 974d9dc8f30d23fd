import IR
import TargetCode

extension ExpressionWriter {
  func compare(
    _ comparison: Expression.Comparison, _ left: Expression, _ right: Expression,
    _ whole: Expression, in body: inout Body
  ) -> Operand {
    let first = value(left, whole, in: &body)
    let second = value(right, whole, in: &body)
    let type = left.type
    switch comparison {
    case .equal: return equal(first, second, type, in: &body)
    case .notEqual: return step("Bool", .not(equal(first, second, type, in: &body).text), in: &body)
    case .less: return call(type.less, [first, second], "Bool", in: &body)
    case .lessOrEqual: return call(type.atMost, [first, second], "Bool", in: &body)
    case .greater: return call(type.less, [second, first], "Bool", in: &body)
    case .greaterOrEqual: return call(type.atMost, [second, first], "Bool", in: &body)
    }
  }

  private func equal(
    _ first: SwiftExpression, _ second: SwiftExpression, _ type: ValueType, in body: inout Body
  ) -> Operand {
    if case .list = type { return step("Bool", .binary("==", first, second), in: &body) }
    let function = type.isTextual ? "Comparisons.textEqual" : "Comparisons.equal"
    return call(function, [first, second], "Bool", in: &body)
  }
}

extension ValueType {
  /// The Swift type of a filled value; that of an element for lists.
  var carrier: String {
    switch self {
    case .boolean: return "Bool"
    case .text, .option, .file: return "String"
    case .integer, .decimal, .money: return "Fixed"
    case .date: return "CivilDate"
    case .time, .dateTime, .duration, .reference: return "Int64"
    case .period: return "Period"
    case .workingTime: return "WorkTime"
    case .list(let element): return element.carrier
    }
  }

  /// Whether it is compared byte by byte.
  var isTextual: Bool { carrier == "String" }

  var isPeriod: Bool {
    if case .period = self { return true }
    return false
  }

  var less: String {
    isTextual ? "Comparisons.textLess" : isPeriod ? "Period.less" : "Comparisons.less"
  }

  var atMost: String {
    isTextual ? "Comparisons.textAtMost" : isPeriod ? "Period.atMost" : "Comparisons.atMost"
  }

  var negation: String {
    isPeriod ? "Period.negate" : self == .duration ? "TimeSpan.negate" : "Fixed.negate"
  }
}

extension Expression.Arithmetic {
  var function: String {
    switch self {
    case .add: return "Fixed.add"
    case .subtract: return "Fixed.subtract"
    case .multiply: return "Fixed.multiply"
    case .divide: return "Fixed.divide"
    case .wholeDivide: return "Fixed.divideWhole"
    case .remainder: return "Fixed.modulo"
    }
  }
}
