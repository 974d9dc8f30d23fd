import DifferentialCases
import Emit
import Foundation
import IR

/// The functions of some cases as a module: pairs of a case's number and its function. What the
/// browser cannot work out has no function, and so no answer.
struct Module {
  let text: String

  init(_ application: Application, _ cases: some Sequence<CaseApplication.Typed>) {
    var writer = JavaScriptWriter(application)
    let lines = cases.compactMap { line in
      Module.function(line.use, &writer).map { "[\(line.index), \($0)]," }
    }
    let body = writer.declarations + ["return ["] + lines + ["];"]
    text = (["export default (t, e) => {"] + body + ["};"]).joined(separator: "\n") + "\n"
  }

  private static func function(
    _ use: CaseApplication.Use, _ writer: inout JavaScriptWriter
  ) -> String? {
    switch use {
    case .value(let value): return writer.function(value)
    case .stored(let value, let range):
      let limits = NumberRange(minimum: range.lowerBound, maximum: range.upperBound)
      return writer.function(value, within: limits)
    case .must(let check): return writer.function(check)
    case .text(let template): return writer.function(template)
    }
  }

  /// The types of all fields as JSON: a number of digits, or a word.
  static func types(_ application: Application) throws -> String {
    var all: [String: [String: Any]] = [:]
    for entity in application.entities {
      for field in entity.fields {
        let type = field.type.valueType(of: field.id)
        all[entity.name, default: [:]][field.name] = type.scale ?? word(type)
      }
    }
    let data = try JSONSerialization.data(withJSONObject: all)
    return String(decoding: data, as: UTF8.self)
  }

  private static func word(_ type: ValueType) -> String {
    switch type {
    case .date: return "date"
    case .dateTime: return "datetime"
    case .list: return "list"
    case .reference(let entity): return entity == People.department ? "department" : "key"
    default: return type == .boolean ? "boolean" : "text"
    }
  }
}
