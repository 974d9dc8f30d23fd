import Foundation
import Testing

@testable import TenonHTTP

@Suite struct BodyTests {
  private func small() throws -> Running { try Running { $0.bodyLimit = 1_000 } }

  private func chunks(_ sizes: Int...) -> String {
    sizes.map { String($0, radix: 16) + "\r\n" + String(repeating: "x", count: $0) + "\r\n" }
      .joined()
  }

  @Test func bodyUpToTheLimit() throws {
    let running = try small()
    let client = running.client()
    let body = [UInt8](repeating: 0x78, count: 1_000)
    #expect(try client.send(.post, "/echo", headers: [], body: body).body == body)
    #expect(try client.send(.put, "/length", headers: [], body: []).text == "0")
    #expect(try client.send(.delete, "/length").text == "0")
    let chunked = request(
      "POST", "/length", "Transfer-Encoding: chunked", "Connection: close",
      body: chunks(400, 600, 0))
    #expect(try running.raw(chunked).hasSuffix("\r\n\r\n1000"))
  }

  @Test func lengthOverTheLimit() throws {
    let running = try small()
    // Only the head is sent: the answer can not wait for the body.
    let head = request("POST", "/echo", "Content-Length: 1001")
    let (answers, time) = try timed { try running.statuses(head) }
    #expect(answers == [413] && time < 5_000)
    // All of a large body is sent before the answer is read: it must still be there to read.
    let body = String(repeating: "x", count: 4 << 20)
    let whole = request("POST", "/echo", "Content-Length: \(body.utf8.count)", body: body)
    #expect(try running.statuses(whole) == [413])
    let huge = request("POST", "/echo", "Content-Length: 999999999999999999")
    #expect(try running.statuses(huge) == [413])
    #expect(running.sample.calls.load(ordering: .relaxed) == 0)
  }

  /// Closing at once would reset the connection, and many systems then drop the answer unread.
  @Test func readsOnAfterRefusing() throws {
    let running = try small()
    let client = running.client()
    try client.open()
    try client.write(Array(request("POST", "/echo", "Content-Length: 9999999").utf8))
    while try client.fill() {}
    #expect(TenonHTTPTests.statuses(String(decoding: client.received, as: UTF8.self)) == [413])
    let piece = [UInt8](repeating: 0x78, count: 10_000)
    for _ in 0..<3 {
      #expect(send(client.socket, piece, piece.count, Int32(MSG_NOSIGNAL)) == piece.count)
      usleep(50_000)
    }
  }

  @Test func chunksOverTheLimit() throws {
    let running = try small()
    let head = request("POST", "/echo", "Transfer-Encoding: chunked")
    #expect(try running.statuses(head + chunks(600, 600)) == [413])
    #expect(try running.statuses(head + chunks(600, 600, 0) + request("GET", "/hello")) == [413])
    #expect(try running.statuses(head + chunks(5 << 20, 0)) == [413])
    #expect(running.sample.calls.load(ordering: .relaxed) == 0)
  }

  @Test(arguments: ["g\r\n", "-1\r\n", "ffffffffffffffffff\r\n", "3\r\nabcd\r\n0\r\n\r\n", "\r\n"])
  func brokenChunks(_ body: String) throws {
    let running = try Running { $0.requestLimit = 1_000 }
    let statuses = try running.statuses(
      request("POST", "/echo", "Transfer-Encoding: chunked", body: body))
    #expect(statuses.allSatisfy { (400..<500).contains($0) })
    #expect(running.sample.calls.load(ordering: .relaxed) == 0)
  }

  @Test func expectContinue() throws {
    let running = try small()
    let expects = "Expect: 100-continue"
    let fine = request(
      "POST", "/echo", "Content-Length: 3", "Connection: close", expects, body: "abc")
    let answer = try running.raw(fine)
    #expect(TenonHTTPTests.statuses(answer) == [100, 200])
    #expect(answer.hasSuffix("\r\n\r\nabc"))
    // Too large: refused before the client is asked for the body.
    let large = request("POST", "/echo", "Content-Length: 1001", expects)
    #expect(try running.statuses(large) == [413])
  }
}
