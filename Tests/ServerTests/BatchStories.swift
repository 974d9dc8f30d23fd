import TenonHTTP

/// Several changes in one request.
enum BatchStories {
  static let all = [mixed, nothingKept, malformed, once]

  private static func batch(
    _ operations: String, by sender: Sender = .wang, headers: [(String, String)] = [],
    gives status: Int, has: [String] = [], lacks: [String] = [], line: Int = #line
  ) -> Step {
    Step(
      .post, "/api/customer/-/batch", .json("{\"operations\":[\(operations)]}"), by: sender,
      headers: headers, gives: status, has: has, lacks: lacks, line: line)
  }

  private static func create(_ name: String) -> String {
    "{\"op\":\"create\",\"record\":{\"name\":\"\(name)\"}}"
  }

  private static let mixed = Scenario(
    "a batch creates, changes and deletes",
    [
      batch(
        [create("甲"), create("乙"), create("丙")].joined(separator: ","), by: .li, gives: 200,
        has: [
          """
          {"results":[{"id":1,"version":1},{"id":2,"version":1},{"id":3,"version":1}]}
          """
        ]),
      batch(
        """
        {"op":"update","id":1,"version":1,"record":{"city":"a"}},
        {"op":"delete","id":2,"version":null},{"op":"update","id":3,"version":null,"record":{}},
        {"op":"create","record":{"name":"乙"}}
        """, gives: 200,
        has: [
          """
          [{"id":1,"version":2},{"id":2,"version":null},{"id":3,"version":1},{"id":4,"version":1}]
          """
        ]),
      Step(.get, "/api/customer/1", by: .li, gives: 200, has: ["\"city\":\"a\""]),
      Step(.get, "/api/customer/2", by: .li, gives: 404),
    ])

  private static let nothingKept = Scenario(
    "a batch is kept whole or not at all",
    [
      batch(create("甲") + "," + create("乙"), gives: 200),
      batch(
        """
        \(create("丙")),\(create("")),{"op":"update","id":9,"version":1,"record":{}},
        {"op":"update","id":1,"version":5,"record":{"city":"x"}},\(create("甲")),
        {"op":"update","id":2,"version":1,"record":{"staff":"x","level":"y"}},
        {"op":"delete","id":8,"version":null}
        """, gives: 422,
        has: [
          "\"field\":\"operations/1/record/name\",\"code\":\"required\",\"message\":\"请填写客户名称\"",
          "\"field\":\"operations/2/id\",\"code\":\"unknown\"",
          "\"field\":\"operations/3/version\",\"code\":\"version_conflict\"",
          "\"field\":\"operations/4/record/name\",\"code\":\"not_unique\"",
          "\"field\":\"operations/5/record/staff\",\"code\":\"malformed\"",
          "\"pointer\":\"/operations/5/record/level\"", "\"field\":\"operations/6/id\"",
        ], lacks: ["operations/0"]),
      Step(.get, "/api/customer", by: .li, gives: 200, lacks: ["丙"]),
      Step(.get, "/api/customer/3", by: .li, gives: 404),
      // Sales may not delete, so the whole is refused.
      batch(
        create("丙") + ",{\"op\":\"delete\",\"id\":1,\"version\":1}", by: .li, gives: 403),
      batch(create("丙"), by: .gast, gives: 403),
      Step(.get, "/api/customer", by: .li, gives: 200, lacks: ["丙"]),
      // A customer with an opportunity stays, and so does everyone else of the batch.
      Step(
        .post, "/api/opportunity", .json("{\"name\":\"x\",\"customer\":1,\"amount\":\"1\"}"),
        by: .li, gives: 201),
      batch(
        "{\"op\":\"delete\",\"id\":2,\"version\":1},{\"op\":\"delete\",\"id\":1,\"version\":1}",
        gives: 409),
      Step(.get, "/api/customer/2", by: .li, gives: 200),
    ])

  private static let malformed = Scenario(
    "a batch that cannot be read",
    [
      batch("", gives: 400),
      batch(Array(repeating: "{}", count: 101).joined(separator: ","), gives: 400),
      Step(.post, "/api/customer/-/batch", .json("[]"), by: .wang, gives: 400),
      Step(.post, "/api/customer/-/batch", .json("{\"operations\":{}}"), by: .wang, gives: 400),
      Step(.post, "/api/customer/-/batch", .none, by: .wang, gives: 415),
      Step(.get, "/api/customer/-/batch", by: .wang, gives: 405),
      Step(.post, "/api/customer/-/batch", .json("{}"), gives: 401),
    ]
      + [
        "1", "{}", "{\"op\":\"create\"}", "{\"op\":\"erase\",\"id\":1,\"version\":1}",
        "{\"op\":\"create\",\"record\":{\"name\":\"a\"},\"id\":1}",
        "{\"op\":\"update\",\"id\":1,\"record\":{}}", "{\"op\":\"delete\",\"id\":1}",
        "{\"op\":\"delete\",\"id\":1,\"version\":\"1\"}", "{\"op\":\"create\",\"record\":[]}",
        "{\"op\":\"create\",\"record\":{\"nothing\":1}}", "{\"op\":1,\"record\":{}}",
      ].map { batch($0, gives: 400) })

  private static let once = Scenario(
    "a batch happens once",
    [
      batch(create("甲"), headers: [("Idempotency-Key", "b")], gives: 200, has: ["\"id\":1,"]),
      batch(create("甲"), headers: [("Idempotency-Key", "b")], gives: 200, has: ["\"id\":1,"]),
      batch(create("甲"), headers: [("Idempotency-Key", "c")], gives: 422),
    ])
}
