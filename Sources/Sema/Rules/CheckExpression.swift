import Diagnostics
import IR
import Syntax

extension Checker {
  /// The tree of an expression that stands in a scalar; nil after reporting what is wrong.
  func tree(_ node: YAMLNode) -> ExpressionNode? {
    guard let text = node.scalar else { return nil }
    return tree(text, from: 0, places(text, node.span))
  }

  /// The tree of an expression that begins at an offset of a scalar's text.
  func tree(_ text: String, from start: Int, _ places: ScalarPlaces) -> ExpressionNode? {
    var found = DiagnosticBag()
    let node = ExpressionReader.read(text, from: start, places, into: &found)
    append(found)
    return node
  }

  /// A condition over the records of an entity.
  func condition(_ entry: YAMLEntry, _ typer: ExpressionTyper) -> Expression? {
    guard let node = tree(entry.value), let expression = typer.condition(node) else { return nil }
    if let grant = typer.place.grant { BlankGrants(checker: self, grant: grant).check(expression) }
    examine(expression)
    return expression
  }

  /// A value that a field takes, rounded to its digits.
  func value(_ entry: YAMLEntry, of field: Field, _ typer: ExpressionTyper) -> Expression? {
    let type = field.type.valueType(of: field.id)
    typer.note(field)
    guard let node = tree(entry.value), let expression = typer.infer(node, expecting: type) else {
      return nil
    }
    examine(expression)
    return typer.assigned(expression, type)
  }

  /// Looks for divisors that may be zero.
  func examine(_ expression: Expression) {
    DivisorRanges(checker: self) { self.range(of: $0) }.check(expression)
  }

  /// The range of the numbers that a path leads to.
  private func range(of path: Expression.Path) -> ClosedRange<Int128>? {
    guard let step = path.steps.last, case .field(let id) = step.member,
      let field = environment.drafts[step.entity]?.fields.first(where: { $0?.id == id }) ?? nil
    else { return nil }
    switch field.type {
    case .integer(let range), .decimal(_, let range), .money(_, let range), .percent(let range):
      return Int128(range.minimum)...Int128(range.maximum)
    case .rating(let best): return 1...Int128(best)
    default: return nil
    }
  }
}

extension ExpressionTyper {
  /// A value as a field of a type takes it; nil after reporting that it does not fit.
  func assigned(_ value: Expression, _ type: ValueType) -> Expression? {
    if value.isBlankLiteral { return value.typed(type) }
    if value.type == type { return value }
    if let from = value.type.scale, let to = type.scale {
      let isFitting =
        switch (value.type, type) {
        case (.money, .money): true
        case (.money, _): value.isConstant
        default: true
        }
      if isFitting {
        if from == to { return value.typed(type) }
        return Expression(.rounded(value), type, mayBeBlank: value.mayBeBlank, value.origin)
      }
    }
    report(expected: checker.words(type), value, cure: assignmentCure(value, type))
    return nil
  }

  private func assignmentCure(_ value: Expression, _ type: ValueType) -> Message? {
    let source = text(value.origin)
    switch (type, value.type) {
    case (.date, .dateTime):
      return Message(zh: "写 `date_of(\(source))`", en: "write `date_of(\(source))`")
    case (.text, .integer), (.text, .decimal), (.text, .money), (.text, .date), (.text, .boolean),
      (.text, .option):
      return Message(zh: "写 `text_of(\(source))`", en: "write `text_of(\(source))`")
    case (.integer, .money), (.decimal, .money):
      return Message(
        zh: "字段类型改为 `money`，或除以一个金额", en: "make the field `money`, or divide by money")
    case (.option, .text):
      return Message(zh: "选项写名称，不加引号", en: "an option is written by its name, without quotes")
    default: return nil
    }
  }
}
