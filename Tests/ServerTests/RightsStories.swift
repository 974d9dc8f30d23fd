import TenonHTTP

/// Rights to rows and fields on every path. Of dossiers a clerk has the own ones whole, and of open
/// ones of others neither the cost nor the scan, and the phone with stars; a helper reads open ones
/// only; a chief has everything. `duo` is a clerk and a helper.
///
/// 1 is the chief's and open, 2 the chief's and closed, 3 that of duo and closed.
enum RightsStories {
  static let all = [
    lists, views, records, forms, sections, refused, cells, comments, exports, papers, timelines,
    silence,
    savedViews, doubts, offers, partial,
  ]

  static let people = [
    ("duo", "双全", ["clerk", "helper"]), ("chief", "主管", ["chief"]),
    ("kept", "库管", ["keeper"]),
  ]

  static let any = [("If-Match", "*")]

  static func create(_ body: String, by login: String, line: Int = #line) -> Step {
    Step(.post, "/api/dossier", .json(body), by: .token(login), gives: 201, line: line)
  }

  static let given = [
    create(
      """
      {"name":"甲案","phone":"13812345678","cost":"111.10","price":"155.50","remark":"旧批"}
      """, by: "chief"),
    create(
      "{\"name\":\"乙案\",\"phone\":\"13700000000\",\"grade\":\"closed\"}", by: "chief"),
    create(
      """
      {"name":"丙案","phone":"13900001111","grade":"closed","cost":"70","price":"90"}
      """, by: "duo"),
  ]

  static func story(_ name: String, _ steps: [Step]) -> Scenario {
    Scenario(name, given + steps)
  }

  static func get(
    _ path: String, by login: String = "duo", gives status: Int = 200, has: [String] = [],
    lacks: [String] = [], line: Int = #line
  ) -> Step {
    Step(
      .get, TestWorld.escapedQuery(path), by: .cookie(login), gives: status, has: has, lacks: lacks,
      line: line)
  }

  static func post(
    _ path: String, _ fields: [(String, String)], by login: String = "duo", gives status: Int,
    has: [String] = [], lacks: [String] = [], line: Int = #line
  ) -> Step {
    Step(
      .post, path, .form([("csrf", "{\(login).csrf}")] + fields), by: .cookie(login),
      gives: status, has: has, lacks: lacks, line: line)
  }

  static let lists = story(
    "a list has the rows and columns of whoever reads it",
    [
      get(
        "/app/dossier",
        has: ["甲案", "丙案", "138****5678", "13900001111", "/app/dossier.csv"],
        lacks: ["乙案", "13812345678", "13700000000", "111.10", "44.40", "filter.cost"]),
      get("/app/dossier", by: "chief", has: ["甲案", "乙案", "丙案", "111.10", "44.40"]),
      get("/app/dossier?filter.cost.from=1", gives: 400),
      get("/app/dossier?filter.phone=138", gives: 400),
      get("/app/dossier?sort=cost", gives: 400),
      get("/app/dossier?sort=name&filter.name=甲", has: ["甲案"], lacks: ["丙案"]),
      get("/app/dossier?view=board", has: ["甲案", "丙案"], lacks: ["乙案"]),
      get("/search?q=13812345678", lacks: ["甲案", "/app/dossier/1"]),
      get("/search?q=甲案", has: ["/app/dossier/1"]),
      get("/app/dossier", by: "gast", gives: 403, lacks: ["私人电话"]),
    ])

  static let views = story(
    "views are there for whom they are offered, and whose rows tell nothing hidden",
    [
      get(
        "/app/dossier", has: ["密级看板", "/app/dossier"], lacks: ["高价档案", "主管档案"]),
      get("/app/dossier", by: "chief", has: ["高价档案", "主管档案"]),
      get("/app/dossier?view=costly", gives: 404),
      get("/app/dossier?view=phoned", has: ["留了电话", "甲案", "丙案"], lacks: ["乙案", "13812345678"]),
      get("/app/dossier?view=chiefs", gives: 404),
      get("/app/dossier?view=nothing", gives: 404),
      get("/palette", has: ["密级看板"], lacks: ["高价档案", "主管档案"]),
      get("/", has: ["全部档案", "甲案"], lacks: ["高价档案", "111.10", "13812345678"]),
      get("/", by: "chief", has: ["主管档案"]),
      get("/", by: "gast", lacks: ["档案"]),
    ])

  static let records = story(
    "a record shows what may be seen of it, and the buttons of what may be done with it",
    [
      get(
        "/app/dossier/1", has: ["甲案", "138****5678", "155.50", "/app/dossier/1/edit"],
        lacks: [
          "13812345678", "进价", "利润", "111.10", "扫描件", "/app/dossier/1/delete",
          "/app/dossier/1/comments", "/app/dossier/1/print", "/app/dossier/1/edit?only=phone",
        ]),
      get(
        "/app/dossier/3",
        has: [
          "13900001111", "进价", "70.00", "20.00", "/app/dossier/3/delete",
          "/app/dossier/3/comments", "/app/dossier/3/print", "/app/dossier/3/edit?only=phone",
        ]),
      get("/app/dossier/2", gives: 404, lacks: ["乙案"]),
      get("/app/dossier/2/edit", gives: 404),
      get("/app/dossier/2/print", gives: 404),
      get("/app/dossier/2/cell?field=name", gives: 404),
      get("/app/dossier/2/move?field=grade", gives: 404),
      post("/app/dossier/1/delete", [("version", "1")], gives: 403),
      post("/app/dossier/2/delete", [("version", "1")], gives: 404),
    ])

  static let forms = story(
    "a form has inputs for what may be written, and the browser gets nothing else",
    [
      get(
        "/app/dossier/1/edit",
        has: ["name=\"f.name\"", "name=\"f.price\"", "<output", "138****5678"],
        lacks: [
          "name=\"f.phone\"", "name=\"f.grade\"", "name=\"f.cost\"", "name=\"f.scan\"", "111.1",
          "13812345678", "进价", "44.4",
        ]),
      get(
        "/app/dossier/3/edit",
        has: ["name=\"f.phone\"", "name=\"f.grade\"", "name=\"f.cost\"", "value=\"70.00\""]),
      get("/app/dossier/new", has: ["name=\"f.name\"", "name=\"f.cost\""]),
      get("/app/dossier/new", by: "gast", gives: 403, lacks: ["私人电话"]),
      post(
        "/app/dossier/1",
        [("version", "1"), ("f.name", "甲案二"), ("f.price", "160"), ("f.remark", "新批")],
        gives: 303),
      Step(
        .get, "/api/dossier/1", by: .token("chief"), gives: 200,
        has: [
          "甲案二", "\"cost\":\"111.10\"", "13812345678", "\"grade\":\"open\"", "新批",
        ]),
    ])

  static let sections = story(
    "a section is laid out for those to whom it is offered, and keeps what it has",
    [
      get(
        "/app/dossier/1", by: "kept", has: ["甲案", "13812345678"],
        lacks: ["账目", "售价", "155.50"]),
      get(
        "/app/dossier/1/edit", by: "kept", has: ["name=\"f.phone\""], lacks: ["name=\"f.price\""]),
      post(
        "/app/dossier/1",
        [
          ("version", "1"), ("f.name", "甲案三"), ("f.grade", "open"), ("f.phone", "13812345678"),
        ], by: "kept", gives: 303),
      Step(
        .get, "/api/dossier/1", by: .token("chief"), gives: 200,
        has: ["甲案三", "\"price\":\"155.50\"", "\"cost\":\"111.10\"", "\"owner\":null"]),
    ])

  static let refused = story(
    "what a form sends for fields without an input is refused beside it",
    [
      post(
        "/app/dossier/1", [("version", "1"), ("f.name", "甲案"), ("f.cost", "1")], gives: 422,
        has: ["进价现在不能修改"], lacks: ["111.1"]),
      post(
        "/app/dossier/1", [("version", "1"), ("f.name", "甲案"), ("f.phone", "138****5678")],
        gives: 422, has: ["私人电话现在不能修改", "138****5678"]),
      post(
        "/app/dossier/1", [("version", "1"), ("f.name", "甲案"), ("f.grade", "closed")],
        gives: 422, has: ["密级现在不能修改"]),
      Step(
        .patch, "/api/dossier/1", .json("{\"cost\":\"1\"}"), by: .token("duo"), headers: any,
        gives: 422, has: ["\"field\":\"cost\",\"code\":\"read_only\""]),
      Step(
        .get, "/api/dossier/1", by: .token("chief"), gives: 200,
        has: ["\"cost\":\"111.10\"", "\"version\":1,"]),
      post(
        "/app/dossier", [("f.name", "乙案"), ("f.grade", "open")], gives: 409,
        lacks: ["/app/dossier/2"]),
      Step(
        .get, TestWorld.escapedQuery("/app/dossier/-/taken?field=name&value=乙案"),
        by: .cookie("duo"), gives: 200,
        has: ["{\"taken\":false}"]),
    ])
}
