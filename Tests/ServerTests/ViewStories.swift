import TestSupport

/// Lists as people work in them: filters, groups, saved views, changes of many records and of one
/// cell, and the layouts.
enum ViewStories {
  static let all = [
    filters, groups, columns, savedViews, staleView, bulk, bulkRefused, bulkDelete, cell, board,
    dated,
  ]

  private static func form(_ fields: (String, String)...) -> Payload {
    .form([("csrf", "{li.csrf}")] + fields)
  }

  private static func event(_ body: String) -> Step {
    Step(.post, "/api/event", .json(body), by: .li, gives: 201)
  }

  private static func page(
    _ query: String, has: [String] = [], lacks: [String] = [], gives status: Int = 200,
    line: Int = #line
  ) -> Step {
    Step(
      .get, "/app/event?" + query, by: .cookie("li"), gives: status, has: has, lacks: lacks,
      line: line)
  }

  /// Four events; today is 2026-03-31.
  private static let events = [
    event(#"{"name":"春季展会","kind":"fair","cost":"500","starts_on":"2026-03-30"}"#),
    event(#"{"name":"客户沙龙","kind":"salon","cost":"90","starts_on":"2026-03-31","owner":null}"#),
    event(
      #"{"name":"年度直播","kind":"online","starts_on":"2026-02-10","ends_on":"2026-03-02","tags":["key"]}"#
    ),
    event(#"{"name":"没有形式","starts_on":"2026-05-01","online":true}"#),
  ]

  static let filters = Scenario(
    "filters take any of some values, ranges that move, and blanks",
    events + [
      page("filter.kind=fair&filter.kind=salon", has: ["春季展会", "客户沙龙"], lacks: ["年度直播"]),
      page("filter.kind.blank=true", has: ["没有形式"], lacks: ["春季展会"]),
      page("filter.kind.blank=false", has: ["春季展会"], lacks: ["没有形式"]),
      page("filter.owner=me", has: ["春季展会", "我自己"], lacks: ["客户沙龙"]),
      page(
        "filter.starts_on.from=this_week&filter.starts_on.to=this_week",
        has: ["春季展会", "客户沙龙", "<b>本周</b>"], lacks: ["年度直播"]),
      page(
        "filter.starts_on.from=last_month&filter.starts_on.to=last_month", has: ["年度直播"],
        lacks: ["春季展会"]),
      page(
        "filter.starts_on.from=this_month&filter.starts_on.to=this_month", has: ["春季展会"],
        lacks: ["年度直播", "没有形式"]),
      page("filter.cost.from=100", has: ["春季展会"], lacks: ["客户沙龙"]),
      page("filter.tags=key", has: ["年度直播"], lacks: ["春季展会"]),
      page("sort=&filter.kind=&q=", has: ["春季展会", "没有形式"]),
      page("filter.kind=fair&sort=name", has: ["aria-sort=\"ascending\""]),
      page("filter.kind=nothing", gives: 400), page("filter.seats=1", gives: 400),
      page("filter.starts_on.from=someday", gives: 400),
      page("find.owner=%E6%9D%8E", has: ["details class=\"pop\" open"]),
    ])

  /// Three kinds by turns, so that a page of two kinds has to be put together.
  static let groups = Scenario(
    "rows stand in groups, and pages of several values keep their order",
    events
      + (1...9).map { number in
        event(
          #"{"name":"第\#(number)场","kind":"\#(["fair", "salon", "online"][number % 3])","#
            + #""starts_on":"2026-04-0\#(number)"}"#)
      } + [
        page(
          "view=kinds", has: ["rowgroup", "展会", "沙龙", "线上直播", "<th scope=\"rowgroup\""],
          lacks: ["不分组</option></select><select"]),
        page("group=kind", has: ["rowgroup", "没有形式"]),
        page("group=owner", has: ["rowgroup", "李静"]),
        page("group=none&view=kinds", lacks: ["rowgroup"]),
        page("group=name", gives: 400), page("group=tags", gives: 400),
        page(
          "view=all&sort=name&limit=3&filter.kind=fair&filter.kind=salon",
          has: ["客户沙龙", "春季展会", "第1场", "rel=\"next\""], lacks: ["第2场", "第3场"]),
        Step(
          .get, "/app/event?sort=name&limit=3&filter.kind=fair&filter.kind=salon&at=last",
          by: .cookie("li"), gives: 200, has: ["第6场", "第7场", "第9场"], lacks: ["第4场", "第8场"]),
      ])

  static let columns = Scenario(
    "columns and density are chosen in the URL",
    events + [
      page(
        "columns=name,seats&density=compact",
        has: ["data-columns=\"name,seats\"", "dense", "人数"]),
      page("columns=name&columns=cost", has: ["data-columns=\"name,cost\""]),
      page("columns=name,nothing", gives: 400), page("columns=password", gives: 400),
      page("columns=id", gives: 400),
    ])

  static let savedViews = Scenario(
    "a view is saved, shared, changed by whom it belongs to, and deleted",
    events + [
      Step(
        .post, "/app/event/-/views",
        form(("do", "create"), ("name", "我的展会"), ("query", "filter.kind=fair&sort=name")),
        by: .cookie("li"), gives: 303,
        answers: [("Location", "/app/event?filter.kind=fair&sort=name&saved=1")]),
      page("filter.kind=fair&sort=name&saved=1", has: ["我的展会", "管理视图"], lacks: ["客户沙龙"]),
      Step(.get, "/app/event", by: .cookie("wang"), gives: 200, lacks: ["我的展会"]),
      Step(
        .post, "/app/event/-/views",
        form(
          ("do", "save"), ("id", "1"), ("name", "展会"), ("query", "filter.kind=fair"),
          ("shared", "true")), by: .cookie("li"), gives: 303),
      Step(
        .get, "/app/event", by: .cookie("wang"), gives: 200,
        has: ["展会", "filter.kind=fair&amp;saved=1"]),
      // Someone else's shared view may be used, not changed.
      Step(
        .post, "/app/event/-/views",
        .form([
          ("csrf", "{wang.csrf}"), ("do", "create"), ("name", "全员"), ("query", "filter.kind=salon"),
          ("shared", "true"),
        ]), by: .cookie("wang"), gives: 303),
      page("filter.kind=salon&saved=2", has: ["全员", "保存视图"], lacks: ["管理视图"]),
      Step(
        .post, "/app/event/-/views", form(("do", "delete"), ("id", "2")), by: .cookie("li"),
        gives: 403),
      Step(
        .post, "/app/event/-/views", form(("do", "delete"), ("id", "9")), by: .cookie("li"),
        gives: 404),
      // An administrator may change what is shared.
      Step(
        .post, "/app/event/-/views",
        .form([
          ("csrf", "{wang.csrf}"), ("do", "save"), ("id", "1"), ("name", "展会"),
          ("query", "filter.kind=fair"), ("shared", "true"),
        ]), by: .cookie("wang"), gives: 303),
      Step(
        .post, "/app/event/-/views", form(("do", "create"), ("name", " "), ("query", "")),
        by: .cookie("li"), gives: 400),
      Step(
        .post, "/app/event/-/views", form(("do", "x"), ("name", "a")), by: .cookie("li"), gives: 400
      ),
      Step(
        .post, "/app/event/-/views", form(("do", "delete"), ("id", "1")), by: .cookie("li"),
        gives: 303, answers: [("Location", "/app/event"), ("Set-Cookie", "flash=deleted")]),
      Step(.get, "/app/event", by: .cookie("wang"), gives: 200, lacks: ["saved=1"]),
    ])

  static let staleView = Scenario(
    "a saved view that names what is gone says so and shows the rest",
    events + [
      page(
        "filter.kind=fair&filter.gone=1&sort=gone&columns=name,gone&group=gone&saved=1",
        has: ["春季展会", "filter.gone", "这个视图用到了已经不存在的条件"], lacks: ["客户沙龙"]),
      page("view=gone&saved=1", has: ["春季展会"]),
      page("filter.kind=fair&filter.gone=1", gives: 400),
    ])

  static let bulk = Scenario(
    "many records are changed at once and back again",
    events + [
      page("", has: ["name=\"id\" form=\"bulk\"", "value=\"1.1\""]),
      Step(
        .post, "/app/event/-/bulk",
        form(
          ("do", "edit"), ("field", "kind"), ("id", "1.1"), ("id", "2.1"), ("back", "/app/event")),
        by: .cookie("li"), gives: 200, has: ["修改 2 条市场活动", "name=\"f.kind\"", "value=\"2.1\""]),
      Step(
        .post, "/app/event/-/bulk",
        form(
          ("do", "edit"), ("field", "kind"), ("f.kind", "online"), ("confirmed", "true"),
          ("id", "1.1"), ("id", "2.1"), ("back", "/app/event?sort=name")), by: .cookie("li"),
        gives: 303, answers: [("Location", "/app/event?sort=name"), ("Set-Cookie", "flash=undo.1")]),
      Step(
        .get, "/app/event?filter.kind=online", by: .cookie("li"),
        headers: [("Cookie", "flash=undo.1")],
        gives: 200, has: ["已修改 2 条市场活动", "/app/event/-/undo", "春季展会", "客户沙龙"]),
      Step(
        .get, "/app/event", by: .cookie("wang"), headers: [("Cookie", "flash=undo.1")], gives: 200,
        lacks: ["已修改"]),
      // The second was changed since: it stays.
      Step(
        .patch, "/api/event/2", .json(#"{"seats":5}"#), by: .li, headers: [("If-Match", "\"2\"")],
        gives: 200),
      Step(
        .post, "/app/event/-/undo",
        .form([("csrf", "{wang.csrf}"), ("id", "1")]), by: .cookie("wang"), gives: 400),
      Step(
        .post, "/app/event/-/undo", form(("id", "1"), ("back", "/app/event")), by: .cookie("li"),
        gives: 303, answers: [("Set-Cookie", "flash=undo.2")]),
      Step(
        .get, "/app/event", by: .cookie("li"), headers: [("Cookie", "flash=undo.2")], gives: 200,
        has: ["已撤销，恢复了 1 条市场活动", "1 条没有处理", "记录已被他人修改"], lacks: ["/app/event/-/undo"]),
      Step(.get, "/api/event/1", by: .li, gives: 200, has: ["\"kind\":\"fair\""]),
      Step(.get, "/api/event/2", by: .li, gives: 200, has: ["\"kind\":\"online\""]),
      Step(.post, "/app/event/-/undo", form(("id", "1")), by: .cookie("li"), gives: 400),
    ])

  static let bulkRefused = Scenario(
    "what cannot be changed stays and is told, the rest is changed",
    events + [
      Step(
        .post, "/app/event/-/bulk",
        form(
          ("do", "edit"), ("field", "name"), ("f.name", "同名"), ("confirmed", "true"), ("id", "1.1"),
          ("id", "2.1"), ("id", "3.7"), ("id", "99.1")), by: .cookie("li"), gives: 303),
      Step(
        .get, "/app/event", by: .cookie("li"), headers: [("Cookie", "flash=undo.1")], gives: 200,
        has: ["已修改 1 条市场活动", "3 条没有处理", "已有相同活动名称的记录", "记录已被他人修改", "#99"]),
      Step(.get, "/api/event/1", by: .li, gives: 200, has: ["同名"]),
      Step(.get, "/api/event/2", by: .li, gives: 200, has: ["客户沙龙"]),
      // A stage that needs more than the record has.
      Step(
        .post, "/app/event/-/bulk",
        form(
          ("do", "edit"), ("field", "phase"), ("f.phase", "done"), ("confirmed", "true"),
          ("id", "2.1")), by: .cookie("li"), gives: 303),
      Step(
        .get, "/app/event", by: .cookie("li"), headers: [("Cookie", "flash=undo.2")], gives: 200,
        has: ["这个阶段需要先填写总结日期"], lacks: ["/app/event/-/undo"]),
      Step(
        .post, "/app/event/-/bulk",
        form(
          ("do", "edit"), ("field", "cost"), ("f.cost", "viel"), ("confirmed", "true"),
          ("id", "1.2")), by: .cookie("li"), gives: 422, has: ["费用应为数字", "viel"]),
      Step(
        .post, "/app/event/-/bulk", form(("do", "edit"), ("field", "kind")), by: .cookie("li"),
        gives: 400),
      Step(
        .post, "/app/event/-/bulk", form(("do", "edit"), ("field", "nothing"), ("id", "1.1")),
        by: .cookie("li"), gives: 400),
      Step(
        .post, "/app/customer/-/bulk", form(("do", "edit"), ("field", "number"), ("id", "1.1")),
        by: .cookie("li"), gives: 403),
      Step(
        .post, "/app/event/-/bulk", form(("do", "x"), ("id", "1.1")), by: .cookie("li"), gives: 400),
      Step(
        .post, "/app/event/-/bulk", form(("do", "edit"), ("id", "1")), by: .cookie("li"), gives: 400
      ),
      Step(
        .post, "/app/event/-/bulk", form(("do", "delete"), ("confirmed", "true"), ("id", "1.2")),
        by: .cookie("li"), gives: 403),
      Step(
        .post, "/app/event/-/bulk",
        .form([("csrf", "{gast.csrf}"), ("do", "edit"), ("field", "kind"), ("id", "1.2")]),
        by: .cookie("gast"), gives: 403),
    ])

  static let bulkDelete = Scenario(
    "deleted records come back with their ids",
    events + [
      Step(
        .post, "/app/event/-/bulk",
        .form([("csrf", "{wang.csrf}"), ("do", "delete"), ("id", "1.1"), ("id", "2.1")]),
        by: .cookie("wang"), gives: 200, has: ["删除 2 条市场活动？", "十分钟内可以撤销"]),
      Step(
        .post, "/app/event/-/bulk",
        .form([
          ("csrf", "{wang.csrf}"), ("do", "delete"), ("id", "1.1"), ("id", "2.1"),
          ("confirmed", "true"),
        ]), by: .cookie("wang"), gives: 303, answers: [("Set-Cookie", "flash=undo.1")]),
      Step(.get, "/api/event/1", by: .li, gives: 404),
      Step(
        .get, "/app/event", by: .cookie("wang"), headers: [("Cookie", "flash=undo.1")], gives: 200,
        has: ["已删除 2 条市场活动"], lacks: ["春季展会"]),
      event(#"{"name":"客户沙龙","starts_on":"2026-03-31"}"#),
      Step(
        .post, "/app/event/-/undo", .form([("csrf", "{wang.csrf}"), ("id", "1")]),
        by: .cookie("wang"), gives: 303),
      Step(
        .get, "/api/event/1", by: .li, gives: 200,
        has: ["\"name\":\"春季展会\"", "\"cost\":\"500.00\"", "\"version\":2"]),
      // Its name is taken meanwhile.
      Step(.get, "/api/event/2", by: .li, gives: 404),
      Step(
        .get, "/app/event?q=%E6%98%A5%E5%AD%A3", by: .cookie("wang"), gives: 200, has: ["春季展会"]),
      Step(
        .post, "/app/event/-/undo", .form([("csrf", "{wang.csrf}"), ("id", "1")]),
        by: .cookie("wang"), after: 600_000, gives: 400),
    ])

  static let cell = Scenario(
    "one cell is edited where it stands",
    events + [
      Step(
        .get, "/app/event/1/cell?field=cost", by: .cookie("li"), gives: 200,
        has: ["name=\"f.cost\"", "value=\"500.00\"", "name=\"version\" value=\"1\""],
        lacks: ["<html"]),
      Step(.get, "/app/event/1/cell?field=nothing", by: .cookie("li"), gives: 400),
      Step(.get, "/app/event/1/cell?field=photo", by: .cookie("li"), gives: 403),
      Step(.get, "/app/event/99/cell?field=cost", by: .cookie("li"), gives: 404),
      Step(.get, "/app/event/1/cell?field=cost", by: .cookie("gast"), gives: 403),
      Step(
        .post, "/app/event/1/cell",
        form(
          ("field", "cost"), ("f.cost", "6万"), ("version", "1"), ("columns", "name,cost"),
          ("back", "/app/event")), by: .cookie("li"), gives: 200,
        has: ["¥60,000.00", "value=\"1.2\"", "/app/event/-/undo"], lacks: ["<html"]),
      Step(
        .post, "/app/event/1/cell",
        form(("field", "cost"), ("f.cost", "-1"), ("version", "2"), ("columns", "name")),
        by: .cookie("li"), gives: 422, has: ["费用不能小于", "value=\"-1\""]),
      Step(
        .post, "/app/event/1/cell",
        form(("field", "name"), ("f.name", "客户沙龙"), ("version", "2"), ("columns", "name")),
        by: .cookie("li"), gives: 409, has: ["已有相同活动名称的记录"]),
      Step(
        .post, "/app/event/1/cell",
        form(("field", "cost"), ("f.cost", "7"), ("version", "1"), ("columns", "name")),
        by: .cookie("li"), gives: 412,
        has: ["记录已被他人修改", "name=\"version\" value=\"2\"", "value=\"7\""]),
      Step(
        .post, "/app/event/1/cell",
        form(
          ("field", "tags"), ("f.tags", "new"), ("f.tags", "key"), ("version", "2"),
          ("columns", "tags")),
        by: .cookie("li"), gives: 200, has: ["重点", "拉新"]),
      Step(
        .post, "/app/event/1/cell", form(("field", "cost"), ("f.cost", "7")), by: .cookie("li"),
        gives: 428),
    ])

  static let board = Scenario(
    "a board shows a column for each stage, and a card moves where it may",
    events + [
      page(
        "view=phases",
        has: [
          "data-value=\"plan\"", "data-value=\"dropped\"", "春季展会", "¥590.00", "/app/event/1/move",
        ]),
      Step(
        .get, "/app/event/1/move?field=phase&back=%2Fapp%2Fevent%3Fview%3Dphases",
        by: .cookie("li"), gives: 200, has: ["value=\"ready\"", "/app/event?view=phases"]),
      Step(.get, "/app/event/1/move?field=name", by: .cookie("li"), gives: 400),
      Step(
        .post, "/app/event/1/move",
        form(
          ("field", "phase"), ("value", "ready"), ("version", "1"),
          ("back", "/app/event?view=phases")), by: .cookie("li"), gives: 303,
        answers: [("Location", "/app/event?view=phases"), ("Set-Cookie", "flash=undo.1")]),
      Step(
        .post, "/app/event/1/move", form(("field", "phase"), ("value", "done"), ("version", "2")),
        by: .cookie("li"), gives: 422,
        has: ["还不能移动到“已举办”", "这个阶段需要先填写总结日期", "/app/event/1/edit?only=phase%2Cclosed_on"],
        lacks: ["先填写费用"]),
      Step(
        .post, "/app/event/1/move", form(("field", "phase"), ("value", "plan"), ("version", "1")),
        by: .cookie("li"), gives: 412, has: ["记录已被他人修改"]),
      Step(
        .post, "/app/event/1/move", form(("field", "phase"), ("value", "x"), ("version", "2")),
        by: .cookie("li"), gives: 422),
      Step(.get, "/app/event?view=phases&more=plan", by: .cookie("li"), gives: 200),
      page("view=phases&filter.kind=salon", has: ["客户沙龙"], lacks: ["春季展会"]),
      Step(
        .get, "/app/event?view=phases", by: .cookie("gast"), gives: 200, has: ["春季展会"],
        lacks: ["/move"]),
    ])

  static let dated = Scenario(
    "calendar, chart and gallery show what lies there",
    events + [
      page(
        "view=month",
        has: [
          "2026年3月", "month=2026-02", "month=2026-04", "春季展会", "年度直播", "f.starts_on=2026-03-09",
        ],
        lacks: ["没有形式"]),
      page("view=month&month=2026-05", has: ["没有形式"], lacks: ["春季展会"]),
      page("view=month&month=2026-02", has: ["年度直播"], lacks: ["春季展会"]),
      page("view=month&month=2026-13", gives: 400), page("view=month&month=x", gives: 400),
      page("view=month&month=0000-01", gives: 400),
      page("view=plan", has: ["<svg", "<rect", "春季展会", "class=\"now\""]),
      page("view=plan&scale=week&from=2026-01-12", has: ["年度直播", "春季展会"], lacks: ["没有形式"]),
      page("view=plan&scale=year", gives: 400), page("view=plan&from=2026-99-99", gives: 400),
      page("view=photos", has: ["gallery", "春季展会", "blankshot"]),
    ])
}
