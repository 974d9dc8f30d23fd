import TestSupport

/// A record's life over the API.
enum RecordStories {
  static let all = [life, versions, caching, unique, references, numbers, periods]

  private static func match(_ tag: String) -> [(String, String)] { [("If-Match", tag)] }

  static let life = Scenario(
    "create, read, change, delete",
    [
      Step(
        .post, "/api/customer",
        .json(
          """
          {"name":"  上海甲公司 ","level":"vip","staff":12,"budget":"1000.50","discount":"0.055",
           "rating":4.5,"active":false,"since":"2024-02-29","met_at":"2026-03-02T09:00:00+08:00",
           "remark":"第一行\\n\\"第二\\"行 <b>"}
          """), by: .li, gives: 201,
        has: [
          "\"id\":1,", "\"version\":1", "\"name\":\"上海甲公司\"", "\"level\":\"vip\"", "\"staff\":12",
          "\"budget\":\"1000.50\"", "\"discount\":\"0.0550\"", "\"rating\":\"4.5\"",
          "\"active\":false", "\"since\":\"2024-02-29\"", "\"met_at\":\"2026-03-02T01:00:00.000Z\"",
          "\"phone\":null", "\"created_at\":\"2026-03-31T15:30:00.000Z\"",
          "第一行\\n\\\"第二\\\"行 <b>",
        ],
        answers: [("Location", "/api/customer/1"), ("ETag", "\"1\"")]),
      Step(.get, "/api/customer/1", by: .gast, gives: 200, has: ["上海甲公司"]),
      Step(
        .patch, "/api/customer/1", .json("{\"level\":\"normal\",\"staff\":null}"), by: .wang,
        headers: match("\"1\""), after: 60_000, gives: 200,
        has: [
          "\"version\":2", "\"level\":\"normal\"", "\"staff\":null", "\"budget\":\"1000.50\"",
          "\"updated_at\":\"2026-03-31T15:31:00.000Z\"",
          "\"created_at\":\"2026-03-31T15:30:00.000Z\"",
        ], answers: [("ETag", "\"2\"")]),
      Step(.delete, "/api/customer/1", by: .wang, headers: match("\"2\""), gives: 204),
      Step(.get, "/api/customer/1", by: .li, gives: 404),
      Step(.patch, "/api/customer/1", .json("{}"), by: .li, headers: match("*"), gives: 404),
      Step(.delete, "/api/customer/1", by: .wang, headers: match("*"), gives: 404),
      // An id is never used again.
      Step(
        .post, "/api/customer", .json("{\"name\":\"乙\"}"), by: .li, gives: 201, has: ["\"id\":2,"]),
    ])

  static let versions = Scenario(
    "a change says which version it means",
    [
      Step(.post, "/api/customer", .json("{\"name\":\"甲\"}"), by: .li, gives: 201),
      Step(.patch, "/api/customer/1", .json("{\"city\":\"a\"}"), by: .li, gives: 428),
      Step(.delete, "/api/customer/1", by: .wang, gives: 428),
    ]
      + ["\"2\"", "\"0\"", "1", "\"\"", "W/\"1\"", "\"1\", \"2\"", "abc", "\"x\""].flatMap {
        [
          Step(
            .patch, "/api/customer/1", .json("{\"city\":\"a\"}"), by: .li, headers: match($0),
            gives: 412),
          Step(.delete, "/api/customer/1", by: .wang, headers: match($0), gives: 412),
        ]
      } + [
        Step(
          .get, "/api/customer/1", by: .li, gives: 200, has: ["\"version\":1", "\"city\":null"]),
        Step(
          .patch, "/api/customer/1", .json("{\"city\":\"a\"}"), by: .li, headers: match("\"1\""),
          gives: 200, answers: [("ETag", "\"2\"")]),
        Step(
          .patch, "/api/customer/1", .json("{\"city\":\"b\"}"), by: .li, headers: match("*"),
          gives: 200, answers: [("ETag", "\"3\"")]),
        // What changes nothing makes no version.
        Step(
          .patch, "/api/customer/1", .json("{\"city\":\"b\"}"), by: .li, headers: match("\"3\""),
          after: 1000, gives: 200, has: ["\"updated_at\":\"2026-03-31T15:30:00.000Z\""],
          answers: [("ETag", "\"3\"")]),
        Step(
          .patch, "/api/customer/1", .json("{}"), by: .li, headers: match("\"3\""), gives: 200,
          answers: [("ETag", "\"3\"")]),
        Step(.delete, "/api/customer/1", by: .wang, headers: match("*"), gives: 204),
      ])

  static let caching = Scenario(
    "a record that is known already is not sent again",
    [
      Step(
        .post, "/api/customer", .json("{\"name\":\"甲\"}"), by: .li, gives: 201,
        keep: ["tag": .header("ETag")]),
      Step(
        .get, "/api/customer/1", by: .li, headers: [("If-None-Match", "{tag}")], gives: 304,
        lacks: ["甲"], answers: [("ETag", "{tag}"), ("Cache-Control", "no-cache")]),
      Step(.get, "/api/customer/1", by: .li, headers: [("If-None-Match", "\"9\"")], gives: 200),
      Step(
        .get, "/api/customer/1", headers: [("If-None-Match", "{tag}")], gives: 401),
      Step(
        .patch, "/api/customer/1", .json("{\"city\":\"a\"}"), by: .li, headers: match("{tag}"),
        gives: 200),
      Step(
        .get, "/api/customer/1", by: .li, headers: [("If-None-Match", "{tag}")], gives: 200,
        has: ["甲"]),
    ])

  /// `id` keeps the record's id under this name: on PostgreSQL what is refused takes one.
  private static func create(
    _ body: String, gives status: Int, has: String..., id name: String? = nil
  ) -> Step {
    Step(
      .post, "/api/customer", .json(body), by: .li, gives: status, has: has,
      keep: name.map { [$0: .json("id")] } ?? [:])
  }

  static let unique = Scenario(
    "what must occur once does",
    [
      create("{\"name\":\"caf\\u00e9\",\"credit_code\":\"1\"}", gives: 201),
      create(
        "{\"name\":\"café\"}", gives: 409, has: "\"field\":\"name\"", "\"code\":\"not_unique\""),
      // The same text in another composition is the same text.
      create("{\"name\":\" cafe\\u0301 \"}", gives: 409),
      create("{\"name\":\"Café\"}", gives: 201, id: "other"),
      create(
        "{\"name\":\"b\",\"credit_code\":\"1\"}", gives: 409, has: "\"field\":\"credit_code\""),
      create("{\"name\":\"b\"}", gives: 201), create("{\"name\":\"c\"}", gives: 201),
      Step(
        .patch, "/api/customer/{other}", .json("{\"name\":\"café\"}"), by: .li,
        headers: match("*"), gives: 409),
      Step(
        .patch, "/api/customer/1", .json("{\"name\":\"café\",\"city\":\"x\"}"), by: .li,
        headers: match("*"), gives: 200),
    ])

  private static func opportunity(_ customer: String, gives status: Int, has: String...) -> Step {
    Step(
      .post, "/api/opportunity",
      .json("{\"name\":\"甲\",\"customer\":\(customer),\"amount\":\"1\"}"),
      by: .li, gives: status, has: has)
  }

  static let references = Scenario(
    "references lead somewhere",
    [
      create("{\"name\":\"甲\"}", gives: 201), create("{\"name\":\"乙\"}", gives: 201),
      opportunity("3", gives: 422, has: "\"field\":\"customer\"", "\"code\":\"unknown\""),
      opportunity("9007199254740991", gives: 422, has: "\"code\":\"unknown\""),
      opportunity("9007199254740992", gives: 422, has: "\"code\":\"malformed\""),
      opportunity("0", gives: 422, has: "\"code\":\"malformed\""),
      opportunity("-1", gives: 422), opportunity("\"1\"", gives: 422),
      opportunity("1.0", gives: 422),
      opportunity("true", gives: 422), opportunity("{\"id\":1}", gives: 422),
      opportunity("null", gives: 422, has: "\"code\":\"required\""),
      opportunity("1", gives: 201, has: "\"customer\":1"),
      opportunity("1", gives: 409, has: "\"field\":\"customer\"", "\"field\":\"name\""),
      opportunity("2", gives: 201),
      Step(
        .delete, "/api/customer/1", by: .wang, headers: match("*"), gives: 409, lacks: ["errors"]),
      Step(.get, "/api/customer/1", by: .li, gives: 200),
      Step(.delete, "/api/opportunity/1", by: .wang, headers: match("*"), gives: 204),
      Step(.delete, "/api/customer/1", by: .wang, headers: match("*"), gives: 204),
      Step(
        .get, "/app/opportunity/-/pick?q=%E4%B9%99", by: .cookie("li"), gives: 200),
      Step(
        .get, "/app/customer/-/pick?q=%E4%B9%99", by: .cookie("li"), gives: 200,
        has: ["{\"items\":[{\"id\":2,\"title\":\"乙\"}]}"]),
    ])

  static let numbers = Scenario(
    "numbers follow each other",
    [
      create("{\"name\":\"a\"}", gives: 201, has: "\"number\":\"KH-202603-0001\""),
      // What was refused took none, whether it was seen before the write or in it.
      create("{\"name\":\"\"}", gives: 422), create("{\"name\":\"a\"}", gives: 409),
      create("{\"name\":\"b\"}", gives: 201, has: "\"number\":\"KH-202603-0002\"", id: "second"),
      opportunity("1", gives: 201, has: "\"number\":\"SJ-202603-0001\""),
      Step(.delete, "/api/customer/{second}", by: .wang, headers: match("*"), gives: 204),
      create("{\"name\":\"c\"}", gives: 201, has: "\"number\":\"KH-202603-0003\"", id: "third"),
      Step(
        .patch, "/api/customer/{third}", .json("{\"number\":\"KH-1\"}"), by: .li,
        headers: match("*"),
        gives: 400),
    ])

  static let periods = Scenario(
    "numbers begin anew with the company's month",
    [
      create("{\"name\":\"a\"}", gives: 201, has: "\"number\":\"KH-202603-0001\""),
      Step(.get, "/api/customer/1", by: .li, after: 15 * 60_000, gives: 200),
      // Half an hour later it is April in Shanghai and still March in Greenwich.
      Step(
        .post, "/api/customer", .json("{\"name\":\"b\"}"), by: .li, after: 15 * 60_000, gives: 201,
        has: ["\"number\":\"KH-202604-0001\"", "\"created_at\":\"2026-03-31T16:00:00.000Z\""]),
      create("{\"name\":\"c\"}", gives: 201, has: "\"number\":\"KH-202604-0002\""),
    ])
}
