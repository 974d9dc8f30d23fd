import TenonHTTP
import Testing

@testable import TenonServer

/// What a server behind https tells browsers, and whom it believes.
@Suite struct CookieTests {
  private let url = "https://crm.example.com"

  private func signIn(_ world: TestWorld, headers: [(String, String)] = []) throws -> Response {
    try world.client.send(
      .post, "/session", headers: headers + [("Content-Type", "application/json")],
      body: Array("{\"user\":\"li\",\"password\":\"\(TestWorld.password)\"}".utf8))
  }

  @Test func cookiesAreSecureBehindHTTPS() throws {
    let world = try TestWorld(.memory, publicURL: url)
    let cookie = try #require(try signIn(world).header("set-cookie"))
    #expect(cookie.hasPrefix("__Host-session="))
    for part in ["; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
      #expect(cookie.contains(part))
    }
    #expect(!cookie.contains("Domain"))
    let page = try world.client.send(.get, "/sign-in")
    let form = try #require(page.header("set-cookie"))
    #expect(form.hasPrefix("__Host-sign-in=") && form.contains("; Secure"))
    let plain = try #require(try signIn(TestWorld(.memory)).header("set-cookie"))
    #expect(plain.hasPrefix("session=") && !plain.contains("Secure"))
  }

  @Test func everyAnswerDemandsHTTPS() throws {
    let world = try TestWorld(.memory, publicURL: url)
    for target in ["/healthz", "/sign-in", "/nowhere", "/api/customer", "/openapi.json"] {
      let header = try world.client.send(.get, target).header("strict-transport-security")
      #expect(header == "max-age=63072000; includeSubDomains")
    }
    let plain = try TestWorld(.memory).client.send(.get, "/sign-in")
    #expect(plain.header("strict-transport-security") == nil)
  }

  @Test func noOtherOriginIsLetIn() throws {
    let world = try TestWorld(.memory)
    let answer = try world.client.send(
      .get, "/healthz", headers: [("Origin", "http://evil.example")])
    #expect(!answer.headers.contains { $0.0.lowercased().hasPrefix("access-control-") })
  }

  @Test func proxiesAreBelievedOnThisMachineOnly() throws {
    func address(_ publicURL: String?, _ peer: String, _ forwarded: String?) -> String {
      let headers = forwarded.map { [("X-Forwarded-For", $0)] } ?? []
      return ClientAddress.of(
        Request(.get, "/", headers: headers, peer: peer)!, Site(publicURL: publicURL)!)
    }
    #expect(address(url, "127.0.0.1", "1.2.3.4, 203.0.113.9") == "203.0.113.9")
    #expect(address(url, "::1", "2001:db8::1") == "2001:db8::1")
    #expect(address(url, "127.0.0.1", "rubbish") == "127.0.0.1")
    #expect(address(url, "127.0.0.1", nil) == "127.0.0.1")
    #expect(address(url, "198.51.100.7", "203.0.113.9") == "198.51.100.7")
    #expect(address(nil, "127.0.0.1", "203.0.113.9") == "127.0.0.1")
    // A household of IPv6 is one place.
    #expect(ClientAddress.network("2001:db8::1") == ClientAddress.network("2001:db8::ffff:2"))
    #expect(ClientAddress.network("2001:db8::1") != ClientAddress.network("2001:db8:0:1::1"))
    #expect(ClientAddress.network("1.2.3.4") == "1.2.3.4" && ClientAddress.network("x") == nil)
  }
}
