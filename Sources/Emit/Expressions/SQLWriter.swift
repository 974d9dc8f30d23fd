import IR
import Query
import Schema
import Values

/// Writes expressions as SQL of one dialect. The text is fixed when the application is compiled:
/// what a request brings stands in slots in braces, `@` is the record (see ``CompiledExpression``).
///
/// A value is carried as it is stored: numbers by their mantissas, dates by days, moments by
/// milliseconds, lists as JSON. A yes or no is what the engine itself takes for a condition.
struct SQLWriter {
  let application: Application
  let dialect: Dialect
  /// What stands before the columns of the record: `@`, or the alias of a related one.
  var record = "@"
  private let aliases = Aliases()

  init(_ application: Application, _ dialect: Dialect) {
    self.application = application
    self.dialect = dialect
  }

  var isPostgres: Bool { dialect == .postgres }

  private final class Aliases {
    var count = 0
  }

  /// An alias that no other part of the expression has.
  func alias() -> String {
    aliases.count += 1
    return "r\(aliases.count)"
  }

  /// The same writer with another record.
  func with(_ record: String) -> SQLWriter {
    var result = self
    result.record = record
    return result
  }

  // MARK: Values

  /// The value of an expression.
  func value(_ expression: Expression) throws(NotInSQL) -> SQLTerm {
    if expression.type == .boolean { return try truth(expression) }
    let scale = expression.type.scale ?? 0
    switch expression.kind {
    case .literal(let literal): return self.literal(literal, expression.type)
    case .parameter(let name): return slot("param \(name)", expression.type)
    case .me: return slot("me", expression.type)
    case .field(let path): return try field(path)
    case .conditional(let condition, let then, let otherwise):
      let branches = try alike([then, otherwise], scale)
      return choice(try test(condition).text, branches[0], branches[1])
    case .coalesce(let items):
      if expression.type.scale == nil { return coalesce(try alike(items, scale)) }
      return try chosen(items, scale, by: "first", "COALESCE")
    case .negate(let item): return try negation(item, expression.type)
    case .arithmetic(let sign, let left, let right):
      return try arithmetic(sign, left, right, scale)
    case .temporal(let sign, let left, let right): return try temporal(sign, left, right)
    case .concatenate(let items): return try concatenation(items)
    case .rounded(let item):
      return cut(try value(item), from: item.type.scale ?? 0, to: scale, "half_away")
    case .call(let function, let arguments): return try call(function, arguments, expression.type)
    case .list(let items): return try list(items, expression.type)
    case .aggregate(let aggregate): return try self.aggregate(aggregate)
    case .fold(let function, _, _): throw NotInSQL(name: function.rawValue)
    case .not, .and, .or, .compare, .isBlank, .isIn, .isMember: return try truth(expression)
    }
  }

  /// Several values, numbers brought to one scale.
  func alike(_ items: [Expression], _ scale: Int) throws(NotInSQL) -> [SQLTerm] {
    var result: [SQLTerm] = []
    for item in items {
      let term = try value(item)
      result.append(item.type.scale.map { widened(term, from: $0, to: scale) } ?? term)
    }
    return result
  }

  private func choice(_ condition: String, _ then: SQLTerm, _ otherwise: SQLTerm) -> SQLTerm {
    let text = "(CASE WHEN \(condition) THEN \(typed(then)) ELSE \(typed(otherwise)) END)"
    return joined([then, otherwise], text, mayBeNull: then.mayBeNull || otherwise.mayBeNull)
  }

  func coalesce(_ terms: [SQLTerm]) -> SQLTerm {
    if terms.count == 1 { return terms[0] }
    return joined(
      terms, "COALESCE(\(terms.map(typed).joined(separator: ", ")))",
      mayBeNull: terms.allSatisfy(\.mayBeNull))
  }

  /// A term that is one of several.
  func joined(_ terms: [SQLTerm], _ text: String, mayBeNull: Bool) -> SQLTerm {
    var result = SQLTerm(text, mayBeNull: mayBeNull)
    result.bound = terms.map(\.bound).max() ?? .none
    result.isWide = terms.contains(where: \.isWide)
    return result
  }

  // MARK: Parts

  /// A call of a function of our own.
  func function(_ name: String, _ arguments: [String]) -> String {
    let place = isPostgres ? PostgresFunctions.schema + "." : "tn_"
    return place + name + "(\(arguments.joined(separator: ", ")))"
  }

  /// The text of a term where its type has to be known: PostgreSQL takes a short number for one of
  /// 32 bits.
  func typed(_ term: SQLTerm) -> String {
    isPostgres && term.literal != nil ? "\(term.text)::bigint" : term.text
  }

  /// The name of an SQL identifier.
  func quoted(_ name: String) -> String { SQLText.quoted(name) }

  /// What the request or the application knows, carried as a value of a type.
  func slot(_ name: String, _ type: ValueType, mayBeNull: Bool = false) -> SQLTerm {
    var text = "{\(name)}"
    if isPostgres { text += type.isText ? "::text" : "::bigint" }
    if type == .boolean { text = "(\(text) = 1)" }
    return SQLTerm(text, type.bound, mayBeNull: mayBeNull)
  }

  private func literal(_ literal: Expression.Literal, _ type: ValueType) -> SQLTerm {
    switch literal {
    case .blank: return blank(type)
    case .boolean(let value): return SQLTerm(value ? "TRUE" : "FALSE", mayBeNull: false)
    case .number(let mantissa): return SQLTerm(literal: mantissa)
    case .text(let text): return SQLTerm(SQLText.text(Text.composed(text)), mayBeNull: false)
    case .date(let days): return SQLTerm(literal: Int128(days))
    case .dateTime(let day, let milliseconds):
      return slot("moment \(day) \(milliseconds)", type)
    case .duration(let milliseconds): return SQLTerm(literal: Int128(milliseconds))
    case .period(let months, let days): return SQLTerm(literal: SQLPeriod.code(months, days))
    case .option(_, let name): return SQLTerm(SQLText.text(name), mayBeNull: false)
    // No expression of a query has these as a value.
    case .workingTime, .word: return blank(type)
    }
  }

  /// Nothing, of a type.
  func blank(_ type: ValueType) -> SQLTerm {
    var text = "NULL"
    if isPostgres {
      text += type == .boolean ? "::boolean" : type.isText ? "::text" : "::bigint"
    }
    return SQLTerm(text, SQLBound(0), mayBeNull: true)
  }

  private func list(_ items: [Expression], _ type: ValueType) throws(NotInSQL) -> SQLTerm {
    guard case .list(let element) = type else { return blank(type) }
    let terms = try alike(items, element.scale ?? 0)
    let values = terms.map(typed).joined(separator: ", ")
    let text =
      isPostgres ? "jsonb_build_array(\(values))::text" : function("list", [values])
    return SQLTerm("(\(text))", mayBeNull: false)
  }
}

extension ValueType {
  /// Whether SQL carries it as text.
  var isText: Bool {
    switch self {
    case .text, .option, .list, .file: return true
    default: return false
    }
  }

  /// How large its carrier can be. What a field declares as its range proves nothing: records that
  /// are older may be beyond it.
  var bound: SQLBound {
    switch self {
    case .date: return SQLBound(3_000_000)
    case .time: return SQLBound(86_400)
    case .dateTime: return SQLBound(300_000_000_000_000)
    case .integer, .decimal, .money, .reference: return SQLBound(UInt128(Storage.mantissaLimit))
    case .boolean, .text, .duration, .period, .workingTime, .option, .file, .list: return .short
    }
  }
}
