import Diagnostics
import IR
import Syntax
import Values

extension Checker {
  /// The conditions under `where`, joined by `and`; nil after reporting what is wrong.
  func conditions(_ keyed: Keyed, _ entity: EntityDraft) -> [View.Condition]? {
    if keyed.isPoisoned("where") { return nil }
    guard let entry = keyed.sound("where"), let text = entry.value.scalar else { return [] }
    var reader = ConditionReader(text: text, node: entry.value, entity: entity, checker: self)
    return reader.read()
  }
}

/// Reads `field == value and field in [value, …]`.
private struct ConditionReader {
  let text: String
  let node: YAMLNode
  let entity: EntityDraft
  let checker: Checker
  private var tokens: [ConditionToken]
  private var index = 0

  init(text: String, node: YAMLNode, entity: EntityDraft, checker: Checker) {
    self.text = text
    self.node = node
    self.entity = entity
    self.checker = checker
    tokens = ConditionToken.all(in: text)
  }

  private var token: ConditionToken? { index < tokens.count ? tokens[index] : nil }

  private func span(_ token: ConditionToken?) -> Span {
    guard let token else { return node.span }
    return checker.part(token.range, of: text, node.span)
  }

  mutating func read() -> [View.Condition]? {
    var result: [View.Condition] = []
    repeat {
      guard let condition = condition() else { return nil }
      result.append(condition)
      if token == nil { return result }
      guard take("and") else {
        return fail(Message(zh: "`and`", en: "`and`"))
      }
    } while true
  }

  private mutating func condition() -> View.Condition? {
    guard let name = token, name.isWord else {
      return fail(Message(zh: "字段的名称", en: "the name of a field"))
    }
    index += 1
    let place = span(name)
    let field = checker.fieldIndex(name.text, of: entity, beside: node, at: place) {
      .unknownField(name.text, entity: entity.name, suggestions: $0, at: place)
    }
    guard let field, let type = entity.fields[field]?.type else { return nil }
    guard ConditionReader.takes(type) else {
      checker.report(
        LayoutMistake.fieldDoesNotFit(
          field: name.text, type: type.keyword, use: Message(zh: "条件", en: "in a condition"),
          wanted: Message(
            zh: "选项、阶段、布尔、人员、数字或一行文字的字段",
            en: "a choice, a stage, a boolean, a person, a number or a line of text"), at: place))
      return nil
    }
    if take("==") {
      return value(type).map { View.Condition(field: field, isNegated: false, values: [$0]) }
    }
    if take("!=") {
      return value(type).map { View.Condition(field: field, isNegated: true, values: [$0]) }
    }
    let isNegated = take("not")
    if take("in") {
      return list(type).map { View.Condition(field: field, isNegated: isNegated, values: $0) }
    }
    if let token, token.text == "=" {
      checker.report(LayoutMistake.badCondition(reason: .assignment, at: span(token)))
      return nil
    }
    return fail(Message(zh: "`==`、`!=` 或 `in`", en: "`==`, `!=` or `in`"))
  }

  private mutating func list(_ type: FieldType) -> [View.Condition.Operand]? {
    guard take("[") else { return fail(Message(zh: "`[`", en: "`[`")) }
    var values: [View.Condition.Operand] = []
    repeat {
      guard let value = value(type) else { return nil }
      if !values.contains(value) { values.append(value) }
    } while take(",")
    guard take("]") else { return fail(Message(zh: "`,` 或 `]`", en: "`,` or `]`")) }
    return values
  }

  private mutating func value(_ type: FieldType) -> View.Condition.Operand? {
    guard let token, token.isValue else { return fail(Message(zh: "一个值", en: "a value")) }
    index += 1
    if token.text == "blank", !token.isQuoted { return .value("") }
    if case .person = type {
      if token.text == "me", !token.isQuoted { return .me }
      return refuse(token, Message(zh: "人员只能写 `me`", en: "a person can only be `me`"))
    }
    if let options = type.options {
      if options.contains(where: { $0.name == token.text }) { return .value(token.text) }
      if checker.mayBeUnread(token.text) { return nil }
      let candidates = options.map { Candidate($0.name, labels: $0.label.texts.map(\.text)) }
      let near = checker.nearest(to: token.text, among: candidates)
      checker.report(
        ReferenceMistake.unknownOption(token.text, suggestions: near, at: span(token)))
      return nil
    }
    if type.storage.parse(token.text) != nil { return .value(token.text) }
    return refuse(
      token, Message(zh: "字段的类型是 `\(type.keyword)`", en: "the field is of type `\(type.keyword)`"))
  }

  /// Types that a condition can be about.
  private static func takes(_ type: FieldType) -> Bool {
    switch type {
    case .longText, .reference, .department, .attachment, .image: return false
    default: return true
    }
  }

  private mutating func take(_ text: String) -> Bool {
    guard let token, token.text == text, !token.isQuoted else { return false }
    index += 1
    return true
  }

  private func fail<T>(_ expected: Message) -> T? {
    checker.report(LayoutMistake.badCondition(reason: .expected(expected), at: span(token)))
    return nil
  }

  private func refuse(_ token: ConditionToken, _ form: Message) -> View.Condition.Operand? {
    checker.report(
      LayoutMistake.badCondition(reason: .notAValue(token.text, form: form), at: span(token)))
    return nil
  }
}

/// A word, a number, a text in quotes or a sign.
private struct ConditionToken {
  let text: String
  /// UTF-8 offsets in the condition.
  let range: Range<Int>
  let isQuoted: Bool

  var isWord: Bool {
    guard !isQuoted, let first = text.unicodeScalars.first else { return false }
    return first == "_" || first.properties.isXIDStart
  }

  var isValue: Bool {
    if isQuoted || isWord { return true }
    return text.utf8.first.map { $0 == UInt8(ascii: "-") || $0 &- 0x30 < 10 } ?? false
  }

  static func all(in text: String) -> [ConditionToken] {
    var tokens: [ConditionToken] = []
    let scalars = Array(text.unicodeScalars)
    var offset = 0
    var index = 0
    func length(_ scalar: Unicode.Scalar) -> Int { UTF8.width(scalar) }
    while index < scalars.count {
      let start = offset
      let scalar = scalars[index]
      if scalar.properties.isWhitespace {
        index += 1
        offset += length(scalar)
        continue
      }
      var part = ""
      if scalar == "\"" || scalar == "'" {
        index += 1
        offset += 1
        while index < scalars.count, scalars[index] != scalar {
          part.unicodeScalars.append(scalars[index])
          offset += length(scalars[index])
          index += 1
        }
        if index < scalars.count {
          index += 1
          offset += 1
        }
        tokens.append(ConditionToken(text: part, range: start..<offset, isQuoted: true))
        continue
      }
      let kind = Kind(scalar)
      repeat {
        part.unicodeScalars.append(scalars[index])
        offset += length(scalars[index])
        index += 1
      } while index < scalars.count && kind.goesOn(scalars[index], part)
      tokens.append(ConditionToken(text: part, range: start..<offset, isQuoted: false))
    }
    return tokens
  }

  private enum Kind {
    case word, comparison, sign

    init(_ scalar: Unicode.Scalar) {
      if scalar == "=" || scalar == "!" || scalar == "<" || scalar == ">" {
        self = .comparison
      } else if "[](),".unicodeScalars.contains(scalar) {
        self = .sign
      } else {
        self = .word
      }
    }

    func goesOn(_ scalar: Unicode.Scalar, _ part: String) -> Bool {
      switch self {
      case .sign: return false
      case .comparison: return scalar == "=" && part.count < 2
      case .word:
        return !scalar.properties.isWhitespace && Kind(scalar) == .word && scalar != "\""
      }
    }
  }
}
