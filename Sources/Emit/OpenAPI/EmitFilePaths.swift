import TargetCode

extension Emitter {
  /// Uploads and downloads, the same for every application.
  func filePaths() -> [(key: String, value: JSONTree)] {
    let text = JSONTree.object([("type", .string("string"))])
    let id = OpenAPI.parameter("id", in: "path", required: true, text)
    let size = OpenAPI.parameter(
      "size", in: "query", required: true,
      .object([("enum", .array([.string("96"), .string("480")]))]))
    let upload = JSONTree.object([
      ("operationId", .string("uploadFiles")),
      ("requestBody", uploadBody()),
      (
        "responses",
        OpenAPI.responses(
          [("201", "FileList")], problems: ["400", "401", "403", "413", "503", "507"])
      ),
    ])
    return [
      ("/files", .object([("post", upload)])),
      ("/files/{id}", download("downloadFile", [id])),
      ("/files/{id}/thumb", download("readThumbnail", [id, size])),
    ]
  }

  private func uploadBody() -> JSONTree {
    let content = JSONTree.object([
      ("type", .string("string")), ("contentMediaType", .string("application/octet-stream")),
    ])
    let files = JSONTree.object([("type", .string("array")), ("items", content)])
    return .object([
      ("required", .bool(true)),
      (
        "content",
        .object([
          (
            "multipart/form-data",
            .object([("schema", OpenAPI.object([("file", files)], required: ["file"]))])
          )
        ])
      ),
    ])
  }

  /// A file comes as it is, whole or in part; a browser without a session is led to sign in.
  private func download(_ name: String, _ parameters: [JSONTree]) -> JSONTree {
    let any = JSONTree.object([("*/*", .object([]))])
    let statuses = [
      ("200", "the content"), ("206", "a part of it"), ("303", "sign in first"),
      ("304", "not changed"), ("404", "not there for you"), ("416", "no such part"),
    ]
    let responses = statuses.map { status, description in
      (
        key: status,
        value: JSONTree.object([("description", .string(description)), ("content", any)])
      )
    }
    return .object([
      (
        "get",
        .object([
          ("operationId", .string(name)), ("parameters", .array(parameters)),
          ("responses", .object(responses)),
        ])
      )
    ])
  }

  /// What an upload answers.
  func fileSchemas() -> [(key: String, value: JSONTree)] {
    let text = JSONTree.object([("type", .string("string"))])
    let number = JSONTree.object([("type", .string("integer"))])
    return [
      (
        "FileList",
        OpenAPI.object(
          [
            (
              "data",
              .object([("type", .string("array")), ("items", OpenAPI.reference("File"))])
            )
          ], required: ["data"])
      ),
      (
        "File",
        OpenAPI.object(
          [
            ("id", .object([("type", .string("string")), ("pattern", .string("^[0-9]+$"))])),
            ("name", text), ("size", number), ("type", text), ("width", number),
            ("height", number),
          ], required: ["id", "name", "size", "type"])
      ),
    ]
  }
}
