import IR
import Query
import Schema
import Values

/// Texts, which are in NFC and never empty.
extension SQLWriter {
  func concatenation(_ items: [Expression]) throws(NotInSQL) -> SQLTerm {
    let terms = try alike(items, 0)
    let mayBeNull = terms.allSatisfy(\.mayBeNull)
    if !isPostgres {
      return SQLTerm(function("concat", terms.map(\.text)), mayBeNull: mayBeNull)
    }
    let parts = terms.map { $0.mayBeNull ? "COALESCE(\($0.text), '')" : $0.text }
    return SQLTerm(function("text", [parts.joined(separator: " || ")]), mayBeNull: mayBeNull)
  }

  func textCall(
    _ function: Function, _ arguments: [Expression]
  ) throws(NotInSQL) -> SQLTerm {
    switch function {
    case .textOf: return try textOf(arguments[0])
    case .length:
      let text = "COALESCE(length(\(try value(arguments[0]).text)), 0)"
      return SQLTerm(
        isPostgres ? text + "::bigint" : text, SQLBound(1 << 31), mayBeNull: false)
    case .fold:
      if case .literal(.text(let text)) = arguments[0].kind { return folded(text) }
      return try plain(function, arguments)
    case .parseInt:
      return SQLTerm(
        try plain(function, arguments).text, SQLBound(UInt128(Storage.integerLimit)),
        mayBeNull: true)
    case .parseDecimal: return SQLTerm(try plain(function, arguments).text, .wide, mayBeNull: true)
    case .parseDate:
      return SQLTerm(
        try plain(function, arguments).text, ValueType.date.bound, mayBeNull: true)
    case .slice, .left, .right, .trim, .upperASCII, .lowerASCII, .replace, .splitPart, .padLeft,
      .digitsOnly, .mask:
      return try plain(function, arguments)
    // The rest needs tables or automata that only the server has.
    default: throw NotInSQL(name: function.rawValue)
    }
  }

  /// A call of the function of the same name.
  private func plain(
    _ function: Function, _ arguments: [Expression]
  ) throws(NotInSQL) -> SQLTerm {
    let terms = try alike(arguments, 0)
    return SQLTerm(self.function(function.rawValue, terms.map(\.text)), mayBeNull: true)
  }

  private func folded(_ text: String) -> SQLTerm {
    guard let folded = TextFunctions.fold(Text.composed(text)) else { return blank(.text) }
    return SQLTerm(SQLText.text(folded), mayBeNull: false)
  }

  private func textOf(_ item: Expression) throws(NotInSQL) -> SQLTerm {
    let term = try value(item)
    let text: String
    switch item.type {
    case .text: return term
    case .option(let field): return optionName(term, of: field)
    case .boolean: text = "(CASE \(term.text) WHEN TRUE THEN 'true' WHEN FALSE THEN 'false' END)"
    case .integer, .decimal, .money:
      let scale = item.type.scale ?? 0
      text =
        scale == 0 && !term.isWide
        ? "CAST(\(term.text) AS TEXT)"
        : function("number_text", [term.text, String(scale)])
    case .date: text = function("date_text", [term.text])
    case .duration: text = function("duration_text", [term.text])
    default: throw NotInSQL(name: Function.textOf.rawValue)
    }
    return SQLTerm(text, mayBeNull: term.mayBeNull)
  }

  /// The name of an option, which the database may know by another one.
  private func optionName(_ term: SQLTerm, of field: StableID) -> SQLTerm {
    let renamed = options(of: field).filter { $0.name != $0.physicalName }
    if renamed.isEmpty { return term }
    let cases = renamed.map { option in
      "WHEN \(SQLText.text(option.physicalName)) THEN \(SQLText.text(option.name))"
    }
    return SQLTerm(
      "(CASE \(term.text) \(cases.joined(separator: " ")) ELSE \(term.text) END)",
      mayBeNull: term.mayBeNull)
  }

  private func options(of field: StableID) -> [Option] {
    let fields = application.entities.lazy.flatMap(\.fields)
    return fields.first { $0.id == field }?.type.options
      ?? application.parameters.first { Parameter.identity($0.name) == field }?.type.options ?? []
  }

  // MARK: Predicates

  /// A function that asks of texts; unknown where one is blank.
  func predicate(
    _ function: Function, _ arguments: [Expression]
  ) throws(NotInSQL) -> SQLTest {
    let isFolded = function == .containsCI
    var terms: [SQLTerm] = []
    for argument in arguments {
      terms.append(isFolded ? try textCall(.fold, [argument]) : try value(argument))
    }
    let isDecided = terms.allSatisfy { !$0.mayBeNull }
    let texts = terms.map(\.text)
    switch function {
    case .contains, .containsCI:
      return SQLTest(
        "\(isPostgres ? "strpos" : "instr")(\(texts.joined(separator: ", "))) > 0",
        isDecided: isDecided)
    case .startsWith, .endsWith:
      return SQLTest(self.function(function.rawValue, texts), isDecided: isDecided)
    default: throw NotInSQL(name: function.rawValue)
    }
  }
}
