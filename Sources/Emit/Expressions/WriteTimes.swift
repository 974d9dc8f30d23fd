import IR
import TargetCode

extension ExpressionWriter {
  private static var zone: SwiftExpression { .name("it.scene.zone") }

  func temporal(
    _ sign: Expression.Temporal, _ left: Expression, _ right: Expression, _ whole: Expression,
    in body: inout Body
  ) -> Operand {
    var operands = values([left, right], whole, in: &body)
    let function: String
    switch sign {
    case .shiftDate: function = "CivilDate.addPeriod"
    case .shiftMoment:
      function = "Instant.addPeriod"
      operands.append(ExpressionWriter.zone)
    case .advance: function = "Instant.addSpan"
    case .elapsed: function = "TimeSpan.subtract"
    case .addDurations: function = "TimeSpan.add"
    case .multiplyDuration: function = "TimeSpan.multiply"
    case .divideDuration: function = "TimeSpan.divide"
    case .ratio: function = "TimeSpan.ratio"
    case .addPeriods: function = "Period.add"
    case .multiplyPeriod: function = "Period.multiply"
    case .multiplyWorkingTime: function = "WorkTime.multiply"
    }
    return call(function, operands, ExpressionWriter.type(whole.type), in: &body)
  }

  /// `start_of` and `end_of`.
  func bound(
    _ function: String, _ items: [Expression], _ whole: Expression, in body: inout Body
  ) -> Operand {
    guard case .literal(.word(let unit)) = items[1].kind else { preconditionFailure("no unit") }
    let isMoment = items[0].type == .dateTime
    var operands = [value(items[0], whole, in: &body), .name("." + unit)]
    if isMoment { operands.append(ExpressionWriter.zone) }
    return call(
      (isMoment ? "Instant." : "CivilDate.") + function, operands,
      ExpressionWriter.type(whole.type), in: &body)
  }

  /// `date_of` and `time_of`.
  func local(
    _ function: String, _ item: Expression, _ whole: Expression, in body: inout Body
  ) -> Operand {
    call(
      function, [value(item, whole, in: &body), ExpressionWriter.zone],
      ExpressionWriter.type(whole.type), in: &body)
  }

  /// `add_work`, of dates and of moments, by working time or a duration.
  func addWork(
    _ items: [Expression], _ whole: Expression, in body: inout Body
  ) -> Operand {
    let start = value(items[0], whole, in: &body)
    var time = value(items[1], whole, in: &body)
    if items[1].type == .duration {
      time = call("WorkTime.of", [time], "WorkTime?", in: &body).text
    }
    let function = items[0].type == .date ? "addWorkDays" : "addWork"
    return call(
      "it.scene.calendar." + function, [start, time], ExpressionWriter.type(whole.type),
      in: &body)
  }

  /// `text_of`.
  func textOf(_ item: Expression, _ whole: Expression, in body: inout Body) -> Operand {
    let value = value(item, whole, in: &body)
    switch item.type {
    case .boolean: return call("TextFunctions.textOfBool", [value], "String?", in: &body)
    case .integer, .decimal, .money: return call("Fixed.text", [value], "String?", in: &body)
    case .date: return call("CivilDate.text", [value], "String?", in: &body)
    case .time: return call("TimeSpan.timeText", [value], "String?", in: &body)
    case .dateTime:
      return call("Instant.text", [value, ExpressionWriter.zone], "String?", in: &body)
    case .duration: return call("TimeSpan.text", [value], "String?", in: &body)
    case .option(let field):
      let renamed = emitter.renamedOptions(of: field)
      if renamed.isEmpty { return step("String?", value, in: &body) }
      return call("TextFunctions.optionName", [value, .string(renamed)], "String?", in: &body)
    case .text: return step("String?", value, in: &body)
    case .period, .workingTime, .reference, .file, .list:
      preconditionFailure("no text of \(item.type.dump)")
    }
  }
}
