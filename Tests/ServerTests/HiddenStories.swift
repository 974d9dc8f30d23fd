import TenonHTTP

/// What is hidden is not asked for, keeps what it has, and is there again when it is shown. Trips
/// abroad have a visa, and a field hangs on it that another hangs on.
enum HiddenStories {
  static let all = [api, stages, rows, forms, stale, refused, chain, lists]

  private static let any = [("If-Match", "*")]
  private static let line = "\"lines\":[{\"what\":\"车票\",\"amount\":\"100\"}]"

  /// `id` keeps that of the trip under this name: on PostgreSQL what is refused takes one.
  private static func create(
    _ body: String, gives status: Int, has: [String] = [], id name: String? = nil,
    line: Int = #line
  ) -> Step {
    Step(
      .post, "/api/trip", .json(body), by: .li, gives: status, has: has,
      keep: name.map { [$0: .json("id")] } ?? [:], line: line)
  }

  private static func change(
    _ body: String, of path: String = "/api/trip/1", gives status: Int, has: [String] = [],
    line: Int = #line
  ) -> Step {
    Step(.patch, path, .json(body), by: .li, headers: any, gives: status, has: has, line: line)
  }

  private static func error(_ field: String, _ code: String) -> String {
    "{\"field\":\"\(field)\",\"code\":\"\(code)\""
  }

  private static let api = Scenario(
    "what is hidden before and after cannot be changed, and nothing of it is lost",
    [
      create("{\"name\":\"甲\",\(line)}", gives: 201, has: ["\"allowance\":\"100.00\""]),
      change(
        "{\"visa\":\"X1\"}", gives: 422,
        has: [error("visa", "hidden") + ",\"message\":\"签证号现在不显示，不能修改\""]),
      change("{\"kind\":\"abroad\"}", gives: 422, has: [error("visa", "required")]),
      change("{\"kind\":\"abroad\",\"visa\":\"X1\"}", gives: 200),
      change("{\"kind\":\"inland\",\"allowance\":\"300\"}", gives: 200),
      change("{\"allowance\":\"300.00\",\"name\":\"乙\"}", gives: 200),
      Step(
        .get, "/api/trip/1", by: .li, gives: 200,
        has: ["\"visa\":\"X1\"", "\"allowance\":\"300.00\""]),
      change("{\"allowance\":null}", gives: 422, has: [error("allowance", "hidden")]),
      create("{\"name\":\"丙\",\"visa\":\"X\",\(line)}", gives: 422, has: [error("visa", "hidden")]),
    ])

  private static let stages = Scenario(
    "a stage needs what is shown",
    [
      create("{\"name\":\"甲\",\(line)}", gives: 201),
      change("{\"phase\":\"approved\"}", gives: 422, has: [error("days", "needed")]),
      change("{\"phase\":\"approved\",\"days\":3}", gives: 200),
      change("{\"days\":4}", gives: 422, has: [error("days", "read_only")]),
      Step(.get, "/app/trip/1", by: .cookie("li"), gives: 200, lacks: ["签证号", "境外补贴"]),
      change("{\"kind\":\"abroad\",\"visa\":\"X1\"}", gives: 200),
      Step(.get, "/app/trip/1", by: .cookie("li"), gives: 200, has: ["签证号", "境外补贴"]),
    ])

  private static let rows = Scenario(
    "rows have conditions of their own, and a check stands beside the rows",
    [
      create(
        "{\"name\":\"甲\"}", gives: 422,
        has: [error("lines", "check") + ",\"message\":\"至少填一笔费用\""]),
      create(
        "{\"name\":\"甲\",\"lines\":[{\"what\":\"a\",\"seat\":\"first\"}]}", gives: 422,
        has: [error("lines/0/seat", "hidden")]),
      create(
        "{\"name\":\"甲\",\"lines\":[{\"what\":\"a\",\"rail\":true}]}", gives: 422,
        has: [error("lines/0/seat", "required")]),
      create(
        "{\"name\":\"甲\",\"lines\":[{\"what\":\"a\",\"rail\":true,\"seat\":\"first\"}]}",
        gives: 201,
        id: "trip"),
      Step(
        .get, "/api/trip/{trip}?expand=lines", by: .li, gives: 200,
        keep: ["line": .number(after: "\"lines\":[{\"id\":")]),
      change(
        "{\"rail\":false}", of: "/api/trip_line/{line}", gives: 200, has: ["\"seat\":\"first\""]),
      change(
        "{\"seat\":\"second\"}", of: "/api/trip_line/{line}", gives: 422,
        has: [error("seat", "hidden")]),
      Step(
        .delete, "/api/trip_line/{line}", by: .li, headers: any, gives: 422,
        has: [error("trip", "check"), "至少填一笔费用"]),
    ])

  private static func form(_ fields: (String, String)...) -> Payload {
    .form(
      [
        ("csrf", "{li.csrf}"), ("f.name", "甲"), ("f.phase", "planned"),
        ("f.allowance", "100"), ("lines.0.f.what", "车票"), ("lines.0.f.amount", "100"),
      ] + fields)
  }

  private static func send(
    _ fields: Payload, to path: String = "/app/trip", gives status: Int, has: [String] = [],
    id name: String? = nil, line: Int = #line
  ) -> Step {
    Step(
      .post, path, fields, by: .cookie("li"), gives: status, has: has,
      keep: name.map { [$0: .number(after: "/app/trip/")] } ?? [:], line: line)
  }

  private static let forms = Scenario(
    "a form begins as its conditions say, and tells the script what it needs",
    [
      Step(
        .get, "/app/trip/new", by: .cookie("li"), gives: 200,
        has: [
          "<section class=\"part\" hidden", "data-field=\"visa\" hidden",
          "data-field=\"reason\" hidden", "data-rules=\"/assets/forms.", "data-entity=\"trip\"",
          "data-zone=\"Asia/Shanghai\"", "data-me=\"1\"",
          "&quot;allowance&quot;:&quot;100.00&quot;",
          "<td class=\"hid\" data-label=\"席别\"", "data-field=\"total\"><label",
        ], lacks: ["data-field=\"name\" hidden", "\"visa&quot;"]),
      create(
        """
        {"name":"甲","kind":"abroad","visa":"X1","days":2,"phase":"approved",\(line)}
        """, gives: 201),
      Step(
        .get, "/app/trip/1/edit", by: .cookie("li"), gives: 200,
        has: [
          "<div class=\"field fixed\" data-field=\"days\">", " readonly value=\"2\"",
          "data-field=\"visa\"><label for=\"f1-0\">签证号<b class=\"must\"",
          "aria-required=\"true\" value=\"X1\"", "&quot;total&quot;:&quot;100.00&quot;",
        ], lacks: ["data-field=\"visa\" hidden"]),
      Step(
        .get, "/app/trip/1/cell?field=days", by: .cookie("li"), gives: 200,
        has: ["天数现在不能修改", " readonly"]),
    ])

  private static let stale = Scenario(
    "what a form sends for fields that are hidden then counts for nothing",
    [
      // More than fits, and no amount at all.
      send(
        form(
          ("f.kind", "inland"), ("f.visa", String(repeating: "x", count: 21)),
          ("f.allowance", "viel"), ("lines.0.f.seat", "first")), gives: 303, id: "trip"),
      Step(
        .get, "/api/trip/{trip}?expand=lines", by: .li, gives: 200,
        has: ["\"visa\":null", "\"allowance\":\"100.00\"", "\"version\":1,"],
        keep: ["line": .number(after: "\"lines\":[{\"id\":")]),
      Step(.get, "/api/trip_line/{line}", by: .li, gives: 200, has: ["\"seat\":null"]),
      change("{\"kind\":\"abroad\",\"visa\":\"X1\"}", of: "/api/trip/{trip}", gives: 200),
      send(
        form(
          ("version", "2"), ("f.kind", "inland"), ("f.visa", "X2"), ("lines.0.id", "{line}"),
          ("lines.0.version", "1")),
        to: "/app/trip/{trip}", gives: 303),
      Step(
        .get, "/api/trip/{trip}", by: .li, gives: 200,
        has: ["\"visa\":\"X1\"", "\"kind\":\"inland\""]),
    ])

  private static let refused = Scenario(
    "what is shown counts, and what is wrong is never hidden",
    [
      send(
        form(("f.kind", "abroad")), gives: 422, has: ["请填写签证号", "data-field=\"visa\">"]),
      send(
        form(("f.kind", "abroad"), ("f.visa", String(repeating: "x", count: 21))), gives: 422,
        has: ["data-field=\"visa\">", "value=\"xxxxx"]),
      send(
        .form([
          ("csrf", "{li.csrf}"), ("f.name", "甲"), ("f.kind", "inland"), ("f.phase", "planned"),
        ]),
        gives: 422, has: ["<p class=\"error\">", "至少填一笔费用"]),
      send(
        form(("f.kind", "inland"), ("lines.0.f.rail", "true")), gives: 422, has: ["请填写席别"]),
      send(
        form(("f.kind", "inland"), ("lines.1.f.what", "机票"), ("lines.1.f.amount", "900")),
        gives: 422, has: ["请填写超支说明", "data-field=\"reason\">"]),
      send(
        form(
          ("f.kind", "inland"), ("lines.1.f.what", "机票"), ("lines.1.f.amount", "900"),
          ("f.reason", "旺季")), gives: 303),
    ])

  private static let chain = Scenario(
    "a field that hides another may be hidden itself",
    [
      send(
        form(
          ("f.kind", "inland"), ("f.visa", "X1"), ("f.insured", "true"), ("f.insurer", "甲保险")),
        gives: 303, id: "first"),
      Step(
        .get, "/api/trip/{first}", by: .li, gives: 200,
        has: ["\"visa\":null", "\"insured\":false", "\"insurer\":null"]),
      send(
        form(
          ("f.kind", "abroad"), ("f.visa", "X1"), ("f.insured", "true"), ("f.insurer", "甲保险")),
        gives: 303, id: "second"),
      Step(
        .get, "/api/trip/{second}", by: .li, gives: 200,
        has: ["\"visa\":\"X1\"", "\"insured\":true", "\"insurer\":\"甲保险\""]),
    ])

  private static let lists = Scenario(
    "lists set a hidden field of no record, and say why",
    [
      create("{\"name\":\"甲\",\(line)}", gives: 201),
      create("{\"name\":\"乙\",\"kind\":\"abroad\",\"visa\":\"X1\",\(line)}", gives: 201),
      Step(
        .get, "/app/trip/1/cell?field=visa", by: .cookie("li"), gives: 200,
        has: ["签证号现在不显示，不能修改"]),
      Step(
        .post, "/app/trip/1/cell",
        .form([
          ("csrf", "{li.csrf}"), ("version", "1"), ("field", "visa"), ("f.visa", "X9"),
          ("columns", "name"),
        ]), by: .cookie("li"), gives: 422, has: ["签证号现在不显示，不能修改"]),
      Step(
        .post, "/app/trip/-/bulk",
        .form([
          ("csrf", "{li.csrf}"), ("do", "edit"), ("field", "visa"), ("f.visa", "X9"),
          ("confirmed", "true"), ("id", "1.1"), ("id", "2.1"),
        ]), by: .cookie("li"), gives: 303, answers: [("Set-Cookie", "flash=undo.1")]),
      Step(
        .get, "/app/trip", by: .cookie("li"), headers: [("Cookie", "flash=undo.1")], gives: 200,
        has: ["已修改 1 条出差", "1 条没有处理", "签证号现在不显示，不能修改"]),
      Step(.get, "/api/trip/1", by: .li, gives: 200, has: ["\"visa\":null"]),
      Step(.get, "/api/trip/2", by: .li, gives: 200, has: ["\"visa\":\"X9\""]),
    ])
}
