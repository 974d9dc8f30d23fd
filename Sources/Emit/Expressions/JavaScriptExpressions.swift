import IR
import TargetCode
import Values

extension JavaScriptWriter {
  /// An expression as JavaScript; throws where the browser lacks something.
  mutating func code(_ expression: Expression) throws -> Code {
    switch expression.kind {
    case .literal(let literal): return self.literal(literal)
    case .parameter(let name): return parameter(name)
    case .me: return Code(whole: "e.me")
    case .field(let path): return try field(path, expression.type)
    case .not(let item): return Code(whole: "!" + (try code(item)).inner)
    case .and(let items): return try joined(items, " && ")
    case .or(let items): return try joined(items, " || ")
    case .compare(let comparison, let left, let right):
      return try compare(comparison, left, right)
    case .isBlank(let item): return Code((try code(item)).inner + " === null")
    case .isIn(let item, let items):
      let scale = ([item] + items).compactMap(\.type.scale).max()
      return call("isIn", [try code(item, at: scale), try list(items, at: scale)])
    case .isMember(let item, let list):
      let scale = list.type.elementScale
      return call("isIn", [try code(item, at: scale), try code(list)])
    case .conditional(let condition, let then, let otherwise):
      let scale = expression.type.scale
      let text =
        (try code(condition)).inner + " ? " + (try code(then, at: scale)).inner + " : "
        + (try code(otherwise, at: scale)).inner
      return fitted(Code(text), expression, [then, otherwise])
    case .coalesce(let items):
      let scale = expression.type.scale
      let text = try items.map { try code($0, at: scale).inner }.joined(separator: " ?? ")
      return fitted(items.count == 1 ? Code(whole: text) : Code(text), expression, items)
    case .negate(let item): return try negated(item)
    case .arithmetic(let sign, let left, let right):
      return try arithmetic(sign, left, right, expression)
    case .temporal(let sign, let left, let right): return try temporal(sign, left, right)
    case .concatenate(let items): return call("text", try items.map { try code($0) })
    case .rounded(let item): return try rounded(item, to: expression.type.scale ?? 0)
    case .call(let function, let items): return try self.function(function, items, expression)
    case .list(let items):
      return try list(items, at: expression.type.elementScale)
    case .aggregate(let aggregate): return try self.aggregate(aggregate, expression.type)
    case .fold(let function, let list, let separator):
      return try fold(function, list, separator, expression.type)
    }
  }

  /// A number with so many digits, exact, whether or not that fits; other values as they are.
  mutating func code(_ expression: Expression, at scale: Int?) throws -> Code {
    guard let scale, let own = expression.type.scale, own < scale else {
      return try code(expression)
    }
    switch expression.kind {
    case .literal(.blank): return try code(expression)
    case .literal(.number(let mantissa)):
      return Code(whole: JavaScriptText.integer("\(mantissa)", zeros: scale - own))
    default: return call("wide", [try code(expression), power(scale - own)])
    }
  }

  /// 10^n.
  func power(_ n: Int) -> Code { Code(whole: JavaScriptText.integer("1", zeros: n)) }

  /// A value that was made of numbers with fewer digits: as its node it must fit.
  private mutating func fitted(
    _ code: Code, _ node: Expression, _ parts: [Expression]
  ) -> Code {
    guard let scale = node.type.scale, parts.contains(where: { ($0.type.scale ?? scale) < scale })
    else { return code }
    return call("fit", [code])
  }

  /// The elements of a list, each of which must fit with the digits of all.
  private mutating func list(_ items: [Expression], at scale: Int?) throws -> Code {
    let list = try items.map { item in
      let code = try code(item, at: scale)
      guard let scale, let own = item.type.scale, own < scale else { return code.text }
      if case .literal = item.kind { return code.text }
      return call("fit", [code]).text
    }
    return Code(whole: "[" + list.joined(separator: ", ") + "]")
  }

  private mutating func joined(_ items: [Expression], _ sign: String) throws -> Code {
    let text = try items.map { try code($0).inner }.joined(separator: sign)
    return items.count == 1 ? Code(whole: text) : Code(text)
  }

  private mutating func compare(
    _ comparison: Expression.Comparison, _ left: Expression, _ right: Expression
  ) throws -> Code {
    let scale = [left, right].compactMap(\.type.scale).max()
    let (a, b) = (try code(left, at: scale), try code(right, at: scale))
    switch comparison {
    case .equal: return Code("\(a.inner) === \(b.inner)")
    case .notEqual: return Code("\(a.inner) !== \(b.inner)")
    case .less: return call("less", [a, b])
    case .lessOrEqual: return call("atMost", [a, b])
    case .greater: return call("less", [b, a])
    case .greaterOrEqual: return call("atMost", [b, a])
    }
  }

  // MARK: Literals

  private mutating func literal(_ literal: Expression.Literal) -> Code {
    switch literal {
    case .blank: return Code(whole: "null")
    case .boolean(let value): return Code(whole: "\(value)")
    case .number(let mantissa): return Code(whole: "\(mantissa)n")
    case .text(let text): return Code(whole: JavaScriptText.quoted(text))
    case .date(let day): return Code(whole: "\(day)")
    case .dateTime(let day, let milliseconds):
      let parts = ["e.zone", "\(day)", "\(milliseconds)"]
      return call("moment", parts.map { Code(whole: $0) })
    case .duration(let milliseconds): return Code(whole: "\(milliseconds)n")
    case .period(let months, let days):
      return call("period", [Code(whole: "\(months)"), Code(whole: "\(days)")])
    // The browser does no working time; that there is some can be asked.
    case .workingTime(let days, let milliseconds):
      return Code(whole: days == 0 ? "\(milliseconds)n" : "\(days)n")
    case .option(_, let physicalName): return Code(whole: JavaScriptText.quoted(physicalName))
    case .word(let word): return Code(whole: JavaScriptText.quoted(word))
    }
  }

  static func code(_ parameter: Parameter) -> Code {
    switch parameter.value {
    case .blank: return Code(whole: "null")
    case .text(let text):
      guard case .multiChoice = parameter.type else {
        return Code(whole: JavaScriptText.quoted(text))
      }
      let items = ItemList.items(text).map(JavaScriptText.quoted)
      return Code(whole: "[\(items.joined(separator: ", "))]")
    case .integer(let number):
      switch parameter.type.storage {
      case .boolean: return Code(whole: number == 0 ? "false" : "true")
      case .date: return Code(whole: "\(number)")
      case .reference: return Code(whole: "\"\(number)\"")
      default: return Code(whole: "\(number)n")
      }
    }
  }
}

extension ValueType {
  /// The digits of a list's numbers.
  var elementScale: Int? {
    if case .list(let item) = self { return item.scale }
    return nil
  }
}
