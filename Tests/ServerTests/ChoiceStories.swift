import TenonHTTP

/// What a reference can be set to holds on every path, and pickers offer nothing else. A lease's
/// contract is one of its customer that is not ended; what a charge is for, an opportunity of the
/// customer of its lease.
enum ChoiceStories {
  static let all = [api, stays, rows, batch, cells, bulk, suggestions, forms]

  private static let any = [("If-Match", "*")]

  /// `id` keeps the record's id under this name: on PostgreSQL what is refused takes one.
  private static func create(
    _ body: String, to path: String = "/api/lease", by sender: Sender = .li,
    gives status: Int = 201, has: [String] = [], id name: String? = nil, line: Int = #line
  ) -> Step {
    Step(
      .post, path, .json(body), by: sender, gives: status, has: has,
      keep: name.map { [$0: .json("id")] } ?? [:], line: line)
  }

  private static func change(
    _ body: String, of path: String = "/api/lease/1", gives status: Int = 200, has: [String] = [],
    line: Int = #line
  ) -> Step {
    Step(
      .patch, path, .json(body), by: .li, headers: any, gives: status, has: has, line: line)
  }

  /// Customers 甲 and 乙; contracts C1 and C3 (ended) of 甲, C2 of 乙; an opportunity of each.
  private static let world = [
    create(#"{"name":"甲"}"#, to: "/api/customer"),
    create(#"{"name":"乙"}"#, to: "/api/customer"),
    create(#"{"name":"C1","customer":1}"#, to: "/api/contract"),
    create(#"{"name":"C2","customer":2}"#, to: "/api/contract"),
    create(#"{"name":"C3","customer":1,"stage":"ended","reason":"a"}"#, to: "/api/contract"),
    create(#"{"name":"O1","customer":1,"amount":"1"}"#, to: "/api/opportunity"),
    create(#"{"name":"O2","customer":2,"amount":"1"}"#, to: "/api/opportunity"),
  ]

  private static func refused(_ field: String, _ label: String) -> String {
    "{\"field\":\"\(field)\",\"code\":\"not_offered\",\"message\":\"这条记录不在\(label)的可选范围内，请重新选择\""
  }

  private static let api = Scenario(
    "a reference is refused that does not meet its condition",
    world + [
      create(#"{"customer":1,"contract":2}"#, gives: 422, has: [refused("contract", "合同")]),
      create(#"{"customer":1,"contract":3}"#, gives: 422, has: [refused("contract", "合同")]),
      // Without a customer there is none to agree with.
      create(#"{"contract":1}"#, gives: 422, has: [refused("contract", "合同")]),
      create(#"{"customer":1,"contract":9}"#, gives: 422, has: ["\"code\":\"unknown\""]),
      Step(.get, "/api/lease", by: .li, gives: 200, has: ["\"data\":[]"]),
      create(#"{"customer":1,"contract":1}"#, id: "lease"),
      change(
        #"{"contract":2}"#, of: "/api/lease/{lease}", gives: 422,
        has: [refused("contract", "合同")]),
      change(#"{"contract":2,"customer":2}"#, of: "/api/lease/{lease}"),
      Step(
        .patch, "/api/lease/{lease}", .json(#"{"contract":1}"#), by: .li,
        headers: any + [("Accept-Language", "en")], gives: 422,
        has: ["This record cannot be chosen as Contract. Choose another"]),
      change(#"{"contract":null,"customer":1}"#, of: "/api/lease/{lease}"),
    ])

  private static let stays = Scenario(
    "a reference that stays is let be, unless its condition reads what changes",
    world + [
      create(#"{"customer":1,"contract":1}"#),
      change(#"{"stage":"ended","reason":"b"}"#, of: "/api/contract/1"),
      change(#"{"name":"新","unit":"A1"}"#),
      change(#"{"contract":1,"unit":"A2"}"#),
      // It reads the customer: now it is looked at again.
      change(#"{"customer":2}"#, gives: 422, has: [refused("contract", "合同")]),
      change(#"{"contract":null}"#),
      change(#"{"contract":1}"#, gives: 422, has: [refused("contract", "合同")]),
    ])

  private static func lease(_ opportunity: Int, _ more: String = "") -> String {
    #"{"customer":1,\#(more)"lines":[{"name":"a","opportunity":\#(opportunity)}]}"#
  }

  private static let rows = Scenario(
    "a row reads of the record above what the same request makes of it",
    world + [
      create(lease(2), gives: 422, has: [refused("lines/0/opportunity", "商机")]),
      create(lease(1), id: "lease"),
      Step(
        .get, "/api/lease/{lease}?expand=lines", by: .li, gives: 200,
        keep: ["line": .number(after: "\"lines\":[{\"id\":")]),
      change(
        #"{"lines":[{"id":{line},"opportunity":2}]}"#, of: "/api/lease/{lease}", gives: 422,
        has: [refused("lines/0/opportunity", "商机")]),
      change(
        #"{"opportunity":2}"#, of: "/api/lease_line/{line}", gives: 422,
        has: [refused("opportunity", "商机")]),
      create(
        #"{"lease":{lease},"name":"b","opportunity":2}"#, to: "/api/lease_line", gives: 422,
        has: [refused("opportunity", "商机")]),
      // The row is not named, but what it reads of the lease changes.
      change(
        #"{"customer":2}"#, of: "/api/lease/{lease}", gives: 422,
        has: ["\"field\":\"lines\"", "商机的可选范围"]),
      change(
        #"{"customer":2,"lines":[{"id":{line},"name":"c"}]}"#, of: "/api/lease/{lease}", gives: 422,
        has: [refused("lines/0/opportunity", "商机")]),
      change(
        #"{"customer":2,"lines":[{"id":{line},"opportunity":2}]}"#, of: "/api/lease/{lease}"),
      change(#"{"name":"d"}"#, of: "/api/lease/{lease}"),
    ])

  private static let batch = Scenario(
    "a batch with a reference that cannot be chosen is refused as a whole",
    world + [
      create(
        """
        {"operations":[{"op":"create","record":{"customer":1,"contract":1}},
         {"op":"create","record":{"customer":1,"contract":2}}]}
        """, to: "/api/lease/-/batch", gives: 422,
        has: ["\"pointer\":\"/operations/1/record/contract\"", "not_offered"]),
      Step(.get, "/api/lease", by: .li, gives: 200, has: ["\"data\":[]"]),
    ])

  private static let cells = Scenario(
    "the editor of a cell offers and takes what the record can have",
    world + [
      create(#"{"customer":1}"#),
      Step(
        .get, "/app/lease/1/cell?field=contract", by: .cookie("li"), gives: 200,
        has: [
          "C1", "data-pick=\"/app/lease/-/choose?field=contract&amp;id=1\"",
          "data-reads=\"customer\"",
        ],
        lacks: ["C2", "C3"]),
      Step(
        .post, "/app/lease/1/cell",
        ViewStories.form(
          ("field", "contract"), ("f.contract", "2"), ("version", "1"), ("columns", "name")),
        by: .cookie("li"), gives: 422, has: ["这条记录不在合同的可选范围内，请重新选择"]),
      Step(
        .post, "/app/lease/1/cell",
        ViewStories.form(
          ("field", "contract"), ("f.contract", "1"), ("version", "1"), ("columns", "name")),
        by: .cookie("li"), gives: 200),
    ])

  private static let bulk = Scenario(
    "of many records each takes what it can have",
    world + [
      create(#"{"customer":1}"#), create(#"{"customer":2}"#),
      // For several at once all are offered: what each can have is seen on saving.
      Step(
        .post, "/app/lease/-/bulk",
        ViewStories.form(("do", "edit"), ("field", "contract"), ("id", "1.1"), ("id", "2.1")),
        by: .cookie("li"), gives: 200, has: ["C1", "C2", "C3", "/app/contract/-/pick"]),
      Step(
        .post, "/app/lease/-/bulk",
        ViewStories.form(
          ("do", "edit"), ("field", "contract"), ("f.contract", "1"), ("confirmed", "true"),
          ("id", "1.1"), ("id", "2.1")), by: .cookie("li"), gives: 303),
      Step(
        .get, "/app/lease", by: .cookie("li"), headers: [("Cookie", "flash=undo.1")], gives: 200,
        has: ["已修改 1 条租约", "1 条没有处理", "这条记录不在合同的可选范围内"]),
      Step(.get, "/api/lease/2", by: .li, gives: 200, has: ["\"contract\":null"]),
    ])

  private static func choose(
    _ query: String, of entity: String = "lease", by sender: Sender = .cookie("li"),
    gives status: Int = 200, has: [String] = [], lacks: [String] = [], line: Int = #line
  ) -> Step {
    Step(
      .get, "/app/\(entity)/-/choose?\(query)", by: sender, gives: status, has: has, lacks: lacks,
      line: line)
  }

  private static let suggestions = Scenario(
    "suggestions go by what the form holds now",
    world + [
      create(#"{"customer":1}"#),
      choose("field=contract", has: ["{\"items\":[]}"]),
      choose("field=contract&f.customer=1", has: ["{\"items\":[{\"id\":1,\"title\":\"C1\"}]}"]),
      choose("field=contract&id=1", has: ["C1"], lacks: ["C2"]),
      choose("field=contract&id=1&f.customer=2", has: ["C2"], lacks: ["C1"]),
      choose("field=contract&id=1&f.customer=", has: ["{\"items\":[]}"]),
      choose("field=contract&f.customer=1&q=C", has: ["C1"], lacks: ["C2", "C3"]),
      choose("field=contract&f.customer=x", has: ["{\"items\":[]}"]),
      choose("field=contract&id=99", gives: 404),
      choose("field=name", gives: 400),
      choose("field=nothing", gives: 400),
      choose("field=contract&f.customer=1", by: .cookie("gast"), gives: 403),
      // A row: of a lease that is not stored, of one that is, and of one that is being changed.
      choose("field=opportunity&via=lease&above.f.customer=2", of: "lease_line", has: ["O2"]),
      choose(
        "field=opportunity&via=lease&above.id=1", of: "lease_line", has: ["O1"], lacks: ["O2"]),
      choose(
        "field=opportunity&via=lease&above.id=1&above.f.customer=2", of: "lease_line", has: ["O2"],
        lacks: ["O1"]),
      // By itself it names its lease.
      choose("field=opportunity&f.lease=1", of: "lease_line", has: ["O1"], lacks: ["O2"]),
      choose("field=opportunity&f.lease=77", of: "lease_line", has: ["{\"items\":[]}"]),
      choose("field=opportunity&via=name", of: "lease_line", gives: 400),
    ])

  private static let forms = Scenario(
    "forms offer what can be chosen, and say what cannot",
    world + [
      Step(
        .get, "/app/lease/new?f.customer=2", by: .cookie("li"), gives: 200,
        has: [
          ">C2<", "data-pick=\"/app/lease/-/choose?field=contract\"",
          "data-pick=\"/app/lease_line/-/choose?field=opportunity&amp;via=lease\"",
          "data-reads=\"^customer\"", "O2",
        ], lacks: [">C1<", "O1"]),
      Step(
        .post, "/app/lease",
        ViewStories.form(
          ("f.name", "甲"), ("f.owner", "1"), ("f.starts_on", "2026-03-31"), ("f.customer", "1"),
          ("f.contract", "2"), ("lines.0.f.name", "a"), ("lines.0.f.opportunity", "2")),
        by: .cookie("li"), gives: 422,
        has: ["这条记录不在合同的可选范围内", "这条记录不在商机的可选范围内", ">C1<", "value=\"甲\""]),
      // Without script a search looks among the same.
      Step(
        .post, "/app/lease",
        ViewStories.form(
          ("f.name", "甲"), ("f.customer", "1"), ("q.contract", "C"), ("find", "contract")),
        by: .cookie("li"), gives: 200, has: [">C1<"], lacks: [">C2<", ">C3<"]),
      Step(
        .post, "/app/lease",
        ViewStories.form(
          ("f.name", "甲"), ("f.owner", "1"), ("f.starts_on", "2026-03-31"), ("f.customer", "1"),
          ("f.contract", "1"), ("lines.0.f.name", "a"), ("lines.0.f.opportunity", "1")),
        by: .cookie("li"), gives: 303, keep: ["lease": .number(after: "/app/lease/")]),
      Step(
        .get, "/app/lease/{lease}/edit", by: .cookie("li"), gives: 200,
        has: [
          ">C1<", "choose?field=contract&amp;id={lease}\"", "&amp;via=lease&amp;above.id={lease}\"",
        ], lacks: [">C2<"]),
    ])
}
