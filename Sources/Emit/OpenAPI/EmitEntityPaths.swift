import IR
import TargetCode
import Values

extension Emitter {
  /// List, create, read, update and delete of one entity.
  func paths(_ entity: Entity, type: String) -> [(key: String, value: JSONTree)] {
    let id = OpenAPI.parameter(
      "id", in: "path", required: true,
      .object([("type", .string("integer")), ("minimum", .integer(1))]))
    let key = OpenAPI.parameter(
      "Idempotency-Key", in: "header", required: false,
      .object([
        ("type", .string("string")), ("minLength", .integer(1)), ("maxLength", .integer(257)),
      ]))
    let match = OpenAPI.parameter(
      "If-Match", in: "header", required: false, .object([("type", .string("string"))]))
    let list = operation(
      "list", entity, parameters: listParameters(entity), body: nil,
      OpenAPI.responses([("200", type + "List")], problems: ["400", "401", "403"]))
    let create = operation(
      "create", entity, parameters: [key], body: type + "Create",
      OpenAPI.responses(
        [("201", type)], etag: true, location: true,
        problems: ["400", "401", "403", "409", "413", "415", "422", "503", "507"]))
    let read = operation(
      "read", entity, parameters: [], body: nil,
      OpenAPI.responses([("200", type)], etag: true, problems: ["401", "403", "404"]))
    let changeProblems = [
      "400", "401", "403", "404", "409", "412", "413", "415", "422", "428", "503", "507",
    ]
    let update = operation(
      "update", entity, parameters: [match, key], body: type + "Update",
      OpenAPI.responses([("200", type)], etag: true, problems: changeProblems))
    let delete = operation(
      "delete", entity, parameters: [match, key], body: nil,
      OpenAPI.responses(
        [("204", nil)],
        problems: ["400", "401", "403", "404", "409", "412", "422", "428", "503", "507"]))
    return [
      ("/api/\(entity.name)", .object([("get", list), ("post", create)])),
      (
        "/api/\(entity.name)/{id}",
        .object([
          ("parameters", .array([id])), ("get", read), ("patch", update), ("delete", delete),
        ])
      ),
    ]
  }

  private func operation(
    _ verb: String, _ entity: Entity, parameters: [JSONTree], body: String?,
    _ responses: JSONTree
  ) -> JSONTree {
    var members: [(key: String, value: JSONTree)] = [
      ("operationId", .string("\(verb)_\(entity.name)"))
    ]
    if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
    if let body { members.append(("requestBody", OpenAPI.body(body))) }
    members.append(("responses", responses))
    return .object(members)
  }

  private func listParameters(_ entity: Entity) -> [JSONTree] {
    let text = JSONTree.object([("type", .string("string"))])
    var parameters = [
      OpenAPI.parameter(
        "limit", in: "query",
        .object([
          ("type", .string("integer")), ("minimum", .integer(1)), ("maximum", .integer(200)),
        ])),
      OpenAPI.parameter("q", in: "query", text),
      OpenAPI.parameter("sort", in: "query", sortSchema(entity)),
      OpenAPI.parameter("after", in: "query", text),
      OpenAPI.parameter("before", in: "query", text),
      OpenAPI.parameter(
        "at", in: "query",
        .object([("type", .string("string")), ("enum", .array([.string("last")]))])),
    ]
    for (name, storage) in filters(entity) {
      parameters.append(OpenAPI.parameter("filter.\(name)", in: "query", text))
      for suffix in storage.isText ? [] : ["from", "to"] {
        parameters.append(OpenAPI.parameter("filter.\(name).\(suffix)", in: "query", text))
      }
    }
    return parameters
  }

  /// The filters that an index serves: those that a view of the entity offers, and references.
  private func filters(_ entity: Entity) -> [(name: String, storage: Storage)] {
    var columns: [View.Column] = []
    for view in views(entity) {
      for column in view.filters where !columns.contains(column) { columns.append(column) }
    }
    for (index, field) in entity.fields.enumerated()
    where field.type.storage == .reference && !columns.contains(.field(index)) {
      columns.append(.field(index))
    }
    return columns.map { column in
      guard case .field(let index) = column else { return (column.name(in: entity), .dateTime) }
      return (entity.fields[index].name, entity.fields[index].type.storage)
    }
  }

  private func views(_ entity: Entity) -> [View] {
    application.views.filter { $0.entity == entity.id }
  }

  /// The orders that an index serves: those that a view of the entity offers, either way round.
  private func sortSchema(_ entity: Entity) -> JSONTree {
    var names: [String] = []
    for view in views(entity) {
      for sort in view.sorts {
        let name = sort.column.name(in: entity)
        for spelling in [name, "-" + name] where !names.contains(spelling) {
          names.append(spelling)
        }
      }
    }
    return .object([
      ("type", .string("string")), ("enum", .array(names.map(JSONTree.string))),
    ])
  }
}
