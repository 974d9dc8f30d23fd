import DifferentialCases
import Emit
import Foundation
import IR
import Values

/// The generated Swift of a file of cases, and its records as the program in `Program` reads them.
struct Emission {
  private let cases: CaseFile
  private let application: CaseApplication
  private let emitter: Emitter

  init(_ cases: CaseFile, _ application: CaseApplication) {
    self.cases = cases
    self.application = application
    emitter = Emitter(application.application)
  }

  func write(to folder: URL) throws {
    let imports = ["Values"]
    let expressions = application.expressions.map {
      NamedExpression("e\($0.index)", $0.use.expression)
    }
    let written = emitter.expressions(expressions, of: application.main, imports: imports)
    let files = [
      "Expressions.swift": written.text,
      "Parameters.swift": emitter.parameters(imports: imports) ?? "",
      "Records.swift": records(),
      "Answers.swift": answers(),
      "reads": written.reads.map(line).joined(separator: "\n"),
      "data": data(),
    ]
    for (name, text) in files {
      try Data((text + "\n").utf8).write(to: folder.appendingPathComponent(name))
    }
  }

  // MARK: Swift

  /// The generated types with nothing but their fields.
  private func records() -> String {
    var out = "import Values\n"
    for record in emitter.records {
      out += "\nstruct \(record.type): CaseFields {\n"
      for property in record.properties { out += "  var \(property.name): \(property.type)?\n" }
      out += "  init(_ values: [Value]) {\n"
      for (index, property) in record.properties.enumerated() {
        let part =
          ["String": "text", "Bool": "integer.map { $0 != 0 }"][property.type] ?? "integer"
        out += "    \(property.name) = values[\(index)].\(part)\n"
      }
      out += "  }\n}\n"
    }
    let types = emitter.records.map { "\($0.type).self" }.joined(separator: ", ")
    return out + "\nnonisolated(unsafe) let caseTypes: [any CaseFields.Type] = [\(types)]\n"
      + "typealias MainFields = \(emitter.typeName(application.main.id))\n"
  }

  /// A function for each fifty expressions that prints their answers.
  private func answers() -> String {
    var out = "import Values\n"
    let lines = application.expressions.map { item in
      "  out(\(item.index), \(call(item)))\n"
    }
    let groups = stride(from: 0, to: lines.count, by: 50).map {
      lines[$0..<min($0 + 50, lines.count)].joined()
    }
    for (index, group) in groups.enumerated() {
      out +=
        "\nfunc answers\(index)(_ it: Evaluation<MainFields>, _ out: (Int, String) -> Void) {\n"
      out += group + "}\n"
    }
    out += "\nfunc answers(_ it: Evaluation<MainFields>, _ out: (Int, String) -> Void) {\n"
    for index in groups.indices { out += "  answers\(index)(it, out)\n" }
    return out + "}\n"
  }

  /// The JSON of an expression's value, in Swift.
  private func call(_ item: CaseApplication.Typed) -> String {
    let value = "MainFields.e\(item.index)(it)"
    switch item.use {
    case .value(let expression): return json(expression.type, value)
    case .stored(let expression, let range):
      let scale = expression.type.scale ?? 0
      return "stored(\(value), \(scale), \(range.lowerBound), \(range.upperBound))"
    case .must: return "json(\(value))"
    case .text: return "json(\(value))"
    }
  }

  private func json(_ type: ValueType, _ value: String) -> String {
    switch type {
    case .integer, .decimal, .money: return "json(\(value), \(type.scale ?? 0))"
    case .boolean, .text, .date, .period: return "json(\(value))"
    case .time: return "time(\(value))"
    case .dateTime: return "moment(\(value))"
    case .duration, .reference: return "whole(\(value))"
    case .option(let field):
      let names =
        application.application.entities.lazy.flatMap(\.fields)
        .first { $0.id == field }?.type.options ?? []
      precondition(names.allSatisfy { $0.name == $0.physicalName }, "an option was renamed")
      return "json(\(value))"
    case .list(let element):
      return "list(\(value)) { \(json(element, "$0")) }"
    case .workingTime, .file: preconditionFailure("no answer of \(type.dump)")
    }
  }

  // MARK: Data

  private func line(_ read: RelatedRead) -> String {
    func index(_ entity: StableID) -> Int {
      application.application.entities.firstIndex { $0.id == entity } ?? -1
    }
    func place(_ entity: StableID, _ member: IR.Expression.Member) -> Int {
      guard case .field(let field) = member else { preconditionFailure("a system field") }
      return application.application.entity(entity).fields.firstIndex { $0.id == field } ?? -1
    }
    switch read {
    case .chain(let from, let steps):
      let parts = steps.map { "\(index($0.entity)) \(place($0.entity, $0.member))" }
      return "chain \(index(from)) " + parts.joined(separator: " ")
    case .rows(let entity, let by, _): return "rows \(index(entity)) \(place(entity, .field(by)))"
    }
  }

  private func data() -> String {
    let application = application.application
    var lines = ["now\t\(cases.now)", "me\t\(cases.me)", "zone\t\(cases.zone)"]
    lines += (application.calendar?.lines ?? []).map { "calendar\t" + $0 }
    lines += CaseRecord.all(cases.shared, application).map(row)
    for record in cases.records {
      lines.append("case\t\(record.index)")
      lines += CaseRecord.all(record.records, application).map(row)
      lines.append(row(CaseRecord(self.application.main, id: record.id, record.fields)))
      if let old = record.old {
        let before = CaseRecord(self.application.main, id: record.id, old)
        lines.append("old\t" + before.values.map(Self.written).joined(separator: "\t"))
      }
      lines.append("answer\t\(record.id)")
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ record: CaseRecord) -> String {
    let index = application.application.entities.firstIndex { $0.id == record.entity.id } ?? -1
    let values = record.values.map(Self.written).joined(separator: "\t")
    return "row\t\(index)\t\(record.id)\t" + values
  }

  /// Nothing, a number, or a text behind a quote with its tabs and line feeds written out.
  private static func written(_ value: Value) -> String {
    switch value {
    case .blank: return ""
    case .integer(let number): return String(number)
    case .text(let text):
      return "'"
        + text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t")
        .replacing("\n", with: "\\n")
    }
  }
}

extension CaseApplication.Use {
  /// What is worked out.
  fileprivate var expression: IR.Expression {
    switch self {
    case .value(let expression), .stored(let expression, _): return expression
    case .must(let check): return check.condition
    case .text(let text): return text.expression(at: text.expressions[0].origin)
    }
  }
}
