import TestSupport

/// Pages that show.
enum PageStories {
  static let all = [languages, lists, record, problems]

  static let languages = Scenario(
    "the reader's language",
    [
      Step(.get, "/app/customer", by: .cookie("li"), gives: 200, has: ["lang=\"zh", "客户名称"]),
      Step(
        .get, "/app/customer", by: .cookie("li"), headers: [("Accept-Language", "en-US")],
        gives: 200, has: ["lang=\"en", "Employees", "Sign out"].filter { $0 != "Employees" },
        lacks: ["退出登录"]),
      Step(
        .get, "/app/customer", by: .cookie("li"), headers: [("Accept-Language", "fr, de")],
        gives: 200, has: ["退出登录"]),
      Step(
        .post, "/language", .form([("language", "en"), ("back", "/app/customer?sort=name")]),
        gives: 303,
        answers: [("Location", "/app/customer?sort=name"), ("Set-Cookie", "language=en")]),
      Step(
        .get, "/app/customer", by: .cookie("li"),
        headers: [("Cookie", "language=en"), ("Accept-Language", "zh")], gives: 200,
        has: ["Sign out"]),
      Step(
        .post, "/language", .form([("language", "en"), ("back", "//evil.example/")]), gives: 303,
        answers: [("Location", "/")]),
      Step(
        .post, "/language", .form([("language", "en"), ("back", "/\\evil.example")]), gives: 303,
        answers: [("Location", "/")]),
      Step(.post, "/language", .form([("language", "xx")]), gives: 400),
      Step(.post, "/language", .form([]), gives: 400),
    ])

  static let lists = Scenario(
    "a list and its pages", demo: true,
    [
      Step(
        .get, "/app/customer", by: .cookie("li"), gives: 200,
        has: ["客户", "商机", "李静", "全部客户", "KH-202603-", "/app/customer/new", "rel=\"next\""],
        lacks: ["rel=\"prev\"", "<style", "javascript:", " onclick", " style=\""]),
      Step(
        .get, "/app/customer?sort=name&at=last", by: .cookie("li"), gives: 200,
        has: ["rel=\"prev\""], lacks: ["rel=\"next\""]),
      Step(.get, "/app/opportunity", by: .cookie("wang"), gives: 200, has: ["全部商机", "王强"]),
      Step(.get, "/app/customer?view=all", by: .cookie("li"), gives: 200),
    ])

  static let record = Scenario(
    "a record",
    [
      Step(
        .post, "/api/customer",
        .json(
          "{\"name\":\"甲 <b>\\\"&'\",\"budget\":\"1234567.80\",\"met_at\":\"2026-03-02T01:00:00Z\"}"
        ),
        by: .li, gives: 201),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), gives: 200,
        // In the company's zone, with the company's currency.
        has: ["甲 &lt;b&gt;", "2026-03-02 09:00", "1,234,567.80", "李静", "2026-03-31 23:30"],
        lacks: ["甲 <b>", "null"]),
      Step(
        .post, "/api/opportunity", .json("{\"name\":\"乙\",\"customer\":1,\"amount\":\"5\"}"),
        by: .li, gives: 201),
      Step(
        .get, "/app/opportunity/1", by: .cookie("li"), gives: 200,
        has: ["href=\"/app/customer/1\"", "甲 &lt;b&gt;"]),
    ])

  static let problems = Scenario(
    "pages that say why not",
    [
      Step(.get, "/app/customer/1", by: .cookie("li"), gives: 404, has: ["找不到这个页面", "李静"]),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), headers: [("Accept-Language", "en")],
        gives: 404, has: ["There is nothing here"]),
      Step(
        .get, "/app/nothing", headers: [("Accept", "text/html,*/*;q=0.8")], gives: 404,
        has: ["找不到这个页面"]),
      Step(
        .delete, "/app/customer", headers: [("Accept", "text/html")], gives: 405,
        has: ["这里不支持该操作"], answers: [("Allow", "GET, POST")]),
      Step(
        .get, "/api/nothing", headers: [("Accept", "text/html")], gives: 404, has: ["about:blank"]),
      Step(.post, "/app/customer", .json("{}"), by: .cookie("li"), gives: 400),
      Step(.post, "/app/customer", .form([("f.name", "a")]), by: .nobody, gives: 303),
    ])
}
