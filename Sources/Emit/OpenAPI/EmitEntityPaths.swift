import IR
import TargetCode

extension Emitter {
  /// List, create, read, update, delete and batch of one entity, and the lists of its subforms.
  func paths(_ entity: Entity, type: String) -> [(key: String, value: JSONTree)] {
    let path = "/api/\(entity.name)"
    let id = OpenAPI.parameter(
      "id", in: "path", required: true,
      .object([("type", .string("integer")), ("minimum", .integer(1))]))
    var paths: [(key: String, value: JSONTree)] = [
      (path, .object([("get", list(entity, type)), ("post", create(entity, type))])),
      (path + ".{form}", .object([("get", export(entity))])),
      (path + "/-/batch", .object([("post", batch(entity, type))])),
      (
        path + "/{id}",
        .object([
          ("parameters", .array([id])), ("get", read(entity, type)),
          ("patch", update(entity, type)), ("delete", delete(entity)),
        ])
      ),
    ]
    paths += sharePaths(entity, id) + importPaths(entity, id)
    for subform in entity.subforms {
      paths.append(
        (
          "\(path)/{id}/\(subform.name)",
          .object([("parameters", .array([id])), ("get", rows(subform, entity))])
        ))
    }
    return paths
  }

  static let key = OpenAPI.parameter(
    "Idempotency-Key", in: "header",
    .object([
      ("type", .string("string")), ("minLength", .integer(1)), ("maxLength", .integer(257)),
    ]))
  private static let match = OpenAPI.parameter("If-Match", in: "header", OpenAPI.anyText)

  private func list(_ entity: Entity, _ type: String) -> JSONTree {
    operation(
      "list", entity, parameters: listParameters(entity), body: nil,
      OpenAPI.responses(
        [("200", type + "List"), ("304", nil)], etag: true, problems: ["400", "401", "403"]))
  }

  /// The rows of a view as a file of either kind. What is no text OpenAPI 3.1 describes by its
  /// media type alone.
  private func export(_ entity: Entity) -> JSONTree {
    let form = OpenAPI.parameter(
      "form", in: "path", required: true,
      .object([
        ("type", .string("string")), ("enum", .array([.string("csv"), .string("xlsx")])),
      ]))
    let file = JSONTree.object([
      ("text/csv", .object([("schema", OpenAPI.anyText)])),
      ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", .object([])),
    ])
    let done = JSONTree.object([("description", .string("done")), ("content", file)])
    let problems = ["400", "401", "403", "404", "503", "507"].map { ($0, OpenAPI.problem) }
    return operation(
      "export", entity, parameters: [form] + exportParameters(entity), body: nil,
      .object([("200", done)] + problems))
  }

  private func rows(_ subform: Subform, _ entity: Entity) -> JSONTree {
    let child = application.entity(subform.entity)
    return operation(
      "list_\(subform.name)_of", entity, parameters: listParameters(child), body: nil,
      OpenAPI.responses(
        [("200", component(child) + "List"), ("304", nil)], etag: true,
        problems: ["400", "401", "403", "404"]))
  }

  private func create(_ entity: Entity, _ type: String) -> JSONTree {
    operation(
      "create", entity, parameters: [Emitter.key] + expand(entity), body: type + "Create",
      OpenAPI.responses(
        [("201", written(entity) ?? type)], etag: true, location: true,
        problems: ["400", "401", "403", "409", "413", "415", "422", "503", "507"]))
  }

  private func read(_ entity: Entity, _ type: String) -> JSONTree {
    operation(
      "read", entity, parameters: expand(entity), body: nil,
      OpenAPI.responses(
        [("200", type), ("304", nil)], etag: true, problems: ["400", "401", "403", "404"]))
  }

  private func update(_ entity: Entity, _ type: String) -> JSONTree {
    operation(
      "update", entity, parameters: [Emitter.match, Emitter.key] + expand(entity),
      body: type + "Update",
      OpenAPI.responses(
        [("200", written(entity) ?? type)], etag: true,
        problems: [
          "400", "401", "403", "404", "409", "412", "413", "415", "422", "428", "503", "507",
        ]))
  }

  private func delete(_ entity: Entity) -> JSONTree {
    operation(
      "delete", entity, parameters: [Emitter.match, Emitter.key], body: nil,
      OpenAPI.responses(
        [("204", nil)],
        problems: ["400", "401", "403", "404", "409", "412", "422", "428", "503", "507"]))
  }

  private func batch(_ entity: Entity, _ type: String) -> JSONTree {
    operation(
      "batch", entity, parameters: [Emitter.key], body: type + "Batch",
      OpenAPI.responses(
        [("200", "BatchResult")],
        problems: ["400", "401", "403", "409", "413", "415", "422", "503", "507"]))
  }

  func operation(
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

  /// The name of the component that an entity's records are.
  func component(_ entity: Entity) -> String {
    let index = application.entities.firstIndex { $0.id == entity.id } ?? 0
    return OpenAPI.componentName(names.types[index])
  }
}
