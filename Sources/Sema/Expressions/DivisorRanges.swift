import Diagnostics
import IR

/// Finds divisors that may be zero.
struct DivisorRanges {
  let checker: Checker
  /// The range of a field's numbers, in mantissas.
  let field: (Expression.Path) -> ClosedRange<Int128>?

  /// `facts` are values that are not zero here, as text.
  func check(_ expression: Expression, _ facts: Set<String> = []) {
    switch expression.kind {
    case .conditional(let condition, let then, let otherwise):
      check(condition, facts)
      check(then, facts.union(nonZero(condition, is: true)))
      check(otherwise, facts.union(nonZero(condition, is: false)))
    case .and(let items):
      chain(items, facts, isTrue: true)
    case .or(let items):
      chain(items, facts, isTrue: false)
    case .coalesce(let items):
      // What is undefined is said to be something else.
      for item in items.dropLast() { for child in item.children { check(child, facts) } }
      if let last = items.last { check(last, facts) }
    case .arithmetic(let sign, let left, let right) where sign.isDivision:
      check(left, facts)
      check(right, facts)
      report(right, facts)
    default:
      for child in expression.children { check(child, facts) }
    }
  }

  private func chain(_ items: [Expression], _ facts: Set<String>, isTrue: Bool) {
    var facts = facts
    for item in items {
      check(item, facts)
      facts.formUnion(nonZero(item, is: isTrue))
    }
  }

  private func report(_ divisor: Expression, _ facts: Set<String>) {
    if facts.contains(key(divisor)) { return }
    if let range = range(divisor), !range.contains(0) { return }
    let text = checker.sources.text(divisor.origin)
    let shown = text.utf8.count <= 60 && !text.contains("\n") ? text : text.prefix(20) + "…"
    checker.report(ValueMistake.mayBeUndefined(divisor: String(shown), at: divisor.origin))
  }

  /// The same for the same value, whatever its place.
  private func key(_ expression: Expression) -> String {
    expression.dump { "\($0.entity).\($0.member.name(\.text))" }
  }

  // MARK: Facts

  /// Values that are not zero when a condition is true, or false.
  private func nonZero(_ condition: Expression, is truth: Bool) -> Set<String> {
    switch condition.kind {
    case .not(let item): return nonZero(item, is: !truth)
    case .and(let items) where truth, .or(let items) where !truth:
      return items.reduce(into: []) { $0.formUnion(nonZero($1, is: truth)) }
    case .compare(let comparison, let left, let right):
      if let bound = constant(right), tells(comparison, bound, truth) { return [key(left)] }
      if let bound = constant(left), tells(comparison.turned, bound, truth) { return [key(right)] }
      return []
    default: return []
    }
  }

  private func constant(_ expression: Expression) -> Int128? {
    guard let range = range(expression), range.lowerBound == range.upperBound else { return nil }
    return range.lowerBound
  }

  /// Whether a comparison of a value with a bound, true or false, keeps zero out.
  private func tells(
    _ comparison: Expression.Comparison, _ bound: Int128, _ truth: Bool
  ) -> Bool {
    switch comparison {
    case .equal: return truth ? bound != 0 : bound == 0
    case .notEqual: return truth ? bound == 0 : bound != 0
    case .greater: return truth && bound >= 0
    case .greaterOrEqual: return truth && bound > 0
    case .less: return truth && bound <= 0
    case .lessOrEqual: return truth && bound < 0
    }
  }

  // MARK: Ranges

  /// Where a number lies, in mantissas of its scale; nil when that is not known.
  private func range(_ expression: Expression) -> ClosedRange<Int128>? {
    switch expression.kind {
    case .literal(.number(let mantissa)): return mantissa...mantissa
    case .field(let path): return field(path)
    case .negate(let item): return range(item).map { -$0.upperBound ... -$0.lowerBound }
    case .arithmetic(.add, let left, let right): return sum(expression, left, right)
    case .call(.maxOf, let items): return highest(expression, items)
    case .aggregate(let aggregate) where aggregate.function == .count: return 0...Int128(Int64.max)
    case .conditional(_, let then, let otherwise):
      guard let a = scaled(then, expression), let b = scaled(otherwise, expression) else {
        return nil
      }
      return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
    default: return nil
    }
  }

  private func sum(
    _ whole: Expression, _ left: Expression, _ right: Expression
  ) -> ClosedRange<Int128>? {
    guard let a = scaled(left, whole), let b = scaled(right, whole) else { return nil }
    let (low, isLow) = a.lowerBound.addingReportingOverflow(b.lowerBound)
    let (high, isHigh) = a.upperBound.addingReportingOverflow(b.upperBound)
    return isLow || isHigh ? nil : low...high
  }

  /// The greatest of some values is at least each that is filled.
  private func highest(_ whole: Expression, _ items: [Expression]) -> ClosedRange<Int128>? {
    let floors = items.filter { !$0.mayBeBlank }.compactMap { scaled($0, whole)?.lowerBound }
    return floors.max().map { $0...Int128.max }
  }

  /// A part's range at the scale of the whole.
  private func scaled(_ part: Expression, _ whole: Expression) -> ClosedRange<Int128>? {
    guard let range = range(part), let from = part.type.scale, let to = whole.type.scale else {
      return nil
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    for _ in from..<max(from, to) {
      let (x, isLow) = low.multipliedReportingOverflow(by: 10)
      let (y, isHigh) = high.multipliedReportingOverflow(by: 10)
      if isLow || isHigh { return nil }
      (low, high) = (x, y)
    }
    return low...high
  }
}

extension Expression.Comparison {
  /// The same with its sides exchanged.
  fileprivate var turned: Expression.Comparison {
    switch self {
    case .equal, .notEqual: return self
    case .less: return .greater
    case .lessOrEqual: return .greaterOrEqual
    case .greater: return .less
    case .greaterOrEqual: return .lessOrEqual
    }
  }
}
