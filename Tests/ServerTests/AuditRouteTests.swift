import TenonDatabase
import TenonHTTP
import TestSupport
import Testing

@testable import TenonServer

/// Every route that changes something is here: with a step that succeeds and must leave a row in
/// the audit trail, or among those of which nothing is to be told.
@Suite struct AuditRouteTests {
  /// What is nobody's business: looks, what was read, how someone's own lists stand. An upload is
  /// told when it comes to a record, a second factor when it counts; a password shown once more
  /// opens nothing that was closed.
  static let untold: Set<String> = [
    "POST /language", "POST /theme", "POST /notifications/read", "POST /app/{entity}/-/views",
    "POST /files", "POST /me/second-factor/begin", "POST /me/confirm",
    // What an import changes it changes later, and each record leaves its row.
    "POST /api/{entity}/-/import", "POST /api/{entity}/-/import/{id}/apply",
    "POST /api/{entity}/-/import/{id}/undo", "POST /app/{entity}/-/import",
    "POST /app/{entity}/-/import/{id}",
  ]

  private struct Told: Sendable {
    let route: String
    let step: Step
    /// False for a step that only leads to the next one.
    let isTold: Bool

    init(_ route: String, _ step: Step, isTold: Bool = true) {
      self.route = route
      self.step = step
      self.isTold = isTold
    }
  }

  private static func form(
    _ target: String, _ fields: [(String, String)] = [], by person: String = "li",
    gives status: Int = 303, keep: [String: Keep] = [:]
  ) -> Step {
    Step(
      .post, target, .form([("csrf", "{\(person).csrf}")] + fields), by: .cookie(person),
      gives: status, keep: keep)
  }

  /// In their order: each builds on those before it.
  private static let told: [Told] = records + lists + sharing + people + factor + sessions

  private static let sharing: [Told] = [
    Told(
      "POST /api/{entity}",
      Step(.post, "/api/memo", .json(#"{"name":"报价要点"}"#), by: .li, gives: 201)),
    Told(
      "POST /api/{entity}/{id}/shares",
      Step(.post, "/api/memo/1/shares", .json(#"{"user":2}"#), by: .li, gives: 201)),
    Told(
      "DELETE /api/{entity}/{id}/shares/{id}",
      Step(.delete, "/api/memo/1/shares/2", by: .li, gives: 204)),
    Told("POST /app/{entity}/{id}/shares", form("/app/memo/1/shares", [("f.person", "2")])),
  ]

  private static let records: [Told] = [
    Told(
      "POST /api/{entity}",
      Step(.post, "/api/customer", .json(#"{"name":"甲公司"}"#), by: .li, gives: 201)
    ),
    Told(
      "PATCH /api/{entity}/{id}",
      Step(
        .patch, "/api/customer/1", .json(#"{"city":"上海"}"#), by: .li,
        headers: [("If-Match", "*")], gives: 200)
    ),
    Told(
      "POST /api/{entity}/-/batch",
      Step(
        .post, "/api/customer/-/batch",
        .json(#"{"operations":[{"op":"create","record":{"name":"乙公司"}}]}"#), by: .li, gives: 200)
    ),
    Told("POST /app/{entity}", form("/app/customer", [("f.name", "丙公司"), ("f.level", "vip")])),
    Told(
      "POST /app/{entity}/{id}",
      form("/app/customer/1", [("f.name", "甲"), ("f.level", "vip"), ("version", "2")])
    ),
    Told("POST /app/{entity}/{id}/comments", form("/app/customer/1/comments", [("text", "好")])),
    Told(
      "POST /app/{entity}/{id}/comments/{id}",
      form("/app/customer/1/comments/1", [("text", "更好")])),
    Told("POST /app/{entity}/{id}/comments/{id}/delete", form("/app/customer/1/comments/1/delete")),
    Told(
      "POST /app/{entity}/{id}/files",
      Step(
        .post, "/app/customer/1/files", .raw(type: "multipart/form-data; boundary=b", upload),
        by: .cookie("li"), gives: 303)
    ),
    Told("POST /app/{entity}/{id}/files/{id}/delete", form("/app/customer/1/files/{file}/delete")),
    Told(
      "POST /app/{entity}/{id}/delete",
      form("/app/customer/3/delete", [("version", "1")], by: "wang")),
    Told(
      "DELETE /api/{entity}/{id}",
      Step(.delete, "/api/customer/2", by: .wang, headers: [("If-Match", "*")], gives: 204)
    ),
  ]

  private static let upload =
    [
      ("name=\"csrf\"", "{li.csrf}"),
      ("name=\"files\"; filename=\"a.txt\"\r\nContent-Type: text/plain", "hallo"),
    ].map { "--b\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n" }.joined()
    + "--b--\r\n"

  private static let lists: [Told] = [
    Told("POST /api/{entity}", ViewStories.events[0]),
    Told(
      "POST /app/{entity}/{id}/cell",
      form(
        "/app/event/1/cell",
        [("field", "cost"), ("f.cost", "7"), ("version", "1"), ("columns", "name")], gives: 200)
    ),
    Told(
      "POST /app/{entity}/{id}/move",
      form("/app/event/1/move", [("field", "phase"), ("value", "ready"), ("version", "2")])
    ),
    Told(
      "POST /app/{entity}/-/bulk",
      form(
        "/app/event/-/bulk",
        [
          ("do", "edit"), ("field", "kind"), ("f.kind", "online"), ("confirmed", "true"),
          ("id", "1.3"),
        ])
    ),
    Told("POST /app/{entity}/-/undo", form("/app/event/-/undo", [("id", "3")])),
  ]

  private static let people: [Told] = [
    Told("POST /me", form("/me", [("f.name", "李小静")])),
    Told("POST /me/tokens", form("/me/tokens", [("name", "脚本"), ("token", "x1")], gives: 201)),
    Told("POST /me/tokens/{id}/revoke", form("/me/tokens/1/revoke")),
    Told(
      "POST /me/deputies",
      form(
        "/me/deputies", [("f.person", "2"), ("f.from", "2026-03-31"), ("f.until", "2026-04-30")])
    ),
    Told("POST /acting", form("/acting", [("person", "1")], by: "wang")),
    Told("POST /acting/end", form("/acting/end", by: "wang")),
    Told(
      "POST /app/{entity}/{id}/deputies",
      form(
        "/app/user/1/deputies",
        [("f.person", "3"), ("f.from", "2026-03-31"), ("f.until", "2026-04-30")], by: "wang")
    ),
    Told("POST /app/{entity}/{id}/rights/look", form("/app/user/1/rights/look", by: "wang")),
    Told("POST /acting/end", form("/acting/end", by: "wang")),
    Told(
      "POST /app/{entity}/{id}/handover",
      form(
        "/app/user/1/handover",
        [("f.person", "2"), ("part", "tenon_department"), ("part", "deputyships")], by: "wang")
    ),
    Told(
      "POST /app/{entity}/{id}/access/password",
      form("/app/user/3/access/password", [("new", "a new password")], by: "wang")
    ),
    Told(
      "POST /app/{entity}/{id}/access/invite",
      form(
        "/app/user/3/access/invite", by: "wang", gives: 200,
        keep: ["invited": .body(after: "/welcome/")])
    ),
    Told(
      "POST /welcome/{id}",
      Step(
        .post, "/welcome/{invited}", .form([("csrf", "{invited}"), ("new", "long enough")]),
        gives: 303)
    ),
    Told(
      "POST /app/{entity}/{id}/access/sessions",
      form("/app/user/3/access/sessions", by: "wang")
    ),
    Told(
      "POST /app/{entity}/{id}/access/active",
      form("/app/user/3/access/active", [("active", "false")], by: "wang")
    ),
  ]

  private static let factor: [Told] = [
    Told(
      "POST /me/second-factor/begin", form("/me/second-factor/begin"), isTold: false),
    Told(
      "POST /me/second-factor/code",
      form("/me/second-factor/code", [("code", "{code}")], gives: 200)),
    Told("POST /me/second-factor/codes", form("/me/second-factor/codes", gives: 200)),
    Told(
      "POST /sign-in",
      Step(
        .post, "/sign-in",
        .form([("csrf", "{sign}"), ("login", "li"), ("password", "tenon-demo")]),
        headers: [("Cookie", "sign-in={sign}")], gives: 200,
        keep: ["pending": .body(after: "name=\"pending\" value=\"")]), isTold: false),
    Told(
      "POST /sign-in/code",
      Step(
        .post, "/sign-in/code",
        .form([("csrf", "{sign}"), ("pending", "{pending}"), ("code", "{code}")]),
        headers: [("Cookie", "sign-in={sign}")], gives: 303)),
    Told("POST /me/second-factor/remove", form("/me/second-factor/remove")),
    Told(
      "POST /me/second-factor/begin", form("/me/second-factor/begin"), isTold: false),
    Told(
      "POST /me/second-factor/code",
      form("/me/second-factor/code", [("code", "{code}")], gives: 200)),
    Told(
      "POST /app/{entity}/{id}/access/factor", form("/app/user/1/access/factor", by: "wang")),
    Told("POST /app/{entity}/{id}/access/lift", form("/app/user/1/access/lift", by: "wang")),
  ]

  private static let sessions: [Told] = [
    Told(
      "POST /session",
      Step(
        .post, "/session", .json(#"{"user":"li","password":"tenon-demo"}"#), gives: 201,
        keep: ["li.token": .json("token"), "li.csrf": .json("csrf_token")])
    ),
    Told(
      "POST /session",
      Step(.post, "/session", .json(#"{"user":"li","password":"tenon-demo"}"#), gives: 201)
    ),
    Told(
      "POST /session",
      Step(.post, "/session", .json(#"{"user":"li","password":"wrong"}"#), gives: 401)
    ),
    Told("POST /me/sessions", form("/me/sessions")),
    Told(
      "POST /me/password",
      form(
        "/me/password",
        [("old", "tenon-demo"), ("new", "a new password"), ("again", "a new password")])
    ),
    Told(
      "POST /sign-in",
      Step(
        .post, "/sign-in",
        .form([("csrf", "{sign}"), ("login", "li"), ("password", "a new password")]),
        headers: [("Cookie", "sign-in={sign}")], gives: 303, keep: ["new.token": .cookie("session")]
      )
    ),
    Told("DELETE /session", Step(.delete, "/session", by: .token("new"), gives: 204)),
    Told("POST /sign-out", form("/sign-out")),
  ]

  @Test(arguments: Transport.allCases.filter { $0 != .socket })
  func leavesARow(_ transport: Transport) throws {
    let world = try TestWorld(transport)
    world.values["sign"] = String(repeating: "a", count: 64)
    var maker: OneTimeCode?
    var before = try rows(world)
    for told in AuditRouteTests.told {
      if told.route.hasSuffix("files/{id}/delete") { world.values["file"] = try file(world) }
      if told.route.hasSuffix("/code") {
        world.clock.advance(60_000)
        maker = try begun(world) ?? maker
        world.values["code"] = try #require(maker?.code(OneTimeCode.step(world.clock.now)))
      }
      try world.run(Scenario(told.route, [told.step]))
      let after = try rows(world)
      if told.isTold { #expect(after > before, "\(told.route) left no row: \(told.step.target)") }
      before = after
    }
    let check = AuditCheck(places: world.tenant.sealer.places)
    #expect(try world.tenant.database.read { try check.report($0).problems } == [])
  }

  /// A route that is neither told nor left out on purpose is a hole.
  @Test func knowsEveryRoute() throws {
    let world = try TestWorld(.memory)
    let entities = Set(world.tenant.entities.map(\.name))
    var changing: Set<String> = []
    for route in Routes.all(world.tenant) where route.method != .get && route.method != .head {
      var parts = route.template.split(separator: "/").map(String.init)
      if parts.count > 1, parts[0] == "app" || parts[0] == "api", entities.contains(parts[1]) {
        parts[1] = "{entity}"
      }
      changing.insert(route.method.text + " /" + parts.joined(separator: "/"))
    }
    let known = Set(AuditRouteTests.told.filter(\.isTold).map(\.route)).union(
      AuditRouteTests.untold)
    #expect(changing.subtracting(known) == [])
    #expect(known.subtracting(changing) == [])
  }

  /// What makes the codes of li's second factor, while it is not in use.
  private func begun(_ world: TestWorld) throws -> OneTimeCode? {
    let tenant = world.tenant
    return try tenant.database.read { session in
      try SecondFactor(tenant: tenant).begun(1, session)
    }
  }

  private func rows(_ world: TestWorld) throws -> Int64 {
    try integer("SELECT count(*) FROM tenon_history", world)
  }

  private func file(_ world: TestWorld) throws -> String {
    String(try integer("SELECT max(id) FROM tenon_file", world))
  }

  private func integer(_ sql: StaticString, _ world: TestWorld) throws -> Int64 {
    var found: Int64 = 0
    try world.tenant.database.read { session in
      try session.rows(SystemStatement(sql), [], SystemAuthority("test")) {
        found = $0.integer(0)
      }
    }
    return found
  }
}
