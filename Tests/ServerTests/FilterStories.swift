import TenonHTTP

/// The filters of lists, by type.
enum FilterStories {
  static let all = [texts, choices, days, lists, people, refused]

  private static func customer(_ name: String, _ more: String) -> Step {
    Step(.post, "/api/customer", .json("{\"name\":\"\(name)\"\(more)}"), by: .li, gives: 201)
  }

  private static let made = [
    customer("甲", ",\"level\":\"vip\",\"staff\":5,\"since\":\"2024-01-01\""),
    customer("乙", ",\"level\":\"normal\",\"staff\":50"),
    customer("甲乙", ",\"level\":\"potential\",\"since\":\"2025-06-30\""),
  ]

  /// A list with these of the names 甲, 乙 and 甲乙 and no others.
  private static func list(_ query: String, _ names: String..., line: Int = #line) -> Step {
    let all = ["甲", "乙", "甲乙"].map { "\"name\":\"\($0)\"" }
    let wanted = names.map { "\"name\":\"\($0)\"" }
    return Step(
      .get, "/api/customer?" + query, by: .li, gives: 200, has: wanted,
      lacks: all.filter { !wanted.contains($0) }, line: line)
  }

  private static let texts = Scenario(
    "texts",
    made + [
      list("filter.name=%E7%94%B2", "甲", "甲乙"),
      list("filter.name.contains=%E4%B9%99", "乙", "甲乙"),
      list("filter.name.contains=%E4%B9%99&filter.name.contains=%E7%94%B2", "甲乙"),
      list("filter.name.not=%E4%B9%99", "甲"),
      list("filter.name=%E4%B9%99&filter.name=%E7%94%B2", "甲", "乙", "甲乙"),
      list("filter.name=", "甲", "乙", "甲乙"),
    ])

  private static let choices = Scenario(
    "choices",
    made + [
      list("filter.level=vip", "甲"),
      list("filter.level=vip&filter.level=normal", "甲", "乙"),
      list("filter.level.not=vip", "乙", "甲乙"),
      list("filter.level.not=vip&filter.level.not=normal", "甲乙"),
      list("filter.level.not=vip&filter.name=%E4%B9%99&sort=-name", "乙", "甲乙"),
      list("filter.level.blank=true"),
      list("filter.level.blank=false", "甲", "乙", "甲乙"),
    ])

  private static let days = Scenario(
    "days",
    [
      Step(.post, "/api/customer", .json("{\"name\":\"x\"}"), by: .li, gives: 201),
      deal("甲", "2026-01-01"), deal("乙", "2026-06-30"),
      Step(
        .post, "/api/opportunity", .json("{\"name\":\"甲乙\",\"customer\":1,\"amount\":\"3\"}"),
        by: .li, gives: 201),
      deals("filter.expected_on.from=2026-01-02", "乙"),
      deals("filter.expected_on.to=2026-06-30", "甲", "乙"),
      deals("filter.expected_on.to=2026-06-30&filter.expected_on.from=2026-01-01", "甲", "乙"),
      deals("filter.expected_on=2026-01-01&filter.expected_on=2026-06-30", "甲", "乙"),
      deals("filter.expected_on.blank=true", "甲乙"),
      deals("filter.expected_on.not=2026-01-01", "乙", "甲乙"), deals("filter.amount=3", "甲乙"),
      deals("filter.amount.from=1&filter.amount.to=2&sort=-amount", "甲", "乙"),
    ])

  private static func deal(_ name: String, _ day: String, line: Int = #line) -> Step {
    Step(
      .post, "/api/opportunity",
      .json("{\"name\":\"\(name)\",\"customer\":1,\"amount\":\"1\",\"expected_on\":\"\(day)\"}"),
      by: .li, gives: 201, line: line)
  }

  private static func deals(_ query: String, _ names: String..., line: Int = #line) -> Step {
    var step = list(query, line: line)
    let wanted = names.map { "\"name\":\"\($0)\"" }
    step.target = "/api/opportunity?" + query
    step.lacks = step.lacks.filter { !wanted.contains($0) }
    step.has = wanted
    return step
  }

  private static let lists = Scenario(
    "lists of options",
    [
      Step(.post, "/api/customer", .json("{\"name\":\"甲\"}"), by: .li, gives: 201),
      Step(
        .post, "/api/opportunity",
        .json(
          """
          {"name":"x","customer":1,"amount":"1","items":[
           {"product":"a","quantity":1,"services":["setup","training"]},
           {"product":"b","quantity":2,"services":["setup"]},{"product":"c","quantity":3}]}
          """), by: .li, gives: 201),
      item("filter.services=setup", "a", "b"), item("filter.services.has=training", "a"),
      item("filter.services.has=setup&filter.services.has=training", "a"),
      item("filter.services=setup,training", "a"),
      item("filter.services=training&filter.services=support", "a"),
      item("filter.services.not=training", "b", "c"), item("filter.services.blank=true", "c"),
      item("filter.quantity=1&filter.quantity=3", "a", "c"),
      item("filter.quantity.not=1", "b", "c"),
      item("filter.quantity.from=2&filter.quantity.to=2", "b"),
      item("filter.opportunity=1", "a", "b", "c"), item("filter.opportunity.not=1"),
      item("filter.opportunity=1&filter.opportunity=2&sort=quantity", "a", "b", "c"),
    ])

  private static func item(_ query: String, _ products: String..., line: Int = #line) -> Step {
    let all = ["a", "b", "c"].map { "\"product\":\"\($0)\"" }
    let wanted = products.map { "\"product\":\"\($0)\"" }
    return Step(
      .get, "/api/item?" + query, by: .li, gives: 200, has: wanted,
      lacks: all.filter { !wanted.contains($0) }, line: line)
  }

  private static let people = Scenario(
    "what is no filter of people is refused",
    [
      Step(.get, "/api/user?filter.active=true", by: .li, gives: 200, has: ["\"login\":\"li\""]),
      Step(.get, "/api/user?filter.department=me", by: .li, gives: 400),
      Step(.get, "/api/department?filter.head=me", by: .li, gives: 200, has: ["\"data\":[]"]),
    ])

  private static let refused = Scenario(
    "filters that a field has not",
    [
      "filter.level.contains=a", "filter.level.from=vip", "filter.level=nothing",
      "filter.name.from=a", "filter.name.has=a", "filter.level.blank=yes", "filter.level.blank=1",
      "filter.city=a", "filter..not=a", "filter.level.=vip", "filter.level.not.not=vip",
      "filter.nothing.not=1", "filter", "filter.", "filter.created_at.contains=2",
    ].map { Step(.get, "/api/customer?" + $0, by: .li, gives: 400) })
}
