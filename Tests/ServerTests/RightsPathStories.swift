import TenonHTTP

/// Rights on the ways beside lists, records and forms.
extension RightsStories {
  static let cells = story(
    "cells, cards and changes of many records know each record's rights",
    [
      get(
        "/app/dossier/1/cell?field=phone", has: ["138****5678", "私人电话现在不能修改"],
        lacks: ["13812345678", "name=\"f.phone\""]),
      get("/app/dossier/3/cell?field=phone", has: ["name=\"f.phone\"", "13900001111"]),
      post(
        "/app/dossier/1/cell",
        [("version", "1"), ("field", "phone"), ("f.phone", "1"), ("columns", "name")],
        gives: 422),
      post(
        "/app/dossier/1/move", [("version", "1"), ("field", "grade"), ("value", "closed")],
        gives: 403),
      get("/app/dossier/1/move?field=grade", gives: 403),
      post(
        "/app/dossier/-/bulk",
        [
          ("do", "edit"), ("field", "grade"), ("f.grade", "open"), ("confirmed", "true"),
          ("id", "1.1"), ("id", "2.1"), ("id", "3.1"),
        ], gives: 303),
      Step(
        .get, "/api/dossier?filter.grade=open", by: .token("chief"), gives: 200,
        has: ["甲案", "丙案"], lacks: ["乙案"]),
      post(
        "/app/dossier/-/bulk",
        [
          ("do", "delete"), ("confirmed", "true"), ("id", "1.1"), ("id", "2.1"), ("id", "3.2"),
        ], gives: 303),
      Step(
        .get, "/api/dossier", by: .token("chief"), gives: 200, has: ["甲案", "乙案"],
        lacks: ["丙案"]),
    ])

  static let comments = story(
    "comments are read by readers and written with the right to",
    [
      post("/app/dossier/1/comments", [("text", "主管说")], by: "chief", gives: 303),
      get("/app/dossier/1", has: ["主管说"]),
      post("/app/dossier/1/comments", [("text", "我说")], gives: 403),
      post("/app/dossier/2/comments", [("text", "我说")], gives: 404),
      post("/app/dossier/3/comments", [("text", "我说")], gives: 303),
      post("/app/dossier/2/comments", [("text", "@双全 请看")], by: "chief", gives: 303),
      get("/notifications", lacks: ["请看", "乙案"]),
      post("/app/dossier/1/comments", [("text", "@双全 看这个")], by: "chief", gives: 303),
      get("/notifications", has: ["看这个", "甲案"]),
    ])

  static let exports = story(
    "an export has the rows that may be exported, and no formulas",
    [
      create(
        "{\"name\":\"=1+1\",\"price\":\"-5\",\"remark\":\"a \\\"b\\\", c\"}", by: "duo"),
      Step(
        .get, "/app/dossier.csv?columns=name&columns=phone&columns=price&columns=remark",
        by: .cookie("duo"), gives: 200,
        has: [
          "\u{FEFF}档案名,私人电话,售价,批注\r\n", "\r\n丙案,13900001111,90.00,\r\n",
          "'=1+1,,-5.00,\"a \"\"b\"\", c\"\r\n",
        ], lacks: ["甲案", "乙案"],
        answers: [
          ("Content-Type", "text/csv; charset=utf-8"), ("Content-Disposition", "attachment"),
          ("Cache-Control", "no-store"),
        ]),
      Step(
        .get, "/api/dossier.csv", by: .token("duo"), gives: 200,
        has: ["\u{FEFF}档案名,私人电话,密级,进价,利润,批注\r\n", "丙案,13900001111,内部,70.00,20.00,"],
        lacks: ["甲案"]),
      Step(
        .get, TestWorld.escapedQuery("/api/dossier.csv?filter.name=乙"), by: .token("chief"),
        gives: 200, has: ["乙案"],
        lacks: ["甲案"]),
      Step(.get, "/api/dossier.csv?view=costly", by: .token("duo"), gives: 404),
      Step(.get, "/api/dossier.csv?filter.cost.from=1", by: .token("duo"), gives: 400),
      Step(.get, "/api/dossier.csv", by: .token("gast"), gives: 403),
      get("/app/dossier.csv", by: "gast", gives: 403),
      Step(.get, "/app/dossier.csv", gives: 303),
      Step(
        .get, "/app/dossier.xlsx?columns=name&columns=phone", by: .cookie("duo"), gives: 200,
        answers: [
          ("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          ("Content-Disposition", "attachment"), ("Cache-Control", "no-store"),
        ]),
      Step(.get, "/api/dossier.xlsx?view=costly", by: .token("duo"), gives: 404),
      Step(.get, "/api/dossier.xlsx", by: .token("gast"), gives: 403),
      get("/app/dossier.xlsx", by: "gast", gives: 403),
      Step(.get, "/app/dossier.xlsx", gives: 303),
    ])

  static let papers = story(
    "a record for paper is for whom may print it",
    [
      get(
        "/app/dossier/3/print", has: ["class=\"paper\"", "丙案", "70.00", "双全"],
        lacks: ["name=\"f.", "<nav"]),
      get("/app/dossier/1/print", gives: 403, lacks: ["甲案"]),
      get("/app/dossier/1/print", by: "chief", has: ["111.10"]),
    ])

  static let timelines = story(
    "a timeline tells of a change what is seen of the field now",
    [
      Step(
        .patch, "/api/dossier/1",
        .json("{\"phone\":\"13611112222\",\"cost\":\"99.90\",\"price\":\"188\"}"),
        by: .token("chief"), headers: any, gives: 200),
      get(
        "/app/dossier/1", has: ["138****5678", "136****2222", "155.50", "188.00"],
        lacks: ["13812345678", "13611112222", "111.10", "99.90", "进价"]),
      get(
        "/app/dossier/1", by: "chief",
        has: ["13812345678", "13611112222", "111.10", "99.90", "进价"]),
    ])

  static let silence = story(
    "words of the server tell nothing of what is hidden",
    [
      get("/app/dossier/999", gives: 404),
      Step(
        .post, "/api/dossier_item", .json("{\"dossier\":2,\"text\":\"x\"}"), by: .token("duo"),
        gives: 422, has: ["\"field\":\"dossier\",\"code\":\"unknown\""], lacks: ["乙案"]),
      Step(
        .post, "/api/dossier_item", .json("{\"dossier\":999,\"text\":\"x\"}"),
        by: .token("duo"), gives: 422, has: ["\"field\":\"dossier\",\"code\":\"unknown\""]),
      get("/app/dossier/-/pick?q=乙", has: ["{\"items\":[]}"]),
      get("/app/dossier/-/pick?q=甲", has: ["甲案"]),
    ])

  static let savedViews = story(
    "a shared view of a column that is kept from someone is not there for them",
    [
      post(
        "/app/dossier/-/views",
        [("do", "create"), ("name", "贵的"), ("query", "filter.cost.from=100"), ("shared", "true")],
        by: "chief", gives: 303),
      post(
        "/app/dossier/-/views",
        [("do", "create"), ("name", "按名"), ("query", "sort=name"), ("shared", "true")],
        by: "chief", gives: 303),
      get("/app/dossier", has: ["按名"], lacks: ["贵的", "filter.cost"]),
      get("/app/dossier", by: "chief", has: ["按名", "贵的"]),
    ])
}
