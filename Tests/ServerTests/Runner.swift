import Foundation
import TenonHTTP
import Testing

extension TestWorld {
  /// Runs the steps in order; stops at the first that fails, as the next ones build on it.
  func run(_ scenario: Scenario) throws {
    for step in scenario.steps {
      let problems = try problems(of: step)
      if problems.isEmpty { continue }
      Issue.record("\(scenario.name), line \(step.line), \(transport): \(problems)")
      return
    }
  }

  private func problems(of step: Step) throws -> String {
    clock.advance(step.after)
    let target = filled(step.target)
    let response = try send(step)
    let body = String(decoding: response.body, as: UTF8.self)
    var problems: [String] = []
    if response.status != step.status { problems.append("wanted \(step.status)") }
    for text in step.has.map(filled) where !body.contains(text) { problems.append("lacks \(text)") }
    for text in step.lacks.map(filled) where body.contains(text) { problems.append("has \(text)") }
    for (name, wanted) in step.answers {
      let all = response.headers.filter { $0.0.lowercased() == name.lowercased() }.map(\.1)
      if let wanted {
        if !all.contains(where: { $0.contains(filled(wanted)) }) {
          problems.append("header \(name) is \(all), wanted \(filled(wanted))")
        }
      } else if !all.isEmpty {
        problems.append("header \(name) is \(all)")
      }
    }
    if step.isPacked {
      if response.body.prefix(2) != [0x1F, 0x8B] { problems.append("the body is not packed") }
    } else {
      problems += Contract.problems(step.method, target, response)
    }
    problems += headerProblems(response)
    for (name, keep) in step.keep {
      if let value = value(keep, response) {
        values[name] = value
      } else {
        problems.append("nothing to keep as \(name)")
      }
    }
    if problems.isEmpty { return "" }
    return "\(step.method.text) \(target) gave \(response.status) \(problems)\n\(body.prefix(3000))"
  }

  /// Sends a step's request.
  func send(_ step: Step) throws -> Response {
    var headers = step.headers.map { ($0.0, filled($0.1)) }
    if transport != .socket { headers.append(("Host", "127.0.0.1")) }
    switch step.sender {
    case .nobody: break
    case .token(let name): headers.append(("Authorization", "Bearer " + values[name + ".token"]!))
    case .cookie(let name):
      let session = "session=" + values[name + ".token"]!
      if let index = headers.firstIndex(where: { $0.0 == "Cookie" }) {
        headers[index].1 += "; " + session
      } else {
        headers.append(("Cookie", session))
      }
    }
    var text = ""
    var bytes: [UInt8] = []
    switch step.payload {
    case .none: break
    case .json(let body):
      headers.append(("Content-Type", "application/json"))
      text = filled(body)
    case .form(let fields):
      headers.append(("Content-Type", "application/x-www-form-urlencoded"))
      text = fields.map { TestWorld.escaped($0.0) + "=" + TestWorld.escaped(filled($0.1)) }
        .joined(separator: "&")
    case .raw(let type, let body):
      if let type { headers.append(("Content-Type", type)) }
      text = filled(body)
    case .bytes(let type, let body):
      headers.append(("Content-Type", type))
      bytes = body
    }
    return try client.send(
      step.method, filled(step.target), headers: headers, body: Array(text.utf8) + bytes)
  }

  static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// What every page and every answer with data must say to browsers and caches.
  private func headerProblems(_ response: Response) -> [String] {
    var problems: [String] = []
    let type = response.header("content-type") ?? ""
    if response.status != 400 {
      if response.header("x-content-type-options") != "nosniff" { problems.append("no nosniff") }
      if response.header("content-security-policy") == nil { problems.append("no policy") }
    }
    if type.hasPrefix("text/html") {
      let policy = response.header("content-security-policy") ?? ""
      for part in [
        "default-src 'none'", "script-src 'self'", "form-action 'self'", "base-uri 'none'",
        "frame-ancestors 'none'",
      ] where !policy.contains(part) {
        problems.append("the page's policy lacks \(part)")
      }
      if policy.contains("unsafe") { problems.append("the policy allows unsafe code") }
      for (name, value) in [
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
      ] where response.header(name) != value {
        problems.append("the page's \(name) is \(response.header(name) ?? "missing")")
      }
    }
    // What is no HTTP is refused before Tenon sees it, and a 400 is kept by no cache.
    if type.contains("json") || response.status >= 300, response.status != 400,
      response.header("cache-control") == nil
    {
      problems.append("no Cache-Control")
    }
    return problems
  }

  private func value(_ keep: Keep, _ response: Response) -> String? {
    switch keep {
    case .header(let name): return response.header(name)
    case .cookie(let name):
      for (header, value) in response.headers
      where header.lowercased() == "set-cookie" && value.hasPrefix(name + "=") {
        return String(value.dropFirst(name.count + 1).prefix { $0 != ";" })
      }
      return nil
    case .body(let text):
      let body = String(decoding: response.body, as: UTF8.self)
      guard let range = body.range(of: text) else { return nil }
      return String(body[range.upperBound...].prefix { $0 != "\"" })
    case .number(let text):
      let places = [
        response.header("location") ?? "", String(decoding: response.body, as: UTF8.self),
      ]
      for place in places {
        guard let range = place.range(of: text) else { continue }
        let digits = place[range.upperBound...].prefix(while: \.isNumber)
        if !digits.isEmpty { return String(digits) }
      }
      return nil
    case .json(let name):
      switch JSON(response.body)?[name] {
      case .string(let text): return text
      case .number(let number): return String(Int64(number))
      default: return nil
      }
    }
  }
}

/// JSON in which true is not 1.
indirect enum JSON: Decodable, Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONDecoder().decode(JSON.self, from: Data(bytes)) else { return nil }
    self = value
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let items = try? value.decode([JSON].self) {
      self = .array(items)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  subscript(_ name: String) -> JSON? {
    if case .object(let members) = self { return members[name] }
    return nil
  }

  var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  var items: [JSON] {
    if case .array(let items) = self { return items }
    return []
  }
}
