import TenonDatabase
import TenonHTTP
import TenonPages
import TestSupport
import Testing

@testable import TenonServer

/// The audit trail from inside: what the reader sees, and what Python cannot arrange from outside.
@Suite struct AuditTests {
  static let stories = [page, filters, strangers, behalf]

  @Test(arguments: stories, Transport.allCases)
  func tells(_ scenario: Scenario, _ transport: Transport) throws {
    try TestWorld(transport).run(scenario)
  }

  private static func create(_ name: String) -> Step {
    Step(.post, "/api/customer", .json("{\"name\":\"\(name)\"}"), by: .li, gives: 201)
  }

  private static func level(_ level: String) -> Step {
    Step(
      .patch, "/api/customer/1", .json("{\"level\":\"\(level)\"}"), by: .wang,
      headers: [("If-Match", "*")], after: 60_000, gives: 200)
  }

  private static let page = Scenario(
    "an administrator sees who changed what, before and after",
    [
      create("甲公司"), level("vip"),
      Step(
        .get, "/audit", by: .cookie("wang"), gives: 200,
        has: [
          "<h1>审计日志</h1>", "李静</b> 创建 客户", "王强</b> 修改 客户", "甲公司</a>",
          "普通</span></s>", "重点</span></b>", "2026-03-31 23:31", "命令", "href=\"/audit\"",
        ]),
      Step(
        .get, "/audit", by: .cookie("wang"), headers: [("Cookie", "language=en")], gives: 200,
        has: ["<h1>Audit log</h1>", "Created", "Changed"]),
      Step(
        .get, "/api/-/audit?kind=update", by: .wang, gives: 200,
        has: [
          "\"kind\":\"update\"", "\"actor\":{\"id\":", "\"name\":\"王强\"", "\"on_behalf_of\":null",
          "\"entity\":\"customer\",\"record\":1",
          "{\"field\":\"level\",\"before\":\"normal\",\"after\":\"vip\"}", "\"next\":null",
        ]),
      Step(
        .delete, "/api/customer/1", by: .wang, headers: [("If-Match", "*")], gives: 204),
      Step(
        .get, "/api/-/audit?entity=customer&record=1&kind=delete", by: .wang, gives: 200,
        has: ["{\"field\":\"name\",\"before\":\"甲公司\",\"after\":null}"]),
      Step(.get, "/audit", by: .cookie("wang"), gives: 200, has: ["王强</b> 删除 客户", "#1</a>"]),
    ])

  private static let filters = Scenario(
    "the trail is looked through by person, kind, record and time, page by page",
    [
      create("甲公司"), create("乙公司"), level("vip"), level("normal"),
      Step(
        .get, "/api/-/audit?limit=1&entity=customer", by: .wang, gives: 200,
        has: ["\"after\":\"normal\""], lacks: ["乙公司"], keep: ["next": .json("next")]),
      Step(
        .get, "/api/-/audit?limit=1&entity=customer&after={next}", by: .wang, gives: 200,
        has: ["\"after\":\"vip\""], keep: ["next": .json("next")]),
      Step(
        .get, "/api/-/audit?limit=1&entity=customer&after={next}", by: .wang, gives: 200,
        has: ["乙公司"], lacks: ["甲公司"]),
      Step(
        .get, "/api/-/audit?from=2026-03-31&to=2026-03-31&kind=create&entity=customer", by: .wang,
        gives: 200, has: ["甲公司", "乙公司"], lacks: ["\"update\""]),
      Step(
        .get, "/api/-/audit?to=2026-03-30", by: .wang, gives: 200, has: ["\"data\":[]"]),
      Step(
        .get, "/api/-/audit?from=2026-03-31T15:31:00Z", by: .wang, gives: 200,
        has: ["\"vip\""], lacks: ["甲公司"]),
      Step(.get, "/api/-/audit?kind=nothing", by: .wang, gives: 400),
      Step(.get, "/api/-/audit?record=1", by: .wang, gives: 400),
      Step(.get, "/api/-/audit?from=yesterday", by: .wang, gives: 400),
      Step(.get, "/api/-/audit?limit=0", by: .wang, gives: 400),
      Step(.get, "/api/-/audit?after=1", by: .wang, gives: 400),
      Step(.get, "/api/-/audit?x=1", by: .wang, gives: 400),
      Step(
        .get, "/audit?entity=customer&record=2", by: .cookie("wang"), gives: 200,
        has: ["乙公司"], lacks: ["甲公司</a>"]),
      Step(
        .get, "/audit?entity=customer&record=99", by: .cookie("wang"), gives: 200,
        has: ["没有符合条件的记录"]),
    ])

  private static let strangers = Scenario(
    "for others there is no audit trail",
    [
      Step(.get, "/audit", by: .cookie("li"), gives: 404, lacks: ["href=\"/audit\""]),
      Step(.get, "/audit", gives: 303),
      Step(.get, "/api/-/audit", by: .li, gives: 404),
      Step(.get, "/api/-/audit", by: .gast, gives: 404),
      Step(.get, "/api/-/audit", gives: 401),
      Step(.get, "/", by: .cookie("li"), gives: 200, lacks: ["href=\"/audit\""]),
    ])

  private static let behalf = Scenario(
    "a record that was deleted and taken back says so",
    [
      create("甲公司"),
      Step(
        .post, "/app/customer/-/bulk",
        .form([
          ("csrf", "{wang.csrf}"), ("do", "delete"), ("confirmed", "true"), ("id", "1.1"),
        ]), by: .cookie("wang"), gives: 303, keep: ["flash": .cookie("flash")]),
      Step(
        .get, "/app/customer", by: .cookie("wang"), headers: [("Cookie", "flash={flash}")],
        gives: 200, keep: ["undo": .body(after: "name=\"id\" value=\"")]),
      Step(
        .post, "/app/customer/-/undo", .form([("csrf", "{wang.csrf}"), ("id", "{undo}")]),
        by: .cookie("wang"), gives: 303),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), gives: 200,
        has: ["王强</b> 恢复", "王强</b> 删除", "李静</b> 创建了记录"]),
    ])

  // MARK: Words

  @Test func everyKindAndDetailHasWords() {
    for kind in AuditKind.allCases { #expect(AuditWords.kind(kind.rawValue) != nil, "\(kind)") }
    for name in AuditDetail.allCases {
      #expect(AuditWords.detail(name.rawValue) != nil, "\(name)")
    }
  }

  @Test func storedChangesComeBack() {
    let changes: [StoredChange] = [
      .value(column: "a", before: .blank, after: .text("x\t\\\n")),
      .value(column: "b", before: .integer(-5), after: .blank),
      .value(column: "c", before: .text("1"), after: .integer(1)), .secret("d"),
      .row(subform: "lines", .added, id: 7), .row(subform: "lines", .removed, id: nil),
      .file(name: "甲.pdf", isAdded: true), .detail(.login, .text("li")),
      .detail(.count, .integer(3)),
    ]
    #expect(StoredChange.decode(StoredChange.encode(changes)) == changes)
    #expect(
      StoredChange.decode("value\ta\t\ttx\n") == [
        .value(column: "a", before: .blank, after: .text("x"))
      ])
  }

  // MARK: What was there before

  /// History from before there was a trail stays readable, and its change shows.
  @Test(arguments: [false, true])
  func coversWhatWasKeptBefore(_ isChanged: Bool) throws {
    let folder = try TemporaryFolder()
    let old = Audit.schema.filter {
      $0.key == "table tenon_history" || $0.key == "index tenon_history_record"
    }
    let database = try Database(path: folder.path + "/db")
    try database.apply(old, SystemAuthority("test"))
    try database.writeAndWait { session in
      for (id, text) in [(1, "value\tlevel\ttnormal\ttvip\n"), (2, "value\tlevel\ttvip\tt\n")] {
        try session.run(
          SystemStatement(
            """
            INSERT INTO tenon_history (id, entity, record, at, "user", changes)
            VALUES (?, 'customer', 1, 1000, 1, ?)
            """), [.integer(Int64(id)), .text(text)], SystemAuthority("test"))
      }
    }
    database.close()
    let arguments = try Arguments([
      "--database", folder.path + "/db", "--audit-key-file", folder.path + "/key",
    ])
    let tenant = try Service.open(salesApplication, arguments) { TestWorld.start }
    defer { tenant.database.close() }
    try tenant.sealer.start()
    if isChanged {
      try tenant.database.writeAndWait { session in
        try session.run(
          SystemStatement("DROP TRIGGER tenon_history_update"), [], SystemAuthority("test"))
        try session.run(
          SystemStatement("UPDATE tenon_history SET \"user\" = 2 WHERE id = 1"), [],
          SystemAuthority("test"))
      }
    }
    tenant.sealer.stop()
    let check = AuditCheck(places: tenant.sealer.places)
    let report = try tenant.database.read { try check.report($0) }
    #expect(
      report.problems == (isChanged ? ["what was kept before the first chain was changed"] : []))
    #expect(report.chains == 1 && report.rows == 2 && report.seals == 2)
  }

  /// More notes than a batch keeps in memory, with jobs and parts that are taken back.
  @Test(arguments: Transport.allCases)
  func staysWholeWhenJobsAreTakenBack(_ transport: Transport) throws {
    let world = try TestWorld(transport)
    let (tenant, now) = (world.tenant, TestWorld.start)
    struct Own: Error {}
    @Sendable func note(_ count: Int, _ session: WriteSession) throws {
      for number in 0..<count {
        try Audit.note(
          .export, nil, [.detail(.rows, .integer(Int64(number)))], by: nil, at: now, session)
      }
    }
    func kept() throws -> Int64 {
      var count: Int64 = 0
      try tenant.database.read { session in
        try session.rows(
          SystemStatement("SELECT count(*) FROM tenon_history WHERE kind = 'export'"), [],
          SystemAuthority("test")
        ) { count = $0.integer(0) }
      }
      return count
    }
    try tenant.database.writeAndWait { try note(1300, $0) }
    #expect(try kept() == 1300)
    #expect(throws: Own.self) {
      try tenant.database.writeAndWait { session -> Void in
        try note(1300, session)
        throw Own()
      }
    }
    try tenant.database.writeAndWait { session in
      try note(3, session)
      for isKept in [true, false, true] {
        do {
          try session.part {
            try note(700, session)
            if !isKept { throw Own() }
          }
        } catch is Own {}
      }
      try note(4, session)
    }
    #expect(try kept() == 1300 + 3 + 700 * 2 + 4)
    let check = AuditCheck(places: tenant.sealer.places)
    #expect(try tenant.database.read { try check.report($0).problems } == [])
  }
}
