import TenonHTTP

/// Records with the rows of their subforms.
enum LineStories {
  static let all = [life, wrong, foreign, rights, expanding, below]

  private static let any = [("If-Match", "*")]

  private static let customer = Step(
    .post, "/api/customer", .json("{\"name\":\"甲\"}"), by: .li, gives: 201)

  private static func deal(_ name: String, _ items: String, line: Int = #line) -> Step {
    Step(
      .post, "/api/opportunity?expand=items",
      .json(
        """
        {"name":"\(name)","customer":1,"amount":"1","items":\(items)}
        """), by: .li, gives: 201, line: line)
  }

  private static func change(
    _ items: String, by sender: Sender = .li, gives status: Int, has: [String] = [],
    lacks: [String] = [], line: Int = #line
  ) -> Step {
    Step(
      .patch, "/api/opportunity/1?expand=items", .json("{\"items\":\(items)}"), by: sender,
      headers: any, gives: status, has: has, lacks: lacks, line: line)
  }

  private static let life = Scenario(
    "rows are written with their record",
    [
      customer,
      deal(
        "一",
        """
        [{"product":"a","quantity":1,"price":"10.5","services":["training","setup"]},
         {"product":"b","quantity":2}]
        """),
      Step(
        .get, "/api/item/1", by: .li, gives: 200,
        has: [
          "\"opportunity\":1,", "\"product\":\"a\"", "\"price\":\"10.50\"",
          "\"services\":[\"setup\",\"training\"]", "\"version\":1",
        ]),
      // One changed, one gone, one new; what is not named stays.
      change(
        """
        [{"id":1,"version":1,"quantity":5},{"id":2,"delete":true},{"product":"c","quantity":3}]
        """, by: .wang, gives: 200,
        has: ["\"quantity\":5", "\"product\":\"c\"", "\"product\":\"a\""],
        lacks: ["\"product\":\"b\""]),
      change(
        "[{\"id\":1,\"version\":2,\"quantity\":6}]", gives: 200,
        has: ["\"quantity\":6", "\"id\":3,"]),
      // The row that goes makes room for the one that comes.
      change(
        "[{\"product\":\"c\",\"quantity\":9},{\"id\":3,\"delete\":true}]", by: .wang, gives: 200,
        has: ["\"id\":4,"], lacks: ["\"id\":3,"]),
      Step(
        .patch, "/api/opportunity/1", .json("{\"items\":[]}"), by: .li, headers: any, gives: 200),
      Step(.get, "/api/item/4", by: .li, gives: 200),
    ])

  private static let wrong = Scenario(
    "what is wrong in a row is told by its place",
    [
      customer,
      Step(
        .post, "/api/opportunity",
        .json(
          """
          {"name":"","customer":1,"amount":"1","items":[{"product":"a","quantity":1},
           {"product":"","quantity":0},{"product":"b","quantity":"x","services":["nothing"]}]}
          """), by: .li, gives: 422,
        has: [
          "\"pointer\":\"/name\"", "\"pointer\":\"/items/1/product\"",
          "\"field\":\"items/1/quantity\",\"code\":\"too_small\",\"message\":\"数量不能小于 1\"",
          "\"field\":\"items/2/quantity\",\"code\":\"malformed\"",
          "\"field\":\"items/2/services\",\"code\":\"unknown\"",
        ], lacks: ["items/0"]),
      Step(.get, "/api/opportunity/1", by: .li, gives: 404),
      Step(.get, "/api/item/1", by: .li, gives: 404),
      deal("一", "[{\"product\":\"a\",\"quantity\":1}]"),
      // The database itself refuses a second of the same; then nothing is kept.
      Step(
        .patch, "/api/opportunity/1",
        .json(
          """
          {"name":"二","items":[{"product":"b","quantity":1},{"product":"a","quantity":1}]}
          """), by: .li, headers: any, gives: 409,
        has: ["\"pointer\":\"/items/1/opportunity\"", "\"pointer\":\"/items/1/product\""]),
      Step(.get, "/api/opportunity/1", by: .li, gives: 200, has: ["\"name\":\"一\""]),
      change(
        "[{\"id\":1,\"version\":7,\"quantity\":2}]", gives: 422,
        has: [
          "\"field\":\"items/0/version\",\"code\":\"version_conflict\",\"message\":\"该记录已被他人修改\""
        ]),
      change("[{\"id\":1,\"version\":7,\"delete\":true}]", gives: 422, has: ["version_conflict"]),
    ]
      + [
        "{}", "[1]", "[{\"id\":\"1\"}]", "[{\"version\":null}]", "[{\"delete\":1}]",
        "[{\"delete\":true}]", "[{\"nothing\":1}]", "[{\"opportunity\":2,\"quantity\":1}]",
        "[{\"created_at\":\"2026-01-01T00:00:00Z\"}]", "null",
        "[" + Array(repeating: "{}", count: 501).joined(separator: ",") + "]",
      ].map { change($0, gives: 400) })

  private static let foreign = Scenario(
    "rows of another record are as unknown as those that are not there",
    [
      customer, deal("一", "[{\"product\":\"a\",\"quantity\":1}]"),
      deal("二", "[{\"product\":\"a\",\"quantity\":1}]"),
      change(
        "[{\"id\":2,\"quantity\":7}]", gives: 422,
        has: ["\"field\":\"items/0/id\",\"code\":\"unknown\""]),
      change(
        "[{\"id\":2,\"delete\":true},{\"id\":99,\"quantity\":1}]", by: .wang, gives: 422,
        has: ["\"field\":\"items/0/id\"", "\"field\":\"items/1/id\""]),
      Step(
        .post, "/api/opportunity",
        .json(
          "{\"name\":\"三\",\"customer\":1,\"amount\":\"1\",\"items\":[{\"id\":1,\"quantity\":2}]}"),
        by: .li, gives: 422, has: ["\"field\":\"items/0/id\",\"code\":\"unknown\""]),
      Step(.get, "/api/item/2", by: .li, gives: 200, has: ["\"quantity\":1"]),
    ])

  private static let rights = Scenario(
    "a row asks for the right to rows",
    [
      customer, deal("一", "[{\"product\":\"a\",\"quantity\":1}]"),
      // Sales may not delete items; nothing else of the request happens either.
      Step(
        .patch, "/api/opportunity/1",
        .json("{\"name\":\"二\",\"items\":[{\"id\":1,\"delete\":true}]}"), by: .li, headers: any,
        gives: 403),
      Step(.get, "/api/opportunity/1", by: .li, gives: 200, has: ["\"name\":\"一\""]),
      Step(
        .patch, "/api/opportunity/1", .json("{\"items\":[{\"product\":\"b\",\"quantity\":1}]}"),
        by: .gast, headers: any, gives: 403),
      Step(.get, "/api/item/1", by: .gast, gives: 200),
    ])

  private static let expanding = Scenario(
    "a record shows what it refers to and what belongs to it",
    [
      customer,
      deal("一", "[{\"product\":\"a\",\"quantity\":1},{\"product\":\"b\",\"quantity\":2}]"),
      deal("二", "[]"),
      Step(
        .get, "/api/opportunity/1?expand=customer,items", by: .li, gives: 200,
        has: [
          "\"customer\":1,", ",\"expanded\":{\"customer\":{\"id\":1,", "\"items\":[{\"id\":1,",
          "{\"id\":2,",
        ], answers: [("ETag", "W/")], keep: ["tag": .header("ETag")]),
      Step(
        .get, "/api/opportunity/1?expand=customer,items", by: .li,
        headers: [("If-None-Match", "{tag}")], gives: 304),
      change("[{\"id\":1,\"quantity\":3}]", gives: 200),
      // The record has not changed, what belongs to it has.
      Step(
        .get, "/api/opportunity/1?expand=customer,items", by: .li,
        headers: [("If-None-Match", "{tag}")], gives: 200, answers: [("ETag", "W/")]),
      Step(
        .get, "/api/opportunity/1?expand=customer&expand=items", by: .li, gives: 200,
        has: ["\"expanded\":{\"customer\":{", "\"items\":[{"]),
      Step(
        .get, "/api/opportunity?expand=items&sort=name", by: .li, gives: 200,
        has: ["\"items\":[{", "\"items\":[]}"]),
      Step(
        .get, "/api/opportunity?expand=items&limit=1&at=last", by: .li, gives: 200,
        has: ["\"items\":["]),
      Step(.get, "/api/opportunity/2?expand=items", by: .li, gives: 200, has: ["\"items\":[]}}"]),
      Step(
        .get, "/api/opportunity/1", by: .li, gives: 200, lacks: ["expanded"],
        answers: [("ETag", "\"1\"")]),
    ]
      + ["", "name", "items,", "nothing", "created_by", "items,nothing"].flatMap {
        [
          Step(.get, "/api/opportunity/1?expand=\($0)", by: .li, gives: 400),
          Step(.get, "/api/opportunity?expand=\($0)", by: .li, gives: 400),
        ]
      })

  private static let below = Scenario(
    "rows have a list below their record",
    [
      customer,
      deal("一", "[{\"product\":\"a\",\"quantity\":1},{\"product\":\"b\",\"quantity\":2}]"),
      deal("二", "[{\"product\":\"c\",\"quantity\":1}]"),
      Step(
        .get, "/api/opportunity/1/items", by: .li, gives: 200,
        has: ["\"product\":\"a\"", "\"product\":\"b\""], lacks: ["\"product\":\"c\""]),
      Step(
        .get, "/api/opportunity/1/items?filter.quantity=2&expand=opportunity", by: .li, gives: 200,
        has: ["\"product\":\"b\"", "\"expanded\":{\"opportunity\":{\"id\":1,"],
        lacks: ["\"product\":\"a\""]),
      Step(.get, "/api/opportunity/3/items", by: .li, gives: 404),
      Step(.get, "/api/opportunity/1/nothing", by: .li, gives: 404),
      Step(.get, "/api/opportunity/1/items?nothing=1", by: .li, gives: 400),
      Step(.post, "/api/opportunity/1/items", .json("{}"), by: .li, gives: 405),
    ])
}
