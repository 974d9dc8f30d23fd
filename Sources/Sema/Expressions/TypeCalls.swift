import Diagnostics
import IR
import Syntax
import Values

/// Calls of functions.
extension ExpressionTyper {
  func call(
    _ name: String, _ span: Span, _ arguments: [ExpressionArgument], _ node: ExpressionNode,
    _ expecting: ValueType?
  ) -> Expression? {
    if let function = Aggregate.Function(rawValue: name) {
      return aggregate(function, span, arguments, node)
    }
    guard let signature = Functions.byName[name] else {
      reportUnknown(name, span)
      return nil
    }
    for argument in arguments where argument.condition != nil || argument.order != nil {
      checker.report(
        MeaningMistake.misplaced(
          Message(
            zh: "`\(name)` 里不能写 `where` 和 `by`", en: "`\(name)` takes no `where` and no `by`"),
          cure: Message(
            zh: "它们属于汇总多条记录的函数，例如 `sum(lines.amount where quantity > 0)`",
            en: "they belong to functions of rows, as in `sum(lines.amount where quantity > 0)`"),
          at: (argument.condition ?? argument.order?.key)?.span ?? span))
      return nil
    }
    guard signature.takes(arguments.count) else {
      checker.report(
        MeaningMistake.wrongArguments(
          function: name, signature: signature.signature, count: arguments.count, at: span))
      return nil
    }
    guard isAllowed(signature, span) else { return nil }
    let nodes = arguments.map(\.value)
    if let special = special(signature, nodes, node, expecting) { return special.expression }
    guard let typed = self.arguments(nodes, signature) else { return nil }
    return plain(signature, typed, node.span)
  }

  private func reportUnknown(_ name: String, _ span: Span) {
    if checker.mayBeUnread(name) { return }
    let near = checker.nearest(to: name, among: Functions.candidates)
    checker.report(MeaningMistake.unknownFunction(name, suggestions: near, at: span))
  }

  /// Whether the place can work a function out.
  private func isAllowed(_ signature: FunctionSignature, _ span: Span) -> Bool {
    if signature.isMoving, !place.isLive {
      checker.report(ValueMistake.needsLive("\(signature.name)()", at: span))
      return false
    }
    return isAvailable(signature.name, signature.targets, span)
  }

  func isAvailable(_ name: String, _ targets: Targets, _ span: Span) -> Bool {
    if targets.isSuperset(of: place.targets) { return true }
    let places = targets.words
    checker.report(
      MeaningMistake.notHere(
        Message(zh: "`\(name)`", en: "`\(name)`"), place: place.name,
        alternatives: Message(
          zh: "它能用在\(places.zh)；可以写一个 `value` 字段，在这里用它",
          en: "it works in \(places.en); make a field with a `value` of it and use that here"),
        at: span))
    return false
  }

  // MARK: Arguments

  private func arguments(
    _ nodes: [ExpressionNode], _ signature: FunctionSignature
  ) -> [Expression]? {
    var result: [Expression] = []
    var isSound = true
    for (index, node) in nodes.enumerated() {
      let parameter = signature.parameters[min(index, signature.parameters.count - 1)]
      if let value = argument(node, parameter.kind, signature) {
        result.append(value)
      } else {
        isSound = false
      }
    }
    return isSound ? result : nil
  }

  func argument(
    _ node: ExpressionNode, _ kind: FunctionSignature.Parameter.Kind,
    _ signature: FunctionSignature
  ) -> Expression? {
    if case .word(let words) = kind { return word(node, words) }
    guard let value = infer(node, expecting: ExpressionTyper.expectation(kind)) else { return nil }
    if case .digits = kind {
      if case .literal(.number(let digits)) = value.kind, value.type == .integer,
        (0...9).contains(digits)
      {
        return value
      }
      report(expected: Message(zh: "0 到 9 的数字", en: "a number from 0 to 9"), value)
      return nil
    }
    if case .pattern = kind {
      guard case .literal(.text) = value.kind else {
        report(expected: Message(zh: "写在引号里的模式", en: "a pattern in quotes"), value)
        return nil
      }
      return value
    }
    if let wanted = ExpressionTyper.mismatch(value, kind) {
      report(
        expected: wanted, value, cure: ExpressionTyper.conversion(value, kind, text(node.span)))
      return nil
    }
    return value
  }

  private static func expectation(_ kind: FunctionSignature.Parameter.Kind) -> ValueType? {
    switch kind {
    case .text, .pattern: return .text
    case .integer, .digits: return .integer
    case .date: return .date
    case .dateTime, .moment: return .dateTime
    case .boolean: return .boolean
    case .number, .plainNumber: return .integer
    case .anything, .printable, .word, .workingTime, .numbers: return nil
    }
  }

  private func word(_ node: ExpressionNode, _ words: [String]) -> Expression? {
    guard case .name(let word) = node.kind, words.contains(word) else {
      let written = text(node.span)
      let near = checker.nearest(to: written, among: words.map { Candidate($0) })
      checker.report(ReferenceMistake.unknownOption(written, suggestions: near, at: node.span))
      return nil
    }
    return Expression(.literal(.word(word)), .text, mayBeBlank: false, node.span)
  }

  /// What is expected when a value is of another type.
  private static func mismatch(
    _ value: Expression, _ kind: FunctionSignature.Parameter.Kind
  ) -> Message? {
    let type = value.type
    switch kind {
    case .number: return type.scale != nil ? nil : Message(zh: "数字", en: "a number")
    case .plainNumber:
      return type.scale != nil && !type.isMoney ? nil : Message(zh: "普通数字", en: "a plain number")
    case .integer: return type == .integer ? nil : Message(zh: "整数", en: "a whole number")
    case .text: return type == .text ? nil : Message(zh: "文字", en: "a text")
    case .date: return type == .date ? nil : Message(zh: "日期", en: "a date")
    case .dateTime: return type == .dateTime ? nil : Message(zh: "日期时间", en: "a date and time")
    case .moment:
      return type == .date || type == .dateTime
        ? nil : Message(zh: "日期或日期时间", en: "a date, or a date and time")
    case .boolean: return type == .boolean ? nil : Message(zh: "是或否", en: "yes or no")
    case .workingTime:
      return type == .workingTime || type == .duration
        ? nil
        : Message(zh: "工作时间，例如 `2 working days`", en: "working time, as `2 working days`")
    case .numbers:
      if case .list(let item) = type, item.scale != nil { return nil }
      return Message(zh: "方括号里的数字", en: "numbers in brackets")
    case .printable:
      switch type {
      case .text, .integer, .decimal, .money, .boolean, .date, .time, .dateTime, .duration, .option:
        return nil
      default: return Message(zh: "能写成文字的值", en: "a value that can be written as a text")
      }
    case .anything, .word, .digits, .pattern: return nil
    }
  }

  private static func conversion(
    _ value: Expression, _ kind: FunctionSignature.Parameter.Kind, _ source: String
  ) -> Message? {
    switch (kind, value.type) {
    case (.date, .dateTime):
      return Message(zh: "写 `date_of(\(source))`", en: "write `date_of(\(source))`")
    case (.text, .integer), (.text, .decimal), (.text, .money), (.text, .date), (.text, .option),
      (.text, .boolean):
      return Message(zh: "写 `text_of(\(source))`", en: "write `text_of(\(source))`")
    case (.integer, .decimal), (.integer, .money):
      return Message(zh: "写 `round(\(source))`", en: "write `round(\(source))`")
    default: return nil
    }
  }

  // MARK: Results

  private func plain(
    _ signature: FunctionSignature, _ arguments: [Expression], _ span: Span
  ) -> Expression? {
    guard let function = signature.function else { return nil }
    if let first = arguments.first, first.type == .dateTime, !isZoned(function, first, span) {
      return nil
    }
    if function == .matches, !isPattern(arguments[1]) { return nil }
    let type: ValueType
    switch signature.result {
    case .type(let fixed): type = fixed
    case .first: type = arguments[0].type
    case .firstScaled(let scale):
      type = arguments[0].type.isMoney ? .money(scale: scale) : .integer
    case .special: return nil
    }
    let mayBeBlank: Bool
    switch signature.blank {
    case .filled: mayBeBlank = false
    case .partial: mayBeBlank = true
    case .strict: mayBeBlank = arguments.contains(where: \.mayBeBlank)
    }
    return Expression(.call(function, arguments), type, mayBeBlank: mayBeBlank, span)
  }

  /// Days of date-times are those of the application's zone, which only the server knows.
  private func isZoned(_ function: Function, _ value: Expression, _ span: Span) -> Bool {
    guard [.startOf, .endOf, .textOf].contains(function) else { return true }
    return isAvailable(function.rawValue, .server, span)
  }
}

extension Targets {
  /// Places in words, to follow "works in".
  fileprivate var words: Message {
    var zh: [String] = []
    var en: [String] = []
    if contains(.server) {
      zh.append("保存下来的 `value`、`checks`、默认值和文字")
      en.append("kept values, checks, defaults and texts")
    }
    if contains(.query) {
      zh.append("视图、引用的 `where` 和 `live` 的值")
      en.append("`where` and live values")
    }
    return Message(zh: zh.joined(separator: "，以及"), en: en.joined(separator: ", and in "))
  }
}
