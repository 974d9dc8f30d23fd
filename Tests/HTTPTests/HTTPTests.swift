import Testing

@testable import TenonHTTP

/// The handler of these tests: what it does is in the path.
struct Sample: Handler {
  func handle(_ request: Request) -> Reply {
    switch request.path {
    case ["hello"]: return .now(Response(status: 200, asset: "hello"))
    case ["echo"]: return .now(Response(status: 200, body: request.body))
    default: return .now(.problem(404))
    }
  }
}

@Suite struct FirstTests {
  @Test func answers() throws {
    let server = try Server(handler: Sample())
    try server.start()
    defer { server.stop() }
    let client = SocketClient(port: server.port)
    for _ in 0..<3 {
      #expect(try client.send(.get, "/hello").body == Array("hello".utf8))
      #expect(try client.send(.post, "/echo", text: "abc").body == Array("abc".utf8))
      #expect(try client.send(.get, "/x").status == 404)
    }
  }
}
