import Testing

@testable import TenonServer

/// What the server tells people.
@Suite struct NotificationTests {
  private func add(
    _ world: TestWorld, to user: Int64, _ kind: Notifications.Kind, customer: Int64,
    saying text: String = "", by actor: Int64
  ) throws {
    let tenant = world.tenant
    try tenant.database.writeAndWait { session in
      try Notifications(tenant: tenant).add(
        to: user, kind, tenant.entity(named: "customer")!, customer, saying: text,
        by: Principal(user: actor, roles: []), session)
    }
  }

  private func page(_ world: TestWorld, _ target: String, _ user: String) throws -> String {
    let response = try world.send(Step(.get, target, by: .cookie(user), gives: 200))
    return String(decoding: response.body, as: UTF8.self)
  }

  /// Would catch a line that tells of a record that its reader may not see or that is gone.
  @Test func linesShowOnlyWithTheirRecord() throws {
    let world = try TestWorld(.memory)
    _ = try world.send(
      Step(.post, "/api/customer", .json("{\"name\":\"甲公司\"}"), by: .li, gives: 201))
    try add(world, to: 1, .mention, customer: 1, saying: "价格可以 <再谈>", by: 2)
    try add(world, to: 1, .assignment, customer: 99, saying: "没有这条", by: 2)
    let li = try page(world, "/notifications", "li")
    #expect(li.contains("王强 提到了你") && li.contains("甲公司"))
    #expect(li.contains("价格可以 &lt;再谈&gt;") && !li.contains("没有这条"))
    #expect(li.contains(#"data-unread>1<"#))
    let gone = Step(
      .delete, "/api/customer/1", by: .wang, headers: [("If-Match", "\"1\"")], gives: 204)
    #expect(try world.send(gone).status == 204)
    let after = try page(world, "/notifications", "li")
    #expect(!after.contains("甲公司") && !after.contains("再谈"))
    #expect(after.contains("data-unread hidden><"))
  }

  @Test func nobodyIsToldOfTheirOwnDoing() throws {
    let world = try TestWorld(.memory)
    _ = try world.send(
      Step(.post, "/api/customer", .json("{\"name\":\"甲公司\"}"), by: .li, gives: 201))
    try add(world, to: 1, .mention, customer: 1, by: 1)
    try add(world, to: 77, .mention, customer: 1, by: 1)
    #expect(try page(world, "/notifications", "li").contains("没有通知"))
  }

  /// Looking at the record is reading what was told of it.
  @Test func lookingIsReading() throws {
    let world = try TestWorld(.memory)
    for name in ["甲公司", "乙公司"] {
      _ = try world.send(
        Step(.post, "/api/customer", .json("{\"name\":\"\(name)\"}"), by: .li, gives: 201))
    }
    try add(world, to: 2, .assignment, customer: 1, by: 1)
    try add(world, to: 2, .assignment, customer: 2, by: 1)
    #expect(try page(world, "/", "wang").contains(#"data-unread>2<"#))
    #expect(try page(world, "/app/customer/1", "wang").contains(#"data-unread>1<"#))
    try world.tenant.database.writeAndWait { _ in }
    #expect(try page(world, "/", "wang").contains(#"data-unread>1<"#))
    let all = Step(
      .post, "/notifications/read", .form([("csrf", "{wang.csrf}")]), by: .cookie("wang"),
      gives: 303)
    #expect(try world.send(all).status == 303)
    let after = try page(world, "/notifications", "wang")
    #expect(after.contains("乙公司") && after.contains("data-unread hidden><"))
  }

  /// Who is put into a field for a person is told, but not of what they do themselves.
  @Test func whoGetsARecordIsTold() throws {
    let world = try TestWorld(.memory)
    let given = Step(
      .post, "/api/event", .json("{\"name\":\"春季展会\",\"owner\":2,\"starts_on\":\"2026-05-01\"}"),
      by: .li, gives: 201)
    #expect(try world.send(given).status == 201)
    let own = Step(
      .post, "/api/event", .json("{\"name\":\"客户答谢\",\"starts_on\":\"2026-05-01\"}"), by: .li,
      gives: 201)
    #expect(try world.send(own).status == 201)
    #expect(try page(world, "/notifications", "wang").contains("李静 将它交给你"))
    #expect(try page(world, "/notifications", "wang").contains("春季展会"))
    #expect(try page(world, "/notifications", "li").contains("没有通知"))
  }
}
