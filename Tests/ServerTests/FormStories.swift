import TestSupport

/// Forms: what is typed, what is refused beside its field, what happens when two people edit.
enum FormStories {
  static let all = [create, wrong, edit, conflict, taken, delete, references]

  private static func form(_ fields: (String, String)...) -> Payload {
    .form([("csrf", "{li.csrf}")] + fields)
  }

  static let create = Scenario(
    "a person creates a record and is told so once",
    [
      Step(
        .get, "/app/customer/new", by: .cookie("li"), gives: 200,
        has: ["name=\"f.name\"", "name=\"csrf\" value=\"{li.csrf}\"", "新建客户", "营业执照上的全称"]),
      Step(
        .post, "/app/customer",
        form(
          ("f.name", " 甲公司 "), ("f.level", "vip"), ("f.staff", "1,200"), ("f.budget", "¥1,000.5"),
          ("f.discount", "5.5%"), ("f.since", "2026-03-02"), ("f.met_at", "2026-03-02 09:00"),
          ("f.active", "true")), by: .cookie("li"), gives: 303,
        answers: [("Location", "/app/customer/1"), ("Set-Cookie", "flash=created")],
        keep: ["flash": .cookie("flash")]),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), headers: [("Cookie", "flash={flash}")],
        gives: 200, has: ["已创建。", "甲公司"], answers: [("Set-Cookie", "flash=; Path=/; Max-Age=0")]),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), gives: 200, lacks: ["已创建。"],
        answers: [("Set-Cookie", nil)]),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), headers: [("Cookie", "flash=<b>evil")],
        gives: 200, lacks: ["evil"]),
      Step(
        .get, "/api/customer/1", by: .li, gives: 200,
        has: [
          "\"name\":\"甲公司\"", "\"staff\":1200", "\"budget\":\"1000.50\"", "\"discount\":\"0.0550\"",
          "\"met_at\":\"2026-03-02T01:00:00.000Z\"", "\"active\":true", "\"level\":\"vip\"",
        ]),
    ])

  static let wrong = Scenario(
    "what is wrong stands beside its field and nothing typed is lost",
    [
      Step(
        .post, "/app/customer",
        form(
          ("f.name", "<b>\"x\""), ("f.level", "nothing"), ("f.staff", "viele"), ("f.budget", "-1"),
          ("f.rating", "9"), ("f.since", "2026-02-30"),
          ("f.city", String(repeating: "上", count: 31)),
          ("f.unknown", "x"), ("f.number", "KH-1")), by: .cookie("li"), gives: 422,
        has: [
          "还没有保存，请检查以下内容", "&lt;b&gt;&quot;x&quot;", "viele", "员工人数应为数字", "年度预算不能小于",
          "客户评分不能大于", "合作起始日应为日期", "城市最多 30 个字", "客户级别的选项不存在", "2026-02-30",
        ], lacks: ["<b>\"x\"", "请填写客户名称"]),
      Step(
        .post, "/app/customer", form(("f.name", ""), ("f.level", "")), by: .cookie("li"),
        headers: [("Accept-Language", "en")], gives: 422, has: ["Enter Name", "Enter Level"]),
      Step(.post, "/app/customer", form(), by: .cookie("li"), gives: 422, has: ["请填写客户名称"]),
      Step(
        .post, "/app/customer", .form([("f.name", "a")]), by: .cookie("li"), gives: 403,
        has: ["你没有权限"]),
      Step(.get, "/api/customer", by: .li, gives: 200, has: ["\"data\":[]"]),
    ])

  private static func made(_ name: String) -> Step {
    Step(
      .post, "/api/customer", .json("{\"name\":\"\(name)\",\"city\":\"上海\"}"), by: .li, gives: 201)
  }

  static let edit = Scenario(
    "a person edits a record",
    [
      made("甲"),
      Step(
        .get, "/app/customer/1/edit", by: .cookie("li"), gives: 200,
        has: ["name=\"version\" value=\"1\"", "value=\"甲\"", "value=\"上海\""]),
      Step(
        .post, "/app/customer/1",
        form(("version", "1"), ("f.name", "乙"), ("f.level", "normal"), ("f.active", "true")),
        by: .cookie("li"), gives: 303,
        answers: [("Location", "/app/customer/1"), ("Set-Cookie", "flash=saved")]),
      // A field left empty on the page is emptied.
      Step(
        .get, "/api/customer/1", by: .li, gives: 200, has: ["\"name\":\"乙\"", "\"city\":null"]),
      Step(.post, "/app/customer/1", form(("f.name", "丙")), by: .cookie("li"), gives: 428),
      Step(
        .post, "/app/customer/1", form(("version", "x"), ("f.name", "丙")), by: .cookie("li"),
        gives: 428),
      Step(
        .post, "/app/customer/2", form(("version", "1"), ("f.name", "丙")), by: .cookie("li"),
        gives: 404),
    ])

  static let conflict = Scenario(
    "two people edit one record",
    [
      made("甲"),
      Step(
        .patch, "/api/customer/1", .json("{\"city\":\"北京\",\"level\":\"vip\"}"), by: .wang,
        headers: [("If-Match", "\"1\"")], gives: 200),
      Step(
        .post, "/app/customer/1",
        form(
          ("version", "1"), ("f.name", "甲"), ("f.level", "vip"), ("f.city", "深圳"),
          ("f.active", "true")),
        by: .cookie("li"), gives: 412,
        has: [
          "在你编辑期间，这条记录被修改过", "王强于 2026-03-31 23:30 保存了修改", "城市现在是", "北京", "value=\"深圳\"",
          "name=\"version\" value=\"2\"",
        ],
        // Both have the same level: nothing to decide.
        lacks: ["客户级别现在是", "客户名称现在是"]),
      Step(.get, "/api/customer/1", by: .li, gives: 200, has: ["\"version\":2", "北京"]),
      Step(
        .post, "/app/customer/1",
        form(
          ("version", "2"), ("f.name", "甲"), ("f.level", "vip"), ("f.city", "深圳"),
          ("f.active", "true")),
        by: .cookie("li"), gives: 303),
      Step(.get, "/api/customer/1", by: .li, gives: 200, has: ["\"version\":3", "深圳"]),
    ])

  static let taken = Scenario(
    "a value that is taken is said beside its field",
    [
      made("甲"),
      Step(
        .post, "/app/customer", form(("f.name", "甲"), ("f.level", "vip"), ("f.city", "广州")),
        by: .cookie("li"), gives: 409, has: ["已有相同客户名称的记录", "value=\"广州\""]),
    ])

  static let delete = Scenario(
    "a manager deletes a record",
    [
      made("甲"),
      Step(
        .post, "/app/customer/1/delete", .form([("version", "1")]), by: .cookie("wang"),
        gives: 403),
      Step(
        .post, "/app/customer/1/delete", .form([("csrf", "{wang.csrf}")]), by: .cookie("wang"),
        gives: 428),
      Step(
        .post, "/app/customer/1/delete", .form([("csrf", "{wang.csrf}"), ("version", "2")]),
        by: .cookie("wang"), gives: 412, has: ["记录已被他人修改"]),
      Step(
        .post, "/api/opportunity", .json("{\"name\":\"乙\",\"customer\":1,\"amount\":\"5\"}"),
        by: .li, gives: 201),
      Step(
        .post, "/app/customer/1/delete", .form([("csrf", "{wang.csrf}"), ("version", "1")]),
        by: .cookie("wang"), gives: 409, has: ["请先处理引用它的记录"]),
      Step(.delete, "/api/opportunity/1", by: .wang, headers: [("If-Match", "*")], gives: 204),
      Step(
        .post, "/app/customer/1/delete", .form([("csrf", "{wang.csrf}"), ("version", "1")]),
        by: .cookie("wang"), gives: 303,
        answers: [("Location", "/app/customer"), ("Set-Cookie", "flash=deleted")]),
      Step(.get, "/app/customer/1", by: .cookie("wang"), gives: 404),
    ])

  static let references = Scenario(
    "a reference is chosen by its title",
    [
      made("甲公司"), made("乙公司"),
      Step(
        .get, "/app/opportunity/new", by: .cookie("li"), gives: 200, has: ["甲公司", "乙公司"]),
      Step(
        .post, "/app/opportunity",
        form(
          ("f.name", "单"), ("f.amount", "5"), ("f.stage", "need"), ("find", "customer"),
          ("q.customer", "甲")),
        by: .cookie("li"), gives: 200, has: ["甲公司", "value=\"单\""], lacks: ["乙公司"]),
      Step(
        .post, "/app/opportunity",
        form(("f.name", "单"), ("f.amount", "5"), ("f.stage", "need"), ("f.customer", "99")),
        by: .cookie("li"), gives: 422, has: ["客户的选项不存在"]),
      Step(
        .post, "/app/opportunity",
        form(("f.name", "单"), ("f.amount", "5"), ("f.stage", "need"), ("f.customer", "2")),
        by: .cookie("li"), gives: 303, answers: [("Location", "/app/opportunity/1")]),
      Step(.get, "/app/opportunity/1", by: .cookie("li"), gives: 200, has: ["乙公司"]),
    ])
}
