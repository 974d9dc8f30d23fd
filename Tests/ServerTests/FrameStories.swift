import TestSupport

/// The frame around pages, the workbench, what installs the application.
enum FrameStories {
  static let all = [themes, language, workbench, seen, installing]

  static let themes = Scenario(
    "light and dark",
    [
      Step(
        .get, "/app/customer", by: .cookie("li"), gives: 200, lacks: ["<html lang=\"zh-CN\" data"]),
      Step(
        .post, "/theme", .form([("theme", "dark"), ("back", "/app/customer?sort=name")]),
        gives: 303,
        answers: [("Location", "/app/customer?sort=name"), ("Set-Cookie", "theme=dark")]),
      Step(
        .get, "/app/customer", by: .cookie("li"), headers: [("Cookie", "theme=dark")], gives: 200,
        has: ["data-theme=\"dark\""]),
      Step(
        .get, "/sign-in", headers: [("Cookie", "theme=light")], gives: 200,
        has: ["data-theme=\"light\""]),
      Step(
        .get, "/sign-in", headers: [("Cookie", "theme=\"><script>")], gives: 200,
        lacks: ["data-theme", "\"><script>"]),
      Step(.post, "/theme", .form([("theme", "pink")]), gives: 400),
      Step(
        .post, "/theme", .form([("theme", "dark")]), headers: [("Sec-Fetch-Site", "cross-site")],
        gives: 403),
    ])

  static let language = Scenario(
    "the language stays with the person",
    [
      Step(
        .post, "/language", .form([("language", "en"), ("csrf", "{li.csrf}")]),
        by: .cookie("li"), gives: 303, answers: [("Set-Cookie", "language=en")]),
      Step(.get, "/", by: .cookie("li"), gives: 200, has: ["lang=\"en\"", "Good evening"]),
      // Without the session's token it is a matter of this browser alone.
      Step(
        .post, "/language", .form([("language", "en"), ("csrf", "rubbish")]), by: .cookie("wang"),
        gives: 303),
      Step(.get, "/", by: .cookie("wang"), gives: 200, has: ["lang=\"zh-CN\""]),
    ])

  static let workbench = Scenario(
    "the workbench", demo: true,
    [
      Step(
        .get, "/", by: .cookie("li"), gives: 200,
        has: [
          "晚上好，李静", "3月31日 星期二", "全部商机", "SJ-202603-", "/app/customer/new",
          "打开过的记录会出现在这里",
        ], lacks: ["全部客户", "data-group=\"-\""]),
      Step(.get, "/", by: .cookie("wang"), gives: 200, has: ["全部商机", "全部客户", "data-group=\"-\""]),
      Step(.get, "/", by: .cookie("gast"), gives: 200, has: ["客人"], lacks: ["SJ-202603-"]),
      Step(.get, "/notifications", by: .cookie("li"), gives: 200, has: ["没有通知"]),
      Step(.get, "/notifications", gives: 303),
    ])

  static let seen = Scenario(
    "records last seen",
    [
      Step(.post, "/api/customer", .json("{\"name\":\"甲公司\"}"), by: .li, gives: 201),
      Step(.get, "/palette", by: .cookie("li"), gives: 200, lacks: ["甲公司"]),
      Step(.get, "/app/customer/1", by: .cookie("li"), gives: 200),
      // A write behind the one that notes it, so that it is there.
      Step(.post, "/api/customer", .json("{\"name\":\"乙公司\"}"), by: .li, gives: 201),
      Step(
        .get, "/palette", by: .cookie("li"), gives: 200,
        has: ["\"title\":\"甲公司\"", "\"url\":\"/app/customer/1\""], lacks: ["乙公司"],
        answers: [("Content-Type", "application/json")]),
      Step(.get, "/", by: .cookie("li"), gives: 200, has: ["甲公司"], lacks: ["乙公司"]),
      Step(.get, "/palette", by: .cookie("wang"), gives: 200, lacks: ["甲公司"]),
      Step(
        .delete, "/api/customer/1", by: .wang, headers: [("If-Match", "\"1\"")], gives: 204),
      Step(.get, "/palette", by: .cookie("li"), gives: 200, lacks: ["甲公司"]),
    ])

  static let installing = Scenario(
    "installing on a device",
    [
      Step(
        .get, "/sign-in", gives: 200, has: ["apple-touch-icon"],
        keep: ["manifest": .body(after: "<link rel=\"manifest\" href=\"")]),
      Step(
        .get, "{manifest}", gives: 200,
        has: ["\"name\":\"客户营销管理系统\"", "\"sizes\":\"512x512\"", "\"start_url\":\"/\""],
        answers: [("Content-Type", "application/manifest+json")],
        keep: ["picture": .body(after: "\"sizes\":\"512x512\",\"src\":\"")]),
      Step(.get, "{picture}", gives: 200, answers: [("Content-Type", "image/png")]),
      Step(
        .get, "/sw.js?language=en", gives: 200,
        has: ["\"/offline?language=en\"", "addEventListener(\"fetch\""],
        answers: [("Content-Type", "text/javascript")]),
      Step(.get, "/offline?language=en", gives: 200, has: ["You are offline", "href=\"\""]),
      Step(.get, "/offline", gives: 200, has: ["网络已断开"]),
    ])
}
