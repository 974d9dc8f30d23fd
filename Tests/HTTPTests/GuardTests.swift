import Foundation
import Testing

@testable import TenonHTTP

/// What the library lets through or a client must not do; each as the bytes on the wire.
@Suite struct GuardTests {
  /// Sends raw text, expects that one status and a closed connection, and that the handler was
  /// never called: a second request behind the first, as a smuggler would place it, is not seen.
  private func refuses(_ status: Int, _ text: String) throws {
    let running = try Running { $0.idleLimit = 1_000 }
    let smuggled = text + request("GET", "/hello")
    #expect(try running.statuses(smuggled) == [status], "\(text.debugDescription)")
    #expect(running.sample.calls.load(ordering: .relaxed) == 0)
  }

  /// More parameters than a query may have are refused by us: the library, which has no room for
  /// them, would give no answer.
  @Test(arguments: ["a&", "filter.name=x&", "a=1&b&"])
  func manyParameters(_ part: String) throws {
    let running = try Running()
    let query = String(repeating: part, count: 10_000 / part.utf8.count)
    #expect(try running.statuses(request("GET", "/hello?" + query, "Connection: close")) == [400])
  }

  @Test func lengthWithTransferEncoding() throws {
    let chunked = "Transfer-Encoding: chunked"
    let body = "0\r\n\r\n"
    try refuses(400, request("POST", "/echo", "Content-Length: 5", chunked, body: body))
    try refuses(400, request("POST", "/echo", chunked, "content-length: 5", body: body))
    try refuses(400, request("GET", "/hello", "Content-Length: 0", chunked, body: body))
  }

  @Test func twoLengths() throws {
    let length = "Content-Length: 3"
    try refuses(400, request("POST", "/echo", length, length, body: "abc"))
    try refuses(400, request("POST", "/echo", length, "Content-Length: 4", body: "abcd"))
    try refuses(400, request("GET", "/hello", "Content-Length: 0", "Content-Length: 0"))
  }

  @Test(arguments: ["3, 3", "+3", "-3", "0x3", "3 ", " ", "3.0", "3a", "99999999999999999999"])
  func badLength(_ length: String) throws {
    let running = try Running()
    let text = request(
      "POST", "/echo", "Content-Length:" + length, "Connection: close", body: "abc")
    // The library's own refusal; it writes the head of this answer twice.
    let statuses = try running.statuses(text)
    #expect(statuses == [400, 400] || statuses == [413, 413])
    #expect(running.sample.calls.load(ordering: .relaxed) == 0)
  }

  @Test(arguments: [
    "Content-Length : 3", "Content-Length\t: 3", "X A: 1", ": 1", "X\u{7F}: 1", "X(): 1", "é: 1",
    "X\u{1}: 1",
  ])
  func badHeaderName(_ field: String) throws {
    try refuses(400, request("POST", "/echo", "Content-Length: 3", field, body: "abc"))
  }

  @Test(arguments: [
    "gzip", "gzip, chunked", "chunked, chunked", "identity", "xchunked", "\"chunked\"",
  ])
  func badTransferEncoding(_ value: String) throws {
    try refuses(400, request("POST", "/echo", "Transfer-Encoding: " + value, body: "0\r\n\r\n"))
  }

  @Test func twoTransferEncodings() throws {
    let chunked = "Transfer-Encoding: chunked"
    try refuses(400, request("POST", "/echo", chunked, chunked, body: "0\r\n\r\n"))
    try refuses(
      400, request("POST", "/echo", chunked, "Transfer-Encoding: gzip", body: "0\r\n\r\n"))
  }

  @Test(arguments: ["a\u{1}b", "a\u{7F}", "\u{1B}[31m", "a\rb"])
  func controlInHeaderValue(_ value: String) throws {
    try refuses(400, request("GET", "/hello", "X-Sample: " + value))
  }

  @Test(arguments: ["POST", "PUT", "PATCH"])
  func writeWithoutLength(_ method: String) throws {
    try refuses(411, request(method, "/echo"))
  }

  @Test func missingOrTwoHosts() throws {
    try refuses(400, "GET /hello HTTP/1.1\r\n\r\n")
    try refuses(400, request("GET", "/hello", "Host: b"))
  }

  /// Each of these the library reads in its own way, and a proxy in front might in another.
  @Test(arguments: [
    "GET /hello HTTP/1.1\nHost: a\r\n\r\n", "GET /hello HTTP/1.1\r\nHost: a\n\r\n",
    "GET /hello HTTP/1.1\r\nHost: a\r\n\n", "GET /hello HTTP/1.1\r\nHost: a\nX: b\r\n\r\n",
    "GET /hello HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
    "GET /hello HTTP/1.1\r\nHost: a\r\nX: b\r\n\tfolded\r\nY: c\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n 0\r\n\r\nabc",
    "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nX: a\u{0}b\r\n\r\nabc",
    "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nX\u{0}: a\r\n\r\nabc",
    "GET /hello\u{0}/more HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /hello?a\u{0}b HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET\u{0} /hello HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET  /hello HTTP/1.1\r\nHost: a\r\n\r\n", "GET /hello  HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /hello HTTP/1.1 \r\nHost: a\r\n\r\n", "GET /hel lo HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /hello\tHTTP/1.1 HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n: 1\r\n\r\nabc",
    "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n:\r\n\r\nabc",
    "GET /hello HTTP/1.1\r\nHost: a\r\nX: a\r\r\n\r\n",
  ])
  func ambiguousHead(_ text: String) throws {
    try refuses(400, text)
  }

  /// The parts of a large head that comes in small pieces still lie one behind the other.
  @Test func largeHeadInPieces() throws {
    let running = try Running()
    let fields = (0..<100).map { "X-\($0):\(String(repeating: " ", count: $0 % 3))value \r\n" }
    let text =
      "POST /length?a=b HTTP/1.1\r\nHost: a\r\nCookie: a=b; c=\"d\"\r\n"
      + fields.joined() + "X-Empty:\r\nContent-Length: 0\r\n"
    let client = running.client()
    try client.open()
    for _ in 0..<2 {
      let bytes = Array((text + "\r\n").utf8)
      for start in stride(from: 0, to: bytes.count, by: 100) {
        try client.write(Array(bytes[start..<min(start + 100, bytes.count)]))
        usleep(500)
      }
    }
    try client.write(Array((text + "Connection: close\r\n\r\n").utf8))
    while try client.fill() {}
    let answers = String(decoding: client.received, as: UTF8.self)
    #expect(TenonHTTPTests.statuses(answers) == [200, 200, 200])
  }

  @Test func version10NeedsNoHost() throws {
    let running = try Running()
    #expect(try running.statuses("GET /hello HTTP/1.0\r\n\r\n") == [200])
  }

  @Test(arguments: ["BREW", "TRACE", "CONNECT", "get", "Get"])
  func unknownMethod(_ method: String) throws {
    try refuses(405, request(method, "/hello"))
  }

  @Test func brokenQuery() throws {
    let running = try Running()
    let text = request("GET", "/query?a=%zz", "Connection: close")
    #expect(try running.statuses(text) == [400])
    #expect(running.sample.calls.load(ordering: .relaxed) == 0)
  }

  @Test func refusalIsAProblemDocument() throws {
    let running = try Running()
    let answer = try running.raw(request("POST", "/echo"))
    #expect(answer.contains("Content-Type: application/problem+json\r\n"))
    #expect(answer.contains("Connection: close\r\n"))
    let body = #"{"type":"about:blank","title":"Length Required","status":411}"#
    #expect(answer.hasSuffix("\r\n\r\n" + body))
  }

  @Test func headersOverThePool() throws {
    let running = try Running()
    let large = String(repeating: "a", count: 20_000)
    let fields = (0..<2_000).map { "X-\($0): a\r\n" }.joined()
    for text in [
      request("GET", "/hello", "X-Large: " + large), request("GET", "/" + large),
      request("GET", "/hello?" + large), "GET /hello HTTP/1.1\r\nHost: a\r\n\(fields)\r\n",
    ] {
      let statuses = try running.statuses(text)
      #expect(statuses.count <= 1 && statuses.allSatisfy { (400..<500).contains($0) })
    }
    #expect(running.sample.calls.load(ordering: .relaxed) == 0)
    #expect(try running.client().send(.get, "/hello").status == 200)
  }
}
