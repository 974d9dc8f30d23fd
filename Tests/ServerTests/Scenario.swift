import TenonHTTP
import Testing

/// A story told over HTTP: steps in order over one world. A value, so that the same story runs
/// over each transport.
struct Scenario: Sendable, CustomTestStringConvertible {
  let name: String
  /// Whether the world begins with the demo data.
  var demo = false
  let steps: [Step]

  var testDescription: String { name }

  init(_ name: String, demo: Bool = false, _ steps: [Step]) {
    self.name = name
    self.demo = demo
    self.steps = steps
  }
}

/// Who sends a request.
enum Sender: Sendable {
  case nobody
  /// With the token of this person's session in `Authorization`.
  case token(String)
  /// With this person's session as a browser's cookie.
  case cookie(String)

  static let li = Sender.token("li")
  static let wang = Sender.token("wang")
  static let gast = Sender.token("gast")
}

/// What a request carries.
enum Payload: Sendable {
  case none
  case json(String)
  case form([(String, String)])
  case raw(type: String?, String)
  case bytes(type: String, [UInt8])
}

/// What a step keeps of an answer for later steps.
enum Keep: Sendable {
  /// The member of the JSON object that is the body.
  case json(String)
  case header(String)
  /// The value of a cookie that the answer sets.
  case cookie(String)
  /// What follows this text in the body, up to a quote.
  case body(after: String)
  /// The number that follows this text in the body, or in the header Location.
  case number(after: String)
}

/// One request and what its answer must be. Texts may name kept values in braces.
struct Step: Sendable {
  var method: TenonHTTP.Method
  var target: String
  var sender: Sender
  var headers: [(String, String)]
  var payload: Payload
  let status: Int
  /// Texts that the body holds, and texts that it must not hold.
  var has: [String]
  var lacks: [String]
  /// Header fields: what they hold, or nil for one that must not be there.
  var answers: [(String, String?)]
  var keep: [String: Keep]
  /// Milliseconds by which the clock moves before the request.
  var after: Int64
  /// Whether the body comes in gzip, which only pytest unpacks.
  let isPacked: Bool
  let line: Int

  init(
    _ method: TenonHTTP.Method, _ target: String, _ payload: Payload = .none,
    by sender: Sender = .nobody, headers: [(String, String)] = [], after: Int64 = 0,
    gives status: Int, has: [String] = [], lacks: [String] = [],
    answers: [(String, String?)] = [], keep: [String: Keep] = [:], isPacked: Bool = false,
    line: Int = #line
  ) {
    self.method = method
    self.target = target
    self.payload = payload
    self.sender = sender
    self.headers = headers
    self.after = after
    self.status = status
    self.has = has
    self.lacks = lacks
    self.answers = answers
    self.keep = keep
    self.isPacked = isPacked
    self.line = line
  }
}
