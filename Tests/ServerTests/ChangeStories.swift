import TestSupport

/// Lists as people work in them: changes of many records and of one cell, boards, days.
enum ChangeStories {
  static let all = [bulk, bulkRefused, bulkDelete, cell, board, dated]

  static let bulk = Scenario(
    "many records are changed at once and back again",
    ViewStories.events + [
      ViewStories.page("", has: ["name=\"id\" form=\"bulk\"", "value=\"1.1\""]),
      Step(
        .post, "/app/event/-/bulk",
        ViewStories.form(
          ("do", "edit"), ("field", "kind"), ("id", "1.1"), ("id", "2.1"), ("back", "/app/event")),
        by: .cookie("li"), gives: 200, has: ["修改 2 条市场活动", "name=\"f.kind\"", "value=\"2.1\""]),
      Step(
        .post, "/app/event/-/bulk",
        ViewStories.form(
          ("do", "edit"), ("field", "kind"), ("f.kind", "online"), ("confirmed", "true"),
          ("id", "1.1"), ("id", "2.1"), ("back", "/app/event?sort=name")), by: .cookie("li"),
        gives: 303,
        answers: [("Location", "/app/event?sort=name"), ("Set-Cookie", "flash=undo.1")]),
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
        .post, "/app/event/-/undo", ViewStories.form(("id", "1"), ("back", "/app/event")),
        by: .cookie("li"),
        gives: 303, answers: [("Set-Cookie", "flash=undo.2")]),
      Step(
        .get, "/app/event", by: .cookie("li"), headers: [("Cookie", "flash=undo.2")], gives: 200,
        has: ["已撤销，恢复了 1 条市场活动", "1 条没有处理", "记录已被他人修改"], lacks: ["/app/event/-/undo"]),
      Step(.get, "/api/event/1", by: .li, gives: 200, has: ["\"kind\":\"fair\""]),
      Step(.get, "/api/event/2", by: .li, gives: 200, has: ["\"kind\":\"online\""]),
      Step(
        .post, "/app/event/-/undo", ViewStories.form(("id", "1")), by: .cookie("li"), gives: 400),
    ])

  static let bulkRefused = Scenario(
    "what cannot be changed stays and is told, the rest is changed",
    ViewStories.events + [
      Step(
        .post, "/app/event/-/bulk",
        ViewStories.form(
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
        ViewStories.form(
          ("do", "edit"), ("field", "phase"), ("f.phase", "done"), ("confirmed", "true"),
          ("id", "2.1")), by: .cookie("li"), gives: 303),
      Step(
        .get, "/app/event", by: .cookie("li"), headers: [("Cookie", "flash=undo.2")], gives: 200,
        has: ["这个阶段需要先填写总结日期"], lacks: ["/app/event/-/undo"]),
      Step(
        .post, "/app/event/-/bulk",
        ViewStories.form(
          ("do", "edit"), ("field", "cost"), ("f.cost", "viel"), ("confirmed", "true"),
          ("id", "1.2")), by: .cookie("li"), gives: 422, has: ["费用应为数字", "viel"]),
      Step(
        .post, "/app/event/-/bulk", ViewStories.form(("do", "edit"), ("field", "kind")),
        by: .cookie("li"),
        gives: 400),
      Step(
        .post, "/app/event/-/bulk",
        ViewStories.form(("do", "edit"), ("field", "nothing"), ("id", "1.1")),
        by: .cookie("li"), gives: 400),
      Step(
        .post, "/app/customer/-/bulk",
        ViewStories.form(("do", "edit"), ("field", "number"), ("id", "1.1")),
        by: .cookie("li"), gives: 403),
      Step(
        .post, "/app/event/-/bulk", ViewStories.form(("do", "x"), ("id", "1.1")), by: .cookie("li"),
        gives: 400),
      Step(
        .post, "/app/event/-/bulk", ViewStories.form(("do", "edit"), ("id", "1")),
        by: .cookie("li"), gives: 400
      ),
      Step(
        .post, "/app/event/-/bulk",
        ViewStories.form(("do", "delete"), ("confirmed", "true"), ("id", "1.2")),
        by: .cookie("li"), gives: 403),
      Step(
        .post, "/app/event/-/bulk",
        .form([("csrf", "{gast.csrf}"), ("do", "edit"), ("field", "kind"), ("id", "1.2")]),
        by: .cookie("gast"), gives: 403),
    ])

  static let bulkDelete = Scenario(
    "deleted records come back with their ids",
    ViewStories.events + [
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
      ViewStories.event(#"{"name":"客户沙龙","starts_on":"2026-03-31"}"#),
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
    ViewStories.events + [
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
        ViewStories.form(
          ("field", "cost"), ("f.cost", "6万"), ("version", "1"), ("columns", "name,cost"),
          ("back", "/app/event")), by: .cookie("li"), gives: 200,
        has: ["¥60,000.00", "value=\"1.2\"", "/app/event/-/undo"], lacks: ["<html"]),
      Step(
        .post, "/app/event/1/cell",
        ViewStories.form(
          ("field", "cost"), ("f.cost", "-1"), ("version", "2"), ("columns", "name")),
        by: .cookie("li"), gives: 422, has: ["费用不能小于", "value=\"-1\""]),
      Step(
        .post, "/app/event/1/cell",
        ViewStories.form(
          ("field", "name"), ("f.name", "客户沙龙"), ("version", "2"), ("columns", "name")),
        by: .cookie("li"), gives: 409, has: ["已有相同活动名称的记录"]),
      Step(
        .post, "/app/event/1/cell",
        ViewStories.form(("field", "cost"), ("f.cost", "7"), ("version", "1"), ("columns", "name")),
        by: .cookie("li"), gives: 412,
        has: ["记录已被他人修改", "name=\"version\" value=\"2\"", "value=\"7\""]),
      Step(
        .post, "/app/event/1/cell",
        ViewStories.form(
          ("field", "tags"), ("f.tags", "new"), ("f.tags", "key"), ("version", "2"),
          ("columns", "tags")),
        by: .cookie("li"), gives: 200, has: ["重点", "拉新"]),
      Step(
        .post, "/app/event/1/cell", ViewStories.form(("field", "cost"), ("f.cost", "7")),
        by: .cookie("li"),
        gives: 428),
    ])

  static let board = Scenario(
    "a board shows a column for each stage, and a card moves where it may",
    ViewStories.events + [
      ViewStories.page(
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
        ViewStories.form(
          ("field", "phase"), ("value", "ready"), ("version", "1"),
          ("back", "/app/event?view=phases")), by: .cookie("li"), gives: 303,
        answers: [("Location", "/app/event?view=phases"), ("Set-Cookie", "flash=undo.1")]),
      Step(
        .post, "/app/event/1/move",
        ViewStories.form(("field", "phase"), ("value", "done"), ("version", "2")),
        by: .cookie("li"), gives: 422,
        has: ["还不能移动到“已举办”", "这个阶段需要先填写总结日期", "/app/event/1/edit?only=phase%2Cclosed_on"],
        lacks: ["先填写费用"]),
      Step(
        .post, "/app/event/1/move",
        ViewStories.form(("field", "phase"), ("value", "plan"), ("version", "1")),
        by: .cookie("li"), gives: 412, has: ["记录已被他人修改"]),
      Step(
        .post, "/app/event/1/move",
        ViewStories.form(("field", "phase"), ("value", "x"), ("version", "2")),
        by: .cookie("li"), gives: 422),
      Step(.get, "/app/event?view=phases&more=plan", by: .cookie("li"), gives: 200),
      ViewStories.page("view=phases&filter.kind=salon", has: ["客户沙龙"], lacks: ["春季展会"]),
      Step(
        .get, "/app/event?view=phases", by: .cookie("gast"), gives: 200, has: ["春季展会"],
        lacks: ["/move"]),
    ])

  static let dated = Scenario(
    "calendar, chart and gallery show what lies there",
    ViewStories.events + [
      ViewStories.page(
        "view=month",
        has: [
          "2026年3月", "month=2026-02", "month=2026-04", "春季展会", "年度直播", "f.starts_on=2026-03-09",
        ],
        lacks: ["没有形式"]),
      ViewStories.page("view=month&month=2026-05", has: ["没有形式"], lacks: ["春季展会"]),
      ViewStories.page("view=month&month=2026-02", has: ["年度直播"], lacks: ["春季展会"]),
      ViewStories.page("view=month&month=2026-13", gives: 400),
      ViewStories.page("view=month&month=x", gives: 400),
      ViewStories.page("view=month&month=0000-01", gives: 400),
      ViewStories.page("view=plan", has: ["<svg", "<rect", "春季展会", "class=\"now\""]),
      ViewStories.page(
        "view=plan&scale=week&from=2026-01-12", has: ["年度直播", "春季展会"], lacks: ["没有形式"]),
      ViewStories.page("view=plan&scale=year", gives: 400),
      ViewStories.page("view=plan&from=2026-99-99", gives: 400),
      ViewStories.page("view=photos", has: ["gallery", "春季展会", "blankshot"]),
    ])
}
