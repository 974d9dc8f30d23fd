import Foundation
import TenonHTTP
import Testing

@testable import TenonServer

/// What operators and their programs meet.
enum OperationStories {
  static let all = [ids, packing, tags, noFigures]

  static let ids = Scenario(
    "every answer has an id",
    [
      Step(.get, "/healthz", gives: 200, answers: [("X-Request-Id", "-")]),
      Step(
        .get, "/nowhere", headers: [("X-Request-Id", "proxy.7_A-b")], gives: 404,
        answers: [("X-Request-Id", "proxy.7_A-b")]),
      Step(
        .post, "/api/customer", .json("{}"), by: .li, headers: [("X-Request-Id", "w")], gives: 422,
        answers: [("X-Request-Id", "w")]),
    ]
      + ["", "a b", "a\"b", "a<b>", String(repeating: "x", count: 65), "é"].map {
        Step(
          .get, "/healthz", headers: [("X-Request-Id", $0)], gives: 200,
          answers: [("X-Request-Id", "-")])
      })

  private static let takes = ("Accept-Encoding", "br, gzip;q=0.8")

  static let packing = Scenario(
    "answers go out in gzip where that is safe", demo: true,
    [
      Step(
        .get, "/api/customer", by: .li, headers: [takes], gives: 200,
        answers: [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding"), ("ETag", "W/")],
        isPacked: true),
      Step(
        .get, "/app/customer", by: .cookie("li"),
        headers: [takes, ("Sec-Fetch-Site", "same-origin")], gives: 200,
        answers: [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")], isPacked: true),
      Step(
        .get, "/app/customer", by: .cookie("li"), headers: [takes, ("Sec-Fetch-Site", "none")],
        gives: 200, answers: [("Content-Encoding", "gzip")], isPacked: true),
      // What another site asked for tells nothing by its length.
      Step(
        .get, "/app/customer", by: .cookie("li"),
        headers: [takes, ("Sec-Fetch-Site", "cross-site")], gives: 200,
        answers: [("Content-Encoding", nil), ("Vary", "Accept-Encoding")]),
      Step(
        .get, "/app/customer", by: .cookie("li"), headers: [takes], gives: 200,
        answers: [("Content-Encoding", nil)]),
      Step(.get, "/api/customer", by: .li, gives: 200, answers: [("Content-Encoding", nil)]),
      Step(
        .get, "/api/customer", by: .li, headers: [("Accept-Encoding", "gzip;q=0, br")], gives: 200,
        answers: [("Content-Encoding", nil)]),
      // Short answers, and those whose tag names their bytes.
      Step(.get, "/healthz", headers: [takes], gives: 200, answers: [("Content-Encoding", nil)]),
      Step(
        .get, "/api/customer/1", by: .li, headers: [takes], gives: 200,
        answers: [("Content-Encoding", nil), ("ETag", "\"1\"")]),
      Step(
        .get, "/openapi.json", headers: [takes], gives: 200,
        answers: [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")], isPacked: true),
    ])

  static let tags = Scenario(
    "a list that is known is not sent again",
    [
      Step(.post, "/api/customer", .json("{\"name\":\"甲\"}"), by: .li, gives: 201),
      Step(
        .get, "/api/customer", by: .li, gives: 200, answers: [("ETag", "W/\"")],
        keep: ["tag": .header("ETag")]),
      Step(
        .get, "/api/customer", by: .li, headers: [("If-None-Match", "{tag}")], gives: 304,
        answers: [("ETag", "{tag}"), ("Content-Type", nil)]),
      Step(
        .get, "/api/customer", by: .li, headers: [("If-None-Match", "\"a\", {tag}")], gives: 304),
      Step(
        .get, "/api/customer?limit=1", by: .li, headers: [("If-None-Match", "\"{tag}\"")],
        gives: 200),
      Step(
        .patch, "/api/customer/1", .json("{\"city\":\"a\"}"), by: .li,
        headers: [("If-Match", "*")], gives: 200),
      Step(.get, "/api/customer", by: .li, headers: [("If-None-Match", "{tag}")], gives: 200),
      Step(
        .get, "/openapi.json", gives: 200, answers: [("ETag", "W/\"")],
        keep: ["document": .header("ETag")]),
      Step(.get, "/openapi.json", headers: [("If-None-Match", "{document}")], gives: 304),
    ])

  static let noFigures = Scenario(
    "figures are not for everyone",
    [
      Step(.get, "/metrics", gives: 404),
      Step(.get, "/metrics", by: .wang, gives: 404),
    ])
}

/// The figures of a server that shows them.
@Suite struct MetricsTests {
  private func handler(_ world: TestWorld, _ access: MetricsAccess) throws -> TenantHandler {
    try TenantHandler(world.tenant, Site(publicURL: nil)!, metrics: access)
  }

  private func get(
    _ handler: TenantHandler, _ target: String, token: String? = nil, peer: String = "127.0.0.1"
  ) throws -> Response {
    let headers = token.map { [("Authorization", "Bearer " + $0)] } ?? []
    return try MemoryClient(handler).send(Request(.get, target, headers: headers, peer: peer)!)
  }

  @Test func countsWhatWasAsked() throws {
    let world = try TestWorld(.memory)
    let handler = try handler(world, .thisMachine)
    let token = world.values["li.token"]!
    for id in [1, 2, 3] { _ = try get(handler, "/api/customer/\(id)", token: token) }
    _ = try get(handler, "/api/customer?filter.staff=secret", token: token)
    _ = try get(handler, "/secret")
    let text = String(decoding: try get(handler, "/metrics").body, as: UTF8.self)
    for line in [
      #"tenon_http_requests_total{method="GET",route="/api/customer/{id}",status="4xx"} 3"#,
      #"tenon_http_requests_total{method="GET",route="/api/customer",status="4xx"} 1"#,
      #"tenon_http_requests_total{method="-",route="-",status="4xx"} 1"#,
      #"tenon_http_request_seconds_count{kind="api"} 4"#,
      #"tenon_http_request_seconds_bucket{kind="api",le="+Inf"} 4"#,
      "tenon_http_requests_in_flight 1", "tenon_write_queue 0", "tenon_sessions 3",
      #"tenon_build_info{application="sales""#, "process_open_fds ",
      "process_resident_memory_bytes ", "tenon_database_bytes ", "tenon_write_batch 1\n",
    ] {
      #expect(text.contains(line), "\(line) is not in\n\(text)")
    }
    #expect(!text.contains("secret"))
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      #expect(line.wholeMatch(of: /[a-z_]+(\{.*\})? [0-9.]+/) != nil, "\(line)")
    }
  }

  @Test func showsThemToWhomItShould() throws {
    let world = try TestWorld(.memory)
    defer { withExtendedLifetime(world) {} }
    let near = try handler(world, .thisMachine)
    #expect(try get(near, "/metrics").status == 200)
    #expect(try get(near, "/metrics", peer: "::1").status == 200)
    #expect(try get(near, "/metrics", peer: "10.0.0.1").status == 404)
    let far = try handler(world, .token("0123456789abcdef"))
    #expect(try get(far, "/metrics").status == 404)
    #expect(try get(far, "/metrics", token: "0123456789abcdeF").status == 404)
    #expect(try get(far, "/metrics", token: "0123456789abcdef", peer: "10.0.0.1").status == 200)
  }
}
