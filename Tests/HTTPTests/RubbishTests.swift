import Testing

@testable import TenonHTTP

/// Bytes that are no request: answered with 4xx or by closing, never with 5xx or not at all.
@Suite struct RubbishTests {
  private let running: Running

  init() throws {
    running = try Running {
      $0.requestLimit = 1_000
      $0.idleLimit = 200
    }
  }

  private func expectRefusal(_ bytes: [UInt8], _ note: String) throws {
    let answer = String(decoding: try running.client().sendRaw(bytes), as: UTF8.self)
    let statuses = TenonHTTPTests.statuses(answer)
    #expect(statuses.allSatisfy { (400..<500).contains($0) }, "\(note): \(statuses)")
  }

  @Test func knownRubbish() throws {
    let hello: [UInt8] =
      [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3] + Array(repeating: 0xAB, count: 508)
    let texts = [
      "\r\n\r\n", "\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP\r\n\r\n",
      "/ GET HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1 HTTP/1.1\r\nHost: a\r\n\r\n", "GET  HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.10\r\nHost: a\r\n\r\n", "GET / http/1.1\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nnocolon\r\n\r\n", "GET / HTTP/1.1\r\n:\r\n\r\n",
      "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", "GET /\u{0} HTTP/1.1\r\nHost: a\r\n\r\n",
      "\u{0}\u{0}\u{0}\u{0}\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "EHLO a\r\n",
      "*1\r\n$4\r\nPING\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nX: \u{0}\r\n\r\n\r\n\r\n",
      "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET " + String(repeating: "/a", count: 100_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /?" + String(repeating: "a&", count: 3_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
      String(repeating: "A", count: 1 << 20),
    ]
    for text in texts {
      try expectRefusal(Array(text.utf8), String(text.prefix(40)).debugDescription)
    }
    try expectRefusal(hello, "TLS hello")
  }

  /// The one 5xx: the library says 505 to another version, which is the protocol's own word.
  @Test func otherVersions() throws {
    for version in ["HTTP/2.0", "HTTP/0.9", "HTTP/9.9"] {
      #expect(try running.statuses("GET / \(version)\r\n\r\n") == [505])
    }
    #expect(try running.statuses("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") == [505])
  }

  /// Random bytes, and a good request with bytes changed, removed or doubled. The seed is fixed.
  @Test func randomRubbish() throws {
    var random = SplitMix(state: 7)
    let good = Array(
      request(
        "POST", "/echo?a=1", "Content-Length: 5", "Cookie: a=b", "Connection: close", body: "hello"
      ).utf8)
    for round in 0..<400 {
      var bytes: [UInt8]
      if round % 4 == 0 {
        bytes = (0..<Int(random.next() % 600)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        bytes += Array("\r\n\r\n".utf8)
      } else {
        bytes = good
        for _ in 0...random.next() % 4 {
          let at = Int(random.next() % UInt64(bytes.count))
          switch random.next() % 3 {
          case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
          case 1: bytes.remove(at: at)
          default: bytes.insert(bytes[at], at: at)
          }
        }
      }
      // The client's end of sending, so that a lost byte of the body is no wait.
      let answer = String(
        decoding: try running.client().sendRaw(bytes, half: true), as: UTF8.self)
      let statuses = TenonHTTPTests.statuses(answer)
      let fine = statuses.allSatisfy { (200..<500).contains($0) || $0 == 100 || $0 == 505 }
      #expect(fine, "round \(round): \(statuses)")
    }
    #expect(try running.client().send(.get, "/hello").status == 200)
  }
}

/// Steele, Lea, Flood 2014: small and the same everywhere.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
