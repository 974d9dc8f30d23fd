import TenonHTTP

/// Deleting records with the rows of their subforms. Sheets of dossiers have the rights of their
/// dossier; items of opportunities have rights of their own.
enum DeletionStories {
  static let all = [inherited, undone, own, foreign, withSecrets]

  private static let any = RightsStories.any

  private static func delete(
    _ path: String, by sender: Sender, gives status: Int, has: [String] = [], line: Int = #line
  ) -> Step {
    Step(.delete, path, by: sender, headers: any, gives: status, has: has, line: line)
  }

  /// Dossier 3 is that of duo and has two sheets, 1 and 2; dossier 1 has 3.
  private static let sheets = [
    Step(
      .patch, "/api/dossier/3",
      .json("{\"items\":[{\"text\":\"封面\",\"secret\":\"芝麻\"},{\"text\":\"正文\"}]}"),
      by: .token("chief"), headers: any, gives: 200),
    Step(
      .patch, "/api/dossier/1", .json("{\"items\":[{\"text\":\"附注\"}]}"), by: .token("chief"),
      headers: any, gives: 200),
  ]

  static let inherited = RightsStories.story(
    "rows with the rights of the record above go with it",
    sheets + [
      RightsStories.get("/search?q=封面", by: "chief", has: ["/app/dossier_item/1"]),
      delete("/api/dossier/1", by: .token("duo"), gives: 403),
      delete("/api/dossier/3", by: .token("duo"), gives: 204),
      Step(.get, "/api/dossier/3", by: .token("chief"), gives: 404),
      Step(.get, "/api/dossier_item/1", by: .token("chief"), gives: 404),
      Step(.get, "/api/dossier_item/2", by: .token("chief"), gives: 404),
      Step(.get, "/api/dossier_item/3", by: .token("chief"), gives: 200, has: ["附注"]),
      RightsStories.get("/search?q=封面", by: "chief", lacks: ["/app/dossier_item/1"]),
      RightsStories.post(
        "/app/dossier/1/delete", [("version", "1")], by: "chief", gives: 303),
      Step(.get, "/api/dossier_item/3", by: .token("chief"), gives: 404),
    ])

  static let undone = RightsStories.story(
    "rows come back with the record",
    sheets + [
      RightsStories.post(
        "/app/dossier/-/bulk", [("do", "delete"), ("confirmed", "true"), ("id", "3.1")],
        gives: 303),
      Step(.get, "/api/dossier_item/1", by: .token("chief"), gives: 404),
      RightsStories.post("/app/dossier/-/undo", [("id", "1")], gives: 303),
      Step(
        .get, "/api/dossier/3?expand=items", by: .token("chief"), gives: 200,
        has: ["丙案", "\"gain\":\"20.00\"", "封面", "芝麻", "正文"]),
      RightsStories.get("/search?q=封面", by: "chief", has: ["/app/dossier_item/1"]),
      RightsStories.get("/app/dossier/3", by: "chief", has: ["恢复", "删除"]),
    ])

  /// Li may delete neither opportunities nor their items, Wang both.
  static let own = Scenario(
    "rows with rights of their own go when each may be deleted",
    [
      Step(.post, "/api/customer", .json("{\"name\":\"甲\"}"), by: .li, gives: 201),
      Step(
        .post, "/api/opportunity",
        .json(
          """
          {"name":"一","customer":1,"amount":"1","items":[{"product":"a","quantity":1},
           {"product":"b","quantity":2}]}
          """), by: .li, gives: 201),
      delete("/api/opportunity/1", by: .li, gives: 403),
      // The opportunity is no row of the customer's.
      delete("/api/customer/1", by: .wang, gives: 409),
      Step(
        .post, "/api/opportunity/-/batch",
        .json("{\"operations\":[{\"op\":\"delete\",\"id\":1,\"version\":null}]}"), by: .wang,
        gives: 200),
      Step(.get, "/api/opportunity/1", by: .wang, gives: 404),
      Step(.get, "/api/item/1", by: .wang, gives: 404),
      Step(.get, "/api/item/2", by: .wang, gives: 404),
      delete("/api/customer/1", by: .wang, gives: 204),
    ])

  private static func loan(_ reader: String, by login: String, line: Int = #line) -> Step {
    Step(
      .post, "/api/dossier_loan",
      .json("{\"dossier\":3,\"reader\":\"\(reader)\",\"pin\":\"4711\"}"), by: .token(login),
      gives: 201, line: line)
  }

  /// The clerk may delete the dossier and his own loans, and does not see that of the chief.
  static let foreign = RightsStories.story(
    "a row that one may not delete keeps its record",
    [
      loan("赵一", by: "duo"), loan("钱二", by: "chief"),
      delete("/api/dossier/3", by: .token("duo"), gives: 409, has: ["仍被其他记录引用"]),
      RightsStories.post(
        "/app/dossier/-/bulk", [("do", "delete"), ("confirmed", "true"), ("id", "3.1")],
        gives: 303),
      Step(.get, "/api/dossier_loan/1", by: .token("duo"), gives: 200),
      Step(
        .get, "/api/dossier/3", by: .token("duo"), gives: 200, has: ["\"lent\":2"]),
      delete("/api/dossier_loan/2", by: .token("chief"), gives: 204),
      delete("/api/dossier/3", by: .token("duo"), gives: 204),
      Step(.get, "/api/dossier_loan/1", by: .token("chief"), gives: 404),
    ])

  static let withSecrets = RightsStories.story(
    "who takes a deletion back hears that secrets are gone",
    [
      loan("赵一", by: "duo"),
      RightsStories.post(
        "/app/dossier/-/bulk", [("do", "delete"), ("confirmed", "true"), ("id", "3.1")],
        gives: 303),
      RightsStories.post("/app/dossier/-/undo", [("id", "1")], gives: 303),
      Step(
        .get, "/app/dossier", by: .cookie("duo"), headers: [("Cookie", "flash=undo.2")],
        gives: 200, has: ["已撤销，恢复了 1 条档案", "保密内容删除后不能恢复"]),
      Step(
        .get, "/api/dossier_loan/1", by: .token("duo"), gives: 200,
        has: ["赵一", "\"pin\":null"]),
      Step(.get, "/api/dossier/3", by: .token("duo"), gives: 200, has: ["\"lent\":1"]),
      // Who may not make a row may not have it back.
      RightsStories.post(
        "/app/dossier/-/bulk", [("do", "delete"), ("confirmed", "true"), ("id", "3.2")],
        gives: 303),
      RightsStories.post("/app/dossier/-/undo", [("id", "3")], by: "chief", gives: 400),
    ])
}
