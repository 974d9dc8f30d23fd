import Foundation
import TenonHTTP
import TestSupport

/// Holds answers against the generated API document: a status, a content type or a body that the
/// document does not know is a lie of one of the two. Knows the keywords of JSON Schema that the
/// document uses, and reports any other.
enum Contract {
  private static let document: JSON = {
    let url = Repository.root.appendingPathComponent("Tests/Generated/sales/openapi.json")
    return JSON(Array(try! Data(contentsOf: url)))!
  }()

  /// What the document does not allow; nothing for paths and methods that it does not describe.
  static func problems(
    _ method: TenonHTTP.Method, _ target: String, _ response: Response
  ) -> [String] {
    let path = target.split(separator: "?", omittingEmptySubsequences: false)[0]
    guard let operation = operation(method.text.lowercased(), String(path)) else { return [] }
    // RFC 9110: a 304 is the 200 that the client has already.
    if response.status == 304 { return [] }
    guard let described = operation["responses"]?[String(response.status)] else {
      return ["the document has no \(response.status) here"]
    }
    let type = response.header("content-type")?.prefix { $0 != ";" } ?? ""
    guard let content = described["content"] else {
      return response.body.isEmpty ? [] : ["the document promises no body"]
    }
    if content["*/*"] != nil { return [] }
    guard let media = content[String(type)] else { return ["the document has no type \(type)"] }
    if type.hasPrefix("text/") { return [] }
    guard let body = JSON(response.body), let schema = media["schema"] else {
      return ["the body is no JSON"]
    }
    return problems(body, schema, "body")
  }

  /// `GET /api/customer` and the like.
  static var operations: Set<String> {
    guard case .object(let paths) = document["paths"] else { return [] }
    var operations: Set<String> = []
    for (path, item) in paths {
      guard case .object(let members) = item else { continue }
      for name in members.keys where name != "parameters" {
        operations.insert(name.uppercased() + " " + path)
      }
    }
    return operations
  }

  static func hasSchema(_ name: String) -> Bool {
    document["components"]?["schemas"]?[name] != nil
  }

  private static func operation(_ method: String, _ path: String) -> JSON? {
    guard case .object(let paths) = document["paths"] else { return nil }
    let wanted = path.split(separator: "/", omittingEmptySubsequences: false)
    for (template, operations) in paths {
      let parts = template.split(separator: "/", omittingEmptySubsequences: false)
      if parts.count == wanted.count,
        zip(parts, wanted).allSatisfy({ $0.hasPrefix("{") || $0 == $1 })
      {
        return operations[method]
      }
    }
    return nil
  }

  // MARK: JSON Schema

  static func problems(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(place): no schema"] }
    var problems: [String] = []
    for (keyword, expected) in keywords {
      problems += hold(value, keyword, expected, schema, place).map { "\(place): \($0)" }
    }
    return problems
  }

  private static func hold(
    _ value: JSON, _ keyword: String, _ expected: JSON, _ schema: JSON, _ place: String
  ) -> [String] {
    switch (keyword, value) {
    case ("description", _), ("readOnly", _): return []
    case ("$ref", _):
      let name = String((expected.text ?? "").split(separator: "/").last ?? "")
      guard let target = document["components"]?["schemas"]?[name] else { return ["no \(name)"] }
      return problems(value, target, place)
    case ("type", _):
      let types = expected.items.isEmpty ? [expected] : expected.items
      return types.contains { $0.text.map { isOf(value, $0) } ?? false }
        ? [] : ["\(value) is not \(types)"]
    case ("anyOf", _):
      return expected.items.contains { problems(value, $0, place).isEmpty }
        ? [] : ["\(value) is none of these"]
    // It is said of requests.
    case ("readOnly", _): return []
    case ("maxItems", .array(let items)):
      return expected < .number(Double(items.count)) ? ["too many"] : []
    case ("uniqueItems", .array(let items)):
      return items.indices.contains { items[..<$0].contains(items[$0]) } ? ["repeated"] : []
    case ("enum", _): return expected.items.contains(value) ? [] : ["\(value) is no option"]
    case ("properties", .object(let members)):
      return members.flatMap { name, member in
        expected[name].map { problems(member, $0, "\(place).\(name)") } ?? []
      }
    case ("required", .object(let members)):
      return expected.items.compactMap(\.text).filter { members[$0] == nil }.map { "no \($0)" }
    case ("additionalProperties", .object(let members)):
      guard expected == .bool(false) else { return ["unknown additionalProperties"] }
      return members.keys.filter { schema["properties"]?[$0] == nil }.map { "unknown \($0)" }
    case ("items", .array(let items)):
      return items.enumerated().flatMap { problems($1, expected, "\(place)[\($0)]") }
    case ("minimum", .number(let number)): return .number(number) < expected ? ["too small"] : []
    case ("maximum", .number(let number)): return expected < .number(number) ? ["too large"] : []
    case ("maxLength", .string(let text)):
      return expected < .number(Double(text.unicodeScalars.count)) ? ["too long"] : []
    case ("pattern", .string(let text)):
      return text.range(of: expected.text ?? "(", options: .regularExpression) == nil
        ? ["\(text) does not match"] : []
    case ("format", .string(let text)): return isFormatted(text, expected.text ?? "") ? [] : [text]
    case ("properties", _), ("required", _), ("additionalProperties", _), ("items", _),
      ("minimum", _), ("maximum", _), ("maxLength", _), ("pattern", _), ("format", _),
      ("readOnly", _),
      ("maxItems", _), ("uniqueItems", _):
      return []
    default: return ["the keyword \(keyword) is not known to this test"]
    }
  }

  private static func isOf(_ value: JSON, _ type: String) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array),
      ("object", .object), ("number", .number):
      return true
    case ("integer", .number(let number)): return number == number.rounded()
    default: return false
    }
  }

  private static func isFormatted(_ text: String, _ format: String) -> Bool {
    switch format {
    case "email": return text.contains("@")
    case "uri": return text.hasPrefix("http")
    case "date": return text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
    case "date-time":
      return text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/) != nil
    default: return false
    }
  }
}

extension JSON {
  fileprivate static func < (a: JSON, b: JSON) -> Bool {
    if case .number(let a) = a, case .number(let b) = b { return a < b }
    return true
  }
}
