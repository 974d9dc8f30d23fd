import IR
import TargetCode

extension Emitter {
  /// Imports of an entity: a spreadsheet comes, a job is answered and asked for.
  func importPaths(_ entity: Entity, _ id: JSONTree) -> [(key: String, value: JSONTree)] {
    let path = "/api/\(entity.name)/-/import"
    let problems = ["400", "401", "403", "404", "503", "507"]
    let job = OpenAPI.responses([("200", "Import")], problems: problems)
    let begun = OpenAPI.responses([("202", "Import")], location: true, problems: problems)
    let file = JSONTree.object([("text/csv", .object([("schema", OpenAPI.anyText)]))])
    let wrong = JSONTree.object(
      [("200", .object([("description", .string("the rows left out")), ("content", file)]))]
        + problems.map { ($0, OpenAPI.problem) })
    func one(_ method: String, _ verb: String, _ responses: JSONTree) -> JSONTree {
      .object([
        ("parameters", .array([id])),
        (method, operation(verb, entity, parameters: [], body: nil, responses)),
      ])
    }
    return [
      (path, .object([("post", upload(entity, problems + ["413", "415"]))])),
      (path + "/{id}", one("get", "read_import_of", job)),
      (path + "/{id}/wrong", one("get", "wrong_rows_of", wrong)),
      (path + "/{id}/apply", one("post", "apply_import_of", begun)),
      (path + "/{id}/undo", one("post", "undo_import_of", begun)),
    ]
  }

  private func upload(_ entity: Entity, _ problems: [String]) -> JSONTree {
    let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    let types = ["multipart/form-data", "text/csv", sheet].map {
      ($0, JSONTree.object([("schema", .object([]))]))
    }
    func query(_ name: String, _ schema: JSONTree) -> JSONTree {
      OpenAPI.parameter(name, in: "query", schema)
    }
    func words(_ all: [String]) -> JSONTree {
      .object([("type", .string("string")), ("enum", .array(all.map(JSONTree.string)))])
    }
    return .object([
      ("operationId", .string("import_\(entity.name)")),
      (
        "parameters",
        .array([
          query("mode", words(["create", "update", "upsert"])), query("key", OpenAPI.anyText),
          query("columns", OpenAPI.anyText), query("dry_run", words(["true", "false"])),
        ])
      ),
      (
        "requestBody",
        .object([("required", .bool(true)), ("content", .object(types))])
      ),
      (
        "responses",
        OpenAPI.responses([("202", "Import")], location: true, problems: problems)
      ),
    ])
  }

  /// What an import answers.
  func importSchemas() -> [(key: String, value: JSONTree)] {
    let error = OpenAPI.object(
      [("row", OpenAPI.whole), ("column", OpenAPI.anyText), ("message", OpenAPI.anyText)],
      required: ["row", "column", "message"])
    let counts = ["total", "done", "created", "updated", "unchanged", "wrong"]
    let job = OpenAPI.object(
      [("id", OpenAPI.whole), ("state", OpenAPI.anyText), ("file", OpenAPI.anyText)]
        + counts.map { ($0, OpenAPI.whole) }
        + [("trouble", OpenAPI.anyText), ("errors", OpenAPI.array(error))],
      required: ["id", "state", "file"] + counts + ["errors"])
    return [("Import", job)]
  }
}
