import Testing

@testable import TenonHTTP

@Suite struct RequestTests {
  @Test func decodesTheQuery() throws {
    let request = try #require(Request(.get, "/a?b=1&b=2&c+d=%E7%94%B2%2f&e&=f&&g=%3D="))
    #expect(request.query.map(\.name) == ["b", "b", "c d", "e", "", "g"])
    #expect(request.query.map(\.value) == ["1", "2", "甲/", "", "f", "=="])
    #expect(request.parameter("b") == "1")
    #expect(request.parameter("z") == nil)
  }

  @Test(arguments: ["%", "%1", "%zz", "a=%f", "a=%FF", "a=%C0%80", "%E7%94=1"])
  func refusesABrokenQuery(_ query: String) {
    #expect(Request(.get, "/a?" + query) == nil)
  }

  @Test func limitsParameters() {
    let many = Array(repeating: "a", count: Request.queryLimit)
    #expect(Request(.get, "/?" + many.joined(separator: "&"))?.query.count == Request.queryLimit)
    #expect(Request(.get, "/?" + (many + ["a"]).joined(separator: "&")) == nil)
  }

  @Test func findsHeadersAndCookies() throws {
    let request = try #require(
      Request(
        .get, "/",
        headers: [
          ("Accept", "a"), ("COOKIE", "x=1; sid=abc=; sid=second;sid2=3"), ("accept", "b"),
          ("X-Long", String(repeating: "v", count: 70_000)), ("X-Last", ""),
        ]))
    #expect(request.header("aCCept") == "a")
    #expect(request.header("Accep") == nil)
    #expect(request.header("x-long")?.count == 70_000)
    #expect(request.header("x-last") == "")
    #expect(request.cookie("sid") == "abc=")
    #expect(request.cookie("SID") == nil)
    #expect(request.cookie("sid2") == "3")
    #expect(request.cookie("i") == nil)
    #expect(request.headerFields.count == 5)
  }

  @Test func readsAForm() throws {
    let type = "application/x-www-form-urlencoded"
    func form(_ type: String, _ body: String) -> [String]? {
      Request(.post, "/", headers: [("Content-Type", type)], body: Array(body.utf8))?
        .form()?.map { "\($0.name)=\($0.value)" }
    }
    #expect(form(type, "a=1+2&b=%E7%94%B2") == ["a=1 2", "b=甲"])
    #expect(form("Application/X-WWW-Form-Urlencoded; charset=utf-8", "a=1") == ["a=1"])
    #expect(form(type, "") == [])
    #expect(form("application/json", "a=1") == nil)
    #expect(form(type + "x", "a=1") == nil)
    #expect(form(type, "a=%") == nil)
  }

  @Test func pathIsNilUnlessCanonical() {
    #expect(Request(.get, "/a/%E7%94%B2?x")?.path == ["a", "甲"])
    #expect(Request(.get, "/")?.path == [])
    #expect(Request(.get, "/a/")?.path == nil)
    #expect(Request(.get, "/%61")?.path == nil)
  }

  @Test func parsesMethods() {
    #expect(Method.allCases.allSatisfy { Method(parsing: $0.text) == $0 })
    #expect(Method(parsing: "get") == nil)
    #expect(Method(parsing: "TRACE") == nil)
  }
}
