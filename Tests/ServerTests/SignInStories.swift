import TestSupport

/// Coming in, staying in, going out, and who is kept out.
enum SignInStories {
  static let all = [
    json, refusedJSON, page, refusedPage, out, outByForm, expiry, idle, csrf, otherSites,
  ]

  private static func credentials(_ user: String, _ password: String) -> Payload {
    .json("{\"user\":\"\(user)\",\"password\":\"\(password)\"}")
  }

  static let json = Scenario(
    "a program signs in and out",
    [
      Step(
        .post, "/session", credentials("li", TestWorld.password), gives: 201,
        answers: [
          ("Set-Cookie", "HttpOnly"), ("Set-Cookie", "SameSite=Lax"), ("Cache-Control", "no-store"),
        ],
        keep: ["new.token": .json("token"), "cookie": .cookie("session")]),
      Step(.get, "/api/customer", by: .token("new"), gives: 200),
      Step(.get, "/api/customer", headers: [("Cookie", "session={cookie}")], gives: 200),
      Step(.delete, "/session", by: .token("new"), gives: 204),
      // Dead at once, also in the cache of sessions, and only this one.
      Step(.get, "/api/customer", by: .token("new"), gives: 401),
      Step(.get, "/api/customer", headers: [("Cookie", "session={cookie}")], gives: 401),
      Step(.get, "/api/customer", by: .li, gives: 200),
    ])

  static let refusedJSON = Scenario(
    "what signing in refuses",
    [
      Step(
        .post, "/session", credentials("li", "wrong"), gives: 401,
        answers: [("WWW-Authenticate", "Bearer"), ("Set-Cookie", nil)]),
      Step(.post, "/session", credentials("nobody", TestWorld.password), gives: 401),
      Step(.post, "/session", credentials("LI", TestWorld.password), gives: 401),
      Step(.post, "/session", credentials("", ""), gives: 401),
      Step(
        .post, "/session", credentials("li", String(repeating: "x", count: 5000)), gives: 401),
      Step(.post, "/session", .json("{\"user\":\"li\"}"), gives: 400),
      Step(.post, "/session", .json("{\"user\":\"li\",\"password\":1}"), gives: 400),
      Step(.post, "/session", .json("{\"user\":\"li\",\"password\":\"x\",\"more\":1}"), gives: 400),
      Step(.post, "/session", .json("[]"), gives: 400),
      Step(.post, "/session", .json("{"), gives: 400),
      Step(.post, "/session", .json(""), gives: 400),
      Step(.post, "/session", .form([("user", "li"), ("password", "x")]), gives: 415),
      Step(
        .post, "/session", credentials("li", TestWorld.password),
        headers: [("Origin", "http://evil.example")], gives: 403),
    ])

  private static let loginForm = [
    ("login", "li"), ("password", TestWorld.password), ("csrf", "{sign-in}"), ("back", ""),
  ]

  private static func login(_ changed: (String, String)...) -> Payload {
    .form(loginForm.map { field in changed.first { $0.0 == field.0 } ?? field })
  }

  private static let token = [("Cookie", "sign-in={sign-in}")]

  static let page = Scenario(
    "a person signs in",
    [
      Step(.get, "/", gives: 303, answers: [("Location", "/sign-in")]),
      Step(
        .get, "/app/customer?sort=name", gives: 303,
        answers: [("Location", "/sign-in?back=%2Fapp%2Fcustomer%3Fsort%3Dname")]),
      Step(
        .get, "/sign-in?back=%2Fapp%2Fcustomer%3Fsort%3Dname", gives: 200,
        has: ["客户营销管理系统", "账号", "密码", "/app/customer?sort=name"],
        keep: ["sign-in": .cookie("sign-in")]),
      Step(
        .post, "/sign-in", login(("back", "/app/customer?sort=name")), headers: token, gives: 303,
        answers: [("Location", "/app/customer?sort=name"), ("Set-Cookie", "HttpOnly")],
        keep: ["new.token": .cookie("session")]),
      Step(.get, "/app/customer", by: .cookie("new"), gives: 200, has: ["李静"]),
      Step(.get, "/", by: .cookie("new"), gives: 200, has: ["李静", "全部商机"]),
    ])

  static let refusedPage = Scenario(
    "what the sign-in page refuses",
    [
      Step(.get, "/sign-in", gives: 200, keep: ["sign-in": .cookie("sign-in")]),
      Step(
        .post, "/sign-in", login(("password", "wrong")), headers: token, gives: 401,
        has: ["账号或密码不正确", "value=\"li\""], lacks: ["wrong"],
        answers: [("Set-Cookie", "sign-in=")]),
      Step(.post, "/sign-in", login(("csrf", "")), headers: token, gives: 403),
      Step(.post, "/sign-in", login(), gives: 403),
      Step(
        .post, "/sign-in", login(), headers: token + [("Sec-Fetch-Site", "cross-site")],
        gives: 403),
      Step(.post, "/sign-in", .json("{}"), headers: token, gives: 400),
    ]
      // The way back stays on this site.
      + ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", "/a\r\nb: c"]
      .map {
        Step(
          .post, "/sign-in", login(("back", $0)), headers: token, gives: 303,
          answers: [("Location", "/"), ("b", nil)])
      } + [
        Step(.get, "/sign-in?back=%2F%2Fevil.example", gives: 200, lacks: ["evil"])
      ])

  static let out = Scenario(
    "a session ends for its browser too",
    [
      Step(.get, "/app/customer", by: .cookie("li"), gives: 200),
      Step(
        .delete, "/session", by: .cookie("li"), headers: [("X-CSRF-Token", "{li.csrf}")],
        gives: 204, answers: [("Set-Cookie", "session=; Path=/; Max-Age=0")]),
      Step(
        .get, "/app/customer", by: .cookie("li"), gives: 303, answers: [("Location", "/sign-in")]),
      Step(.delete, "/session", by: .token("li"), gives: 401),
    ])

  static let outByForm = Scenario(
    "a person signs out",
    [
      Step(.post, "/sign-out", .form([]), by: .cookie("li"), gives: 403),
      Step(.post, "/sign-out", .form([("csrf", "{wang.csrf}")]), by: .cookie("li"), gives: 403),
      Step(.get, "/app/customer", by: .cookie("li"), gives: 200),
      Step(
        .post, "/sign-out", .form([("csrf", "{li.csrf}")]), by: .cookie("li"), gives: 303,
        answers: [
          ("Location", "/sign-in"), ("Set-Cookie", "session=; Path=/; Max-Age=0"),
          ("Clear-Site-Data", "storage"),
        ]),
      Step(.get, "/app/customer", by: .cookie("li"), gives: 303),
      Step(.get, "/app/customer", by: .cookie("wang"), gives: 200),
    ])

  static let expiry = Scenario(
    "a session ends with its time",
    [
      Step(.get, "/api/customer", by: .li, gives: 200)
    ]
      // In use it lasts for twelve hours.
      + (1...24).map { _ in
        Step(.get, "/api/customer", by: .li, after: 30 * 60_000 - 1, gives: 200)
      } + [
        Step(.get, "/api/customer", by: .li, after: 23, gives: 200),
        // In the cache and out of it.
        Step(.get, "/api/customer", by: .li, after: 1, gives: 401),
        Step(.get, "/api/customer", by: .wang, gives: 401),
        Step(.get, "/app/customer", by: .cookie("li"), gives: 303),
      ])

  static let idle = Scenario(
    "a session ends when nobody uses it",
    [
      Step(.get, "/api/customer", by: .li, after: 30 * 60_000 - 1, gives: 200),
      Step(.get, "/api/customer", by: .wang, after: 1, gives: 401),
      Step(.get, "/api/customer", by: .li, gives: 200),
      Step(.get, "/api/customer", by: .li, after: 30 * 60_000, gives: 401),
    ])

  private static func create(
    _ name: String, _ headers: [(String, String)], by sender: Sender = .cookie("li"),
    gives status: Int
  ) -> Step {
    Step(
      .post, "/api/customer", .json("{\"name\":\"\(name)\"}"), by: sender, headers: headers,
      gives: status)
  }

  static let csrf = Scenario(
    "a cookie alone changes nothing",
    [
      create("a", [], gives: 403),
      create("a", [("X-CSRF-Token", "")], gives: 403),
      create("a", [("X-CSRF-Token", "{li.csrf}x")], gives: 403),
      create("a", [("X-CSRF-Token", "{wang.csrf}")], gives: 403),
      create("a", [("X-CSRF-Token", "{li.csrf}")], gives: 201),
      Step(
        .patch, "/api/customer/1", .json("{}"), by: .cookie("li"),
        headers: [("If-Match", "*")], gives: 403),
      Step(
        .delete, "/api/customer/1", by: .cookie("wang"), headers: [("If-Match", "*")], gives: 403),
      Step(.delete, "/session", by: .cookie("li"), gives: 403),
      // A token is sent by its owner only, reading changes nothing: no CSRF token needed.
      create("b", [], by: .li, gives: 201),
      Step(.get, "/api/customer/1", by: .cookie("li"), gives: 200),
    ])

  static let otherSites = Scenario(
    "other sites change nothing",
    [
      create("a", [("X-CSRF-Token", "{li.csrf}"), ("Sec-Fetch-Site", "cross-site")], gives: 403),
      create("a", [("X-CSRF-Token", "{li.csrf}"), ("Sec-Fetch-Site", "same-site")], gives: 403),
      create("a", [("X-CSRF-Token", "{li.csrf}"), ("Origin", "http://evil.example")], gives: 403),
      create("a", [("X-CSRF-Token", "{li.csrf}"), ("Origin", "null")], gives: 403),
      create("a", [("X-CSRF-Token", "{li.csrf}"), ("Origin", "http://127.0.0.1")], gives: 201),
      create("b", [("X-CSRF-Token", "{li.csrf}"), ("Sec-Fetch-Site", "same-origin")], gives: 201),
      Step(
        .post, "/app/customer", .form([("csrf", "{li.csrf}"), ("f.name", "c")]),
        by: .cookie("li"), headers: [("Origin", "http://evil.example")], gives: 403),
      Step(
        .post, "/language", .form([("language", "en"), ("back", "/")]),
        headers: [("Sec-Fetch-Site", "cross-site")], gives: 403),
    ])
}
