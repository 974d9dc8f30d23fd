import TargetCode

extension Emitter {
  /// The audit trail; its path is no entity's.
  func auditPaths() -> [(key: String, value: JSONTree)] {
    func id(_ name: String) -> JSONTree {
      OpenAPI.parameter(
        name, in: "query", .object([("type", .string("integer")), ("minimum", .integer(1))]))
    }
    func text(_ name: String) -> JSONTree {
      OpenAPI.parameter(name, in: "query", OpenAPI.anyText)
    }
    let limit = OpenAPI.parameter(
      "limit", in: "query",
      .object([
        ("type", .string("integer")), ("minimum", .integer(1)), ("maximum", .integer(200)),
      ]))
    let read = JSONTree.object([
      ("operationId", .string("listAudit")),
      (
        "parameters",
        .array([
          limit, text("after"), id("person"), text("entity"), id("record"), text("kind"),
          text("from"), text("to"),
        ])
      ),
      (
        "responses",
        OpenAPI.responses([("200", "AuditPage")], problems: ["400", "401", "404", "503"])
      ),
    ])
    return [("/api/-/audit", .object([("get", read)]))]
  }

  func auditSchemas() -> [(key: String, value: JSONTree)] {
    let text = JSONTree.object([("type", .string("string"))])
    let maybe = OpenAPI.either([text, OpenAPI.null])
    let person = OpenAPI.either([
      OpenAPI.object([("id", OpenAPI.whole), ("name", maybe)], required: ["id", "name"]),
      OpenAPI.null,
    ])
    let change = OpenAPI.object(
      [("field", text), ("before", maybe), ("after", maybe)],
      required: ["field", "before", "after"])
    let detail = OpenAPI.object(
      [("name", text), ("value", maybe)], required: ["name", "value"])
    let members: [(key: String, value: JSONTree)] = [
      ("id", text), ("at", OpenAPI.dateTime), ("kind", text), ("actor", person),
      ("on_behalf_of", person), ("command", maybe), ("entity", maybe),
      ("record", OpenAPI.either([OpenAPI.whole, OpenAPI.null])),
      ("changes", OpenAPI.array(change)), ("details", OpenAPI.array(detail)), ("hash", maybe),
    ]
    let entry = OpenAPI.object(members, required: members.map(\.key))
    return [
      (
        "AuditPage",
        OpenAPI.object(
          [("data", OpenAPI.array(entry)), ("next", maybe)], required: ["data", "next"])
      )
    ]
  }
}
