import TestSupport

/// Who may import, and what the columns of a file are taken for. How rows come in is told by
/// `Tests/System/test_import.py`: an import works on a thread of its own.
enum ImportStories {
  static let all = [columns, refusals]

  private static func upload(_ text: String, gives status: Int = 303) -> Step {
    let part = "--b\r\nContent-Disposition: form-data; name="
    let body =
      part + "\"csrf\"\r\n\r\n{li.csrf}\r\n"
      + part + "\"file\"; filename=\"客户.csv\"\r\n\r\n" + text + "\r\n--b--\r\n"
    return Step(
      .post, "/app/customer/-/import", .raw(type: "multipart/form-data; boundary=b", body),
      by: .cookie("li"), gives: status)
  }

  static let columns = Scenario(
    "the columns of a spreadsheet",
    [
      Step(
        .get, "/app/customer", by: .cookie("li"), gives: 200, has: ["/app/customer/-/import"]),
      Step(
        .get, "/app/customer/-/import", by: .cookie("li"), gives: 200,
        has: ["type=\"file\"", "最多 200000 行"]),
      upload("客 户 名 称＊,Level,不知道\r\n甲公司,重点,x\r\n"),
      Step(
        .get, "/app/customer/-/import/1", by: .cookie("li"), gives: 200,
        has: [
          "客户.csv", "甲公司", "value=\"name\" selected", "value=\"level\" selected",
          "value=\"upsert\" selected",
        ]),
      // What is wrong with the columns is said before anything is begun.
      Step(
        .post, "/app/customer/-/import/1",
        .form([
          ("csrf", "{li.csrf}"), ("do", "check"), ("mode", "create"), ("c.0", "name"),
          ("c.1", "name"),
        ]), by: .cookie("li"), gives: 422, has: ["每个字段只能对应一列"]),
      Step(
        .post, "/app/customer/-/import/1",
        .form([("csrf", "{li.csrf}"), ("do", "check"), ("mode", "upsert"), ("c.0", "name")]),
        by: .cookie("li"), gives: 422, has: ["请选择用来匹配记录的列"]),
      Step(
        .post, "/app/customer/-/import/1", .form([("csrf", "{li.csrf}"), ("do", "undo")]),
        by: .cookie("li"), gives: 400),
    ])

  static let refusals = Scenario(
    "who may not import",
    [
      Step(.get, "/app/customer/-/import", by: .cookie("gast"), gives: 403),
      Step(
        .post, "/api/customer/-/import", .raw(type: "text/csv", "name\n"), by: .gast, gives: 403),
      Step(.get, "/app/customer", by: .cookie("gast"), gives: 200, lacks: ["-/import"]),
      upload("name\r\n甲公司\r\n"),
      Step(.get, "/app/customer/-/import/1", by: .cookie("wang"), gives: 404),
      Step(.get, "/api/customer/-/import/1", by: .wang, gives: 404),
      Step(.get, "/app/contract/-/import/1", by: .cookie("li"), gives: 404),
      Step(
        .get, "/api/customer/-/import/1", by: .li, gives: 200, has: ["\"state\":\"new\""]),
      Step(
        .post, "/api/customer/-/import?key=level", .raw(type: "text/csv", "name\n"), by: .li,
        gives: 400),
      Step(
        .post, "/api/customer/-/import", .json("{}"), by: .li, gives: 415),
    ])
}
