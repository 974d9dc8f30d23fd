/// What can be wrong with names and types in an expression, and with what stands where.
public enum MeaningMistake: Mistake {
  /// A bare name that is neither field nor parameter; `expected` is the field whose options may
  /// stand there.
  case unknownName(String, entity: String, suggestions: Suggested, at: Span)
  case unknownFunction(String, suggestions: Suggested, at: Span)
  /// A word of another language for a value; safe when the source shows it.
  case foreignWord(String, meant: String, at: Span)
  /// A word or a form that cannot stand there, with what can.
  case misplaced(Message, cure: Message, at: Span)
  /// What is expected and what stands there, with what to write, and the edit that does it.
  case wrongType(expected: Message, found: Message, cure: Message?, fix: Fix?, at: Span)
  /// Two sides that do not go together.
  case unequal(sign: String, left: Message, right: Message, cure: Message?, fix: Fix?, at: Span)
  case wrongArguments(function: String, signature: String, count: Int, at: Span)
  case notHere(Message, place: Message, alternatives: Message, at: Span)
}

extension MeaningMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .unknownName(let name, let entity, let near, let span):
      return Diagnostic(
        .unknownField, span, zh: "实体 `\(entity)` 没有字段 `\(name)`，也没有这个名称的参数",
        en: "entity `\(entity)` has no field `\(name)`, and no parameter is called so",
        help: near.help, fixes: near.fixes(for: name, at: span))
    case .unknownFunction(let name, let near, let span):
      return Diagnostic(
        .unknownFunction, span, zh: "没有函数 `\(name)`", en: "no function `\(name)`",
        help: near.help, fixes: near.fixes(for: name, at: span))
    case .foreignWord(let word, let meant, let span):
      let isShown = span.end - span.start == word.utf8.count
      return Diagnostic(
        .expressionSpelling, span, zh: "`\(word)` 在表达式里写成 `\(meant)`",
        en: "`\(word)` is written `\(meant)` in an expression",
        fixes: isShown ? [.write(meant, at: span, .safe)] : [])
    case .misplaced(let what, let cure, let span):
      return Diagnostic(
        .misplacedInExpression, span, zh: what.zh, en: what.en, help: [cure])
    case .wrongType(let expected, let found, let cure, let fix, let span):
      return Diagnostic(
        .wrongOperand, span, zh: Message.joined("这里要", expected.zh, "，却是", found.zh),
        en: "expected \(expected.en), found \(found.en)", help: cure.map { [$0] } ?? [],
        fixes: fix.map { [$0] } ?? [])
    case .unequal(let sign, let left, let right, let cure, let fix, let span):
      return Diagnostic(
        .wrongOperand, span, zh: Message.joined("`\(sign)` 的两边不能是", left.zh, "和", right.zh),
        en: "`\(sign)` does not take \(left.en) and \(right.en)",
        help: cure.map { [$0] } ?? [], fixes: fix.map { [$0] } ?? [])
    case .wrongArguments(let function, let signature, let count, let span):
      return Diagnostic(
        .wrongArguments, span, zh: "`\(function)` 不能有 \(count) 个参数",
        en: "`\(function)` does not take \(count) argument\(count == 1 ? "" : "s")",
        help: [Message(zh: "写法是 `\(signature)`", en: "it is written `\(signature)`")])
    case .notHere(let what, let place, let alternatives, let span):
      return Diagnostic(
        .notInThisPlace, span, zh: Message.joined(what.zh, "不能用在", place.zh, "里"),
        en: "\(what.en) cannot be used in \(place.en)", help: [alternatives])
    }
  }
}
