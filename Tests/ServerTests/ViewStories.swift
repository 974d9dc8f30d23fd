import TestSupport

/// Lists as people look at them: filters, groups, columns, saved views.
enum ViewStories {
  static let all = [filters, conditions, groups, columns, savedViews, staleView]

  static func form(_ fields: (String, String)...) -> Payload {
    .form([("csrf", "{li.csrf}")] + fields)
  }

  static func event(_ body: String) -> Step {
    Step(.post, "/api/event", .json(body), by: .li, gives: 201)
  }

  static func page(
    _ query: String, has: [String] = [], lacks: [String] = [], gives status: Int = 200,
    line: Int = #line
  ) -> Step {
    Step(
      .get, "/app/event?" + query, by: .cookie("li"), gives: status, has: has, lacks: lacks,
      line: line)
  }

  /// Four events; today is 2026-03-31.
  static let events = [
    event(#"{"name":"春季展会","kind":"fair","cost":"500","starts_on":"2026-03-30"}"#),
    event(#"{"name":"客户沙龙","kind":"salon","cost":"90","starts_on":"2026-03-31","owner":null}"#),
    event(
      #"{"name":"年度直播","kind":"online","starts_on":"2026-02-10","ends_on":"2026-03-02","#
        + #""tags":["key"]}"#
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

  /// Li's own, or a dear one, of the next thirty days; the list of all has the others too.
  static let conditions = Scenario(
    "a view holds the records of its condition, whoever looks",
    events + [
      event(#"{"name":"旗舰大会","cost":"400.01","starts_on":"2026-04-30","owner":null}"#),
      event(#"{"name":"整四百","cost":"400","starts_on":"2026-04-01","owner":null}"#),
      event(#"{"name":"五月之后","cost":"900","starts_on":"2026-05-01","owner":null}"#),
      event(#"{"name":"独家专场","starts_on":"2026-04-02"}"#),
      page("view=ahead", has: ["旗舰大会", "独家专场"], lacks: ["整四百", "五月之后", "春季展会", "客户沙龙"]),
      page(
        "view=ahead&q=%E6%97%97%E8%88%B0%E5%A4%A7%E4%BC%9A", has: ["旗舰大会"], lacks: ["独家专场", "整四百"]),
      page("view=ahead&q=%E6%95%B4%E5%9B%9B%E7%99%BE", lacks: [">整四百<"]),
      page("view=ahead&filter.kind.blank=false", lacks: ["旗舰大会", "独家专场"]),
      Step(
        .get, "/app/event?view=ahead", by: .cookie("wang"), gives: 200, has: ["旗舰大会"],
        lacks: [">独家专场<", "整四百"]),
      page("view=all", has: ["整四百", "五月之后"]),
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
}
