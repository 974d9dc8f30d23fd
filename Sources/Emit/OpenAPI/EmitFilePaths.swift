import TargetCode

extension Emitter {
  /// Uploads and downloads of files.
  func filePaths() -> [(key: String, value: JSONTree)] {
    let id = OpenAPI.parameter(
      "id", in: "path", required: true,
      .object([("type", .string("integer")), ("minimum", .integer(1))]))
    let upload = JSONTree.object([
      ("operationId", .string("uploadFiles")), ("parameters", .array([Emitter.key])),
      (
        "requestBody",
        .object([
          ("required", .bool(true)),
          (
            "content",
            .object([("multipart/form-data", .object([("schema", .object([]))]))])
          ),
        ])
      ),
      (
        "responses",
        OpenAPI.responses(
          [("201", "UploadedFiles")],
          problems: ["400", "401", "403", "409", "413", "415", "422", "503", "507"])
      ),
    ])
    let size = OpenAPI.parameter("size", in: "query", required: true, OpenAPI.whole)
    let inline = OpenAPI.parameter("inline", in: "query", OpenAPI.constant("1"))
    return [
      ("/files", .object([("post", upload)])),
      (
        "/files/{id}",
        .object([
          ("parameters", .array([id])), ("get", download("downloadFile", [inline])),
        ])
      ),
      (
        "/files/{id}/thumb",
        .object([
          ("parameters", .array([id])), ("get", download("downloadThumbnail", [size])),
        ])
      ),
    ]
  }

  /// A file comes as it is, whole or in part; who is not signed in is led to the page for that, and
  /// a program with a token that is none is told so.
  private func download(_ name: String, _ parameters: [JSONTree]) -> JSONTree {
    let any = JSONTree.object([("*/*", .object([("schema", .object([]))]))])
    let statuses = ["200", "206", "303", "304", "400", "401", "404", "416", "503"]
    return .object([
      ("operationId", .string(name)), ("parameters", .array(parameters)),
      (
        "responses",
        .object(
          statuses.map { status in
            (status, .object([("description", .string("the file or why not")), ("content", any)]))
          })
      ),
    ])
  }

  /// What an upload answers.
  func fileSchemas() -> [(key: String, value: JSONTree)] {
    let file = OpenAPI.object(
      [
        ("id", OpenAPI.anyText), ("name", OpenAPI.anyText), ("size", OpenAPI.whole),
        ("type", OpenAPI.anyText), ("width", OpenAPI.whole), ("height", OpenAPI.whole),
      ], required: ["id", "name", "size", "type"])
    return [("UploadedFiles", OpenAPI.object([("data", OpenAPI.array(file))], required: ["data"]))]
  }
}
