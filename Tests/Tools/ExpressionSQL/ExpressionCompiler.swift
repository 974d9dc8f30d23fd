import DifferentialCases
import IR
import Query
import Schema
import Values

@testable import Emit

/// Writes the expressions of a file of cases as SQL, with what they need of a database.
struct ExpressionCompiler {
  private let cases: CaseApplication
  private var application: Application { cases.application }

  init(_ path: String) throws { cases = try CaseApplication(CaseFile(path: path)) }

  func compile() {
    let emitter = Emitter(application)
    write("ddl", "sqlite", emitter.script(SQLitePlanner.self))
    write("ddl", "postgres", emitter.script(PostgresPlanner.self))
    write("ddl", "functions", PostgresFunctions.statements.joined(separator: ";\n"))
    for parameter in application.parameters {
      write("param", parameter.name, parameter.value.sql)
    }
    for refused in cases.refused {
      write("refused", String(refused.index), refused.reasons.joined(separator: "; "))
    }
    for typed in cases.expressions {
      do {
        let sql = try sql(typed.use)
        write("sql", String(typed.index), sql.sqlite, sql.postgres)
      } catch {
        write("refused", String(typed.index), "no SQL of \(error.name)")
      }
    }
  }

  private func write(_ cells: String...) { print(cells.map(escaped).joined(separator: "\t")) }

  private func sql(_ use: CaseApplication.Use) throws(NotInSQL) -> CompiledSQL {
    try CompiledSQL { dialect throws(NotInSQL) in
      let writer = SQLWriter(application, dialect)
      switch use {
      case .value(let value): return writer.typed(writer.digits(try writer.value(value)))
      case .stored(let value, let range):
        let scale = value.type.scale ?? 0
        let limits = NumberRange(minimum: range.lowerBound, maximum: range.upperBound)
        return writer.typed(
          writer.fitted(try writer.value(value), from: scale, to: scale, limits))
      case .must(let check): return try passes(check, writer)
      case .text(let text): return try writer.concatenation(text.parts.map(summand)).text
      }
    }
  }

  /// Whether a check lets a record pass: it looks only when all that it names is filled.
  private func passes(_ check: Check, _ writer: SQLWriter) throws(NotInSQL) -> String {
    var tests = [try writer.truth(check.must).text]
    for path in check.subjects { tests.append("\(try writer.field(path).text) IS NULL") }
    return "(" + tests.joined(separator: " OR ") + ")"
  }

  private func summand(_ part: Template.Part) -> Expression {
    let nowhere = application.entities[0].origin
    switch part {
    case .literal(let text):
      return Expression(.literal(.text(text)), .text, mayBeBlank: false, nowhere)
    case .value(let value):
      return Expression(
        .call(.textOf, [value]), .text, mayBeBlank: value.mayBeBlank, value.origin)
    }
  }
}

extension Value {
  fileprivate var sql: String {
    switch self {
    case .blank: return "NULL"
    case .integer(let number): return String(number)
    case .text(let text): return SQLText.text(text)
    }
  }
}
