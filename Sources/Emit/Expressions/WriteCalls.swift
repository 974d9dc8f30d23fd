import IR
import TargetCode

extension ExpressionWriter {
  func call(
    _ function: Function, _ items: [Expression], _ whole: Expression, in body: inout Body
  ) -> Operand {
    let type = ExpressionWriter.type(whole.type)
    if let simple = function.simple {
      return call(
        simple, values(items, whole, in: &body), function.isPredicate ? "Bool" : type, in: &body)
    }
    switch function {
    case .round: return round(items, whole, in: &body)
    case .clamp:
      let clamped = call("Fixed.clamp", values(items, whole, in: &body), type, in: &body)
      return atScale(clamped, of: items, whole, in: &body)
    case .minOf: return folded("Comparisons.lesser", items, whole, in: &body)
    case .maxOf: return folded("Comparisons.greater", items, whole, in: &body)
    case .matches:
      guard case .literal(.text(let pattern)) = items[1].kind else {
        preconditionFailure("no pattern")
      }
      let text = value(items[0], whole, in: &body)
      return call("TextFunctions.matches", [text, .name(self.pattern(pattern))], "Bool", in: &body)
    case .textOf: return textOf(items[0], whole, in: &body)
    case .today: return step(type, .name("it.scene.today"), in: &body)
    case .now: return step(type, .name("it.scene.now"), in: &body)
    case .myRoles: return step(type, .name("it.scene.myRoles"), in: &body)
    case .myTeam: return step(type, .name("it.myTeam"), in: &body)
    case .dateOf: return local("Instant.date", items[0], whole, in: &body)
    case .timeOf: return local("Instant.time", items[0], whole, in: &body)
    case .startOf: return bound("startOf", items, whole, in: &body)
    case .endOf: return bound("endOf", items, whole, in: &body)
    case .addWork: return addWork(items, whole, in: &body)
    default: preconditionFailure("no Swift for `\(function.rawValue)`")
    }
  }

  private func round(
    _ items: [Expression], _ whole: Expression, in body: inout Body
  ) -> Operand {
    let number = value(items[0], whole, in: &body)
    var mode = "halfAway"
    if items.count == 3, case .literal(.word(let word)) = items[2].kind {
      mode = word == "half_even" ? "halfEven" : word
    }
    return round(number, whole.type.scale ?? 0, mode, in: &body)
  }
}

extension Function {
  /// Whether it is a truth that is never blank.
  fileprivate var isPredicate: Bool {
    switch self {
    case .contains, .containsCI, .startsWith, .endsWith, .isWorkday: return true
    default: return false
    }
  }

  /// The function of Values that takes the same operands; nil where more is to do.
  fileprivate var simple: String? {
    switch self {
    case .abs: return "Fixed.abs"
    case .floor: return "Fixed.floor"
    case .ceil: return "Fixed.ceil"
    case .trunc: return "Fixed.trunc"
    case .sign: return "Fixed.sign"
    case .allocate: return "ListFunctions.allocate"
    case .powInt: return "Fixed.power"
    case .parseInt: return "Fixed.parseInt"
    case .parseDecimal: return "Fixed.parseDecimal"
    case .workBetween: return "it.scene.calendar.workBetween"
    case .isWorkday: return "it.scene.calendar.isWorkday"
    default: return text ?? date
    }
  }

  private var text: String? {
    switch self {
    case .length: return "TextFunctions.length"
    case .slice: return "TextFunctions.slice"
    case .left: return "TextFunctions.left"
    case .right: return "TextFunctions.right"
    case .trim: return "TextFunctions.trim"
    case .fold: return "TextFunctions.fold"
    case .contains: return "TextFunctions.contains"
    case .containsCI: return "TextFunctions.containsFolded"
    case .startsWith: return "TextFunctions.startsWith"
    case .endsWith: return "TextFunctions.endsWith"
    case .replace: return "TextFunctions.replace"
    case .mask: return "TextFunctions.mask"
    case .upperASCII: return "TextFunctions.upperASCII"
    case .lowerASCII: return "TextFunctions.lowerASCII"
    case .splitPart: return "TextFunctions.splitPart"
    case .padLeft: return "TextFunctions.padLeft"
    case .digitsOnly: return "TextFunctions.digitsOnly"
    case .pinyinInitial: return "TextFunctions.pinyinInitial"
    default: return nil
    }
  }

  private var date: String? {
    switch self {
    case .parseDate: return "CivilDate.parse"
    case .year: return "CivilDate.year"
    case .month: return "CivilDate.month"
    case .day: return "CivilDate.day"
    case .weekday: return "CivilDate.weekday"
    case .quarter: return "CivilDate.quarter"
    case .isoWeek: return "CivilDate.isoWeek"
    case .addMonths: return "CivilDate.addMonths"
    case .addDays: return "CivilDate.addDays"
    case .daysBetween: return "CivilDate.daysBetween"
    case .monthsBetween: return "CivilDate.monthsBetween"
    case .ageYears: return "CivilDate.ageYears"
    default: return nil
    }
  }
}
