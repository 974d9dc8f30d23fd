import Diagnostics
import IR
import Syntax

/// Functions whose type follows from all their arguments, and those that are another way of writing
/// something.
extension ExpressionTyper {
  /// What a special function gave: an expression, or nil after a mistake.
  struct Special {
    let expression: Expression?
  }

  /// Nil when the function is an ordinary one.
  func special(
    _ signature: FunctionSignature, _ nodes: [ExpressionNode], _ node: ExpressionNode,
    _ expecting: ValueType?
  ) -> Special? {
    switch signature.name {
    case "round": return Special(expression: round(signature, nodes, node.span))
    case "min_of", "max_of": return Special(expression: extreme(signature, nodes, node.span))
    case "clamp": return Special(expression: clamp(signature, nodes, node.span))
    case "pow_int": return Special(expression: power(signature, nodes, node.span))
    case "percent_of": return Special(expression: percent(signature, nodes, node.span))
    case "allocate": return Special(expression: allocate(signature, nodes, node.span))
    case "coalesce": return Special(expression: coalesce(nodes, node.span, expecting))
    case "is_blank": return Special(expression: isBlank(nodes[0], node.span))
    case "between": return Special(expression: between(nodes, node.span))
    case "switch": return Special(expression: choose(signature, nodes, node, expecting))
    case "changed": return Special(expression: changed(nodes[0], node.span))
    default: return nil
    }
  }

  private func numbers(
    _ signature: FunctionSignature, _ nodes: [ExpressionNode]
  ) -> [Expression]? {
    var result: [Expression] = []
    for (index, node) in nodes.enumerated() {
      guard let value = argument(node, signature.parameters[index].kind, signature) else {
        return nil
      }
      result.append(value)
    }
    return result
  }

  private func call(
    _ signature: FunctionSignature, _ arguments: [Expression], _ type: ValueType,
    mayBeBlank: Bool, _ span: Span
  ) -> Expression? {
    signature.function.map {
      Expression(.call($0, arguments), type, mayBeBlank: mayBeBlank, span)
    }
  }

  // MARK: Numbers

  private func round(
    _ signature: FunctionSignature, _ nodes: [ExpressionNode], _ span: Span
  ) -> Expression? {
    guard let arguments = numbers(signature, nodes) else { return nil }
    var digits = 0
    if arguments.count > 1, case .literal(.number(let literal)) = arguments[1].kind {
      digits = Int(literal)
    }
    let isWhole = arguments.count == 1 && !arguments[0].type.isMoney
    let type = isWhole ? .integer : arguments[0].type.scaled(digits)
    return call(signature, arguments, type, mayBeBlank: arguments[0].mayBeBlank, span)
  }

  private func extreme(
    _ signature: FunctionSignature, _ nodes: [ExpressionNode], _ span: Span
  ) -> Expression? {
    guard let (values, type) = alike(nodes, signature.name, nil) else { return nil }
    guard ExpressionTyper.isOrdered(type), type != .text, !type.isPeriod else {
      report(expected: Message(zh: "数字、日期或时长", en: "numbers, dates or durations"), values[0])
      return nil
    }
    return call(
      signature, values, type, mayBeBlank: values.allSatisfy(\.mayBeBlank), span)
  }

  /// Values of one type.
  func alike(
    _ nodes: [ExpressionNode], _ sign: String, _ expecting: ValueType?
  ) -> ([Expression], ValueType)? {
    guard let values = elements(nodes, expecting), var type = values.first?.type else { return nil }
    for (index, value) in values.enumerated().dropFirst() {
      guard
        let (_, _, common) = united(
          values[index - 1].typed(type), value, sign: sign, at: value.origin)
      else { return nil }
      type = common
    }
    return (values.map { $0.isBlankLiteral ? $0.typed(type) : $0 }, type)
  }

  private func clamp(
    _ signature: FunctionSignature, _ nodes: [ExpressionNode], _ span: Span
  ) -> Expression? {
    guard let (values, type) = alike(nodes, "clamp", nil) else { return nil }
    guard type.scale != nil else {
      report(expected: Message(zh: "数字", en: "a number"), values[0])
      return nil
    }
    return call(signature, values, type, mayBeBlank: true, span)
  }

  private func power(
    _ signature: FunctionSignature, _ nodes: [ExpressionNode], _ span: Span
  ) -> Expression? {
    guard let arguments = numbers(signature, nodes) else { return nil }
    let isWhole = arguments[0].type.scale == 0
    return call(
      signature, arguments, isWhole ? arguments[0].type : .decimal(scale: 18), mayBeBlank: true,
      span)
  }

  private func percent(
    _ signature: FunctionSignature, _ nodes: [ExpressionNode], _ span: Span
  ) -> Expression? {
    guard let values = numbers(signature, nodes),
      let (part, whole, _) = united(values[0], values[1], sign: "percent_of", at: span)
    else { return nil }
    return Expression(
      .arithmetic(.divide, part, whole), .decimal(scale: ExpressionTyper.quotientScale),
      mayBeBlank: true, span)
  }

  private func allocate(
    _ signature: FunctionSignature, _ nodes: [ExpressionNode], _ span: Span
  ) -> Expression? {
    guard let arguments = numbers(signature, nodes) else { return nil }
    return call(signature, arguments, .list(arguments[0].type), mayBeBlank: true, span)
  }

  // MARK: Choices

  private func coalesce(
    _ nodes: [ExpressionNode], _ span: Span, _ expecting: ValueType?
  ) -> Expression? {
    guard let (values, type) = alike(nodes, "coalesce", expecting) else { return nil }
    return ExpressionTyper.coalesced(values, type, span)
  }

  private func isBlank(_ node: ExpressionNode, _ span: Span) -> Expression? {
    infer(node).map { Expression(.isBlank($0), .boolean, mayBeBlank: false, span) }
  }

  private func between(_ nodes: [ExpressionNode], _ span: Span) -> Expression? {
    guard let values = elements(nodes, nil),
      let low = compare(.greaterOrEqual, values[0], values[1], values[1].origin, span),
      let high = compare(.lessOrEqual, values[0], values[2], values[2].origin, span)
    else { return nil }
    return Expression(.and([low, high]), .boolean, mayBeBlank: false, span)
  }

  /// A `switch` as one `if` within the other.
  private func choose(
    _ signature: FunctionSignature, _ nodes: [ExpressionNode], _ node: ExpressionNode,
    _ expecting: ValueType?
  ) -> Expression? {
    guard let subject = infer(nodes[0]) else { return nil }
    let rest = Array(nodes.dropFirst())
    var keys: [Expression] = []
    for index in stride(from: 0, to: rest.count - 1, by: 2) {
      guard let key = infer(rest[index], expecting: subject.type),
        let match = compare(.equal, subject, key, key.origin, key.origin)
      else { return nil }
      keys.append(match)
    }
    let values = rest.indices.filter { $0 % 2 == 1 }.map { rest[$0] }
    let otherwise = rest.count % 2 == 1 ? [rest[rest.count - 1]] : []
    guard let (results, type) = alike(values + otherwise, "switch", expecting) else { return nil }
    var result =
      otherwise.isEmpty
      ? Expression(.literal(.blank), type, mayBeBlank: true, node.span) : results[values.count]
    for index in keys.indices.reversed() {
      result = Expression(
        .conditional(keys[index], then: results[index], otherwise: result), type,
        mayBeBlank: results[index].mayBeBlank || result.mayBeBlank, node.span)
    }
    return result
  }

  /// `changed(f)` as `f != old.f`, of lists too.
  private func changed(_ node: ExpressionNode, _ span: Span) -> Expression? {
    guard place.readsOld, !isInRows else {
      checker.report(
        MeaningMistake.misplaced(
          place.refusal(of: "changed"),
          cure: Message(zh: "`changed` 用在 `checks` 里", en: "`changed` belongs in `checks`"),
          at: span))
      return nil
    }
    guard let now = infer(node) else { return nil }
    guard case .field(let path) = now.kind, path.root == .record, path.steps.count == 1 else {
      report(expected: Message(zh: "本实体的字段", en: "a field of this entity"), now)
      return nil
    }
    let before = Expression(
      .field(Expression.Path(root: .old, steps: path.steps)), now.type, mayBeBlank: true, span)
    return Expression(
      .compare(.notEqual, now, before), .boolean, mayBeBlank: false, span)
  }
}

extension ValueType {
  fileprivate var isPeriod: Bool {
    if case .period = self { return true }
    return false
  }
}
