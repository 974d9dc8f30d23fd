import TestSupport

/// What passwords must be, who has to wait, and what asks for the password again.
enum ThrottleStories {
  static let all = [delays, unknownLogins, lifted, passwords, confirmation, threeSessions, guesses]

  private static func sign(_ user: String, _ password: String) -> Payload {
    .json("{\"user\":\"\(user)\",\"password\":\"\(password)\"}")
  }

  private static func wrong(_ user: String, _ count: Int) -> [Step] {
    (0..<count).map { _ in Step(.post, "/session", sign(user, "wrong"), gives: 401) }
  }

  static let delays = Scenario(
    "failures make signing in wait, longer each time",
    wrong("li", 5) + [
      // The right password does not get in either, and is not counted.
      Step(
        .post, "/session", sign("li", TestWorld.password), gives: 429,
        answers: [("Retry-After", "1")]),
      Step(.post, "/session", sign("li", "wrong"), after: 1_000, gives: 401),
      Step(
        .post, "/session", sign("li", TestWorld.password), after: 1_000, gives: 429,
        answers: [("Retry-After", "1")]),
      // Another login is not meant.
      Step(.post, "/session", sign("wang", TestWorld.password), gives: 201),
      Step(.post, "/session", sign("li", TestWorld.password), after: 1_000, gives: 201),
      // The count begins anew.
      Step(.post, "/session", sign("li", "wrong"), gives: 401),
      Step(.post, "/session", sign("li", TestWorld.password), gives: 201),
    ])

  static let unknownLogins = Scenario(
    "a login that nobody has waits like any other",
    wrong("nobody", 5) + [
      Step(
        .post, "/session", sign("nobody", "wrong"), gives: 429, answers: [("Retry-After", "1")])
    ]
      + (0..<15).map { Step(.post, "/session", sign("nobody\($0)", "wrong"), gives: 401) } + [
        // By now the address has to wait, whoever is meant.
        Step(.post, "/session", sign("li", TestWorld.password), gives: 429),
        Step(.post, "/session", sign("li", TestWorld.password), after: 3_600_000, gives: 201),
      ])

  static let lifted = Scenario(
    "an administrator lets someone try again; the person hears of the failures",
    wrong("li", 5) + [
      Step(.post, "/session", sign("li", TestWorld.password), gives: 429),
      Step(
        .get, "/app/user/1/access", by: .cookie("wang"), gives: 200, has: ["最近有 5 次失败的登录尝试"]),
      Step(
        .post, "/app/user/1/access/lift", .form([("csrf", "{li.csrf}")]), by: .cookie("li"),
        gives: 404),
      Step(
        .post, "/app/user/1/access/lift", .form([("csrf", "{wang.csrf}")]), by: .cookie("wang"),
        gives: 303),
      Step(.post, "/session", sign("li", "wrong"), gives: 401),
      Step(.post, "/session", sign("li", "wrong"), gives: 401),
      Step(.get, "/sign-in", gives: 200, keep: ["sign-in": .cookie("sign-in")]),
      Step(
        .post, "/sign-in",
        .form([("login", "li"), ("password", TestWorld.password), ("csrf", "{sign-in}")]),
        headers: [("Cookie", "sign-in={sign-in}")], gives: 303,
        answers: [("Set-Cookie", "flash=failures2")], keep: ["new.token": .cookie("session")]),
      Step(
        .get, "/", by: .cookie("new"), headers: [("Cookie", "flash=failures2")], gives: 200,
        has: ["上次登录之后有 2 次失败的尝试"]),
    ])

  /// What is refused, with the rule that says so.
  private static let refused = [
    ("short", "密码至少 8 位"), ("baseball", "这个密码太常见"), ("PassWord123", "这个密码太常见"),
    ("88888888", "重复或连续"), ("abcabcabcab", "重复或连续"), ("3456789012", "重复或连续"),
    ("sales-2026!", "系统名称"), ("客户营销管理系统1", "系统名称"), ("李静1234567", "账号或姓名"),
    (String(repeating: "长", count: 201), "密码最多 200 位"),
  ]

  private static func change(_ new: String, _ status: Int, _ has: [String]) -> Step {
    Step(
      .post, "/me/password",
      .form([("csrf", "{li.csrf}"), ("old", "{old}"), ("new", new), ("again", new)]),
      by: .cookie("li"), gives: status, has: has)
  }

  static let passwords = Scenario(
    "what a password must be",
    [Step(.post, "/session", sign("li", TestWorld.password), gives: 201)]
      + refused.map { change($0.0, 422, [$0.1]) }
      + [
        Step(
          .post, "/app/user/1/access/password",
          .form([("csrf", "{wang.csrf}"), ("new", "iloveyou1")]), by: .cookie("wang"), gives: 422,
          has: ["这个密码太常见"]),
        // Any characters do, in whatever form they are composed.
        Step(
          .post, "/app/user/1/access/password",
          .form([("csrf", "{wang.csrf}"), ("new", "Cafe\u{301} 里的 🦊 喝茶")]),
          by: .cookie("wang"), gives: 303),
        Step(.post, "/session", sign("li", "Café 里的 🦊 喝茶"), gives: 201),
        Step(.post, "/session", sign("li", "café 里的 🦊 喝茶"), gives: 401),
        Step(
          .post, "/app/user/1/access/password",
          .form([("csrf", "{wang.csrf}"), ("new", String(repeating: "长", count: 199) + "短")]),
          by: .cookie("wang"), gives: 303),
        Step(
          .post, "/session", sign("li", String(repeating: "长", count: 199) + "短"), gives: 201),
        Step(
          .post, "/session", sign("li", String(repeating: "长", count: 199)), gives: 401),
      ])

  static let confirmation = Scenario(
    "how one comes in changes only behind the password",
    [
      Step(.get, "/me/tokens", by: .cookie("li"), gives: 200),
      Step(
        .get, "/me/tokens", by: .cookie("li"), after: 600_000, gives: 303,
        answers: [("Location", "/me/confirm?back=%2Fme%2Ftokens")]),
      Step(
        .post, "/me/tokens", .form([("csrf", "{li.csrf}"), ("name", "x")]), by: .cookie("li"),
        gives: 303, answers: [("Location", "/me/confirm?back=%2Fme%2Ftokens")]),
      Step(
        .post, "/me/sessions", .form([("csrf", "{li.csrf}")]), by: .cookie("li"),
        gives: 303, answers: [("Location", "/me/confirm?back=%2Fme")]),
      Step(.get, "/me/second-factor", by: .cookie("li"), gives: 303),
      Step(.get, "/me/confirm?back=%2Fme%2Ftokens", by: .cookie("li"), gives: 200, has: ["密码"]),
      Step(
        .post, "/me/confirm",
        .form([("csrf", "{li.csrf}"), ("password", "wrong"), ("back", "/me/tokens")]),
        by: .cookie("li"), gives: 401, has: ["当前密码不正确"]),
      Step(
        .post, "/me/confirm",
        .form([("csrf", "{li.csrf}"), ("password", "tenon-demo"), ("back", "//evil")]),
        by: .cookie("li"), gives: 303, answers: [("Location", "/me")],
        keep: ["new.token": .cookie("session")]),
      // The session goes on under a new name only.
      Step(.get, "/me/tokens", by: .cookie("li"), gives: 303),
      Step(.get, "/api/customer", by: .token("li"), gives: 401),
      Step(.get, "/me/tokens", by: .cookie("new"), gives: 200),
    ])

  static let threeSessions = Scenario(
    "whoever is suspended is out everywhere at the next request",
    [
      Step(
        .post, "/session", sign("li", "tenon-demo"), gives: 201, keep: ["a.token": .json("token")]),
      Step(
        .post, "/session", sign("li", "tenon-demo"), gives: 201, keep: ["b.token": .json("token")]),
      Step(
        .post, "/me/tokens", .form([("csrf", "{li.csrf}"), ("name", "x")]), by: .cookie("li"),
        gives: 201, keep: ["t.token": .body(after: "value=\"tn_")]),
      Step(.get, "/api/customer", headers: [("Authorization", "Bearer tn_{t.token}")], gives: 200),
      Step(.get, "/me", by: .cookie("li"), gives: 200, has: ["127.0.0.1"]),
      Step(
        .post, "/app/user/1/access/active", .form([("csrf", "{wang.csrf}"), ("active", "false")]),
        by: .cookie("wang"), gives: 303),
    ]
      + ["li", "a", "b"].map { Step(.get, "/api/customer", by: .token($0), gives: 401) } + [
        Step(
          .get, "/api/customer", headers: [("Authorization", "Bearer tn_{t.token}")], gives: 401),
        Step(.get, "/app/customer", by: .cookie("li"), gives: 303),
      ])

  static let guesses = Scenario(
    "nobody learns by asking often",
    (0..<30).map { _ in
      Step(
        .get, "/app/customer/-/taken?field=name&value=x", by: .cookie("li"), gives: 200)
    } + [
      Step(
        .get, "/app/customer/-/taken?field=name&value=x", by: .cookie("li"), gives: 429,
        answers: [("Retry-After", "60")]),
      Step(.get, "/app/customer/-/taken?field=name&value=x", by: .cookie("wang"), gives: 200),
      Step(
        .get, "/app/customer/-/taken?field=name&value=x", by: .cookie("li"), after: 60_000,
        gives: 200),
    ])
}
