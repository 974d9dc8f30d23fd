import Diagnostics

/// Reads expressions.
public enum ExpressionReader {
  /// The tree of an expression that stands in a scalar, or in a part of its text that begins at an
  /// offset; nil when it cannot be read, which is reported once.
  public static func read(
    _ text: String, from start: Int = 0, _ places: ScalarPlaces, into bag: inout DiagnosticBag
  ) -> ExpressionNode? {
    let lexer = ExpressionLexer(text)
    var parser = ExpressionParser(lexer, start: start, places)
    let node = parser.whole()
    if let mistake = parser.mistake { bag.report(mistake) }
    guard parser.mistake == nil, let node else { return nil }
    if let spelling = parser.spelling { bag.report(spelling) }
    return node
  }

  /// Whether a default is more than a value of its type: it calls a function, knows a name, or
  /// joins values by operators that stand between spaces.
  public static func isComposed(_ text: String, knowing names: (String) -> Bool) -> Bool {
    let tokens = ExpressionLexer(text).tokens
    for (index, token) in tokens.enumerated() {
      guard case .name(let name) = token.kind else { continue }
      if index + 1 < tokens.count, tokens[index + 1].isSign("(") { return true }
      if name == "if" || name == "me" || names(name) { return true }
    }
    return [" + ", " - ", " * ", " / ", " ?? ", " div ", " mod "].contains { text.contains($0) }
  }
}

/// A parser of one expression. It stops at the first mistake.
struct ExpressionParser {
  private(set) var tokens: [ExpressionToken]
  private let start: Int
  let places: ScalarPlaces
  var index = 0
  private var depth = 0
  private(set) var foreign: [ForeignSpelling]
  var mistake: ExpressionMistake?

  init(_ lexer: ExpressionLexer, start: Int, _ places: ScalarPlaces) {
    tokens = lexer.tokens
    foreign = lexer.foreign
    self.start = start
    self.places = places
    if let text = lexer.unclosedText {
      mistake = .unclosedText(at: span(text))
    } else if tokens.count > ExpressionLimits.tokens {
      mistake = .tooLong(limit: ExpressionLimits.tokens, at: span(tokens[0].range))
    }
  }

  // MARK: Tokens

  var token: ExpressionToken { tokens[index] }

  func span(_ range: Range<Int>) -> Span {
    places.span(start + range.lowerBound..<start + range.upperBound)
  }

  private func span(_ from: ExpressionNode, _ to: ExpressionNode) -> Span {
    Span(file: from.span.file, start: from.span.start, end: max(to.span.end, from.span.start))
  }

  /// From the beginning of a token to the end of the one before this.
  func span(from first: ExpressionToken) -> Span {
    span(first.range.lowerBound..<tokens[max(0, index - 1)].range.upperBound)
  }

  mutating func take(sign: String) -> Bool {
    guard token.isSign(sign) else { return false }
    index += 1
    return true
  }

  mutating func take(word: String) -> Bool {
    guard token.isWord(word) else { return false }
    index += 1
    return true
  }

  mutating func fail<T>(_ expected: Message, at token: ExpressionToken? = nil) -> T? {
    guard mistake == nil else { return nil }
    let token = token ?? self.token
    var found: String?
    switch token.kind {
    case .end: found = nil
    case .name(let text), .number(let text), .date(let text), .dateTime(let text): found = text
    case .text(let text): found = "\"\(text)\""
    case .sign(let sign): found = sign
    case .stray(let scalar): found = String(scalar)
    }
    mistake = .expected(expected, found: found, at: span(token.range))
    return nil
  }

  /// Takes a word of another language for the one it means, when it stands where an operator or a
  /// prefix does.
  mutating func translate(_ table: [String: String]) {
    guard case .name(let word) = token.kind, let meant = table[word] else { return }
    foreign.append(ForeignSpelling(written: word, meant: meant, range: token.range))
    let isWord = meant.utf8.allSatisfy { $0 >= 0x61 }
    tokens[index] = ExpressionToken(
      kind: isWord ? .name(meant) : .sign(meant), range: token.range)
  }

  // MARK: Levels

  mutating func whole() -> ExpressionNode? {
    guard mistake == nil, let node = expression() else { return nil }
    if case .end = token.kind { return node }
    if token.isSign(")") || token.isSign("]") {
      mistake = .strayBracket(at: span(token.range))
      return nil
    }
    return fail(ExpressionParser.operatorWords)
  }

  private static let operatorWords = Message(
    zh: "运算符，例如 `and`、`==`、`+`", en: "an operator such as `and`, `==` or `+`")

  /// One level deeper; nil and reported when that is too deep.
  mutating func deeper(
    _ read: (inout ExpressionParser) -> ExpressionNode?
  ) -> ExpressionNode? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= ExpressionLimits.depth else {
      if mistake == nil {
        mistake = .tooDeep(limit: ExpressionLimits.depth, at: span(token.range))
      }
      return nil
    }
    return read(&self)
  }

  mutating func node(_ kind: ExpressionNode.Kind, _ span: Span) -> ExpressionNode? {
    let node = ExpressionNode(kind, span)
    guard node.height > ExpressionLimits.depth else { return node }
    if mistake == nil { mistake = .tooDeep(limit: ExpressionLimits.depth, at: span) }
    return nil
  }

  mutating func expression() -> ExpressionNode? {
    deeper { parser in
      parser.translate(ForeignSigns.prefixes)
      return parser.token.isWord("if") ? parser.conditional() : parser.disjunction()
    }
  }

  private mutating func conditional() -> ExpressionNode? {
    let first = token
    index += 1
    if isCall {
      mistake = mistake ?? .ifAsFunction(at: span(first.range))
      return nil
    }
    guard let condition = expression() else { return nil }
    translate(ForeignSigns.operators)
    guard take(word: "then") else { return fail(Message(zh: "`then`", en: "`then`")) }
    guard let then = expression() else { return nil }
    translate(ForeignSigns.operators)
    guard take(word: "else") else {
      return fail(
        Message(zh: "`else`：条件不成立时的值", en: "`else` and the value when the condition is false"))
    }
    guard let otherwise = expression() else { return nil }
    return node(
      .conditional(condition, then: then, otherwise: otherwise), span(from: first))
  }

  /// Whether brackets with a comma follow, as spreadsheets write it.
  private var isCall: Bool {
    guard token.isSign("(") else { return false }
    var depth = 0
    for token in tokens[index...] {
      if token.isSign("(") || token.isSign("[") { depth += 1 }
      if token.isSign(")") || token.isSign("]") { depth -= 1 }
      if depth == 0 { return false }
      if depth == 1, token.isSign(",") { return true }
    }
    return false
  }

  private mutating func disjunction() -> ExpressionNode? {
    chain("or", { $0.conjunction() }) { .or($0) }
  }

  private mutating func conjunction() -> ExpressionNode? {
    chain("and", { $0.negation() }) { .and($0) }
  }

  private mutating func chain(
    _ word: String, _ read: (inout ExpressionParser) -> ExpressionNode?,
    _ make: ([ExpressionNode]) -> ExpressionNode.Kind
  ) -> ExpressionNode? {
    guard let first = read(&self) else { return nil }
    var items = [first]
    translate(ForeignSigns.operators)
    while take(word: word) {
      guard let item = read(&self) else { return nil }
      items.append(item)
      translate(ForeignSigns.operators)
    }
    return items.count == 1 ? first : node(make(items), span(first, items[items.count - 1]))
  }

  private mutating func negation() -> ExpressionNode? {
    translate(ForeignSigns.prefixes)
    let first = token
    guard take(word: "not") else { return comparison() }
    guard let item = deeper({ $0.negation() }) else { return nil }
    return node(.not(item), span(from: first))
  }

  private mutating func comparison() -> ExpressionNode? {
    guard let left = coalescence() else { return nil }
    guard let (sign, place) = comparisonSign() else { return left }
    guard let right = coalescence() else { return nil }
    if let (_, second) = comparisonSign() {
      if mistake == nil { mistake = .chained(first: place, at: second) }
      return nil
    }
    return node(.binary(sign, at: place, left, right), span(left, right))
  }

  private mutating func comparisonSign() -> (ExpressionOperator, Span)? {
    translate(ForeignSigns.operators)
    let first = token
    if take(word: "in") { return (.isIn, span(first.range)) }
    if token.isWord("not") {
      index += 1
      translate(ForeignSigns.operators)
      if take(word: "in") { return (.notIn, span(from: first)) }
      index -= 1
      return nil
    }
    guard case .sign(let text) = token.kind, let sign = ExpressionOperator(rawValue: text),
      [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual].contains(sign)
    else { return nil }
    index += 1
    return (sign, span(first.range))
  }

  private mutating func coalescence() -> ExpressionNode? {
    guard let left = sum() else { return nil }
    let place = span(token.range)
    guard take(sign: "??") else { return left }
    guard let right = deeper({ $0.coalescence() }) else { return nil }
    return node(.binary(.coalesce, at: place, left, right), span(left, right))
  }

  private mutating func sum() -> ExpressionNode? {
    operators([.add, .subtract]) { $0.product() }
  }

  private mutating func product() -> ExpressionNode? {
    operators([.multiply, .divide, .wholeDivide, .remainder]) { $0.unary() }
  }

  private mutating func operators(
    _ signs: [ExpressionOperator], _ read: (inout ExpressionParser) -> ExpressionNode?
  ) -> ExpressionNode? {
    guard var left = read(&self) else { return nil }
    while let sign = signs.first(where: { token.isSign($0.rawValue) || token.isWord($0.rawValue) })
    {
      let place = span(token.range)
      index += 1
      guard let right = read(&self),
        let both = node(.binary(sign, at: place, left, right), span(left, right))
      else { return nil }
      left = both
    }
    return left
  }

  private mutating func unary() -> ExpressionNode? {
    let first = token
    guard take(sign: "-") else { return postfix() }
    guard let item = deeper({ $0.unary() }) else { return nil }
    return node(.negate(item), span(from: first))
  }
}
