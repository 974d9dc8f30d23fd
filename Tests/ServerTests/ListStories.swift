import TestSupport

/// Lists over the API: what may be asked, and in which form.
enum ListStories {
  static let all = [empty, refused, filters]

  private static func list(_ query: String, gives status: Int, has: String...) -> Step {
    Step(.get, "/api/customer?" + query, by: .li, gives: status, has: has)
  }

  static let empty = Scenario(
    "a list of nothing",
    [
      Step(
        .get, "/api/customer", by: .li, gives: 200,
        has: ["{\"data\":[],\"next\":null,\"previous\":null}"]),
      list("at=last", gives: 200, has: "\"data\":[]"),
      list("filter.name=%25_'%22", gives: 200, has: "\"data\":[]"),
      Step(.get, "/app/customer", by: .cookie("li"), gives: 200, has: ["还没有客户"]),
      Step(
        .get, "/app/customer?filter.level=vip", by: .cookie("li"), gives: 200, has: ["没有符合条件的客户"]),
    ])

  static let refused = Scenario(
    "what a list does not offer is refused by name", demo: true,
    [
      "limit=0", "limit=201", "limit=x", "limit=-1", "limit=", "limit=99999999999999999999",
      "sort=", "sort=-", "sort=city", "sort=nothing", "sort=--name", "sort=name,city",
      "sort=password", "at=first", "nothing=1", "Limit=1", "filter=1", "filter.=1",
      "filter.nothing=1", "filter.city=x", "filter.remark=x", "filter.level=nothing",
      "filter.active=1", "filter.active=yes", "filter.level.from=vip", "filter.id=1",
      "filter.created_by=1", "filter.name.to=x", "after=", "after=zz", "after=0", "after=00",
      "before=2d32", "after=" + String(repeating: "61", count: 3000),
      // Well formed, of an order that is not this list's or with values of another form.
      "after=3209693109693100", "after=2d3209", "sort=name&after=37096931096931",
    ].map { list($0, gives: 400, has: "\"status\":400") } + [
      list("limit=1", gives: 200), list("limit=200", gives: 200),
      Step(.get, "/api/customer?sort=%ff", by: .li, gives: 400),
      Step(.get, "/api/customer?filter.name=%00", by: .li, gives: 200),
      Step(.get, "/api/customer?limit=1", by: .li, gives: 200, keep: ["next": .json("next")]),
      list("after={next}", gives: 200), list("limit=3&after={next}", gives: 200),
      list("sort=name&after={next}", gives: 400), list("sort=created_at&after={next}", gives: 400),
      Step(.get, "/api/opportunity?sort=name&after={next}", by: .li, gives: 400),
      Step(.get, "/app/customer?sort=city", by: .cookie("li"), gives: 400),
      Step(.get, "/app/customer?sort=-name", by: .cookie("li"), gives: 400),
      Step(.get, "/app/customer?after=zz", by: .cookie("li"), gives: 400),
      Step(.get, "/app/customer?limit=1", by: .cookie("li"), gives: 200),
    ])

  private static func create(_ body: String) -> Step {
    Step(.post, "/api/customer", .json(body), by: .li, gives: 201)
  }

  static let filters = Scenario(
    "filters find what fits and nothing else",
    [
      create("{\"name\":\"上海甲\",\"level\":\"vip\",\"region\":\"east\",\"active\":false}"),
      create("{\"name\":\"上海乙 100%\",\"level\":\"normal\",\"region\":\"east\"}"),
      create("{\"name\":\"北京_丙\",\"level\":\"vip\"}"),
      Step(
        .get, "/api/customer?filter.level=vip", by: .li, gives: 200, has: ["甲", "丙"], lacks: ["乙"]),
      Step(
        .get, "/api/customer?filter.level=vip&filter.region=east", by: .li, gives: 200, has: ["甲"],
        lacks: ["乙", "丙"]),
      Step(
        .get, "/api/customer?filter.active=false", by: .li, gives: 200, has: ["甲"], lacks: ["乙"]),
      // Part of a text, taken as it is: no wildcard.
      Step(
        .get, "/api/customer?filter.name=%E4%B8%8A%E6%B5%B7", by: .li, gives: 200, has: ["甲", "乙"],
        lacks: ["丙"]),
      Step(
        .get, "/api/customer?filter.name=%25", by: .li, gives: 200, has: ["乙"], lacks: ["甲", "丙"]),
      Step(
        .get, "/api/customer?filter.name=_", by: .li, gives: 200, has: ["丙"], lacks: ["甲", "乙"]),
      Step(.get, "/api/customer?filter.level=", by: .li, gives: 200, has: ["甲", "乙", "丙"]),
      Step(
        .get, "/app/customer?filter.level=vip", by: .cookie("li"), gives: 200, has: ["甲", "丙"],
        lacks: ["乙"]),
    ])
}
