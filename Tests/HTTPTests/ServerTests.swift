import Foundation
import Testing

@testable import TenonHTTP

@Suite struct ServerTests {
  @Test func keepsConnectionsAlive() throws {
    let running = try Running()
    let client = running.client()
    for _ in 0..<50 {
      #expect(try client.send(.get, "/hello").text == "hello")
      #expect(try client.send(.post, "/echo", text: "abc").text == "abc")
      #expect(try client.send(.post, "/later", text: "abc").text == "abclater")
      #expect(try client.send(.get, "/at-once").text == "at once")
      #expect(try client.send(.get, "/x").status == 404)
    }
    #expect(try client.send(.get, "/header", headers: [("X-SAMPLE", "甲")]).text == "甲")
    #expect(try client.send(.get, "/query?a=%E7%94%B2&b=+").text == "a=甲;b= ")
    #expect(try client.send(.get, "/peer").text == "127.0.0.1")
    #expect(try client.send(.get, "/hello").header("date")?.hasSuffix("GMT") == true)
  }

  @Test func listensOnIPv6() throws {
    let running = try Running { $0.address = "::1" }
    let client = SocketClient("::1", port: running.server.port)
    #expect(try client.send(.get, "/peer").text == "::1")
  }

  @Test func headHasTheHeadersOfGet() throws {
    let running = try Running()
    let client = running.client()
    let head = try client.send(.head, "/hello")
    #expect(head.status == 200 && head.body.isEmpty)
    #expect(head.header("content-length") == "5")
    // A body after a HEAD would be taken for the next answer here.
    #expect(try client.send(.get, "/hello").text == "hello")
  }

  /// What is made while it is sent comes whole, or the connection breaks.
  @Test func streamsComeWholeOrNotAtAll() throws {
    let running = try Running()
    let client = running.client()
    #expect(try client.send(.get, "/stream").body.count == 300_000)
    #expect(try client.send(.get, "/hello").text == "hello")
    #expect(throws: ClientError.self) { try client.send(.get, "/stream-broken") }
  }

  @Test func answersPipelinedRequestsInOrder() throws {
    let running = try Running()
    var text = ""
    for i in 0..<20 {
      let path = i % 3 == 0 ? "/later" : "/echo"
      text += request("POST", path, "Content-Length: 3", body: String(100 + i))
    }
    let answer = try running.raw(text + request("GET", "/hello", "Connection: close"))
    #expect(TenonHTTPTests.statuses(answer) == Array(repeating: 200, count: 21))
    let bodies = answer.components(separatedBy: "\r\n\r\n").dropFirst().map { $0.prefix(3) }
    #expect(bodies == (0..<20).map { "\(100 + $0)"[...] } + ["hel"])
  }

  @Test func pathsArriveUndecoded() throws {
    let running = try Running()
    for target in ["/%68ello", "//hello", "/hello/", "/./hello", "/hello;a", "http://a/hello"] {
      #expect(try running.client().send(.get, target).status == 404)
    }
  }

  @Test func aFaultOfTheHandlerIs500() throws {
    let running = try Running()
    let client = running.client()
    // A line break in a header must not become a header of its own.
    let broken = try client.send(.get, "/broken")
    #expect(broken.status == 500 && broken.header("x-b") == nil)
    // Nobody holds the responder any more: the client must not wait for ever.
    #expect(try client.send(.get, "/lost").status == 500)
  }

  @Test func respondsOnce() throws {
    let running = try Running()
    let client = running.client()
    Thread.detachNewThread { [sample = running.sample] in
      guard sample.waitForHeld(1) else { return }
      let responder = sample.held.withLock { $0.removeLast() }
      let first = responder.respond(Response(status: 200, asset: "first"))
      let second = responder.respond(Response(status: 200, asset: "second"))
      if !first || second { abort() }
    }
    #expect(try client.send(.get, "/hold").text == "first")
    #expect(try client.send(.get, "/hello").text == "hello")
  }

  @Test func clientsMayLeaveWhileSuspended() throws {
    let running = try Running()
    var clients: [SocketClient] = []
    for _ in 0..<20 {
      let client = running.client(limit: 20)
      #expect(throws: ClientError.timedOut([])) { try client.send(.get, "/hold") }
      clients.append(client)
    }
    #expect(running.sample.waitForHeld(20))
    clients = []
    usleep(20_000)
    let responders = running.sample.held.withLock { held in
      defer { held = [] }
      return held
    }
    for responder in responders { responder.respond(Response(status: 200, asset: "late")) }
    #expect(try running.client().send(.get, "/hello").text == "hello")
  }

  @Test func holdsAThousandIdleConnections() throws {
    let running = try Running()
    var idle: [SocketClient] = []
    for i in 0..<1_000 {
      let client = running.client()
      if i % 2 == 0 {
        #expect(try client.send(.get, "/hello").status == 200)
      } else {
        try client.open()
      }
      idle.append(client)
    }
    let (answer, time) = try timed { try running.client().send(.get, "/hello") }
    #expect(answer.text == "hello" && time < 1_000)
    #expect(try idle[0].send(.get, "/hello").text == "hello")
  }

  @Test func largeAnswersArriveWhole() throws {
    let running = try Running()
    let client = running.client()
    for _ in 0..<3 { #expect(try client.send(.get, "/large").body.count == 1 << 20) }
  }

  @Test func saysWhyItCanNotStart() throws {
    let running = try Running()
    var configuration = ServerConfiguration()
    configuration.port = running.server.port
    let error = #expect(throws: ServerError.self) { try Server(configuration, handler: Sample()) }
    guard case .socket(_, running.server.port, EADDRINUSE, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    configuration.address = "localhost"
    #expect(throws: ServerError.badAddress("localhost")) {
      try Server(configuration, handler: Sample())
    }
    configuration.address = "127.0.0.1"
    configuration.threads = 0
    #expect(throws: ServerError.badSetting("threads")) {
      try Server(configuration, handler: Sample())
    }
  }

  @Test func memoryClientAnswersAlike() throws {
    let client = MemoryClient(Sample())
    #expect(try client.send(.get, "/hello").text == "hello")
    #expect(try client.send(.head, "/hello").body.isEmpty)
    #expect(try client.send(.post, "/later", text: "abc").text == "abclater")
    #expect(try client.send(.get, "/query?a=%zz").status == 400)
    #expect(try client.send(.get, "/lost").status == 500)
    #expect(throws: ClientError.timedOut([])) {
      try MemoryClient(Sample(), limit: 10).send(.get, "/hold")
    }
  }
}
