import TestSupport

/// People about themselves, and administrators about people.
enum PeopleStories {
  static let all = [ownFields, ownPassword, ownSessions, strangers, invitation, deactivation]

  private static func sign(_ user: String, _ password: String) -> Payload {
    .json("{\"user\":\"\(user)\",\"password\":\"\(password)\"}")
  }

  static let ownFields = Scenario(
    "the own page",
    [
      Step(.get, "/me", gives: 303),
      Step(
        .get, "/me", by: .cookie("li"), gives: 200,
        has: ["李静", "name=\"f.phone\"", "本机", "/me/tokens"], lacks: ["f.roles", "f.active"]),
      Step(
        .post, "/me",
        .form([
          ("csrf", "{li.csrf}"), ("f.name", "李小静"), ("f.phone", "142 0000 0001"),
          ("f.roles", "manager"), ("f.active", "false"),
        ]), by: .cookie("li"), gives: 303, answers: [("Location", "/me")]),
      // The name counts at once; roles and state are not theirs to change.
      Step(.get, "/me", by: .cookie("li"), gives: 200, has: ["李小静", "142 0000 0001"]),
      Step(.get, "/app/user/1/access", by: .cookie("li"), gives: 404),
      Step(
        .post, "/me",
        .form([("csrf", "{li.csrf}"), ("f.name", ""), ("f.email", "no address")]),
        by: .cookie("li"), gives: 422, has: ["请填写姓名", "value=\"no address\"", "f3-error"]),
      Step(.post, "/me", .form([("f.name", "x")]), by: .cookie("li"), gives: 403),
    ])

  static let ownPassword = Scenario(
    "the own password",
    [
      Step(
        .post, "/me/password",
        .form([
          ("csrf", "{li.csrf}"), ("old", "wrong"), ("new", "a new password"),
          ("again", "a new password"),
        ]), by: .cookie("li"), gives: 422, has: ["当前密码不正确"], lacks: ["a new password"]),
      Step(
        .post, "/me/password",
        .form([("csrf", "{li.csrf}"), ("old", "tenon-demo"), ("new", "short"), ("again", "short")]),
        by: .cookie("li"), gives: 422, has: ["密码至少 8 位"]),
      Step(
        .post, "/me/password",
        .form([
          ("csrf", "{li.csrf}"), ("old", "tenon-demo"), ("new", "a new password"),
          ("again", "another password"),
        ]), by: .cookie("li"), gives: 422, has: ["两次输入的新密码不一致"]),
      Step(
        .post, "/session", sign("li", "tenon-demo"), gives: 201,
        keep: ["other.token": .json("token")]
      ),
      Step(
        .post, "/me/password",
        .form([
          ("csrf", "{li.csrf}"), ("old", "tenon-demo"), ("new", "a new password"),
          ("again", "a new password"),
        ]), by: .cookie("li"), gives: 303, answers: [("Location", "/me")]),
      Step(.get, "/me", by: .cookie("li"), gives: 200),
      Step(.get, "/api/customer", by: .token("other"), gives: 401),
      Step(.post, "/session", sign("li", "tenon-demo"), gives: 401),
      Step(.post, "/session", sign("li", "a new password"), gives: 201),
    ])

  static let ownSessions = Scenario(
    "the own sessions",
    [
      Step(
        .post, "/session", sign("li", "tenon-demo"),
        headers: [("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/141.0 Safari/537.36")],
        gives: 201, keep: ["other.token": .json("token")]),
      Step(.get, "/api/customer", by: .token("other"), gives: 200),
      Step(
        .get, "/me", by: .cookie("li"), gives: 200, has: ["Chrome · Windows"],
        lacks: ["{other.token}", "{li.token}"],
        keep: ["name": .body(after: "name=\"session\" value=\"")]),
      // Nobody ends the session of someone else by its name.
      Step(
        .post, "/me/sessions", .form([("csrf", "{wang.csrf}"), ("session", "{name}")]),
        by: .cookie("wang"), gives: 303),
      Step(.get, "/api/customer", by: .token("other"), gives: 200),
      Step(
        .post, "/me/sessions", .form([("csrf", "{li.csrf}"), ("session", "{name}")]),
        by: .cookie("li"), gives: 303),
      Step(.get, "/api/customer", by: .token("other"), gives: 401),
      Step(.get, "/me", by: .cookie("li"), gives: 200),
    ])

  static let strangers = Scenario(
    "only administrators see how people come in",
    [
      Step(.get, "/app/user/1/access", by: .cookie("li"), gives: 404),
      Step(.get, "/app/user/1/access", by: .cookie("gast"), gives: 404),
      Step(
        .post, "/app/user/2/access/password",
        .form([("csrf", "{li.csrf}"), ("new", "a new password")]), by: .cookie("li"), gives: 404),
      Step(
        .post, "/app/user/2/access/invite", .form([("csrf", "{li.csrf}")]), by: .cookie("li"),
        gives: 404),
      Step(
        .post, "/app/user/2/access/active", .form([("csrf", "{li.csrf}"), ("active", "false")]),
        by: .cookie("li"), gives: 404),
      Step(
        .post, "/app/user/2/access/sessions", .form([("csrf", "{li.csrf}")]), by: .cookie("li"),
        gives: 404),
      Step(.get, "/app/user/1/access", by: .cookie("wang"), gives: 200, has: ["李静", "登录与安全"]),
      Step(.get, "/app/user/99/access", by: .cookie("wang"), gives: 404),
      Step(
        .post, "/app/user/99/access/invite", .form([("csrf", "{wang.csrf}")]),
        by: .cookie("wang"), gives: 404),
    ])

  static let invitation = Scenario(
    "an invitation",
    [
      Step(
        .post, "/api/user", .json("{\"login\":\"zhou\",\"name\":\"周敏\",\"roles\":[\"sales\"]}"),
        by: .wang, gives: 201),
      Step(
        .get, "/app/user/4/access", by: .cookie("wang"), gives: 200, has: ["还没有密码"]),
      Step(
        .post, "/app/user/4/access/invite", .form([("csrf", "{wang.csrf}")]), by: .cookie("wang"),
        gives: 200, keep: ["path": .body(after: "value=\"http://127.0.0.1")]),
      Step(
        .post, "/app/user/4/access/invite", .form([("csrf", "{wang.csrf}")]), by: .cookie("wang"),
        gives: 200, keep: ["invited": .body(after: "/welcome/")]),
      Step(.get, "/welcome/{invited}", gives: 200, has: ["周敏", "zhou"]),
      Step(
        .post, "/welcome/{invited}", .form([("csrf", "{invited}"), ("new", "short")]), gives: 422),
      Step(.post, "/welcome/{invited}", .form([("new", "long enough")]), gives: 403),
      Step(
        .post, "/welcome/{invited}", .form([("csrf", "{invited}"), ("new", "long enough")]),
        gives: 303, answers: [("Location", "/")], keep: ["zhou.token": .cookie("session")]),
      Step(.get, "/", by: .cookie("zhou"), gives: 200, has: ["周敏"]),
      Step(.get, "/welcome/{invited}", headers: [("Accept", "text/html")], gives: 404),
      Step(
        .post, "/welcome/{invited}", .form([("csrf", "{invited}"), ("new", "long enough")]),
        gives: 404),
      Step(.post, "/session", sign("zhou", "long enough"), gives: 201),
      Step(.get, "/welcome/rubbish", gives: 404),
    ])

  static let deactivation = Scenario(
    "someone leaves",
    [
      Step(.get, "/api/customer", by: .li, gives: 200),
      Step(
        .post, "/app/user/1/access/active", .form([("csrf", "{wang.csrf}"), ("active", "false")]),
        by: .cookie("wang"), gives: 303),
      Step(.get, "/api/customer", by: .li, gives: 401),
      Step(.post, "/session", sign("li", "tenon-demo"), gives: 401),
      Step(
        .post, "/app/user/1/access/active", .form([("csrf", "{wang.csrf}"), ("active", "true")]),
        by: .cookie("wang"), gives: 303),
      Step(.post, "/session", sign("li", "tenon-demo"), gives: 201),
      // An administrator cannot lock themselves out.
      Step(
        .post, "/app/user/2/access/active", .form([("csrf", "{wang.csrf}"), ("active", "false")]),
        by: .cookie("wang"), gives: 403),
      // A role that is taken away counts at the next request.
      Step(.get, "/app/user/1/access", by: .cookie("wang"), gives: 200),
      Step(
        .post, "/app/user/1/access/password",
        .form([("csrf", "{wang.csrf}"), ("new", "set by wang")]), by: .cookie("wang"), gives: 303),
      Step(.post, "/session", sign("li", "set by wang"), gives: 201),
      Step(
        .patch, "/api/user/2", .json("{\"roles\":[\"sales\"]}"), by: .wang,
        headers: [("If-Match", "\"1\"")], gives: 200),
      Step(.get, "/app/user/1/access", by: .cookie("wang"), gives: 404),
    ])
}
