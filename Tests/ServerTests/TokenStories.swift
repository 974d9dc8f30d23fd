import TenonHTTP
import Testing

@testable import TenonServer

/// Access tokens: what they open and what ends them.
@Suite struct TokenTests {
  private let world: TestWorld

  init() throws { world = try TestWorld(.memory) }

  private func user(_ login: String) throws -> Int64 {
    let tenant = world.tenant
    return try world.tenant.database.read { session in
      try Users(tenant: tenant).find(login: login, session)!.user.id
    }
  }

  private func principal(_ login: String) throws -> Principal {
    let tenant = world.tenant
    return try world.tenant.database.read { session in
      try Users(tenant: tenant).find(login: login, session)!.user.principal
    }
  }

  private func token(
    _ login: String, isReadOnly: Bool = false, expiresAt: Int64? = nil, scope: Scope? = nil
  ) throws -> (id: Int64, token: String) {
    let (tenant, maker) = (world.tenant, try principal(login))
    return try world.tenant.database.writeAndWait { session in
      try AccessTokens(tenant: tenant).create(
        "脚本", expiresAt: expiresAt, isReadOnly: isReadOnly, scope: scope, of: maker, session)!
    }
  }

  private func ask(
    _ method: TenonHTTP.Method, _ target: String, _ token: String, _ json: String? = nil,
    headers: [(String, String)] = []
  ) throws -> Response {
    let sent =
      headers + [("Authorization", "Bearer " + token), ("Content-Type", "application/json")]
    let response = try world.client.send(
      method, target, headers: sent, body: Array((json ?? "").utf8))
    #expect(Contract.problems(method, target, response) == [])
    return response
  }

  @Test func opensTheAPIWithItsMakersRights() throws {
    let (_, token) = try token("li")
    #expect(try ask(.post, "/api/customer", token, "{\"name\":\"甲\"}").status == 201)
    #expect(try ask(.get, "/api/customer/1", token).status == 200)
    // Sales may not delete, by whatever means.
    let any = [("If-Match", "*")]
    #expect(try ask(.delete, "/api/customer/1", token, headers: any).status == 403)
    #expect(try ask(.get, "/api/customer/1", token + "x").status == 401)
    #expect(try ask(.get, "/api/customer/1", "tn_").status == 401)
    #expect(try ask(.get, "/api/customer/1", String(token.dropFirst(3))).status == 401)
  }

  @Test func opensNoPageAndEndsNoSession() throws {
    let (_, token) = try token("li")
    #expect(try ask(.get, "/app/customer", token).status == 401)
    #expect(try ask(.get, "/me/tokens", token).status == 401)
    #expect(try ask(.get, "/files/1", token).status == 404)
    #expect(try ask(.get, "/files/1", "tn_x").status == 401)
    #expect(try ask(.delete, "/session", token).status == 403)
    let form = try world.client.send(
      .post, "/app/customer",
      headers: [
        ("Authorization", "Bearer " + token), ("Content-Type", "application/x-www-form-urlencoded"),
      ], text: "csrf=&f.name=x&f.level=vip")
    #expect(form.status == 401 && form.header("content-type") == "application/problem+json")
  }

  @Test func mayBeForReadingOnly() throws {
    let (_, token) = try token("wang", isReadOnly: true)
    #expect(try ask(.get, "/api/customer", token).status == 200)
    #expect(try ask(.post, "/api/customer", token, "{\"name\":\"甲\"}").status == 403)
    #expect(try ask(.post, "/api/customer/-/batch", token, "{}").status == 403)
  }

  @Test func mayBeForSomeActionsOnSomeEntities() throws {
    let scope = Scope(["customer": [.read, .create]])
    #expect(Scope(parsing: scope.text) == scope)
    let (_, token) = try token("wang", scope: scope)
    #expect(try ask(.post, "/api/customer", token, "{\"name\":\"甲\"}").status == 201)
    #expect(try ask(.get, "/api/customer/1", token).status == 200)
    let any = [("If-Match", "*")]
    #expect(
      try ask(.patch, "/api/customer/1", token, "{\"name\":\"乙\"}", headers: any).status == 403)
    #expect(try ask(.delete, "/api/customer/1", token, headers: any).status == 403)
    #expect(try ask(.get, "/api/opportunity", token).status == 403)
    #expect(try ask(.get, "/api/user", token).status == 403)

    // What it names and its maker may not do it may not do either.
    let wider = try self.token("li", scope: Scope(["customer": [.read, .delete]])).token
    #expect(try ask(.get, "/api/customer/1", wider).status == 200)
    #expect(try ask(.delete, "/api/customer/1", wider, headers: any).status == 403)
  }

  @Test func endsWithItsTimeItsRevocationAndItsMaker() throws {
    let now = world.clock.now
    let short = try token("li", expiresAt: now + 1000)
    #expect(try ask(.get, "/api/customer", short.token).status == 200)
    world.clock.advance(1000)
    #expect(try ask(.get, "/api/customer", short.token).status == 401)

    let long = try token("li")
    let (tenant, id) = (world.tenant, try user("li"))
    let (li, wang) = (try principal("li"), try principal("wang"))
    func revoke(by user: Principal) throws -> Bool {
      try tenant.database.writeAndWait { session in
        try AccessTokens(tenant: tenant).revoke(long.id, of: user, session)
      }
    }
    #expect(try !revoke(by: wang))
    #expect(try ask(.get, "/api/customer", long.token).status == 200)
    #expect(try revoke(by: li))
    #expect(try ask(.get, "/api/customer", long.token).status == 401)

    let last = try token("li")
    #expect(try ask(.get, "/api/customer", last.token).status == 200)
    try tenant.database.writeAndWait { session in
      try session.run(TokenTests.retire, [.integer(id)], SystemAuthority("test"))
    }
    #expect(try ask(.get, "/api/customer", last.token).status == 401)
  }

  private static let retire = SystemStatement("UPDATE tenon_user SET active = 0 WHERE id = ?")

  @Test func notesItsUseAndPrunesWhatIsOver() throws {
    let old = try token("li", expiresAt: world.clock.now + 1000)
    world.clock.advance(5000)
    let made = try token("li")
    _ = try ask(.get, "/api/customer", made.token)
    let (tenant, li) = (world.tenant, try user("li"))
    // The note is a write of its own: one that follows it in the queue waits for it.
    try tenant.database.writeAndWait { _ in }
    let list = try tenant.database.read { try AccessTokens(tenant: tenant).list(li, $0) }
    #expect(list.map(\.id) == [made.id] && old.id != made.id)
    #expect(list.first?.lastUsedAt == world.clock.now)
    #expect(list.first?.name == "脚本" && list.first?.isReadOnly == false)
  }

  private func post(_ target: String, _ form: [(String, String)]) throws -> Response {
    let step = Step(
      .post, target, .form([("csrf", "{li.csrf}")] + form), by: .cookie("li"), gives: 201)
    return try world.send(step)
  }

  @Test func areMadeAndRevokedOnTheirPage() throws {
    let form = [("token", "t"), ("name", " 报表 <b>"), ("days", "30"), ("read_only", "true")]
    let made = try post("/me/tokens", form)
    let page = String(decoding: made.body, as: UTF8.self)
    let text = try #require(page.firstMatch(of: /value="(tn_[0-9a-f]{64})"/)?.1)
    #expect(made.status == 201 && page.contains("报表 &lt;b&gt;") && page.contains("只读"))
    #expect(try ask(.get, "/api/customer", String(text)).status == 200)
    #expect(try ask(.post, "/api/customer", String(text), "{}").status == 403)

    // A second click makes none and shows none.
    let again = try post("/me/tokens", form)
    let second = String(decoding: again.body, as: UTF8.self)
    #expect(again.status == 409 && !second.contains("tn_") && second.contains("只显示一次"))

    #expect(try post("/me/tokens", [("name", "")]).status == 422)
    #expect(try post("/me/tokens", [("name", "x"), ("reach", "some")]).status == 422)
    let strange = [("name", "x"), ("reach", "some"), ("may", "nothing.read")]
    #expect(try post("/me/tokens", strange).status == 400)
    #expect(try post("/me/tokens", [("name", "x"), ("days", "31")]).status == 400)
    let li = try user("li")
    let tenant = world.tenant
    let list = try tenant.database.read { try AccessTokens(tenant: tenant).list(li, $0) }
    #expect(list.count == 1 && list[0].expiresAt == world.clock.now + 30 * 86_400_000)

    let other = Step(
      .post, "/me/tokens/\(list[0].id)/revoke", .form([("csrf", "{wang.csrf}")]),
      by: .cookie("wang"), gives: 404)
    #expect(try world.send(other).status == 404)
    #expect(try post("/me/tokens/\(list[0].id)/revoke", []).status == 303)
    #expect(try ask(.get, "/api/customer", String(text)).status == 401)
  }

  @Test func arePlentyButNotEndless() throws {
    let (tenant, li) = (world.tenant, try principal("li"))
    try tenant.database.writeAndWait { session in
      for _ in 0..<AccessTokens.limit {
        _ = try AccessTokens(tenant: tenant).create(
          "x", expiresAt: nil, isReadOnly: true, of: li, session)
      }
      let more = try AccessTokens(tenant: tenant).create(
        "x", expiresAt: nil, isReadOnly: true, of: li, session)
      if more != nil { throw Refusal.fault }
    }
  }
}
