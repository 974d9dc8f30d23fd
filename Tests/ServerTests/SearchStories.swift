/// Search across entities, in lists and where a reference is chosen.
enum SearchStories {
  static let all = [words, order, changes, lists, rights]

  private static func q(_ words: String) -> String { "?q=" + TestWorld.escaped(words) }

  private static func create(_ name: String, _ more: String = "") -> Step {
    Step(
      .post, "/api/customer", .json("{\"name\":\"\(name)\",\"level\":\"vip\"\(more)}"), by: .li,
      gives: 201)
  }

  private static func suggest(
    _ words: String, has: [String] = [], lacks: [String] = [], line: Int = #line
  ) -> Step {
    Step(
      .get, "/search/suggest" + q(words), by: .cookie("li"), gives: 200, has: has, lacks: lacks,
      answers: [("Cache-Control", "no-store"), ("Content-Type", "application/json")], line: line)
  }

  private static let nothing = "{\"groups\":[]}"

  static let words = Scenario(
    "one character, two, initials, digits and letters find a record",
    [
      create(
        "上海宏达贸易（集团）", ",\"phone\":\"138-0013-8000\",\"email\":\"Li.Wei@Example.cn\",\"city\":\"上海\""
      ),
      create("北京<b>&红星"),
      Step(
        .post, "/api/opportunity",
        .json("{\"name\":\"宏图 A座12号\",\"customer\":1,\"amount\":\"1.00\"}"), by: .li,
        gives: 201),
    ]
      + [
        "宏", "宏达", "达贸", "宏达 上海", "hdmy", "HDMY", "shhd", "13800138000", "8000", "li.wei",
        "EXAMPLE", "ＬＩ", "宏达贸易集团", "KH", "贸易(集团)",
      ].map {
        suggest(
          $0, has: ["\"title\":\"上海宏达贸易（集团）\"", "\"url\":\"/app/customer/1\"", "\"label\":\"客户\""])
      } + [
        suggest("宏", has: ["\"entity\":\"customer\"", "\"entity\":\"opportunity\""]),
        suggest("a座12", has: ["宏图 A座12号"], lacks: ["宏达"]),
        suggest("座1", has: ["宏图 A座12号"]), suggest("12号", has: ["宏图 A座12号"]),
        suggest("易贸", has: [nothing]), suggest("达宏", has: [nothing]),
        suggest("宏达 红星", has: [nothing]), suggest("", has: [nothing]),
        suggest(" —", has: [nothing]),
        suggest("138", has: ["\"detail\":\"138-0013-8000\""]),
        suggest("\"宏\" OR *", has: [nothing]), suggest("') --", has: [nothing]),
        Step(
          .get, "/search" + q("b红星"), by: .cookie("li"), gives: 200,
          has: ["北京&lt;<mark>b&gt;&amp;红星</mark>", "href=\"/app/customer/2\""], lacks: ["<b>"]),
        Step(
          .get, "/search" + q("hd"), by: .cookie("li"), gives: 200, has: ["上海<mark>宏达</mark>贸易"]),
        Step(
          .get, "/search" + q("龙凤<i>"), by: .cookie("li"), gives: 200,
          has: ["没有找到“龙凤&lt;i&gt;”"], lacks: ["<i>"]),
        Step(.get, "/search" + q("。"), by: .cookie("li"), gives: 200, has: ["请输入文字或数字"]),
        Step(.get, "/search", by: .cookie("li"), gives: 200, has: ["一个字也可以"]),
        Step(
          .get, "/search" + q(String(repeating: "宏", count: 300)), by: .cookie("li"), gives: 200),
        Step(.get, "/search?q=%00%ff", by: .cookie("li"), gives: 400),
        Step(.get, "/search" + q("宏"), gives: 303),
        Step(.get, "/search/suggest" + q("宏"), gives: 303),
      ])

  static let order = Scenario(
    "titles that begin with the words come first, then the newest",
    [
      create("红星一"), create("大红星二"), create("红星三"), create("四", ",\"city\":\"红星镇\""),
      Step(
        .get, "/api/customer" + q("红星") + "&limit=1", by: .li, gives: 200, has: ["\"name\":\"四\""]),
      suggest(
        "红星", has: ["\"title\":\"红星三\",\"detail\":\"KH-202603-0003\""]),
      Step(
        .get, "/app/customer/-/pick" + q("红星"), by: .cookie("li"), gives: 200,
        has: [
          "[{\"id\":3,\"title\":\"红星三\"},{\"id\":1,\"title\":\"红星一\"},"
            + "{\"id\":4,\"title\":\"四\"},{\"id\":2,\"title\":\"大红星二\"}]"
        ]),
      Step(
        .get, "/app/customer/-/pick", by: .cookie("li"), gives: 200,
        has: ["[{\"id\":4,\"title\":\"四\"},{\"id\":3,"]),
    ])

  static let changes = Scenario(
    "what is changed or deleted is found as it is now",
    [
      create("红星一"), create("红星二"),
      Step(
        .patch, "/api/customer/1", .json("{\"name\":\"蓝月一\"}"), by: .li,
        headers: [("If-Match", "\"1\"")], gives: 200),
      suggest("红星", has: ["红星二"], lacks: ["\"id\":1"]),
      suggest("蓝月", has: ["蓝月一"]), suggest("ly", has: ["蓝月一"]), suggest("hxy", has: [nothing]),
      // A change that is refused leaves the index alone.
      Step(
        .patch, "/api/customer/1", .json("{\"name\":\"红星二\"}"), by: .li,
        headers: [("If-Match", "\"2\"")], gives: 409),
      suggest("蓝月", has: ["蓝月一"]), suggest("红星", lacks: ["\"id\":1"]),
      Step(
        .delete, "/api/customer/2", by: .wang, headers: [("If-Match", "\"1\"")], gives: 204),
      suggest("红星", has: [nothing]), suggest("红", has: [nothing]),
    ])

  static let lists = Scenario(
    "a list takes words beside its filters, the newest first",
    [
      create("红星一"), create("红星二"), create("蓝月三"), create("红星四"),
      Step(
        .get, "/api/customer" + q("红星") + "&limit=2&sort=name", by: .li, gives: 200,
        has: ["红星四", "红星二"], lacks: ["红星一", "蓝月"], keep: ["next": .json("next")]),
      Step(
        .get, "/api/customer" + q("红星") + "&limit=2&after={next}", by: .li, gives: 200,
        has: ["红星一", "\"next\":null"], lacks: ["红星二"]),
      Step(
        .get, "/api/customer" + q("红星") + "&at=last&limit=1", by: .li, gives: 200, has: ["红星一"],
        lacks: ["红星二"]),
      Step(
        .get, "/api/customer" + q("红星") + "&filter.level=normal", by: .li, gives: 200,
        has: ["\"data\":[]"]),
      Step(.get, "/api/customer" + q("—"), by: .li, gives: 200, has: ["\"data\":[]"]),
      Step(.get, "/api/customer" + q(" "), by: .li, gives: 200, has: ["红星一", "蓝月三"]),
      Step(.get, "/api/customer?after={next}", by: .li, gives: 400),
      Step(
        .get, "/app/customer" + q("红星") + "&limit=2", by: .cookie("li"), gives: 200,
        has: ["红星四", "红星二", "value=\"红星\"", "q=%E7%BA%A2%E6%98%9F"], lacks: ["红星一", "蓝月三"]),
      Step(
        .get, "/app/customer" + q("绿"), by: .cookie("li"), gives: 200, has: ["没有符合条件的客户"]),
    ])

  static let rights = Scenario(
    "search needs a session and shows what everyone may read",
    [
      create("红星一"),
      Step(.get, "/api/customer" + q("红星"), gives: 401),
      Step(.get, "/search" + q("红星"), by: .cookie("gast"), gives: 200, has: ["<mark>红星</mark>一"]),
      Step(.post, "/search" + q("红星"), by: .cookie("li"), gives: 405),
    ])
}
