import TenonDatabase
import TenonHTTP
import TestSupport
import Testing

@testable import TenonServer

/// Every route that changes something is here: with a step that succeeds and must leave a row in
/// the audit trail, or among those of which nothing is to be told.
@Suite struct AuditRouteTests {
  /// What is nobody's business: looks, what was read, how someone's own lists stand. An upload is
  /// told when it comes to a record.
  static let untold: Set<String> = [
    "POST /language", "POST /theme", "POST /notifications/read", "POST /app/{entity}/-/views",
    "POST /files",
  ]

  private typealias Told = (route: String, step: Step)

  private static func form(
    _ target: String, _ fields: [(String, String)] = [], by person: String = "li",
    gives status: Int = 303, keep: [String: Keep] = [:]
  ) -> Step {
    Step(
      .post, target, .form([("csrf", "{\(person).csrf}")] + fields), by: .cookie(person),
      gives: status, keep: keep)
  }

  /// In their order: each builds on those before it.
  private static let told: [Told] = records + lists + people + sessions

  private static let records: [Told] = [
    (
      "POST /api/{entity}",
      Step(.post, "/api/customer", .json(#"{"name":"甲公司"}"#), by: .li, gives: 201)
    ),
    (
      "PATCH /api/{entity}/{id}",
      Step(
        .patch, "/api/customer/1", .json(#"{"city":"上海"}"#), by: .li,
        headers: [("If-Match", "*")], gives: 200)
    ),
    (
      "POST /api/{entity}/-/batch",
      Step(
        .post, "/api/customer/-/batch",
        .json(#"{"operations":[{"op":"create","record":{"name":"乙公司"}}]}"#), by: .li, gives: 200)
    ),
    ("POST /app/{entity}", form("/app/customer", [("f.name", "丙公司"), ("f.level", "vip")])),
    (
      "POST /app/{entity}/{id}",
      form("/app/customer/1", [("f.name", "甲"), ("f.level", "vip"), ("version", "2")])
    ),
    ("POST /app/{entity}/{id}/comments", form("/app/customer/1/comments", [("text", "好")])),
    ("POST /app/{entity}/{id}/comments/{id}", form("/app/customer/1/comments/1", [("text", "更好")])),
    ("POST /app/{entity}/{id}/comments/{id}/delete", form("/app/customer/1/comments/1/delete")),
    (
      "POST /app/{entity}/{id}/files",
      Step(
        .post, "/app/customer/1/files", .raw(type: "multipart/form-data; boundary=b", upload),
        by: .cookie("li"), gives: 303)
    ),
    ("POST /app/{entity}/{id}/files/{id}/delete", form("/app/customer/1/files/{file}/delete")),
    ("POST /app/{entity}/{id}/delete", form("/app/customer/3/delete", [("version", "1")], by: "wang")),
    (
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
    ("POST /api/{entity}", ViewStories.events[0]),
    (
      "POST /app/{entity}/{id}/cell",
      form(
        "/app/event/1/cell",
        [("field", "cost"), ("f.cost", "7"), ("version", "1"), ("columns", "name")], gives: 200)
    ),
    (
      "POST /app/{entity}/{id}/move",
      form("/app/event/1/move", [("field", "phase"), ("value", "ready"), ("version", "2")])
    ),
    (
      "POST /app/{entity}/-/bulk",
      form(
        "/app/event/-/bulk",
        [
          ("do", "edit"), ("field", "kind"), ("f.kind", "online"), ("confirmed", "true"),
          ("id", "1.3"),
        ])
    ),
    ("POST /app/{entity}/-/undo", form("/app/event/-/undo", [("id", "3")])),
  ]

  private static let people: [Told] = [
    ("POST /me", form("/me", [("f.name", "李小静")])),
    ("POST /me/tokens", form("/me/tokens", [("name", "脚本"), ("token", "x1")], gives: 201)),
    ("POST /me/tokens/{id}/revoke", form("/me/tokens/1/revoke")),
    (
      "POST /me/deputies",
      form("/me/deputies", [("f.person", "2"), ("f.from", "2026-03-31"), ("f.until", "2026-04-30")])
    ),
    ("POST /acting", form("/acting", [("person", "1")], by: "wang")),
    ("POST /acting/end", form("/acting/end", by: "wang")),
    (
      "POST /app/{entity}/{id}/deputies",
      form(
        "/app/user/1/deputies",
        [("f.person", "3"), ("f.from", "2026-03-31"), ("f.until", "2026-04-30")], by: "wang")
    ),
    ("POST /app/{entity}/{id}/rights/look", form("/app/user/1/rights/look", by: "wang")),
    ("POST /acting/end", form("/acting/end", by: "wang")),
    (
      "POST /app/{entity}/{id}/handover",
      form(
        "/app/user/1/handover",
        [("f.person", "2"), ("part", "tenon_department"), ("part", "deputyships")], by: "wang")
    ),
    (
      "POST /app/{entity}/{id}/access/password",
      form("/app/user/3/access/password", [("new", "a new password")], by: "wang")
    ),
    (
      "POST /app/{entity}/{id}/access/invite",
      form(
        "/app/user/3/access/invite", by: "wang", gives: 200,
        keep: ["invited": .body(after: "/welcome/")])
    ),
    (
      "POST /welcome/{id}",
      Step(
        .post, "/welcome/{invited}", .form([("csrf", "{invited}"), ("new", "long enough")]),
        gives: 303)
    ),
    (
      "POST /app/{entity}/{id}/access/sessions",
      form("/app/user/3/access/sessions", by: "wang")
    ),
    (
      "POST /app/{entity}/{id}/access/active",
      form("/app/user/3/access/active", [("active", "false")], by: "wang")
    ),
  ]

  private static let sessions: [Told] = [
    (
      "POST /session",
      Step(
        .post, "/session", .json(#"{"user":"li","password":"tenon-demo"}"#), gives: 201,
        keep: ["other.token": .json("token"), "other.csrf": .json("csrf_token")])
    ),
    (
      "POST /session",
      Step(.post, "/session", .json(#"{"user":"li","password":"wrong"}"#), gives: 401)
    ),
    ("POST /me/sessions", form("/me/sessions")),
    (
      "POST /me/password",
      form(
        "/me/password",
        [("old", "tenon-demo"), ("new", "a new password"), ("again", "a new password")])
    ),
    (
      "POST /sign-in",
      Step(
        .post, "/sign-in",
        .form([("csrf", "{sign}"), ("login", "li"), ("password", "a new password")]),
        headers: [("Cookie", "sign-in={sign}")], gives: 303, keep: ["new.token": .cookie("session")])
    ),
    ("DELETE /session", Step(.delete, "/session", by: .token("new"), gives: 204)),
    ("POST /sign-out", form("/sign-out")),
  ]

  @Test(arguments: Transport.allCases.filter { $0 != .socket })
  func leavesARow(_ transport: Transport) throws {
    let world = try TestWorld(transport)
    world.values["sign"] = String(repeating: "a", count: 64)
    var before = try rows(world)
    for (route, step) in AuditRouteTests.told {
      if route.hasSuffix("files/{id}/delete") { world.values["file"] = try file(world) }
      try world.run(Scenario(route, [step]))
      let after = try rows(world)
      #expect(after > before, "\(route) left no row: \(step.target)")
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
    let known = Set(AuditRouteTests.told.map(\.route)).union(AuditRouteTests.untold)
    #expect(changing.subtracting(known) == [])
    #expect(known.subtracting(changing) == [])
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
