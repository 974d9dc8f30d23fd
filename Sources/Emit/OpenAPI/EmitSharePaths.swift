import IR
import TargetCode

extension Emitter {
  /// With whom a record is shared, where people may share records of the entity.
  func sharePaths(_ entity: Entity, _ id: JSONTree) -> [(key: String, value: JSONTree)] {
    guard entity.sharing else { return [] }
    func operation(
      _ verb: String, body: String?, _ responses: JSONTree, isChange: Bool = true
    ) -> JSONTree {
      var members: [(key: String, value: JSONTree)] = [
        ("operationId", .string("\(verb)_of_\(entity.name)"))
      ]
      if isChange { members.append(("parameters", .array([Emitter.key]))) }
      if let body { members.append(("requestBody", OpenAPI.body(body))) }
      members.append(("responses", responses))
      return .object(members)
    }
    let path = "/api/\(entity.name)/{id}/shares"
    let user = OpenAPI.parameter(
      "user", in: "path", required: true,
      .object([("type", .string("integer")), ("minimum", .integer(1))]))
    let list = operation(
      "list_shares", body: nil,
      OpenAPI.responses([("200", "Shares")], problems: ["400", "401", "403", "404"]),
      isChange: false)
    let share = operation(
      "share", body: "ShareCreate",
      OpenAPI.responses(
        [("201", "Share")],
        problems: ["400", "401", "403", "404", "409", "413", "415", "422", "503", "507"]))
    let withdraw = operation(
      "withdraw_share", body: nil,
      OpenAPI.responses(
        [("204", nil)], problems: ["400", "401", "403", "404", "409", "422", "503", "507"]))
    return [
      (
        path,
        .object([("parameters", .array([id])), ("get", list), ("post", share)])
      ),
      (
        path + "/{user}",
        .object([("parameters", .array([id, user])), ("delete", withdraw)])
      ),
    ]
  }

  /// What these take and answer; nothing where no entity's records are shared.
  func shareSchemas() -> [(key: String, value: JSONTree)] {
    guard application.entities.contains(where: \.sharing) else { return [] }
    let person = JSONTree.object([("type", .string("integer")), ("minimum", .integer(1))])
    let flag = JSONTree.object([("type", .string("boolean"))])
    let day = JSONTree.object([("type", .string("string")), ("format", .string("date"))])
    let until = OpenAPI.either([day, OpenAPI.null])
    return [
      (
        "ShareCreate",
        OpenAPI.object([("user", person), ("edit", flag), ("until", until)], required: ["user"])
      ),
      (
        "Share",
        OpenAPI.object(
          [
            ("user", person), ("edit", flag), ("until", until),
            ("by", OpenAPI.either([person, OpenAPI.null])), ("at", OpenAPI.dateTime),
          ], required: ["user", "edit", "until", "by", "at"])
      ),
      (
        "Shares",
        OpenAPI.object(
          [("data", OpenAPI.array(OpenAPI.reference("Share")))], required: ["data"])
      ),
    ]
  }
}
