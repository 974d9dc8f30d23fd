import TenonHTTP

/// What may not overlap does not, on any path: leases of one unit.
enum ClaimStories {
  static let all = [api, freed, batch, pages, comesBack, hidden, follows, rows]

  private static let any = [("If-Match", "*")]

  private static func lease(_ unit: String?, _ from: String, _ to: String?) -> String {
    let unit = unit.map { "\"\($0)\"" } ?? "null"
    let to = to.map { "\"2026-\($0)\"" } ?? "null"
    return #"{"name":"\#(from)","unit":\#(unit),"starts_on":"2026-\#(from)","ends_on":\#(to)}"#
  }

  /// `id` keeps the lease's id under this name: on PostgreSQL what is refused takes one.
  private static func create(
    _ unit: String?, _ from: String, _ to: String?, gives status: Int = 201, has: [String] = [],
    id name: String? = nil, line: Int = #line
  ) -> Step {
    Step(
      .post, "/api/lease", .json(lease(unit, from, to)), by: .li, gives: status, has: has,
      keep: name.map { [$0: .json("id")] } ?? [:], line: line)
  }

  private static func change(
    _ id: String, _ body: String, gives status: Int = 200, has: [String] = [], line: Int = #line
  ) -> Step {
    Step(
      .patch, "/api/lease/\(id)", .json(body), by: .li, headers: any, gives: status, has: has,
      line: line)
  }

  private static func error(_ title: String) -> String {
    """
    {"field":"starts_on","code":"overlapping","message":"与“\(title)”的时间重叠"
    """
  }

  private static let api = Scenario(
    "two leases of one unit do not overlap",
    [
      create("A", "03-01", "04-01"),
      create("A", "03-31", "05-01", gives: 422, has: [error("03-01")]),
      create("A", "02-01", "03-02", gives: 422, has: [error("03-01")]),
      create("A", "03-10", "03-11", gives: 422, has: [error("03-01")]),
      create("A", "02-01", nil, gives: 422, has: [error("03-01")]),
      // What ends and what begins on the same day are apart; another unit is another matter.
      create("A", "04-01", "05-01", id: "second"),
      create("A", "02-01", "03-01"),
      create("B", "03-01", nil),
      create("B", "09-01", "09-02", gives: 422, has: [error("03-01")]),
      create("B", "02-01", "03-01"),
      change("1", #"{"ends_on":"2026-04-02"}"#, gives: 422, has: [error("04-01")]),
      change("1", #"{"ends_on":"2026-03-15","starts_on":"2026-03-01"}"#),
      change("{second}", #"{"starts_on":"2026-03-15"}"#),
      change("1", #"{"unit":"B"}"#, gives: 422, has: [error("03-01")]),
      Step(
        .patch, "/api/lease/1", .json(#"{"unit":"B"}"#), by: .li,
        headers: any + [("Accept-Language", "en")], gives: 422,
        has: ["The time overlaps that of “03-01”"]),
      change("1", #"{"name":"新"}"#),
    ])

  private static let freed = Scenario(
    "a blank among what must agree, a blank beginning or an empty time claims nothing",
    [
      create("A", "03-01", "04-01"),
      create(nil, "03-01", "04-01"),
      create(nil, "03-01", nil),
      // It ends on the day on which it begins.
      create("A", "03-10", "03-10"),
      create("A", "03-11", "03-11"),
      change("4", #"{"ends_on":"2026-03-12"}"#, gives: 422, has: [error("03-01")]),
      change("1", #"{"unit":null}"#),
      change("4", #"{"ends_on":"2026-03-12"}"#),
      change("1", #"{"unit":"A"}"#, gives: 422, has: [error("03-10")]),
    ])

  private static let batch = Scenario(
    "a batch whose records overlap each other is refused",
    [
      Step(
        .post, "/api/lease/-/batch",
        .json(
          """
          {"operations":[{"op":"create","record":\(lease("A", "03-01", "04-01"))},
           {"op":"create","record":\(lease("A", "03-31", nil))}]}
          """), by: .li, gives: 422,
        has: ["\"pointer\":\"/operations/1/record/starts_on\"", "\"code\":\"overlapping\""]),
      Step(.get, "/api/lease", by: .li, gives: 200, has: ["\"data\":[]"]),
    ])

  private static let pages = Scenario(
    "forms, cells and changes of many records show what overlaps",
    [
      create("A", "03-01", "04-01"), create("B", "03-10", "04-01"),
      Step(
        .post, "/app/lease",
        ViewStories.form(
          ("f.name", "甲"), ("f.owner", "1"), ("f.unit", "A"), ("f.starts_on", "2026-03-31")),
        by: .cookie("li"), gives: 422, has: ["与“03-01”的时间重叠", "value=\"甲\""]),
      Step(
        .post, "/app/lease/2/cell",
        ViewStories.form(("field", "unit"), ("f.unit", "A"), ("version", "1"), ("columns", "name")),
        by: .cookie("li"), gives: 422, has: ["与“03-01”的时间重叠"]),
      Step(
        .post, "/app/lease/-/bulk",
        ViewStories.form(
          ("do", "edit"), ("field", "unit"), ("f.unit", "C"), ("confirmed", "true"),
          ("id", "1.1"), ("id", "2.1")), by: .cookie("li"), gives: 303),
      Step(
        .get, "/app/lease", by: .cookie("li"), headers: [("Cookie", "flash=undo.1")], gives: 200,
        has: ["已修改 1 条租约", "1 条没有处理", "与“03-01”的时间重叠"]),
    ])

  private static let comesBack = Scenario(
    "a deleted record whose time was given away does not come back",
    [
      create("A", "03-01", "04-01"), create("A", "05-01", "06-01"),
      Step(
        .post, "/app/lease/-/bulk",
        .form([
          ("csrf", "{wang.csrf}"), ("do", "delete"), ("id", "1.1"), ("id", "2.1"),
          ("confirmed", "true"),
        ]), by: .cookie("wang"), gives: 303),
      create("A", "03-15", "03-16"),
      Step(
        .post, "/app/lease/-/undo", .form([("csrf", "{wang.csrf}"), ("id", "1")]),
        by: .cookie("wang"), gives: 303),
      Step(.get, "/api/lease/1", by: .li, gives: 404),
      Step(.get, "/api/lease/2", by: .li, gives: 200),
    ])

  private static func book(
    _ body: String, by sender: Sender = .wang, gives status: Int = 201, has: [String] = [],
    lacks: [String] = [], line: Int = #line
  ) -> Step {
    Step(
      .post, "/api/booking", .json("{\"purpose\":\"密\",\(body)}"), by: sender, gives: status,
      has: has, lacks: lacks, line: line)
  }

  private static let hidden = Scenario(
    "whoever may not see the other record only learns that there is one",
    [
      book(#""room":"large","begins_at":"2026-03-02T09:00:00+08:00","minutes":60"#),
      book(
        #""room":"large","begins_at":"2026-03-02T09:59:59+08:00""#, by: .gast, gives: 422,
        has: [
          "\"field\":\"begins_at\",\"code\":\"overlapping\",\"message\":\"与另一条记录的时间重叠\""
        ], lacks: ["密"]),
      book(
        #""room":"large","begins_at":"2026-03-02T09:59:59+08:00""#, gives: 422,
        has: ["与“密”的时间重叠"]),
      // Both have to agree; the end is worked out.
      book(#""room":"small","begins_at":"2026-03-02T09:59:59+08:00""#),
      book(#""room":"large","floor":2,"begins_at":"2026-03-02T09:59:59+08:00""#),
      book(#""begins_at":"2026-03-02T09:00:00+08:00""#),
      book(#""room":"large","begins_at":"2026-03-02T10:00:00+08:00","minutes":1"#),
      Step(
        .patch, "/api/booking/1", .json(#"{"minutes":61}"#), by: .wang, headers: any, gives: 422,
        has: ["\"code\":\"overlapping\""]),
    ])

  private static func extend(
    _ minutes: Int, gives status: Int, has: [String] = [], line: Int = #line
  ) -> Step {
    Step(
      .patch, "/api/booking/1", .json("{\"minutes\":\(minutes)}"), by: .wang, headers: any,
      gives: status, has: has, line: line)
  }

  private static let follows = Scenario(
    "a change from which an overlap would follow elsewhere is refused",
    [
      book(#""room":"large","begins_at":"2026-03-02T09:00:00+08:00","minutes":30"#),
      // As long as that one, in another room.
      book(
        #""room":"small","begins_at":"2026-03-02T09:00:00+08:00","like":1"#,
        has: ["\"ends_at\":\"2026-03-02T01:30:00.000Z\""]),
      book(#""room":"small","begins_at":"2026-03-02T09:40:00+08:00","minutes":10"#),
      extend(41, gives: 422, has: ["与“密”的时间重叠", "\"field\":\"\""]),
      Step(
        .get, "/api/booking/2", by: .wang, gives: 200,
        has: ["\"ends_at\":\"2026-03-02T01:30:00.000Z\""]),
      extend(40, gives: 200),
    ])

  /// A charge with its id, if it has one, over these days of March.
  private static func line(_ id: String?, _ from: Int, _ till: Int) -> String {
    let id = id.map { "\"id\":\($0)," } ?? ""
    return """
      {\(id)"name":"a","from_on":"2026-03-0\(from)","till_on":"2026-03-0\(till)"}
      """
  }

  private static func lines(_ lines: String...) -> String {
    "{\"name\":\"甲\",\"lines\":[\(lines.joined(separator: ","))]}"
  }

  private static let rows = Scenario(
    "rows are looked at when all of them are written",
    [
      Step(
        .post, "/api/lease", .json(lines(line(nil, 1, 4), line(nil, 3, 5))), by: .li, gives: 422,
        has: ["\"field\":\"lines/1/from_on\",\"code\":\"overlapping\""]),
      Step(
        .post, "/api/lease", .json(lines(line(nil, 1, 4), line(nil, 4, 8))), by: .li, gives: 201,
        keep: ["lease": .json("id")]),
      Step(
        .get, "/api/lease/{lease}?expand=lines", by: .li, gives: 200,
        keep: [
          "first": .number(after: "\"lines\":[{\"id\":"), "second": .number(after: "},{\"id\":"),
        ]),
      // The rows of another lease are another matter.
      Step(.post, "/api/lease", .json(lines(line(nil, 2, 7))), by: .li, gives: 201),
      // They swap their days.
      change("{lease}", lines(line("{first}", 4, 8), line("{second}", 1, 4))),
      change(
        "{lease}", lines(line("{first}", 3, 8)), gives: 422,
        has: ["\"field\":\"lines/0/from_on\""]),
      Step(
        .patch, "/api/lease_line/{first}", .json(#"{"from_on":"2026-03-03"}"#), by: .li,
        headers: any, gives: 422, has: ["\"field\":\"from_on\",\"code\":\"overlapping\""]),
    ])
}
