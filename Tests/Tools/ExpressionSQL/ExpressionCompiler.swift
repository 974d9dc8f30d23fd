import Diagnostics
import Driver
import Foundation
import IR
import Query
import Schema
import Values

@testable import Emit

/// Types expressions as conditions of views, one in each, and writes them as SQL.
struct ExpressionCompiler {
  private let own: [SourceInput]

  init(folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    own = try names.filter { $0.hasSuffix(".yaml") }.map { name in
      SourceInput(
        path: name, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
    }
  }

  /// A line: number, use, type and scale of the field that takes a value or `-`, and the condition
  /// of the view as a YAML scalar; of a value it is `is_blank(value)`.
  func compile(_ path: String) throws {
    var wanted = try lines(path).map { cells($0) }
    var result = check(wanted)
    if result.application == nil {
      for diagnostic in result.diagnostics where diagnostic.isError {
        let path = result.sources[diagnostic.primary.span].path
        print("error\t\(path)\t\(escaped(diagnostic.short))")
      }
      let refused = Set(
        result.diagnostics.filter(\.isError).map { result.sources[$0.primary.span].path })
      wanted.removeAll { refused.contains("x\($0[0]).yaml") }
      result = check(wanted)
    }
    guard let application = result.application else { fail("the application has mistakes") }
    let emitter = Emitter(application)
    print("ddl\tsqlite\t\(escaped(emitter.script(SQLitePlanner.self)))")
    print("ddl\tpostgres\t\(escaped(emitter.script(PostgresPlanner.self)))")
    let functions = PostgresFunctions.statements.joined(separator: ";\n")
    print("ddl\tfunctions\t\(escaped(functions))")
    for parameter in application.parameters {
      print("param\t\(parameter.name)\t\(escaped(parameter.value.sql))")
    }
    let conditions = Dictionary(
      uniqueKeysWithValues: application.views.filter { $0.name.hasPrefix("x") }
        .map { ($0.name, $0.condition) })
    for line in wanted {
      guard let condition = conditions["x\(line[0])"] ?? nil else { continue }
      do {
        let sql = try self.sql(condition, line, application)
        print("sql\t\(line[0])\t\(escaped(sql.sqlite))\t\(escaped(sql.postgres))")
      } catch {
        print("error\tx\(line[0]).yaml\tnot in SQL: \(error)")
      }
    }
  }

  private func check(_ wanted: [[String]]) -> CheckResult {
    let views = wanted.map { line in
      let view = "{ label: { zh: x, en: x }, columns: [name], where: \(line[4]) }"
      return SourceInput(
        path: "x\(line[0]).yaml", bytes: Array("views:\n  deal.x\(line[0]): \(view)\n".utf8))
    }
    return Driver.check(files: own + views, lock: nil)
  }

  private func sql(
    _ condition: IR.Expression, _ line: [String], _ application: Application
  ) throws(NotInSQL) -> CompiledSQL {
    try CompiledSQL { dialect throws(NotInSQL) in
      let writer = SQLWriter(application, dialect)
      if line[1] == "must" { return try passes(condition, writer) }
      guard case .isBlank(let value) = condition.kind else { fail("\(line[0]) is no value") }
      var term = try writer.value(value)
      if let scale = Int(line[3]) {
        let limit = line[2] == "money" ? 10_000_000_000_000 * power(scale) : Storage.mantissaLimit
        term = writer.fitted(
          term, from: value.type.scale ?? 0, to: scale,
          NumberRange(minimum: -limit, maximum: limit))
      }
      return writer.typed(writer.digits(term))
    }
  }

  /// Whether a check lets a record pass: it looks only when all that it names is filled.
  private func passes(
    _ condition: IR.Expression, _ writer: SQLWriter
  ) throws(NotInSQL) -> String {
    let check = Check(name: "x", must: condition, at: nil, say: [], origin: condition.origin)
    var tests = [try writer.truth(condition).text]
    for path in check.subjects { tests.append("\(try writer.field(path).text) IS NULL") }
    return "(" + tests.joined(separator: " OR ") + ")"
  }

  private func power(_ n: Int) -> Int64 { (0..<n).reduce(1) { power, _ in power * 10 } }
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

extension Diagnostic {
  fileprivate var short: String { "\(code.rawValue) \(message.en)" }
}
