import Foundation
import TenonHTTP
import Testing

@testable import TenonServer

/// What is sent twice happens once.
enum OnceStories {
  static let all = [keys, refusedKeys, everyMethod, formToken]

  private static func key(_ text: String, _ more: [(String, String)] = []) -> [(String, String)] {
    [("Idempotency-Key", text)] + more
  }

  private static func named(_ name: String) -> Payload { .json("{\"name\":\"\(name)\"}") }
  private static let body = named("甲")

  static let keys = Scenario(
    "an Idempotency-Key makes a request happen once",
    [
      Step(
        .post, "/api/customer", body, by: .li, headers: key("\"a-1\""), gives: 201,
        has: ["\"id\":1,"], answers: [("Location", "/api/customer/1"), ("ETag", "\"1\"")]),
      Step(
        .post, "/api/customer", body, by: .li, headers: key("\"a-1\""), after: 60_000, gives: 201,
        has: ["\"id\":1,", "\"created_at\":\"2026-03-31T15:30:00.000Z\""],
        answers: [("Location", "/api/customer/1"), ("ETag", "\"1\"")]),
      // Bare or quoted, it is the same key; another's key is another key.
      Step(
        .post, "/api/customer", body, by: .li, headers: key("a-1"), gives: 201,
        has: ["\"id\":1,"]),
      Step(
        .post, "/api/customer", named("丙"), by: .wang, headers: key("a-1"), gives: 201,
        has: ["\"id\":2,"]),
      Step(
        .post, "/api/customer", named("乙"), by: .li, headers: key("a-1"), gives: 422),
      Step(.get, "/api/customer/3", by: .li, gives: 404),
      Step(
        .post, "/api/customer", named("丁"), by: .li, headers: key("a-2"), gives: 201,
        has: ["\"id\":3,"]),
      // Later it is still known.
      Step(
        .post, "/api/customer", body, by: .li, headers: key("a-1"), after: 29 * 60_000,
        gives: 201, has: ["\"id\":1,"]),
    ])

  static let refusedKeys = Scenario(
    "what was refused is not kept",
    [
      Step(
        .post, "/api/customer", .json("{}"), by: .li, headers: key("a"), gives: 422,
        has: ["required"]),
      Step(.post, "/api/customer", body, by: .li, headers: key("a"), gives: 201),
    ]
      + ["", "\"\"", "a b", "a\"b", String(repeating: "k", count: 256)].map {
        Step(.post, "/api/customer", body, by: .li, headers: key($0), gives: 400)
      })

  static let everyMethod = Scenario(
    "changes and deletions happen once too",
    [
      Step(.post, "/api/customer", body, by: .wang, gives: 201),
      Step(
        .patch, "/api/customer/1", .json("{\"city\":\"a\"}"), by: .wang,
        headers: key("p", [("If-Match", "\"1\"")]), gives: 200, answers: [("ETag", "\"2\"")]),
      Step(
        .patch, "/api/customer/1", .json("{\"city\":\"a\"}"), by: .wang,
        headers: key("p", [("If-Match", "\"1\"")]), gives: 200, answers: [("ETag", "\"2\"")]),
      Step(
        .patch, "/api/customer/1", .json("{\"city\":\"a\"}"), by: .wang,
        headers: key("p", [("If-Match", "\"2\"")]), gives: 422),
      Step(
        .delete, "/api/customer/1", by: .wang, headers: key("d", [("If-Match", "\"2\"")]),
        gives: 204),
      Step(
        .delete, "/api/customer/1", by: .wang, headers: key("d", [("If-Match", "\"2\"")]),
        gives: 204),
      Step(.delete, "/api/customer/1", by: .wang, headers: [("If-Match", "*")], gives: 404),
    ])

  private static func form(_ token: String, _ name: String) -> Payload {
    .form([("csrf", "{li.csrf}"), ("token", token), ("f.name", name), ("f.level", "vip")])
  }

  static let formToken = Scenario(
    "a double click creates once",
    [
      Step(
        .get, "/app/customer/new", by: .cookie("li"), gives: 200, has: ["name=\"token\""]),
      Step(
        .post, "/app/customer", form("t1", ""), by: .cookie("li"), gives: 422,
        has: ["name=\"token\" value=\"t1\""]),
      Step(
        .post, "/app/customer", form("t1", "甲"), by: .cookie("li"), gives: 303,
        answers: [("Location", "/app/customer/1"), ("Set-Cookie", "flash=created")]),
      Step(
        .post, "/app/customer", form("t1", "甲"), by: .cookie("li"), gives: 303,
        answers: [("Location", "/app/customer/1"), ("Set-Cookie", "flash=sent")]),
      Step(
        .get, "/app/customer/1", by: .cookie("li"), headers: [("Cookie", "flash=sent")], gives: 200,
        has: ["这张表单已经提交过"]),
      Step(.get, "/api/customer/2", by: .li, gives: 404),
      Step(
        .post, "/app/customer", form("t2", "乙"), by: .cookie("li"), gives: 303,
        answers: [("Location", "/app/customer/2")]),
      Step(
        .post, "/app/customer", form(String(repeating: "t", count: 65), "甲"), by: .cookie("li"),
        gives: 400),
    ])
}

/// What a scenario cannot show: two requests at the same moment, and a day that passes.
@Suite struct OnceTests {
  private func request(_ world: TestWorld) -> Request {
    Request(
      .post, "/api/customer",
      headers: [
        ("Authorization", "Bearer " + world.values["li.token"]!), ("Idempotency-Key", "k"),
        ("Content-Type", "application/json"),
      ], body: Array("{\"name\":\"甲\"}".utf8))!
  }

  @Test func theSecondOfTwoAtOnceIsToldToWait() throws {
    let world = try TestWorld(.memory)
    let hold = DispatchSemaphore(value: 0)
    let isHeld = DispatchSemaphore(value: 0)
    world.tenant.database.write { _ in
      isHeld.signal()
      hold.wait()
    } completion: { _ in
    }
    isHeld.wait()
    let first = Waiter()
    let second = Waiter()
    for waiter in [first, second] {
      let (client, request) = (MemoryClient(world.handler), request(world))
      Thread.detachNewThread { waiter.finish(try? client.send(request)) }
      // The first must be under way before the second comes.
      if waiter === first { while world.tenant.database.statistics.queued == 0 { usleep(500) } }
    }
    #expect(second.wait()?.status == 409)
    hold.signal()
    #expect(first.wait()?.status == 201)
    let third = try MemoryClient(world.handler).send(request(world))
    #expect(third.status == 201)
    #expect(third.header("location") == "/api/customer/1")
  }

  @Test func aKeyLastsADay() throws {
    let world = try TestWorld(.memory)
    func answer() throws -> Int64 {
      let now = world.clock.now
      return try world.tenant.database.writeAndWait { session in
        try Once(person: 1, session: session, now: now).record("t", of: "x") { now }.id
      }
    }
    let first = try answer()
    world.clock.advance(Once.lifetime - 1)
    #expect(try answer() == first)
    world.clock.advance(1)
    #expect(try answer() != first)
  }
}

/// An answer that another thread waits for.
private final class Waiter: @unchecked Sendable {
  private let ready = DispatchSemaphore(value: 0)
  private var response: Response?

  func finish(_ response: Response?) {
    self.response = response
    ready.signal()
  }

  func wait() -> Response? {
    ready.wait()
    return response
  }
}
