import IR
import Query
import TargetCode

/// An expression in both dialects.
public struct CompiledSQL: Hashable, Sendable {
  public let sqlite: String
  public let postgres: String

  init(_ make: (Dialect) throws(NotInSQL) -> String) throws(NotInSQL) {
    sqlite = try make(.sqlite)
    postgres = try make(.postgres)
  }

  /// The code that makes it at run time: a ``CompiledExpression``.
  var code: SwiftExpression {
    .call(
      "CompiledExpression",
      [.init("sqlite", .string(sqlite)), .init("postgres", .string(postgres))])
  }
}

extension Emitter {
  /// An expression of a place that queries have: the checker refused there what SQL cannot say.
  func inQuery(_ make: () throws(NotInSQL) -> CompiledSQL) -> CompiledSQL {
    do { return try make() } catch { preconditionFailure("\(error.name) is not in SQL") }
  }

  /// Whether the database works out expressions, so that PostgreSQL needs the functions.
  var computesInQueries: Bool {
    application.views.contains { $0.filterConditions == nil }
      || application.entities.contains { entity in
        entity.fields.contains { $0.rules.choices != nil || $0.rules.value != nil }
          || entity.mays.contains { !$0.mask.isEmpty || !$0.conditions.isEmpty }
      }
  }

  /// A condition that stands where a query says which rows it wants.
  func condition(_ expression: Expression) throws(NotInSQL) -> CompiledSQL {
    try CompiledSQL { dialect throws(NotInSQL) in
      try SQLWriter(application, dialect).test(expression).text
    }
  }

  /// The value of a field that is worked out on reading, as its column would hold it.
  func value(of field: Field, _ expression: Expression) throws(NotInSQL) -> CompiledSQL {
    try CompiledSQL { dialect throws(NotInSQL) in
      SQLWriter(application, dialect).carried(
        try SQLWriter(application, dialect).live(expression, field), expression.type)
    }
  }

  /// A function of related records by itself, for the record `@`: what a kept value has to fetch.
  /// Numbers are mantissas at the scale of the expression. It is read as a text, which SQLite makes
  /// of any value by itself.
  func rollUp(_ expression: Expression) throws(NotInSQL) -> CompiledSQL {
    try CompiledSQL { dialect throws(NotInSQL) in
      let writer = SQLWriter(application, dialect)
      let term = try writer.value(expression)
      if dialect == .sqlite { return writer.carried(writer.digits(term), expression.type) }
      return "CAST(\(writer.carried(term, expression.type)) AS TEXT)"
    }
  }
}

extension SQLWriter {
  /// A value in the carrier of its storage.
  func carried(_ term: SQLTerm, _ type: IR.ValueType) -> String {
    guard type == .boolean else { return typed(term) }
    return isPostgres ? "(\(term.text))::int::bigint" : term.text
  }

  /// A number that may be beyond 64 bits as a text of its digits.
  func digits(_ term: SQLTerm) -> SQLTerm {
    guard term.isWide else { return term }
    return SQLTerm(function("number_text", [term.text, "0"]), mayBeNull: term.mayBeNull)
  }
}
