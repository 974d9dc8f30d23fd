import IR
import TargetCode

extension ExpressionWriter {
  /// What the kept state of a roll-up says.
  func value(of rollUp: RollUp, in body: inout Body) -> Operand {
    let property = emitter.names.rollUps[rollUp.id] ?? rollUp.column
    let state = SwiftExpression.name("it.record.fields.\(property)")
    let type = ExpressionWriter.type(rollUp.type)
    func read(_ name: String, _ more: [SwiftExpression] = [], _ type: String) -> Operand {
      call("RollUpState." + name, [state] + more, type, in: &body)
    }
    func scaled(_ name: String, _ scale: Int?) -> Operand {
      read(name, [.integer(Int64(scale ?? 0))], type)
    }
    switch rollUp.aggregate.function {
    case .count, .distinctCount: return read("count", [], type)
    case .sum where rollUp.type == .duration: return read("sumOfSpans", [], type)
    case .sum: return scaled("sum", rollUp.type.scale)
    case .avg: return scaled("average", rollUp.aggregate.value?.type.scale)
    case .any: return read("any", [], "Bool")
    case .all: return read("all", [], "Bool")
    case .min, .max, .first, .last, .latest, .join:
      switch rollUp.type {
      case .integer, .decimal, .money: return scaled("number", rollUp.type.scale)
      case .date: return read("date", [], type)
      case .boolean: return read("boolean", [], type)
      case .time, .dateTime, .duration, .reference: return read("integer", [], type)
      case .text, .option, .file: return read("text", [], type)
      case .list: return read("list", [], type)
      case .period, .workingTime: preconditionFailure("no state of \(rollUp.type.dump)")
      }
    }
  }
}

extension ValueType {
  /// Whether a state holds it as a number.
  var isNumberInState: Bool {
    switch self {
    case .text, .option, .file, .list: return false
    default: return true
    }
  }
}
