import Testing

@testable import TenonHTTP

@Suite struct RouterTests {
  let router: Router<String>

  init() throws {
    router = try Router([
      (.get, [], "home"),
      (.get, [.literal("customers")], "list"),
      (.post, [.literal("customers")], "create"),
      (.get, [.literal("customers"), .parameter], "read"),
      (.delete, [.literal("customers"), .parameter], "delete"),
      (.get, [.literal("customers"), .literal("new")], "form"),
      (.get, [.literal("customers"), .parameter, .literal("edit")], "edit"),
      (.get, [.literal("客户"), .parameter], "chinese"),
    ])
  }

  private func match(_ method: Method, _ target: String) -> String {
    switch router.match(method, Array(target.utf8)) {
    case .found(let endpoint, let parameters): ([endpoint] + parameters).joined(separator: " ")
    case .methodNotAllowed(let methods): "405 " + methods.map(\.text).joined(separator: " ")
    case .notFound: "404"
    }
  }

  @Test func findsRoutes() {
    #expect(match(.get, "/") == "home")
    #expect(match(.get, "/?a=/b") == "home")
    #expect(match(.get, "/customers") == "list")
    #expect(match(.post, "/customers?x=%2e%2e") == "create")
    #expect(match(.get, "/customers/17") == "read 17")
    #expect(match(.get, "/customers/new") == "form")
    // The literal `new` leads nowhere here: the parameter gets its turn, and only its own value.
    #expect(match(.get, "/customers/new/edit") == "edit new")
    #expect(match(.get, "/%E5%AE%A2%E6%88%B7/%E7%94%B2") == "chinese 甲")
    #expect(match(.get, "/customers/a%E7%94%B2b") == "read a甲b")
    #expect(match(.get, "/customers/a,b:c@d+e") == "read a,b:c@d+e")
  }

  @Test func deniesByDefault() {
    #expect(match(.get, "/nothing") == "404")
    #expect(match(.get, "/customers/17/edit/more") == "404")
    #expect(match(.get, "/customers/17/18") == "404")
    #expect(match(.put, "/customers") == "405 GET POST HEAD")
    #expect(match(.post, "/customers/17") == "405 GET DELETE HEAD")
    #expect(match(.options, "/") == "405 GET HEAD")
  }

  @Test func headReachesGet() {
    #expect(match(.head, "/customers/17") == "read 17")
    #expect(match(.head, "/nothing") == "404")
  }

  /// Every other way to write an address that a lenient server would take for `/customers/new`.
  @Test(arguments: [
    "//customers/new", "/customers//new", "/customers/new/", "/customers/new//",
    "/./customers/new", "/customers/./new", "/x/../customers/new", "/customers/new/.",
    "/customers/new/..", "/customers;a=b/new", "/customers/new;", "/customers\\new",
    "\\customers\\new", "customers/new", "", "*", "http://a/customers/new", "//a/customers/new",
    "/%63ustomers/new", "/customers%2Fnew", "/customers/%6Eew", "/customers/n%65w",
    "/customers/new%00", "/customers/new%20", "/customers/new#a", "/customers/ne w",
    "/customers/new%", "/customers/new%E", "/customers/new%E5", "/customers/%FF%FE",
    "/customers/%C0%AE", "/customers/%ed%a0%80", "/%e5%ae%a2/17", "/客户/17", "/customers/\u{1}",
    "/customers/%2E%2E", "/customers/%252E", "/customers/<new>", "/customers/\"new\"",
    "/Customers/new ", "/customers/new|", "/customers/new^", "/customers/{new}", "/customers/`",
  ])
  func refusesOtherSpellings(_ target: String) {
    #expect(match(.get, target) == "404")
  }

  @Test func namesAConflict() {
    let path: [Segment] = [.literal("a"), .parameter]
    #expect(throws: Router<Int>.Conflict(method: .get, path: path)) {
      try Router([(.get, path, 1), (.get, path, 2)])
    }
  }
}
