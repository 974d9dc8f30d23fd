import Foundation
import Testing

@testable import TenonHTTP

/// The library's own time-out sees only silence: a client that sends a byte now and then would hold
/// its connection for ever.
@Suite(.serialized) struct DeadlineTests {
  private let running: Running

  init() throws {
    running = try Running {
      $0.requestLimit = 500
      $0.idleLimit = 500
    }
  }

  /// Sends a byte every 50 ms and expects an end without an answer well before all is sent.
  private func ends(_ text: String, after prefix: String = "") throws {
    let client = running.client()
    let bytes = Array(text.utf8) + Array(repeating: 0x61, count: 200)
    let (answer, time) = try timed {
      try client.sendRaw(bytes, pause: 50, after: Array(prefix.utf8))
    }
    #expect(answer.isEmpty)
    #expect((400...5_000).contains(time))
    #expect(running.sample.calls.load(ordering: .relaxed) == 0)
    #expect(try running.client().send(.get, "/hello").status == 200)
  }

  @Test func requestLineDrip() throws { try ends("GET /") }

  @Test func headerDrip() throws { try ends("X: ", after: "GET /hello HTTP/1.1\r\nHost: a\r\n") }

  @Test func bodyDrip() throws {
    try ends("", after: request("POST", "/echo", "Content-Length: 1000"))
  }

  @Test func chunkDrip() throws {
    try ends("", after: request("POST", "/echo", "Transfer-Encoding: chunked") + "ff\r\n")
  }

  @Test func silence() throws {
    let (answer, time) = try timed { try running.client().sendRaw([]) }
    #expect(answer.isEmpty && (400...5_000).contains(time))
  }

  @Test func restBetweenRequests() throws {
    let (answer, time) = try timed { try running.raw(request("GET", "/hello")) }
    #expect(answer.hasSuffix("hello") && (400...5_000).contains(time))
  }

  /// The application may take longer than a client may.
  @Test func waitingForTheApplicationDoesNotCount() throws {
    let client = running.client(limit: 1_200)
    #expect(throws: ClientError.timedOut([])) { try client.send(.get, "/hold") }
    #expect(running.sample.waitForHeld(1))
    let again = MemoryClient(running.sample)
    #expect(try again.send(.get, "/hello").status == 200)
  }

  /// The answer's own time: a client that never reads.
  @Test func readerThatStops() throws {
    let client = running.client()
    try client.open()
    let text = String(repeating: request("GET", "/large"), count: 30)
    try client.write(Array(text.utf8))
    usleep(2_000_000)
    let (count, time) = try timed {
      var count = 0
      while try client.fill() { count = client.received.count }
      return count
    }
    #expect(count < 25 << 20 && time < 5_000)
  }
}
