import TargetCode

/// Building blocks of OpenAPI 3.1.
enum OpenAPI {
  static let dateTime = JSONTree.object([
    ("type", .string("string")), ("format", .string("date-time")),
  ])

  static let anyText = JSONTree.object([("type", .string("string"))])
  static let whole = JSONTree.object([("type", .string("integer"))])

  /// The name of a component, which may hold only ASCII letters, digits, `.`, `-` and `_` (OpenAPI
  /// 3.1 §4.8.7): other letters as their code points. `-` is in no name, so that two stay two.
  static func componentName(_ name: String) -> String {
    var out = ""
    for scalar in name.unicodeScalars {
      if scalar.isASCII {
        out.unicodeScalars.append(scalar)
      } else {
        out += String(scalar.value, radix: 16, uppercase: true) + "-"
      }
    }
    return out
  }

  static func reference(_ schema: String) -> JSONTree {
    .object([("$ref", .string("#/components/schemas/\(schema)"))])
  }

  static func object(
    _ properties: [(key: String, value: JSONTree)], required: [String], closed: Bool = true
  ) -> JSONTree {
    var members: [(key: String, value: JSONTree)] = [
      ("type", .string("object")), ("properties", .object(properties)),
    ]
    if !required.isEmpty { members.append(("required", .array(required.map(JSONTree.string)))) }
    if closed { members.append(("additionalProperties", .bool(false))) }
    return .object(members)
  }

  static func content(_ schema: String, type: String = "application/json") -> JSONTree {
    .object([(type, .object([("schema", reference(schema))]))])
  }

  static func body(_ schema: String) -> JSONTree {
    .object([("required", .bool(true)), ("content", content(schema))])
  }

  static let problem = JSONTree.object([
    ("description", .string("refused")),
    ("content", content("Problem", type: "application/problem+json")),
  ])

  static func text(_ description: String) -> JSONTree {
    .object([
      ("description", .string(description)),
      (
        "content",
        .object([
          ("text/plain", .object([("schema", .object([("type", .string("string"))]))]))
        ])
      ),
    ])
  }

  /// Successes by schema (nil: no body) and problems by status.
  static func responses(
    _ successes: [(status: String, schema: String?)], etag: Bool = false, location: Bool = false,
    problems: [String]
  ) -> JSONTree {
    var members: [(key: String, value: JSONTree)] = []
    for (status, schema) in successes {
      var response: [(key: String, value: JSONTree)] = [("description", .string("done"))]
      var headers: [(key: String, value: JSONTree)] = []
      let text = JSONTree.object([("schema", anyText)])
      if etag { headers.append(("ETag", text)) }
      if location { headers.append(("Location", text)) }
      if !headers.isEmpty { response.append(("headers", .object(headers))) }
      if let schema { response.append(("content", content(schema))) }
      members.append((status, .object(response)))
    }
    for status in problems {
      members.append((status, problem))
    }
    return .object(members)
  }

  static func parameter(
    _ name: String, in place: String, required: Bool = false, _ schema: JSONTree,
    isJoined: Bool = false
  ) -> JSONTree {
    var members: [(key: String, value: JSONTree)] = [
      ("name", .string(name)), ("in", .string(place)), ("required", .bool(required)),
      ("schema", schema),
    ]
    // Several values stand in one parameter, parted by commas, and not in one each.
    if isJoined { members.append(("explode", .bool(false))) }
    return .object(members)
  }

  static func array(_ items: JSONTree, limit: Int? = nil) -> JSONTree {
    var members: [(key: String, value: JSONTree)] = [
      ("type", .string("array")), ("items", items),
    ]
    if let limit { members.append(("maxItems", .integer(Int64(limit)))) }
    return .object(members)
  }

  static func constant(_ text: String) -> JSONTree {
    .object([("type", .string("string")), ("enum", .array([.string(text)]))])
  }

  static func either(_ schemas: [JSONTree]) -> JSONTree {
    .object([("anyOf", .array(schemas))])
  }

  static let null = JSONTree.object([("type", .string("null"))])
}
