import Emit
import Foundation
import IR

/// The functions of some cases as a module: pairs of a case's number and its function.
struct Module {
  let text: String

  init(_ application: Application, _ cases: [Case]) throws {
    guard let deal = application.entities.first(where: { $0.name == "deal" }) else {
      throw TypedCases.Refused(description: "no entity `deal`")
    }
    var writer = JavaScriptWriter(application)
    var lines: [String] = []
    for line in cases {
      guard let function = try Module.function(line, deal, &writer) else {
        throw TypedCases.Refused(description: "not in the browser: \(line.text)")
      }
      lines.append("[\(line.index), \(function)],")
    }
    let body = writer.declarations + ["return ["] + lines + ["];"]
    text = (["export default (t, e) => {"] + body + ["};"]).joined(separator: "\n") + "\n"
  }

  private static func function(
    _ line: Case, _ deal: Entity, _ writer: inout JavaScriptWriter
  ) throws -> String? {
    if line.use == "text" {
      guard let check = deal.checks.first(where: { $0.name == line.name }) else { return nil }
      return writer.function(check.say[0].text)
    }
    guard let rule = deal.fields.first(where: { $0.name == line.name })?.rules.required else {
      return nil
    }
    if line.use == "must" {
      return writer.function(
        Check(name: line.name, must: rule, at: nil, say: [], origin: rule.origin))
    }
    guard case .isBlank(let value) = rule.kind else { return nil }
    guard let target = line.target else {
      if let scale = line.scale, value.type.scale != scale, value.type.scale != nil {
        throw TypedCases.Refused(
          description: "\(line.text): of scale \(value.type.scale ?? 0), not \(scale)")
      }
      return writer.function(value)
    }
    let type: ValueType =
      target.isMoney ? .money(scale: target.scale) : .decimal(scale: target.scale)
    let limit: Int64 = target.isMoney ? 1_000_000_000_000_000 : 9_007_199_254_740_991
    return writer.function(
      Expression(.rounded(value), type, mayBeBlank: value.mayBeBlank, value.origin),
      within: -limit...limit)
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
