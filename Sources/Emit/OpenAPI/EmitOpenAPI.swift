import IR
import TargetCode

extension Emitter {
  /// The API as an OpenAPI 3.1 document: names, types and limits. Words for people stay in the
  /// blueprint, so that a changed label changes no contract.
  public func openAPI() -> JSONTree {
    var paths: [(key: String, value: JSONTree)] =
      sessionPaths() + serverPaths() + filePaths() + auditPaths()
    var schemas: [(key: String, value: JSONTree)] =
      sharedSchemas() + fileSchemas() + auditSchemas() + shareSchemas() + importSchemas()
    for (index, entity) in application.entities.enumerated() {
      let type = OpenAPI.componentName(names.types[index])
      paths += self.paths(entity, type: type)
      schemas += self.schemas(entity, type: type)
    }
    return .object([
      ("openapi", .string("3.1.0")),
      (
        "info",
        .object([("title", .string(application.name)), ("version", .string("1"))])
      ),
      ("security", .array([.object([("bearer", .array([]))]), .object([("cookie", .array([]))])])),
      ("paths", .object(paths)),
      (
        "components",
        .object([
          ("schemas", .object(schemas)),
          ("securitySchemes", securitySchemes()),
        ])
      ),
    ])
  }

  private func securitySchemes() -> JSONTree {
    .object([
      ("bearer", .object([("type", .string("http")), ("scheme", .string("bearer"))])),
      (
        "cookie",
        .object([
          ("type", .string("apiKey")), ("in", .string("cookie")), ("name", .string("session")),
        ])
      ),
    ])
  }

  private func sessionPaths() -> [(key: String, value: JSONTree)] {
    let open = ("security", JSONTree.array([]))
    let signIn = JSONTree.object([
      ("operationId", .string("createSession")), open,
      ("requestBody", OpenAPI.body("Credentials")),
      (
        "responses",
        OpenAPI.responses(
          [("201", "Session")], problems: ["400", "401", "403", "413", "415", "429", "503"])
      ),
    ])
    let signOut = JSONTree.object([
      ("operationId", .string("deleteSession")),
      ("responses", OpenAPI.responses([("204", nil)], problems: ["401", "403"])),
    ])
    func probe(_ name: String) -> JSONTree {
      .object([
        (
          "get",
          .object([
            ("operationId", .string(name)), open,
            (
              "responses",
              .object([
                ("200", OpenAPI.text("alive")), ("503", OpenAPI.text("not now")),
              ])
            ),
          ])
        )
      ])
    }
    return [
      ("/session", .object([("post", signIn), ("delete", signOut)])),
      ("/healthz", probe("health")), ("/readyz", probe("ready")),
    ]
  }

  /// What operators and makers of programs ask for.
  private func serverPaths() -> [(key: String, value: JSONTree)] {
    let open = ("security", JSONTree.array([]))
    let figures = JSONTree.object([
      (
        "get",
        .object([
          ("operationId", .string("metrics")), open,
          (
            "responses",
            .object([
              ("200", OpenAPI.text("figures in Prometheus's form")),
              ("404", OpenAPI.problem),
            ])
          ),
        ])
      )
    ])
    let document = JSONTree.object([
      (
        "get",
        .object([
          ("operationId", .string("document")), open,
          (
            "responses",
            .object([
              (
                "200",
                .object([
                  ("description", .string("this document")),
                  ("content", .object([("application/json", .object([("schema", .object([]))]))])),
                ])
              ),
              ("304", .object([("description", .string("not changed"))])),
            ])
          ),
        ])
      )
    ])
    return [("/metrics", figures), ("/openapi.json", document)]
  }

  private func sharedSchemas() -> [(key: String, value: JSONTree)] {
    let text = JSONTree.object([("type", .string("string"))])
    let fieldError = OpenAPI.object(
      [("field", text), ("pointer", text), ("code", text), ("message", text)],
      required: ["field", "pointer", "code", "message"])
    let result = OpenAPI.object(
      [("id", OpenAPI.whole), ("version", OpenAPI.either([OpenAPI.whole, OpenAPI.null]))],
      required: ["id", "version"])
    return [
      (
        "Problem",
        OpenAPI.object(
          [
            ("type", text), ("title", text),
            ("status", .object([("type", .string("integer"))])), ("detail", text),
            ("reference", text),
            ("errors", .object([("type", .string("array")), ("items", fieldError)])),
          ], required: ["type", "title", "status"], closed: false)
      ),
      (
        "Credentials",
        OpenAPI.object(
          [("user", text), ("password", text), ("code", text)], required: ["user", "password"])
      ),
      (
        "Session",
        OpenAPI.object(
          [("token", text), ("csrf_token", text), ("expires_at", OpenAPI.dateTime)],
          required: ["token", "csrf_token", "expires_at"])
      ),
      (
        "BatchResult",
        OpenAPI.object([("results", OpenAPI.array(result))], required: ["results"])
      ),
      (
        "Cursor",
        .object([("type", .array([.string("string"), .string("null")]))])
      ),
    ]
  }
}
