import TenonHTTP
import TestSupport

/// What is not answered: without a session, without a role, without a route.
enum RefusalStories {
  static let all = [noCredentials, roles, routes, malformed]

  private static let routesOfTheAPI: [(TenonHTTP.Method, String)] =
    ["customer", "opportunity"].flatMap { entity -> [(TenonHTTP.Method, String)] in
      [
        (.get, "/api/\(entity)"), (.post, "/api/\(entity)"), (.get, "/api/\(entity)/1"),
        (.patch, "/api/\(entity)/1"), (.delete, "/api/\(entity)/1"),
      ]
    } + [(.delete, "/session")]

  private static let badCredentials: [[(String, String)]] = [
    [], [("Authorization", "Bearer " + String(repeating: "0", count: 64))],
    [("Authorization", "Bearer")], [("Authorization", "Bearer ")], [("Authorization", "Bearer x")],
    [("Authorization", "bearer {li.token}x")], [("Authorization", "Basic bGk6dGVub24tZGVtbw==")],
    [("Cookie", "session=")], [("Cookie", "session=" + String(repeating: "f", count: 64))],
    [("Cookie", "sessio={li.token}")], [("Cookie", "__Host-session={li.token}")],
    // What the header says counts, even beside a good cookie.
    [("Authorization", "Basic eA=="), ("Cookie", "session={li.token}")],
  ]

  static let noCredentials = Scenario(
    "no route of the API answers a stranger",
    routesOfTheAPI.flatMap { method, path in
      badCredentials.map { headers in
        Step(
          method, path, method == .get ? .none : .json("{\"name\":\"x\"}"), headers: headers,
          gives: 401, lacks: ["data", "甲"], answers: [("WWW-Authenticate", "Bearer")])
      }
    })

  static let roles = Scenario(
    "roles decide",
    [
      Step(.post, "/api/customer", .json("{\"name\":\"甲\"}"), by: .gast, gives: 403),
      Step(.post, "/api/customer", .json("{\"name\":\"甲\"}"), by: .li, gives: 201),
      Step(.get, "/api/customer/1", by: .gast, gives: 200),
      Step(.get, "/api/customer", by: .gast, gives: 200, has: ["甲"]),
      Step(
        .patch, "/api/customer/1", .json("{\"name\":\"乙\"}"), by: .gast,
        headers: [("If-Match", "*")], gives: 403),
      Step(.delete, "/api/customer/1", by: .gast, headers: [("If-Match", "*")], gives: 403),
      Step(.delete, "/api/customer/1", by: .li, headers: [("If-Match", "*")], gives: 403),
      Step(
        .post, "/app/customer/1/delete", .form([("csrf", "{li.csrf}"), ("version", "1")]),
        by: .cookie("li"), gives: 403),
      Step(.get, "/app/customer/new", by: .cookie("gast"), gives: 403, has: ["你没有权限"]),
      Step(.get, "/app/customer/1/edit", by: .cookie("gast"), gives: 403),
      Step(
        .post, "/app/customer", .form([("csrf", "{gast.csrf}"), ("f.name", "丙")]),
        by: .cookie("gast"), gives: 403),
      Step(
        .post, "/app/customer/1",
        .form([("csrf", "{gast.csrf}"), ("version", "1"), ("f.name", "丙")]),
        by: .cookie("gast"), gives: 403),
      // Pages offer only what one may do.
      Step(
        .get, "/app/customer/1", by: .cookie("gast"), gives: 200, has: ["甲"],
        lacks: ["/app/customer/1/edit", "/app/customer/1/delete"]),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), gives: 200, has: ["/app/customer/1/edit"],
        lacks: ["/app/customer/1/delete"]),
      Step(
        .get, "/app/customer/1", by: .cookie("wang"), gives: 200,
        has: ["/app/customer/1/delete"]),
      Step(.get, "/app/customer", by: .cookie("gast"), gives: 200, lacks: ["/app/customer/new"]),
      Step(.get, "/api/customer/1", by: .li, gives: 200, has: ["甲"], answers: [("ETag", "\"1\"")]),
      Step(.delete, "/api/customer/1", by: .wang, headers: [("If-Match", "\"1\"")], gives: 204),
    ])

  private static func missing(_ path: String) -> Step {
    Step(.get, path, by: .li, gives: 404, has: ["\"status\":404"])
  }

  static let routes = Scenario(
    "only what is in the table of routes is there",
    [
      "/api", "/api/", "/api/nothing", "/api/customer/", "/api/Customer", "/api/customer/1/2",
      "/api/customer/0", "/api/customer/-1", "/api/customer/01", "/api/customer/+1",
      "/api/customer/abc", "/api/customer/1", "/api/customer/9223372036854775808",
      "/api/customer/99999999999999999999", "/api/%63ustomer", "/api//customer", "/nothing",
      "/.env", "/api/customer/%31", "/assets/nothing", "/assets/..%2Fx",
    ].map(missing) + [
      Step(
        .put, "/api/customer", .json("{}"), by: .li, gives: 405, answers: [("Allow", "GET, POST")]),
      Step(
        .post, "/api/customer/1", .json("{}"), by: .li, gives: 405,
        answers: [("Allow", "GET, PATCH, DELETE")]),
      Step(.delete, "/healthz", gives: 405, answers: [("Allow", "GET")]),
      Step(.options, "/api/customer", gives: 405, answers: [("Access-Control-Allow-Origin", nil)]),
      Step(.get, "/healthz", gives: 200, has: ["ok"]), Step(.get, "/readyz", gives: 200),
      Step(.get, "/openapi.json", gives: 200, has: ["3.1.0"]),
      Step(
        .get, "/nothing", by: .cookie("li"), headers: [("Accept", "text/html")], gives: 404,
        has: ["找不到这个页面"], lacks: ["about:blank"]),
      Step(
        .get, "/app/nothing", by: .cookie("li"), headers: [("Accept", "text/html")], gives: 404,
        has: ["找不到这个页面"]),
      Step(.get, "/app/customer/7", by: .cookie("li"), gives: 404, has: ["找不到这个页面"]),
      Step(.get, "/app/customer/7/edit", by: .cookie("li"), gives: 404),
      Step(.get, "/app/customer/x/edit", by: .cookie("li"), gives: 404),
      Step(.get, "/app/customer?view=nothing", by: .cookie("li"), gives: 404),
    ])

  private static func refused(_ body: String, _ words: String...) -> Step {
    Step(.post, "/api/customer", .json(body), by: .li, gives: 400, has: words)
  }

  static let malformed = Scenario(
    "a request that means something else is not half understood",
    [
      refused(""), refused("{"), refused("null"), refused("[]"), refused("\"x\""), refused("1"),
      refused("{\"name\":\"a\",\"name\":\"b\"}"), refused("{\"name\":\"a\\u0000b\"}"),
      refused("{\"name\":\"\\ud800\"}"), refused("{\"name\":\"a\"} x"), refused("{\"name\":NaN}"),
      refused("{\"name\":\"a\",\"staff\":99999999999999999999}"),
      refused(String(repeating: "[", count: 5000)),
      refused("{\"name\":\"a\",\"nothing\":1}", "nothing"),
      refused("{\"name\":\"a\",\"Name\":\"b\"}", "Name"),
      refused("{\"name\":\"a\",\"id\":5}", "id"), refused("{\"name\":\"a\",\"version\":5}"),
      refused("{\"name\":\"a\",\"number\":\"KH-1\"}", "number"),
      refused("{\"name\":\"a\",\"created_by\":1}"), refused("{\"name\":\"a\",\"\":1}"),
      refused("{\"name\":\"a\",\"<b>\\\"\":1}", "<b>\\\""),
    ]
      + [nil, "text/plain", "application/x-www-form-urlencoded", "application/jsonp"].map {
        Step(.post, "/api/customer", .raw(type: $0, "{\"name\":\"a\"}"), by: .li, gives: 415)
      } + [
        Step(.get, "/api/customer", by: .li, gives: 200, has: ["\"data\":[]"]),
        Step(
          .post, "/api/customer", .raw(type: "application/json; charset=utf-8", "{\"name\":\"a\"}"),
          by: .li, gives: 201),
      ])
}
