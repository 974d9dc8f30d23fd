import TestSupport

/// What a leaver had goes to someone else.
enum HandOverStories {
  static let all = [whole, repeated]

  private static func make(_ entity: String, _ json: String) -> Step {
    Step(.post, "/api/" + entity, .json(json), by: .li, gives: 201)
  }

  private static func hand(_ fields: [(String, String)], gives status: Int = 303) -> Step {
    Step(
      .post, "/app/user/1/handover", .form([("csrf", "{wang.csrf}")] + fields),
      by: .cookie("wang"), gives: status)
  }

  private static let everything = [
    ("part", "contract"), ("part", "lease"), ("part", "tenon_department"),
    ("part", "tenon_position"), ("part", "deputyships"), ("part", "shares"),
  ]

  private static let had = [
    make("customer", #"{"name":"甲公司"}"#),
    make("contract", #"{"name":"一号","customer":1}"#),
    make("contract", #"{"name":"二号","customer":1}"#),
    // Its owner is closed for changes by people.
    make("lease", #"{"name":"旧铺","rent":"10","deposit":"20"}"#),
    Step(
      .post, "/api/department", .json(#"{"name":"销售部","head":1}"#), by: .wang, gives: 201),
    Step(
      .post, "/api/position", .json(#"{"person":1,"department":1,"name":"经理","head":true}"#),
      by: .wang, gives: 201),
  ]

  static let whole = Scenario(
    "a hand-over",
    had + [
      Step(
        .get, "/app/user/1/handover", by: .cookie("wang"), gives: 200,
        has: ["工作交接", "合同（负责人）", "租约（负责人）", "value=\"contract\" checked", "部门（负责人）"],
        lacks: ["市场活动（负责人）"]),
      hand(everything, gives: 422),
      hand([("f.person", "1")] + everything, gives: 422),
      hand([("f.person", "2"), ("deactivate", "true")] + everything),
      Step(
        .get, "/app/user/1/handover", by: .cookie("wang"), gives: 200,
        has: ["上次交接", "交接给 王强", "已交接 2", "已交接 1"], lacks: ["仍在进行", "未交接的记录"]),
      Step(
        .get, "/api/contract", by: .wang, gives: 200, has: ["\"owner\":2"],
        lacks: ["\"owner\":1"]),
      Step(.get, "/api/lease/1", by: .wang, gives: 200, has: ["\"owner\":2"]),
      Step(.get, "/api/department/1", by: .wang, gives: 200, has: ["\"head\":2"]),
      Step(.get, "/api/user/2/positions", by: .wang, gives: 200, has: ["经理"]),
      // The leaver is out, and what happened stands at the record.
      Step(.get, "/api/contract", by: .li, gives: 401),
      Step(.get, "/app/contract/1", by: .cookie("wang"), gives: 200, has: ["负责人", "李静", "王强"]),
    ])

  static let repeated = Scenario(
    "a hand-over of a part, and of the rest",
    had + [
      Step(
        .post, "/api/user",
        .json("{\"login\":\"zhou\",\"name\":\"周敏\",\"roles\":[\"sales\"]}"), by: .wang,
        gives: 201),
      hand([("f.person", "4"), ("part", "contract")]),
      Step(.get, "/api/contract/1", by: .li, gives: 200, has: ["\"owner\":4"]),
      Step(.get, "/api/lease/1", by: .li, gives: 200, has: ["\"owner\":1"]),
      hand([("f.person", "2")] + everything),
      Step(
        .get, "/app/user/1/handover", by: .cookie("wang"), gives: 200, has: ["已交接 1"],
        lacks: ["已交接 2"]),
      Step(.get, "/api/contract/1", by: .li, gives: 200, has: ["\"owner\":4"]),
      Step(.get, "/api/lease/1", by: .li, gives: 200, has: ["\"owner\":2"]),
      // One line for all of it, and none for who did it.
      Step(.get, "/notifications", by: .cookie("wang"), gives: 200, lacks: ["交接给你"]),
      hand([("f.person", "3"), ("part", "contract")]),
    ])
}
