import Diagnostics

/// Names, calls, brackets and single values.
extension ExpressionParser {
  mutating func postfix() -> ExpressionNode? {
    let first = token
    guard var base = primary() else { return nil }
    while take(sign: ".") {
      let place = token
      guard case .name(let name) = token.kind else {
        return fail(Message(zh: "点后面的字段名称", en: "the name of a field after the point"))
      }
      index += 1
      if token.isSign("("), name == "of", case .name(let entity) = base.kind {
        guard let rows = backReference(entity, base.span, first) else { return nil }
        base = rows
        continue
      }
      guard let member = node(.member(base, name, at: span(place.range)), span(from: first)) else {
        return nil
      }
      base = member
    }
    return base
  }

  private mutating func backReference(
    _ entity: String, _ at: Span, _ first: ExpressionToken
  ) -> ExpressionNode? {
    index += 1
    let place = token
    guard case .name(let field) = token.kind else {
      return fail(
        Message(zh: "`\(entity)` 中指向本记录的字段", en: "the field of `\(entity)` that refers here"))
    }
    index += 1
    guard take(sign: ")") else { return fail(Message(zh: "`)`", en: "`)`")) }
    return node(
      .rows(entity: entity, at: at, field: field, fieldAt: span(place.range)), span(from: first))
  }

  private mutating func primary() -> ExpressionNode? {
    let first = token
    switch token.kind {
    case .number(let digits):
      index += 1
      let unit = unit()
      return node(.number(digits, unit: unit), span(from: first))
    case .text(let text):
      index += 1
      return node(.text(text), span(first.range))
    case .date(let day):
      index += 1
      return node(.date(day), span(first.range))
    case .dateTime(let moment):
      index += 1
      return node(.dateTime(moment), span(first.range))
    case .name(let name): return word(name, first)
    case .sign("("):
      index += 1
      guard let inner = expression() else { return nil }
      guard take(sign: ")") else { return unclosed(first) }
      return ExpressionNode(inner.kind, span(from: first))
    case .sign("["):
      index += 1
      return list(first)
    default:
      return fail(
        Message(zh: "一个值：字段、数字、文字或函数", en: "a value: a field, a number, a text or a function"))
    }
  }

  private mutating func unclosed(_ bracket: ExpressionToken) -> ExpressionNode? {
    if case .end = token.kind {
      if mistake == nil {
        let text = bracket.isSign("[") ? "[" : "("
        mistake = .unclosedBracket(text, at: span(bracket.range))
      }
      return nil
    }
    let close = bracket.isSign("[") ? "`]`" : "`)`"
    return fail(Message(zh: "运算符或 \(close)", en: "an operator or \(close)"))
  }

  private mutating func word(_ name: String, _ first: ExpressionToken) -> ExpressionNode? {
    index += 1
    let place = span(first.range)
    switch name {
    case "true", "false": return node(.boolean(name == "true"), place)
    case "blank": return node(.blank, place)
    case "me", "old", "this": return node(.name(name), place)
    case _ where ExpressionWords.reserved.contains(name):
      index -= 1
      return fail(
        Message(zh: "一个值：字段、数字、文字或函数", en: "a value: a field, a number, a text or a function"))
    default:
      guard token.isSign("(") else { return node(.name(name), place) }
      let bracket = token
      index += 1
      return call(name, place, first, bracket)
    }
  }

  private mutating func call(
    _ name: String, _ place: Span, _ first: ExpressionToken, _ bracket: ExpressionToken
  ) -> ExpressionNode? {
    var arguments: [ExpressionArgument] = []
    while !token.isSign(")") {
      guard let argument = argument() else { return nil }
      arguments.append(argument)
      if take(sign: ",") { continue }
      if !token.isSign(")") { return unclosed(bracket) }
    }
    index += 1
    return node(.call(name, at: place, arguments), span(from: first))
  }

  private mutating func argument() -> ExpressionArgument? {
    guard let value = expression() else { return nil }
    var condition: ExpressionNode?
    var order: ExpressionArgument.Order?
    translate(ForeignSigns.operators)
    if take(word: "where") {
      guard let node = expression() else { return nil }
      condition = node
    }
    translate(ForeignSigns.operators)
    if take(word: "by") {
      let isDescending = take(sign: "-")
      guard let key = expression() else { return nil }
      order = ExpressionArgument.Order(key: key, isDescending: isDescending)
    }
    return ExpressionArgument(value: value, condition: condition, order: order)
  }

  private mutating func list(_ first: ExpressionToken) -> ExpressionNode? {
    var items: [ExpressionNode] = []
    while !token.isSign("]") {
      guard let item = expression() else { return nil }
      items.append(item)
      if take(sign: ",") { continue }
      if !token.isSign("]") { return unclosed(first) }
    }
    index += 1
    return node(.list(items), span(from: first))
  }

  private mutating func unit() -> ExpressionUnit? {
    guard case .name(let word) = token.kind else { return nil }
    if word == "working", case .name(let next) = tokens[min(index + 1, tokens.count - 1)].kind {
      let unit: ExpressionUnit? =
        next == "day" || next == "days"
        ? .workingDay : next == "hour" || next == "hours" ? .workingHour : nil
      if unit != nil { index += 2 }
      return unit
    }
    let single = word.hasSuffix("s") ? String(word.dropLast()) : word
    guard let unit = ExpressionUnit(rawValue: single) else { return nil }
    index += 1
    return unit
  }
}
