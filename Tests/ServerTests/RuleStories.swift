import TenonHTTP

/// What expressions say holds on every path. The clock shows 2026-03-31.
enum RuleStories {
  static let all = [starts, stays, refuses, looksElsewhere, rows, batch, pages]

  private static let any = [("If-Match", "*")]

  /// `id` keeps the record's id under this name: on PostgreSQL what is refused takes one.
  private static func create(
    _ body: String, to path: String = "/api/lease", gives status: Int, has: [String] = [],
    id name: String? = nil, line: Int = #line
  ) -> Step {
    Step(
      .post, path, .json(body), by: .li, gives: status, has: has,
      keep: name.map { [$0: .json("id")] } ?? [:], line: line)
  }

  private static func change(
    _ body: String, of path: String = "/api/lease/1", gives status: Int, has: [String] = [],
    line: Int = #line
  ) -> Step {
    Step(
      .patch, path, .json(body), by: .li, headers: any, gives: status, has: has, line: line)
  }

  private static func error(_ field: String, _ code: String, _ message: String) -> String {
    "{\"field\":\"\(field)\",\"code\":\"\(code)\",\"message\":\"\(message)\""
  }

  private static let starts = Scenario(
    "a new record starts with what its defaults work out",
    [
      create(
        "{}", gives: 201,
        has: [
          "\"name\":\"租约 2026-03-31 {草稿}\"", "\"starts_on\":\"2026-03-31\"",
          "\"ends_on\":\"2027-03-30\"", "\"rent\":null",
        ]),
      // What is given counts, a blank too.
      create(
        "{\"name\":\"甲\",\"ends_on\":null}", gives: 201,
        has: ["\"name\":\"甲\"", "\"ends_on\":null"]),
      Step(
        .get, "/app/lease/new", by: .cookie("li"), gives: 200,
        has: ["value=\"租约 2026-03-31 {草稿}\"", "value=\"2026-03-31\""]),
    ])

  private static let stays = Scenario(
    "what is read-only stays, unless the condition goes with the same change",
    [
      create("{\"owner\":2}", gives: 422, has: [error("owner", "read_only", "负责人现在不能修改")]),
      create("{\"deposit\":\"5\",\"closed\":true}", gives: 201, has: ["\"owner\":1,"], id: "lease"),
      change(
        "{\"owner\":null}", of: "/api/lease/{lease}", gives: 422, has: ["\"code\":\"read_only\""]),
      change(
        "{\"deposit\":\"6\"}", of: "/api/lease/{lease}", gives: 422,
        has: [error("deposit", "read_only", "押金现在不能修改")]),
      change(
        "{\"deposit\":\"5.00\",\"name\":\"甲\"}", of: "/api/lease/{lease}", gives: 200),
      change(
        "{\"deposit\":\"6\",\"closed\":false}", of: "/api/lease/{lease}", gives: 200),
      change(
        "{\"deposit\":\"7\",\"closed\":true}", of: "/api/lease/{lease}", gives: 200),
      change(
        "{\"deposit\":null}", of: "/api/lease/{lease}", gives: 422,
        has: ["\"code\":\"read_only\""]),
    ])

  private static let refuses = Scenario(
    "what must hold is told with the definition's words",
    [
      create("{\"rent\":\"100\"}", gives: 201),
      change(
        "{\"ends_on\":\"2026-03-30\"}", gives: 422,
        has: [error("ends_on", "check", "结束日期不能早于 2026-03-31")]),
      Step(
        .patch, "/api/lease/1", .json("{\"ends_on\":\"2026-03-30\"}"), by: .li,
        headers: any + [("Accept-Language", "en")], gives: 422,
        has: ["It ends before 2026-03-31"]),
      // A blank is not examined; it is the matter of `required`.
      change("{\"ends_on\":null}", gives: 200),
      change(
        "{\"deposit\":\"99.99\"}", gives: 422,
        has: [error("", "check", "押金 99.99 低于月租金") + ",\"pointer\":\"\""]),
      change("{\"deposit\":\"100\"}", gives: 200),
      change(
        "{\"rent\":\"5001\",\"deposit\":null}", gives: 422,
        has: ["{\"field\":\"reason\",\"code\":\"required\""]),
      change("{\"rent\":\"5001\",\"deposit\":null,\"reason\":\"大\"}", gives: 200),
      // Nothing of what was refused is kept.
      Step(
        .get, "/api/lease/1", by: .li, gives: 200,
        has: ["\"version\":4", "\"rent\":\"5001.00\""]),
    ])

  private static let looksElsewhere = Scenario(
    "checks look at other records",
    [
      create("{\"name\":\"甲\"}", to: "/api/customer", gives: 201),
      create(
        "{\"customer\":1,\"rent\":\"5001\",\"reason\":\"大\"}", gives: 422,
        has: [error("customer", "check", "潜在客户不能签大额租约")]),
      create("{\"customer\":1,\"rent\":\"100\"}", gives: 201, id: "lease"),
      change("{\"rent\":\"200\"}", of: "/api/lease/{lease}", gives: 200),
      create("{\"renews\":{lease}}", gives: 201),
      change(
        "{\"rent\":\"300\"}", of: "/api/lease/{lease}", gives: 422,
        has: [error("rent", "check", "已续签的租约不能改租金")]),
      change("{\"name\":\"乙\"}", of: "/api/lease/{lease}", gives: 200),
    ])

  /// A lease of 100 with charges.
  private static func lease(_ amounts: String...) -> String {
    let lines = amounts.map { "{\"name\":\"a\",\"amount\":\"\($0)\"}" }
    return "{\"rent\":\"100\",\"lines\":[\(lines.joined(separator: ","))]}"
  }

  private static let rows = Scenario(
    "checks look at rows, wherever a row is changed",
    [
      create(
        lease("60", "50"), gives: 422, has: [error("rent", "check", "费用合计不能超过月租金")]),
      Step(.get, "/api/lease", by: .li, gives: 200, has: ["\"data\":[]"]),
      create(
        lease("60", "0"), gives: 422, has: [error("lines/1/amount", "check", "金额不能是 0")]),
      create(lease("60"), gives: 201, id: "lease"),
      create(
        "{\"lease\":{lease},\"name\":\"b\",\"amount\":\"50\"}", to: "/api/lease_line", gives: 422,
        has: ["\"field\":\"lease\"", "费用合计不能超过月租金"]),
      create(
        "{\"lease\":{lease},\"name\":\"b\",\"amount\":\"40\"}", to: "/api/lease_line", gives: 201,
        id: "line"),
      change(
        "{\"amount\":\"41\"}", of: "/api/lease_line/{line}", gives: 422,
        has: ["费用合计不能超过月租金"]),
      change("{\"rent\":\"99\"}", of: "/api/lease/{lease}", gives: 422),
    ])

  private static let batch = Scenario(
    "a batch is refused as a whole",
    [
      Step(
        .post, "/api/lease/-/batch",
        .json(
          """
          {"operations":[{"op":"create","record":{"rent":"1"}},
           {"op":"create","record":{"ends_on":"2026-01-01"}},
           {"op":"create","record":{"rent":"2","deposit":"1"}}]}
          """), by: .li, gives: 422,
        has: [
          "\"pointer\":\"/operations/1/record/ends_on\"", "\"pointer\":\"/operations/2/record\"",
          "押金 1.00 低于月租金",
        ]),
      Step(.get, "/api/lease", by: .li, gives: 200, has: ["\"data\":[]"]),
    ])

  private static func form(_ fields: (String, String)...) -> Payload {
    .form([("csrf", "{li.csrf}")] + fields)
  }

  private static let pages = Scenario(
    "forms show the words beside the field or above the form",
    [
      Step(
        .post, "/app/lease",
        form(
          ("f.name", "甲"), ("f.owner", "1"), ("f.starts_on", "2026-03-31"),
          ("f.ends_on", "2026-03-01"),
          ("f.rent", "100"), ("f.deposit", "50")), by: .cookie("li"), gives: 422,
        has: ["结束日期不能早于 2026-03-31", "押金 50.00 低于月租金", "value=\"甲\""]),
      Step(
        .post, "/app/lease",
        form(
          ("f.name", "甲"), ("f.owner", "1"), ("f.starts_on", "2026-03-31"),
          ("f.ends_on", "2027-03-30"),
          ("f.rent", "100"), ("f.deposit", "100")), by: .cookie("li"), gives: 303,
        keep: ["page": .header("Location")]),
      Step(.get, "{page}", by: .cookie("li"), gives: 200, has: ["100.00"]),
    ])
}
