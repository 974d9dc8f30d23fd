import TestSupport

/// Acting for someone as the deputy, and seeing as someone.
enum StandInStories {
  static let all = [
    naming, acting, ending, closing, programs, looking, strangers,
  ]

  private static let customer = Step(
    .post, "/api/customer", .json("{\"name\":\"甲公司\"}"), by: .li, gives: 201)

  /// Li names Wang from today to this day.
  private static func named(until day: String = "2026-04-03") -> Step {
    Step(
      .post, "/me/deputies",
      .form([
        ("csrf", "{li.csrf}"), ("f.person", "2"), ("f.from", "2026-03-31"), ("f.until", day),
      ]), by: .cookie("li"), gives: 303, answers: [("Location", "/me/deputies")])
  }

  private static func act(gives status: Int = 303) -> Step {
    Step(
      .post, "/acting", .form([("csrf", "{wang.csrf}"), ("person", "1")]), by: .cookie("wang"),
      gives: status)
  }

  private static let back = Step(
    .post, "/acting/end", .form([("csrf", "{wang.csrf}")]), by: .cookie("wang"), gives: 303)

  private static func form(_ fields: (String, String)...) -> Payload {
    .form([("csrf", "{li.csrf}")] + fields)
  }

  static let naming = Scenario(
    "a deputy is named",
    [
      Step(
        .get, "/me/deputies", by: .cookie("li"), gives: 200,
        has: ["没有代理人", "value=\"2026-03-31\"", "name=\"f.person\""]),
      Step(
        .post, "/me/deputies", form(("f.person", ""), ("f.from", "2026-03-31"), ("f.until", "")),
        by: .cookie("li"), gives: 422, has: ["s-person-error", "s-until-error"]),
      // Nobody is the own deputy, and time runs forwards from today.
      Step(
        .post, "/me/deputies",
        form(("f.person", "1"), ("f.from", "2026-04-05"), ("f.until", "2026-04-04")),
        by: .cookie("li"), gives: 422, has: ["s-person-error", "s-until-error"]),
      Step(
        .post, "/me/deputies",
        form(("f.person", "77"), ("f.from", "2026-03-30"), ("f.until", "2026-04-04")),
        by: .cookie("li"), gives: 422, has: ["s-person-error", "s-from-error"]),
      Step(
        .post, "/me/deputies", form(("find", "person"), ("q.person", "王强")), by: .cookie("li"),
        gives: 200, has: ["王强"], lacks: ["客人</option>"]),
      named(),
      Step(
        .get, "/me/deputies", by: .cookie("li"), gives: 200,
        has: ["王强", "生效中", "2026-03-31 至 2026-04-03"],
        keep: ["id": .body(after: "name=\"withdraw\" value=\"")]),
      Step(.get, "/notifications", by: .cookie("wang"), gives: 200, has: ["李静 指定你代理"]),
      Step(.get, "/me", by: .cookie("wang"), gives: 200, has: ["代其处理", "李静"]),
      // Nobody withdraws what is another's.
      Step(
        .post, "/me/deputies", .form([("csrf", "{gast.csrf}"), ("withdraw", "{id}")]),
        by: .cookie("gast"), gives: 404),
      Step(.post, "/me/deputies", form(("withdraw", "{id}")), by: .cookie("li"), gives: 303),
      Step(.get, "/me", by: .cookie("wang"), gives: 200, lacks: ["代其处理"]),
      // Administrators name one for anyone.
      Step(
        .post, "/app/user/1/deputies",
        .form([
          ("csrf", "{wang.csrf}"), ("f.person", "3"), ("f.from", "2026-04-01"),
          ("f.until", "2026-04-03"),
        ]), by: .cookie("wang"), gives: 303),
      Step(
        .get, "/app/user/1/deputies", by: .cookie("wang"), gives: 200, has: ["客人", "未开始"]),
      Step(
        .post, "/acting", .form([("csrf", "{gast.csrf}"), ("person", "1")]), by: .cookie("gast"),
        gives: 403),
    ])

  static let acting = Scenario(
    "a deputy acts",
    [
      customer, named(), act(),
      Step(
        .get, "/", by: .cookie("wang"), gives: 200,
        has: ["您正在代 李静 处理", "返回本人（王强）", "/acting/end"]),
      // It is Li who has the record, and Wang who was it.
      Step(
        .post, "/app/contract",
        .form([
          ("csrf", "{wang.csrf}"), ("f.name", "一号"), ("f.customer", "1"), ("f.stage", "draft"),
          ("f.owner", "1"),
        ]), by: .cookie("wang"), gives: 303),
      Step(
        .get, "/api/contract/1", by: .li, gives: 200,
        has: ["\"owner\":1", "\"created_by\":1"]),
      Step(
        .post, "/app/contract/1/comments",
        .form([("csrf", "{wang.csrf}"), ("text", "已电话确认")]), by: .cookie("wang"), gives: 303),
      Step(.get, "/app/contract/1", by: .cookie("li"), gives: 200, has: ["代 李静", "已电话确认"]),
      // Li may not delete, and so Wang may not for Li.
      Step(
        .post, "/app/contract/1/delete", .form([("csrf", "{wang.csrf}"), ("version", "1")]),
        by: .cookie("wang"), gives: 403),
      // What is Li's alone stays closed.
      Step(
        .get, "/me", by: .cookie("wang"), headers: [("Accept", "text/html")], gives: 403,
        has: ["只能以本人身份使用", "/acting/end"]),
      Step(.get, "/me/tokens", by: .cookie("wang"), gives: 403),
      Step(.get, "/me/deputies", by: .cookie("wang"), gives: 403),
      Step(.get, "/me/rights", by: .cookie("wang"), gives: 403),
      Step(
        .post, "/me/password",
        .form([
          ("csrf", "{wang.csrf}"), ("old", "tenon-demo"), ("new", "a new password"),
          ("again", "a new password"),
        ]), by: .cookie("wang"), gives: 403),
      Step(.get, "/app/user/3/access", by: .cookie("wang"), gives: 403),
      Step(
        .patch, "/api/user/3", .json("{\"name\":\"x\"}"), by: .cookie("wang"),
        headers: [("If-Match", "*"), ("X-CSRF-Token", "{wang.csrf}")], gives: 403),
      act(gives: 403),
      back,
      Step(.get, "/me", by: .cookie("wang"), gives: 200, has: ["王强"]),
      Step(.get, "/", by: .cookie("wang"), gives: 200, lacks: ["您正在代"]),
    ])

  static let ending = Scenario(
    "acting ends by itself",
    [
      // The company's day ends in half an hour.
      named(until: "2026-03-31"), act(),
      // That a session was used is noted a little later: not to be idle for half an hour.
      Step(.get, "/", by: .cookie("wang"), after: 15 * 60_000, gives: 200),
      Step(.get, "/", by: .cookie("wang"), after: 14 * 60_000, gives: 200, has: ["您正在代 李静"]),
      Step(.get, "/", by: .cookie("wang"), after: 60_000, gives: 200, lacks: ["您正在代"]),
      act(gives: 403),
      Step(.get, "/me", by: .cookie("wang"), gives: 200, lacks: ["代其处理"]),
    ])

  static let closing = Scenario(
    "acting ends with the deputyship and with the person",
    [
      named(), act(),
      Step(
        .get, "/me/deputies", by: .cookie("li"), gives: 200,
        keep: ["id": .body(after: "name=\"withdraw\" value=\"")]),
      Step(.post, "/me/deputies", form(("withdraw", "{id}")), by: .cookie("li"), gives: 303),
      Step(.get, "/", by: .cookie("wang"), gives: 200, lacks: ["您正在代"]),
      named(), act(),
      Step(.get, "/", by: .cookie("wang"), gives: 200, has: ["您正在代 李静"]),
      Step(
        .patch, "/api/user/1", .json("{\"active\":false}"), by: .wang,
        headers: [("If-Match", "*")], gives: 200),
      Step(.get, "/", by: .cookie("wang"), gives: 200, lacks: ["您正在代"]),
    ])

  static let programs = Scenario(
    "a program acts for nobody else",
    [
      customer, named(), act(),
      // The cookie acts for Li, who may not delete; the same session as a header is Wang's.
      Step(
        .delete, "/api/customer/1", by: .cookie("wang"),
        headers: [("If-Match", "*"), ("X-CSRF-Token", "{wang.csrf}")], gives: 403),
      Step(.delete, "/api/customer/1", by: .wang, headers: [("If-Match", "*")], gives: 204),
    ])

  static let looking = Scenario(
    "an administrator sees as someone",
    [
      customer,
      Step(
        .get, "/app/user/1/rights", by: .cookie("wang"), gives: 200,
        has: ["以其视角查看", "销售", "全部记录", "来自"]),
      Step(
        .post, "/app/user/1/rights/look", .form([("csrf", "{wang.csrf}")]), by: .cookie("wang"),
        gives: 303, answers: [("Location", "/")]),
      Step(
        .get, "/app/customer", by: .cookie("wang"), gives: 200,
        has: ["您正以 李静 的视角查看，不能修改", "甲公司"]),
      Step(
        .post, "/app/customer", .form([("csrf", "{wang.csrf}"), ("f.name", "乙公司")]),
        by: .cookie("wang"), headers: [("Accept", "text/html")], gives: 403, has: ["不能修改"]),
      Step(
        .post, "/api/customer", .json("{\"name\":\"乙公司\"}"), by: .cookie("wang"),
        headers: [("X-CSRF-Token", "{wang.csrf}")], gives: 403, has: ["以他人视角"]),
      Step(
        .post, "/notifications/read", .form([("csrf", "{wang.csrf}")]), by: .cookie("wang"),
        gives: 403),
      Step(.get, "/me", by: .cookie("wang"), gives: 403),
      Step(.get, "/app/user/1/rights", by: .cookie("wang"), gives: 403),
      back,
      Step(.get, "/api/customer", by: .li, gives: 200, lacks: ["乙公司"]),
      Step(.get, "/app/user/1/rights", by: .cookie("wang"), gives: 200),
      // Whoever is an administrator no longer sees as nobody else at once.
      Step(
        .post, "/app/user/1/rights/look", .form([("csrf", "{wang.csrf}")]), by: .cookie("wang"),
        gives: 303),
      Step(
        .patch, "/api/user/2", .json("{\"roles\":[\"sales\"]}"), by: .wang,
        headers: [("If-Match", "*")], gives: 200),
      Step(.get, "/", by: .cookie("wang"), gives: 200, lacks: ["的视角查看"]),
    ])

  static let strangers = Scenario(
    "only administrators see as others and name deputies for others",
    [
      Step(.get, "/app/user/2/rights", by: .cookie("li"), gives: 404),
      Step(
        .post, "/app/user/2/rights/look", .form([("csrf", "{li.csrf}")]), by: .cookie("li"),
        gives: 404),
      Step(.get, "/app/user/2/deputies", by: .cookie("li"), gives: 404),
      Step(.get, "/app/user/2/handover", by: .cookie("li"), gives: 404),
      Step(.get, "/me/rights", by: .cookie("li"), gives: 200, has: ["销售"], lacks: ["以其视角查看"]),
      Step(.get, "/me/rights", by: .cookie("gast"), gives: 200, has: ["没有角色"]),
      Step(
        .post, "/app/user/2/rights/look", .form([("csrf", "{wang.csrf}")]), by: .cookie("wang"),
        gives: 403),
    ])
}
