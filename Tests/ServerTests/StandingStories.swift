import TestSupport

/// Where people stand: departments in a tree, positions.
enum StandingStories {
  static let all = [positions, rings]

  private static func make(_ entity: String, _ json: String, gives status: Int = 201) -> Step {
    Step(.post, "/api/" + entity, .json(json), by: .wang, gives: status)
  }

  static let positions = Scenario(
    "a position",
    [
      make("department", #"{"name":"销售部"}"#),
      make("position", #"{"person":1,"department":1,"name":"区域经理","head":true}"#),
      // The same position twice is a mistake.
      make("position", #"{"person":1,"department":1,"name":"区域经理"}"#, gives: 409),
      make("position", #"{"person":1,"name":"无部门"}"#, gives: 422),
      Step(
        .post, "/api/position", .json(#"{"person":1,"department":1,"name":"总经理"}"#), by: .li,
        gives: 403),
      Step(.get, "/api/position", by: .li, gives: 200, has: ["区域经理"]),
      Step(.get, "/api/user/1/positions", by: .li, gives: 200, has: ["区域经理"]),
      Step(.get, "/app/user/1", by: .cookie("li"), gives: 200, has: ["兼任岗位", "区域经理", "销售部"]),
      // A position is a row of the person's form.
      Step(
        .post, "/app/user/1",
        .form([
          ("csrf", "{wang.csrf}"), ("version", "1"), ("f.login", "li"), ("f.name", "李静"),
          ("f.roles", "sales"), ("f.active", "true"), ("positions.0.f.department", "1"),
          ("positions.0.f.name", "内训师"),
        ]), by: .cookie("wang"), gives: 303),
      Step(.get, "/api/user/1/positions", by: .li, gives: 200, has: ["内训师", "区域经理"]),
      Step(
        .get, "/me/rights", by: .cookie("li"), gives: 200, has: ["负责的部门", "销售部", "所在部门"]),
    ])

  static let rings = Scenario(
    "no department lies below itself",
    [
      make("department", #"{"name":"总部"}"#),
      make("department", #"{"name":"华东","parent":1}"#),
      make("department", #"{"name":"上海","parent":2}"#),
      Step(
        .patch, "/api/department/1", .json(#"{"parent":3}"#), by: .wang,
        headers: [("If-Match", "*")], gives: 422, has: ["\"above_itself\"", "parent"]),
      Step(
        .patch, "/api/department/1", .json(#"{"parent":1}"#), by: .wang,
        headers: [("If-Match", "*")], gives: 422, has: ["\"above_itself\""]),
      Step(
        .post, "/app/department/1",
        .form([
          ("csrf", "{wang.csrf}"), ("version", "1"), ("f.name", "总部"), ("f.parent", "2"),
        ]), by: .cookie("wang"), gives: 422, has: ["上级部门不能是自己或自己的下级"]),
      Step(
        .patch, "/api/department/3", .json(#"{"parent":1}"#), by: .wang,
        headers: [("If-Match", "*")], gives: 200),
    ])
}
