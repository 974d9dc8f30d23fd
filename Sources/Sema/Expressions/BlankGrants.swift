import Diagnostics
import IR

/// Where a condition grants something, by holding or by not holding, a comparison may not come out
/// so for want of a value: whoever leaves a field blank would be given what the condition keeps
/// from him.
struct BlankGrants {
  let checker: Checker
  let grant: Message
  /// Whether it is a risk too that two blanks are equal: record and person without a department.
  var heedsTwoBlanks = false

  /// `isGranting`: whether the falsehood of this part grants.
  func check(_ expression: Expression, isGranting: Bool = true) {
    switch expression.kind {
    case .not(let item): check(item, isGranting: !isGranting)
    case .and(let items), .or(let items):
      for item in items { check(item, isGranting: isGranting) }
    case .conditional(let condition, let then, let otherwise):
      check(condition, isGranting: true)
      check(condition, isGranting: false)
      check(then, isGranting: isGranting)
      check(otherwise, isGranting: isGranting)
    case .compare(let comparison, let left, let right):
      if left.isBlankLiteral || right.isBlankLiteral { return }
      let areBothBlank = heedsTwoBlanks && left.mayBeBlank && right.mayBeBlank
      let isRisky =
        switch comparison {
        case .equal: isGranting || areBothBlank
        // A value that differs from blank is true where the others are false.
        case .notEqual: !isGranting || areBothBlank
        default: isGranting
        }
      if isRisky { report([left, right]) }
    case .isIn(let item, let items): if isGranting { report([item] + items) }
    case .isMember(let item, let list): if isGranting { report([item, list]) }
    case .call(_, let items): if isGranting { report(items) }
    default: return
    }
  }

  private func report(_ operands: [Expression]) {
    guard let operand = operands.first(where: \.mayBeBlank) else { return }
    checker.report(
      ValueMistake.blankMayGrant(
        operand: checker.sources.text(operand.origin), grant: grant, at: operand.origin))
  }
}
