import TestSupport

/// Parts of a record: values and stages changed on its page, rows of subforms, small forms.
enum PartStories {
  static let all = [field, stage, outside, rows, wrongRows, quick, back, enter, taken, once]

  private static func form(_ fields: (String, String)...) -> Payload {
    .form([("csrf", "{li.csrf}")] + fields)
  }

  private static let customer = Step(
    .post, "/api/customer", .json("{\"name\":\"甲公司\"}"), by: .li, gives: 201)

  private static func contract(_ name: String = "一号") -> Step {
    Step(
      .post, "/api/contract", .json("{\"name\":\"\(name)\",\"customer\":1}"), by: .li, gives: 201)
  }

  static let field = Scenario(
    "one value is changed and the others stay",
    [
      customer, contract(),
      Step(
        .get, "/app/contract/1/edit?only=phone", by: .cookie("li"), gives: 200,
        has: ["name=\"f.phone\"", "name=\"only\" value=\"phone\"", "name=\"version\" value=\"1\""],
        lacks: ["name=\"f.name\"", "name=\"f.amount\""]),
      Step(
        .post, "/app/contract/1",
        form(("version", "1"), ("only", "phone"), ("f.phone", "021-5588 1234"), ("f.name", "x")),
        by: .cookie("li"), gives: 303, answers: [("Location", "/app/contract/1")]),
      Step(
        .get, "/app/contract/1", by: .cookie("li"), gives: 200,
        has: ["一号", "href=\"tel:021-55881234\"", "data-edit=\"/app/contract/1/edit?only=phone\""]),
      // Another saved meanwhile.
      Step(
        .post, "/app/contract/1", form(("version", "1"), ("only", "phone"), ("f.phone", "1")),
        by: .cookie("li"), gives: 412,
        has: ["在你编辑期间，这条记录被修改过", "name=\"only\" value=\"phone\""]),
      Step(
        .post, "/app/contract/1", form(("version", "2"), ("only", "email"), ("f.email", "nobody")),
        by: .cookie("li"), gives: 422, has: ["对方邮箱的格式不正确"], lacks: ["name=\"f.phone\""]),
      Step(.get, "/app/contract/1/edit?only=nothing", by: .cookie("li"), gives: 400),
      Step(.get, "/app/contract/1/edit?only=", by: .cookie("li"), gives: 400),
      Step(.get, "/app/contract/1/edit?only=phone", by: .cookie("gast"), gives: 403),
    ])

  static let stage = Scenario(
    "a stage asks for what it needs",
    [
      customer, contract(),
      Step(
        .get, "/app/contract/1", by: .cookie("li"), gives: 200,
        has: ["name=\"f.stage\" value=\"review\"", "进入“审核”前还需填写：合同金额", "合同金额、签订日期"]),
      Step(
        .post, "/app/contract/1", form(("version", "1"), ("only", "stage"), ("f.stage", "signed")),
        by: .cookie("li"), gives: 422,
        has: [
          "这个阶段需要先填写合同金额", "这个阶段需要先填写签订日期", "name=\"f.amount\"", "name=\"f.signed_on\"",
          "name=\"only\" value=\"amount,signed_on,stage\"",
        ], lacks: ["name=\"f.remark\""]),
      Step(
        .post, "/app/contract/1",
        form(
          ("version", "1"), ("only", "amount,signed_on,stage"), ("f.stage", "signed"),
          ("f.amount", "1万"), ("f.signed_on", "2026-03-02")), by: .cookie("li"), gives: 303),
      Step(
        .get, "/app/contract/1", by: .cookie("li"), gives: 200,
        has: ["<li class=\"now won\">", "aria-current=\"step\"", "¥10,000.00"]),
      Step(
        .get, "/app/contract/1", by: .cookie("gast"), gives: 200, has: ["<li class=\"now won\">"],
        lacks: ["<button name=\"f.stage\"", "还需填写", "data-edit"]),
    ])

  static let outside = Scenario(
    "a small form asks for what is wrong elsewhere",
    [
      customer,
      Step(
        .post, "/app/contract", form(("only", "name"), ("f.name", "二号")), by: .cookie("li"),
        gives: 422, has: ["请填写客户", "name=\"f.customer\"", "name=\"only\" value=\"customer,name\""]),
      Step(
        .post, "/app/contract",
        form(("only", "customer,name"), ("f.name", "二号"), ("f.customer", "1")), by: .cookie("li"),
        gives: 303),
      // What the form did not show has its default.
      Step(.get, "/api/contract/1", by: .li, gives: 200, has: ["\"stage\":\"draft\""]),
    ])

  static let rows = Scenario(
    "rows of a subform are added, changed and deleted in the form of their record",
    [
      customer, contract(),
      Step(
        .get, "/app/contract/1/edit?only=lines", by: .cookie("li"), gives: 200,
        has: ["name=\"lines.0.f.name\"", "<tr class=\"noscript\">", "<template>"],
        lacks: ["name=\"f.name\""]),
      Step(
        .post, "/app/contract/1",
        form(
          ("version", "1"), ("only", "lines"), ("lines.0.f.name", "安装"),
          ("lines.0.f.quantity", "2"), ("lines.0.f.price", "1,000"), ("lines.1.f.name", ""),
          ("lines.1.f.quantity", "1"), ("lines.7.f.name", "培训"), ("lines.7.f.quantity", "")),
        by: .cookie("li"), gives: 303),
      Step(
        .get, "/app/contract/1", by: .cookie("li"), gives: 200,
        has: ["安装", "¥1,000.00", "培训", "新增 安装、培训<"]),
      Step(
        .get, "/app/contract/1/edit", by: .cookie("li"), gives: 200,
        has: [
          "name=\"lines.0.id\" value=\"1\"", "name=\"lines.1.version\" value=\"1\"", "value=\"安装\"",
        ]),
      Step(
        .post, "/app/contract/1",
        form(
          ("version", "1"), ("only", "lines"), ("lines.0.id", "1"), ("lines.0.version", "1"),
          ("lines.0.f.name", "安装调试"), ("lines.0.f.quantity", "2"), ("lines.0.f.price", "1000"),
          ("lines.1.id", "2"), ("lines.1.version", "1"), ("lines.1.delete", "1")),
        by: .cookie("li"), after: 1000, gives: 303),
      Step(
        .get, "/app/contract/1", by: .cookie("li"), gives: 200,
        has: ["安装调试", "新增 安装调试 等 2 行", "修改 安装调试；删除 1 行"],
        lacks: ["data-label=\"名称\">培训"]),
      // A row of another record is not there.
      contract("二号"),
      Step(
        .post, "/app/contract/2",
        form(("version", "1"), ("only", "lines"), ("lines.0.id", "1"), ("lines.0.f.name", "x")),
        by: .cookie("li"), gives: 422),
      Step(
        .post, "/app/contract/1/delete", .form([("csrf", "{wang.csrf}"), ("version", "1")]),
        by: .cookie("wang"), gives: 303),
      Step(.get, "/api/contract_line/1", by: .wang, gives: 404),
    ])

  static let wrongRows = Scenario(
    "what is wrong in a row is said at its place",
    [
      customer, contract(),
      Step(
        .post, "/app/contract/1",
        form(
          ("version", "1"), ("only", "lines"), ("lines.0.f.name", "安装"),
          ("lines.3.f.name", ""), ("lines.3.f.quantity", "viele"), ("lines.3.f.price", "<b>")),
        by: .cookie("li"), gives: 422,
        has: [
          "合同明细第 2 行：请填写名称", "数量应为数字", "value=\"viele\"", "value=\"安装\"", "&lt;b&gt;",
          "id=\"f0-0-1-1-error\"", "href=\"#f0-0-1-1\"",
        ]),
      Step(.get, "/api/contract_line", by: .li, gives: 200, has: ["\"data\":[]"]),
      Step(
        .post, "/app/contract",
        form(
          ("f.name", "三号"), ("f.customer", "1"), ("f.stage", "draft"), ("lines.0.f.name", "随新建")),
        by: .cookie("li"), gives: 303, answers: [("Location", "/app/contract/2")]),
      Step(.get, "/app/contract/2", by: .cookie("li"), gives: 200, has: ["随新建"]),
    ])

  static let quick = Scenario(
    "a small form for a new record",
    [
      customer,
      Step(
        .get, "/app/contract/new?quick=1&f.customer=1&back=%2Fapp%2Fcustomer%2F1",
        by: .cookie("li"), gives: 200,
        has: [
          "name=\"f.name\"", "name=\"f.customer\"", "<option value=\"1\" selected>甲公司",
          "name=\"back\" value=\"/app/customer/1\"", "打开完整表单",
          "name=\"only\" value=\"customer,name,stage\"",
        ], lacks: ["name=\"f.remark\"", "name=\"lines."]),
      Step(
        .get, "/app/contract/new?f.customer=1&f.name=%3Cb%3E", by: .cookie("li"), gives: 200,
        has: ["value=\"&lt;b&gt;\"", "name=\"f.remark\"", "基本信息", "selected>李静"]),
    ])

  static let back = Scenario(
    "a record made from another leads back to it",
    [
      customer,
      Step(
        .post, "/app/contract",
        form(
          ("only", "customer,name"), ("f.name", "四号"), ("f.customer", "1"),
          ("back", "/app/customer/1")), by: .cookie("li"), gives: 303,
        answers: [("Location", "/app/customer/1")]),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), gives: 200,
        has: [
          "id=\"r-contract-customer\"", "href=\"/app/contract/1\"", "四号",
          "/app/contract/new?quick=1&amp;f.customer=1&amp;back=",
        ]),
      Step(
        .post, "/app/contract",
        form(
          ("only", "customer,name"), ("f.name", "五号"), ("f.customer", "1"),
          ("back", "//evil.example/")), by: .cookie("li"), gives: 303,
        answers: [("Location", "/app/contract/2")]),
    ])

  static let enter = Scenario(
    "the Enter key looks for a record where one is typed",
    [
      customer,
      Step(
        .post, "/app/contract",
        form(("f.name", "六号"), ("f.stage", "draft"), ("find", "enter"), ("q.customer", "甲")),
        by: .cookie("li"), gives: 200, has: ["甲公司", "value=\"六号\""]),
      Step(
        .post, "/app/contract",
        form(
          ("f.name", "六号"), ("f.stage", "draft"), ("find", "enter"), ("q.customer", ""),
          ("f.customer", "1")), by: .cookie("li"), gives: 303),
    ])

  static let taken = Scenario(
    "a value that is taken is told while it is typed",
    [
      customer,
      Step(
        .get, "/app/customer/-/taken?field=name&value=%20%E7%94%B2%E5%85%AC%E5%8F%B8",
        by: .cookie("li"), gives: 200,
        has: ["{\"taken\":true,\"title\":\"甲公司\",\"path\":\"/app/customer/1\"}"]),
      Step(
        .get, "/app/customer/-/taken?field=name&value=%E7%94%B2%E5%85%AC%E5%8F%B8&id=1",
        by: .cookie("li"), gives: 200, has: ["{\"taken\":false}"]),
      Step(
        .get, "/app/customer/-/taken?field=name&value=", by: .cookie("li"), gives: 200,
        has: ["{\"taken\":false}"]),
      Step(.get, "/app/customer/-/taken?field=city&value=x", by: .cookie("li"), gives: 400),
      Step(.get, "/app/customer/-/taken", by: .cookie("li"), gives: 400),
      Step(
        .get, "/app/customer/new", by: .cookie("li"), gives: 200,
        has: ["data-taken=\"/app/customer/-/taken?field=name\""]),
    ])

  static let once = Scenario(
    "a form that is sent twice makes one record",
    [
      Step(
        .post, "/app/customer", form(("token", "t1"), ("f.name", "甲"), ("f.level", "vip")),
        by: .cookie("li"), gives: 303, answers: [("Location", "/app/customer/1")]),
      Step(
        .post, "/app/customer", form(("token", "t1"), ("f.name", "甲"), ("f.level", "vip")),
        by: .cookie("li"), gives: 303, answers: [("Location", "/app/customer/1")]),
      Step(.get, "/api/customer/2", by: .li, gives: 404),
    ])
}
