import TestSupport

/// Single records that people share.
enum ShareStories {
  static let all = [pages, programs, ends, passingOn]

  private static let memo = Step(
    .post, "/api/memo", .json("{\"name\":\"报价要点\"}"), by: .li, gives: 201)

  private static func share(
    _ user: Int, edit: Bool = false, until: String? = nil, by sender: Sender = .li,
    gives status: Int = 201, has: [String] = []
  ) -> Step {
    let end = until.map { "\"\($0)\"" } ?? "null"
    return Step(
      .post, "/api/memo/1/shares",
      .json("{\"user\":\(user),\"edit\":\(edit),\"until\":\(end)}"), by: sender, gives: status,
      has: has)
  }

  private static func form(_ fields: (String, String)...) -> Payload {
    .form([("csrf", "{li.csrf}")] + fields)
  }

  static let pages = Scenario(
    "a record is shared on its page",
    [
      memo,
      Step(.get, "/app/memo/1", by: .cookie("wang"), gives: 404),
      Step(
        .get, "/app/memo/1", by: .cookie("li"), gives: 200,
        has: ["action=\"/app/memo/1/shares\"", "name=\"f.person\"", "name=\"edit\""]),
      Step(
        .post, "/app/memo/1/shares", form(("f.person", ""), ("f.until", "nonsense")),
        by: .cookie("li"), gives: 422, has: ["share-person-error", "share-until-error"]),
      Step(
        .post, "/app/memo/1/shares", form(("f.person", "1"), ("f.until", "2026-03-30")),
        by: .cookie("li"), gives: 422, has: ["share-until-error"]),
      Step(
        .post, "/app/memo/1/shares", form(("f.person", "1")), by: .cookie("li"), gives: 422,
        has: ["share-person-error"]),
      Step(
        .post, "/app/memo/1/shares", form(("f.person", "2"), ("f.until", "2026-04-02")),
        by: .cookie("li"), gives: 303, answers: [("Location", "/app/memo/1")]),
      Step(
        .get, "/app/memo/1", by: .cookie("li"), gives: 200,
        has: ["王强", "可查看", "至 2026-04-02", "name=\"withdraw\" value=\"2\""]),
      Step(.get, "/notifications", by: .cookie("wang"), gives: 200, has: ["李静 与你共享了", "报价要点"]),
      // Who only reads it shares it with nobody.
      Step(
        .get, "/app/memo/1", by: .cookie("wang"), gives: 200, has: ["报价要点"],
        lacks: ["/app/memo/1/shares"]),
      Step(.get, "/app/memo/1/shares", by: .cookie("wang"), gives: 403),
      Step(
        .post, "/app/memo/1/shares", .form([("csrf", "{wang.csrf}"), ("f.person", "3")]),
        by: .cookie("wang"), gives: 403),
      // Sharing it again changes how it is shared.
      Step(
        .post, "/app/memo/1/shares", form(("f.person", "2"), ("edit", "true")),
        by: .cookie("li"), gives: 303),
      Step(
        .patch, "/api/memo/1", .json("{\"name\":\"报价要点二\"}"), by: .wang,
        headers: [("If-Match", "*")], gives: 200),
      Step(
        .post, "/app/memo/1/shares", form(("withdraw", "2")), by: .cookie("li"), gives: 303),
      Step(.get, "/app/memo/1", by: .cookie("wang"), gives: 404),
      Step(
        .post, "/app/memo/1/shares", form(("withdraw", "2")), by: .cookie("li"), gives: 404),
    ])

  static let programs = Scenario(
    "a record is shared by a program",
    [
      memo,
      Step(.get, "/api/memo/1/shares", by: .li, gives: 200, has: ["{\"data\":[]}"]),
      Step(.get, "/api/memo/1/shares", by: .wang, gives: 404),
      Step(.get, "/api/memo", by: .wang, gives: 200, lacks: ["报价要点"]),
      share(
        2, until: "2026-04-02",
        has: ["\"user\":2", "\"edit\":false", "\"until\":\"2026-04-02\""]),
      Step(.get, "/api/memo", by: .wang, gives: 200, has: ["报价要点"]),
      Step(
        .patch, "/api/memo/1", .json("{\"name\":\"x\"}"), by: .wang,
        headers: [("If-Match", "*")], gives: 403),
      share(2, by: .wang, gives: 403),
      share(77, gives: 422, has: ["\"unknown\""]),
      share(2, until: "2026-03-30", gives: 422),
      Step(.post, "/api/memo/1/shares", .json("{\"edit\":true}"), by: .li, gives: 400),
      Step(.post, "/api/memo/9/shares", .json("{\"user\":2}"), by: .li, gives: 404),
      Step(.delete, "/api/memo/1/shares/2", by: .wang, gives: 403),
      Step(.delete, "/api/memo/1/shares/2", by: .li, gives: 204),
      Step(.delete, "/api/memo/1/shares/2", by: .li, gives: 404),
      Step(.get, "/api/memo/1", by: .wang, gives: 404),
      // Only where the definition lets people share.
      Step(.get, "/api/customer/1/shares", by: .li, gives: 404),
    ])

  static let ends = Scenario(
    "a share ends",
    [
      memo,
      // Today is its last day, and ends in half an hour.
      share(2, until: "2026-03-31"),
      Step(.get, "/api/memo/1", by: .wang, after: 20 * 60_000, gives: 200),
      Step(.get, "/api/memo/1", by: .li, gives: 200),
      Step(.get, "/api/memo/1", by: .wang, after: 11 * 60_000, gives: 404),
      Step(.get, "/api/memo/1/shares", by: .li, gives: 200, has: ["{\"data\":[]}"]),
      share(2),
      // With the record goes its share: a new one under its number is nobody's.
      Step(.delete, "/api/memo/1", by: .li, headers: [("If-Match", "*")], gives: 204),
      Step(.get, "/api/memo", by: .wang, gives: 200, lacks: ["报价要点"]),
    ])

  static let passingOn = Scenario(
    "nobody passes on more than was shared with them",
    [
      memo,
      share(2, edit: true, until: "2026-04-02"),
      share(3, edit: true, by: .wang, gives: 403),
      share(3, edit: true, until: "2026-04-03", by: .wang, gives: 403),
      Step(
        .post, "/app/memo/1/shares", .form([("csrf", "{wang.csrf}"), ("f.person", "3")]),
        by: .cookie("wang"), gives: 422, has: ["不能超出您自己的期限和权限"]),
      share(3, until: "2026-04-01", by: .wang),
    ])
}
