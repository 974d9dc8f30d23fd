import IR
import TargetCode

/// Calls of functions.
extension JavaScriptWriter {
  mutating func function(
    _ function: Function, _ items: [Expression], _ node: Expression
  ) throws -> Code {
    switch function {
    case .abs, .sign, .length, .slice, .left, .right, .trim, .upperASCII, .lowerASCII, .contains,
      .startsWith, .endsWith, .replace, .splitPart, .padLeft, .digitsOnly, .mask, .parseInt,
      .parseDecimal, .parseDate, .year, .month, .day, .weekday, .quarter, .isoWeek, .addMonths,
      .addDays, .daysBetween, .monthsBetween, .ageYears:
      return call(JavaScriptWriter.name(function), try items.map { try code($0) })
    case .round:
      let mode = items.count > 2 ? items[2].word : nil
      return try rounded(items[0], to: node.type.scale ?? 0, mode: mode)
    case .floor: return try rounded(items[0], to: 0, mode: "floor")
    case .ceil: return try rounded(items[0], to: 0, mode: "ceiling")
    case .trunc: return try rounded(items[0], to: 0, mode: "down")
    case .clamp: return try alike("clamp", items, node, inList: false)
    case .minOf: return try alike("least", items, node, inList: true)
    case .maxOf: return try alike("greatest", items, node, inList: true)
    case .powInt: return try power(items)
    case .allocate: return call("allocate", [try code(items[0]), try code(items[1])])
    case .matches:
      guard case .literal(.text(let text)) = items[1].kind else { throw NotInBrowser() }
      return Code(whole: pattern(text) + "(" + (try code(items[0])).text + ")")
    case .textOf: return try printed(items[0])
    case .startOf, .endOf:
      guard items[0].type == .date else { throw NotInBrowser() }
      return call(JavaScriptWriter.name(function), try items.map { try code($0) })
    case .today: return Code(whole: "e.today")
    case .now: return Code(whole: "e.now")
    case .myRoles: return Code(whole: "e.roles")
    case .myTeam: return Code(whole: "e.team")
    case .fold, .containsCI, .pinyinInitial, .dateOf, .timeOf, .addWork, .workBetween, .isWorkday:
      throw NotInBrowser()
    }
  }

  /// What the rule script calls a function.
  private static func name(_ function: Function) -> String {
    switch function {
    case .upperASCII: return "upper"
    case .lowerASCII: return "lower"
    default:
      let words = function.rawValue.split(separator: "_")
      let later = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
      return words[0] + later.joined()
    }
  }

  /// A function of values of one type; the result must fit where numbers were given more digits.
  private mutating func alike(
    _ name: String, _ items: [Expression], _ node: Expression, inList: Bool
  ) throws -> Code {
    let scale = node.type.scale
    let values = try items.map { try code($0, at: scale) }
    let list = "[" + values.map(\.text).joined(separator: ", ") + "]"
    let result = call(name, inList ? [Code(whole: list)] : values)
    let isWidened = items.contains { ($0.type.scale ?? 0) < (scale ?? 0) }
    return isWidened ? call("fit", [result]) : result
  }

  private mutating func power(_ items: [Expression]) throws -> Code {
    let scale = items[0].type.scale ?? 0
    return call(
      "power",
      [
        try code(items[0]), try code(items[1]), power(scale == 0 ? 0 : 18), power(scale),
      ])
  }

  /// `text_of` a value.
  mutating func printed(_ item: Expression) throws -> Code {
    let value = try code(item)
    switch item.type {
    case .text: return value
    case .integer, .decimal, .money:
      return call("print", [value, Code(whole: "\(item.type.scale ?? 0)")])
    case .boolean: return call("printed", [value])
    case .date: return call("printDay", [value])
    case .duration: return call("printSpan", [value])
    case .option(let field): return named(value, field)
    case .time, .dateTime, .period, .workingTime, .reference, .file, .list: throw NotInBrowser()
    }
  }

  /// The name of an option, which differs from what is stored once it was renamed.
  private mutating func named(_ value: Code, _ field: StableID) -> Code {
    let renamed = options(of: field).filter { $0.name != $0.physicalName }
    if renamed.isEmpty { return value }
    let names = renamed.map {
      "\(JavaScriptText.key($0.physicalName)): \(JavaScriptText.quoted($0.name))"
    }
    return call("named", [value, Code(whole: "{ \(names.joined(separator: ", ")) }")])
  }

  private func options(of field: StableID) -> [Option] {
    for entity in application.entities {
      for other in entity.fields where other.id == field { return other.type.options ?? [] }
    }
    let parameter = application.parameters.first { Parameter.identity($0.name) == field }
    return parameter?.type.options ?? []
  }
}

extension Expression {
  /// A word that a function takes.
  fileprivate var word: String? {
    if case .literal(.word(let word)) = kind { return word }
    return nil
  }
}
