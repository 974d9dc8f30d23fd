import TestSupport

/// What fields take and what they refuse.
enum ValueStories {
  static let all = [wrong, limits, blanks, texts, together]

  /// A customer with one field set to this JSON.
  private static func customer(_ field: String, _ json: String) -> Payload {
    .json(field == "name" ? "{\"name\":\(json)}" : "{\"name\":\"{name}\",\"\(field)\":\(json)}")
  }

  private static func refused(_ field: String, _ json: String, _ code: String) -> Step {
    Step(
      .post, "/api/customer", customer(field, json), by: .li, gives: 422,
      has: ["\"field\":\"\(field)\",\"code\":\"\(code)\""])
  }

  private static func text(_ count: Int, _ character: String = "x") -> String {
    "\"" + String(repeating: character, count: count) + "\""
  }

  /// Values of another form, by field.
  private static let wrongForms: [(String, [String])] = [
    ("name", ["1", "1.5", "true", "[]", "{}", "[\"a\"]"]),
    ("remark", ["1", "false", "{}"]),
    (
      "staff",
      ["\"1\"", "1.5", "1.0", "1e3", "true", "[]", "{}", "9007199254740992", "-9007199254740992"]
    ),
    (
      "budget",
      [
        "\"abc\"", "\"1.234\"", "1.234", "true", "[]", "\"1e3\"", "\"1,000.00\"", "\"０\"", "1e300",
        "\"90071992547409.92\"", "\"+\"", "\"1.\"", "\".5\"", "\"--1\"", "\"0x10\"",
        "12345678901234.56",
      ]
    ),
    ("discount", ["\"0.12345\"", "\"5%\"", "true"]), ("rating", ["\"4.25\"", "4.25", "\"x\""]),
    ("active", ["\"true\"", "1", "0", "\"\"", "[]"]),
    (
      "since",
      [
        "\"2026-02-30\"", "\"2025-02-29\"", "\"2026-3-2\"", "20260302", "\"02.03.2026\"", "true",
        "\"2026-03-02T00:00:00Z\"", "\"0000-01-01\"", "\"2026-13-01\"",
      ]
    ),
    (
      "met_at",
      [
        "\"2026-03-02\"", "\"2026-03-02T09:00:00\"", "\"2026-03-02T25:00:00Z\"", "1772413200000",
        "\"2026-03-02T09:00:00+25:00\"", "\"2026-02-30T09:00:00Z\"", "true",
      ]
    ),
  ]

  static let wrong = Scenario(
    "values of another form",
    wrongForms.flatMap { field, values in values.map { refused(field, $0, "malformed") } }
      + ["\"nothing\"", "\"VIP\"", "\"重点\"", "1", "true", "[]"].map {
        refused("level", $0, "unknown")
      } + [Step(.get, "/api/customer", by: .li, gives: 200, has: ["\"data\":[]"])])

  private static func taken(_ field: String, _ json: String, _ shown: String, _ number: Int) -> Step
  {
    Step(
      .post, "/api/customer",
      .json("{\"name\":\"n\(number)\",\"\(field)\":\(json)}"), by: .li, gives: 201,
      has: ["\"\(field)\":\(shown)"])
  }

  static let limits = Scenario(
    "limits are limits",
    [
      refused("name", text(101), "too_long"), refused("name", text(101, "👍"), "too_long"),
      refused("city", text(31, "上"), "too_long"), refused("remark", text(2001), "too_long"),
      refused("staff", "-1", "too_small"), refused("staff", "1000001", "too_large"),
      refused("staff", "9007199254740991", "too_large"),
      refused("budget", "\"-0.01\"", "too_small"),
      refused("budget", "\"10000000000000.01\"", "too_large"),
      refused("discount", "\"1.0001\"", "too_large"),
      refused("discount", "-1", "too_small"), refused("rating", "5.1", "too_large"),
      Step(.post, "/api/customer", customer("name", text(100, "👍")), by: .li, gives: 201),
    ]
      + [
        ("city", text(30, "上"), text(30, "上")), ("staff", "0", "0"),
        ("staff", "1000000", "1000000"),
        ("budget", "0", "\"0.00\""), ("budget", "\"10000000000000\"", "\"10000000000000.00\""),
        ("budget", "12.5", "\"12.50\""), ("budget", "\"12.500\"", "\"12.50\""),
        ("budget", "1e3", "\"1000.00\""), ("budget", "\" 7 \"", "\"7.00\""),
        ("budget", "0.1", "\"0.10\""),
        ("discount", "1", "\"1.0000\""), ("rating", "\"5.0\"", "\"5.0\""),
        ("since", "\"0001-01-01\"", "\"0001-01-01\""),
        ("since", "\"9999-12-31\"", "\"9999-12-31\""),
        ("met_at", "\"2026-03-02T09:00:00.5+08:00\"", "\"2026-03-02T01:00:00.500Z\""),
        ("active", "null", "null"), ("active", "true", "true"),
      ].enumerated().map { taken($1.0, $1.1, $1.2, $0) })

  static let blanks = Scenario(
    "nothing, null and empty",
    [
      refused("name", "\"\"", "required"), refused("name", "\" \\t\\n　\"", "required"),
      refused("name", "null", "required"), refused("level", "null", "required"),
      refused("level", "\"\"", "required"),
      Step(
        .post, "/api/customer", .json("{}"), by: .li, gives: 422,
        has: ["\"field\":\"name\",\"code\":\"required\""], lacks: ["level"]),
      Step(
        .post, "/api/customer",
        .json(
          """
          {"name":"a","city":"","phone":null,"contact":"  ","since":"","budget":""}
          """
        ), by: .li, gives: 201,
        has: [
          "\"city\":null", "\"phone\":null", "\"contact\":null", "\"since\":null",
          "\"budget\":null", "\"level\":\"potential\"", "\"active\":true", "\"industry\":null",
        ]),
      Step(
        .patch, "/api/customer/1", .json("{\"name\":\"\"}"), by: .li,
        headers: [("If-Match", "*")], gives: 422),
      Step(
        .patch, "/api/customer/1", .json("{\"active\":null,\"city\":\"b\"}"), by: .li,
        headers: [("If-Match", "*")], gives: 200,
        has: ["\"active\":null", "\"city\":\"b\"", "\"level\":\"potential\""]),
    ])

  static let texts = Scenario(
    "texts come back as they are, composed",
    [
      Step(
        .post, "/api/customer",
        .json(
          #"{"name":"e\u0301 \"'<\/script>\\ 👨‍👩‍👧 \u202e x","remark":"a\r\nb\tc"}"#),
        by: .li, gives: 201, has: ["\\\"'<", "script>\\\\ 👨‍👩‍👧", "a\\", "\\tc"],
        lacks: ["e\u{301}\u{200D}"], keep: ["name": .json("name")]),
      Step(.get, "/api/customer/1", by: .li, gives: 200, has: ["\"é \\\""]),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), gives: 200, has: ["&lt;/script&gt;"],
        lacks: ["'</script>"]),
      Step(
        .get, "/app/customer", by: .cookie("li"), gives: 200, has: ["&lt;/script&gt;"],
        lacks: ["'</script>"]),
    ])

  static let together = Scenario(
    "all that is wrong is said at once, in the reader's language",
    [
      Step(
        .post, "/api/customer",
        .json("{\"name\":\"\",\"staff\":-1,\"level\":\"x\",\"since\":\"x\",\"rating\":9}"), by: .li,
        headers: [("Accept-Language", "en-GB,en;q=0.9")], gives: 422,
        has: [
          "\"field\":\"name\"", "\"field\":\"staff\"", "\"field\":\"level\"", "\"field\":\"since\"",
          "\"field\":\"rating\"", "Enter Name", "Employees cannot be less than 0",
        ]),
      Step(
        .post, "/api/customer", .json("{\"name\":\"\"}"), by: .li,
        headers: [("Accept-Language", "de,zh-CN;q=0.5")], gives: 422, has: ["请填写客户名称"]),
      Step(
        .post, "/api/customer", .json("{\"name\":\"\"}"), by: .li,
        headers: [("Cookie", "language=en"), ("Accept-Language", "zh")], gives: 422,
        has: ["Enter Name"]),
      Step(
        .post, "/api/customer", .json("{\"name\":\"\"}"), by: .li,
        headers: [("Cookie", "language=xx")], gives: 422, has: ["请填写客户名称"]),
    ])
}
