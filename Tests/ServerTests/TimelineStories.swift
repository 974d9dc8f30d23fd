import TestSupport

/// What happened to a record, and what people write about it.
enum TimelineStories {
  static let all = [changes, comments, strangers, mentions, pages, related, files]

  private static let customer = Step(
    .post, "/api/customer", .json("{\"name\":\"甲公司\",\"level\":\"normal\"}"), by: .li, gives: 201)

  private static func comment(
    _ text: String, by person: String = "li", at path: String = "", gives status: Int = 303,
    has: [String] = []
  ) -> Step {
    Step(
      .post, "/app/customer/1/comments" + path,
      .form([("csrf", "{\(person).csrf}"), ("text", text)]), by: .cookie(person), gives: status,
      has: has)
  }

  static let changes = Scenario(
    "a record tells who changed what",
    [
      customer,
      Step(
        .patch, "/api/customer/1",
        .json("{\"level\":\"vip\",\"budget\":\"12.5\",\"met_at\":\"2026-03-02T01:00:00Z\"}"),
        by: .wang, headers: [("If-Match", "*")], after: 60_000, gives: 200),
      Step(
        .patch, "/api/customer/1", .json("{\"budget\":null}"), by: .wang,
        headers: [("If-Match", "*")], after: 60_000, gives: 200),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), gives: 200,
        has: [
          "王强</b> 做了修改", "李静</b> 创建了记录", "普通</span></s>", "重点</span></b>",
          "<b>¥12.50</b>", "<s>¥12.50</s>", "<b>2026-03-02 09:00</b>", "2026-03-31 23:31",
        ]),
      Step(
        .post, "/api/opportunity", .json("{\"name\":\"乙\",\"customer\":1,\"amount\":\"5\"}"),
        by: .li, gives: 201),
      Step(.post, "/api/customer", .json("{\"name\":\"丙公司\"}"), by: .li, gives: 201),
      Step(
        .patch, "/api/opportunity/1", .json("{\"customer\":2}"), by: .li,
        headers: [("If-Match", "*")], gives: 200),
      Step(
        .get, "/app/opportunity/1", by: .cookie("li"), gives: 200,
        has: ["<s>甲公司</s>", "<b>丙公司</b>"]),
    ])

  static let comments = Scenario(
    "a comment is written, changed and deleted by its author",
    [
      customer, comment(" 先电话联系 <b> "),
      Step(
        .get, "/app/customer/1", by: .cookie("wang"), gives: 200,
        has: ["李静</b> 写了评论", "先电话联系 &lt;b&gt;"], lacks: ["/comments/1/delete", "已编辑"]),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), gives: 200, has: ["/comments/1/delete"]),
      comment("改为上门", at: "/1"),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), gives: 200, has: ["改为上门", "已编辑"],
        lacks: ["先电话联系"]),
      comment("别人的", by: "wang", at: "/1", gives: 404),
      comment("", by: "wang", at: "/1/delete", gives: 404),
      comment("x", at: "/x", gives: 404), comment("x", at: "/9", gives: 404),
      comment("", at: "/1/delete"),
      Step(.get, "/app/customer/1", by: .cookie("li"), gives: 200, lacks: ["改为上门"]),
      comment("  ", gives: 422, has: ["请先写点什么", "甲公司"]),
      comment(String(repeating: "长", count: 4001), gives: 422, has: ["评论最多 4000 个字"]),
      Step(
        .post, "/app/customer/1/comments", .form([("text", "x")]), by: .cookie("li"), gives: 403),
    ])

  static let strangers = Scenario(
    "comments go with their record, and stay with it",
    [
      customer, comment("第一条"),
      Step(
        .post, "/app/customer/2/comments", .form([("csrf", "{li.csrf}"), ("text", "x")]),
        by: .cookie("li"), gives: 404),
      Step(.post, "/api/customer", .json("{\"name\":\"乙公司\"}"), by: .li, gives: 201),
      Step(.get, "/app/customer/2", by: .cookie("li"), gives: 200, lacks: ["第一条"]),
      Step(
        .post, "/app/customer/2/comments/1", .form([("csrf", "{li.csrf}"), ("text", "x")]),
        by: .cookie("li"), gives: 404),
      Step(.delete, "/api/customer/1", by: .wang, headers: [("If-Match", "*")], gives: 204),
      Step(.get, "/app/customer/1", by: .cookie("li"), gives: 404),
    ])

  static let mentions = Scenario(
    "a name behind an @ is a mention",
    [
      customer, comment("@王强 和@李静，还有@无人 a@b"),
      Step(
        .get, "/app/customer/1", by: .cookie("wang"), gives: 200,
        has: [
          "<b class=\"at\">@王强</b> 和<b class=\"at\">@李静</b>，还有@无人 a@b", "data-mention",
          "data-pick=\"/app/user/-/pick\"",
        ]),
    ])

  static let pages = Scenario(
    "earlier activity has its own page",
    [customer]
      + (1...25).map { number in
        Step(
          .patch, "/api/customer/1", .json("{\"staff\":\(number)}"), by: .li,
          headers: [("If-Match", "*")], after: 1000, gives: 200)
      } + [
        Step(
          .get, "/app/customer/1", by: .cookie("li"), gives: 200,
          has: ["<b>25</b>", "<b>6</b>", "until=1774971006000#activity", "更早的动态"],
          lacks: ["<b>5</b>", "创建了记录"]),
        Step(
          .get, "/app/customer/1?until=1774971006000", by: .cookie("li"), gives: 200,
          has: ["<b>5</b>", "<b>1</b>", "创建了记录", "回到最新动态"], lacks: ["<b>6</b>", "更早的动态"]),
        Step(.get, "/app/customer/1?until=x", by: .cookie("li"), gives: 400),
      ])

  static let related = Scenario(
    "a record shows what refers to it",
    [customer]
      + (1...12).map { number in
        Step(
          .post, "/api/opportunity",
          .json("{\"name\":\"单\(number)号\",\"customer\":1,\"amount\":\"5\"}"), by: .li, gives: 201)
      } + [
        Step(
          .get, "/app/customer/1", by: .cookie("li"), gives: 200,
          has: [
            "id=\"r-opportunity-customer\"", "单12号", "单3号", "10+",
            "href=\"/app/opportunity?filter.customer=1\"",
          ], lacks: ["单2号", "单1号"]),
        Step(
          .get, "/app/customer/1", by: .cookie("wang"), gives: 200,
          has: ["还有10+ 条商机与它相关"]),
        Step(
          .get, "/app/customer/1", by: .cookie("gast"), gives: 200, has: ["单12号"],
          lacks: ["/app/opportunity/new?quick"]),
      ])

  private static func upload(by person: String, gives status: Int) -> Step {
    let parts = [
      ("name=\"csrf\"", "{\(person).csrf}"),
      ("name=\"files\"; filename=\"报价.txt\"\r\nContent-Type: text/plain", "hallo"),
    ]
    let body = parts.map { "--b\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n" }
    return Step(
      .post, "/app/customer/1/files",
      .raw(type: "multipart/form-data; boundary=b", body.joined() + "--b--\r\n"),
      by: .cookie(person), gives: status)
  }

  static let files = Scenario(
    "files beside the fields",
    [
      customer, upload(by: "gast", gives: 403), upload(by: "li", gives: 303),
      Step(
        .get, "/app/customer/1", by: .cookie("gast"), gives: 200,
        has: ["报价.txt</span>", "<span>添加文件</span> 报价.txt"], lacks: ["/app/customer/1/files"]),
      Step(
        .post, "/app/customer/1/files/1/delete", .form([("csrf", "{li.csrf}")]), by: .cookie("li"),
        gives: 404),
      Step(
        .post, "/app/customer/2/files", .form([("csrf", "{li.csrf}")]), by: .cookie("li"),
        gives: 404),
    ])
}
