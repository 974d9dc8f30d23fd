import TenonHTTP
import Testing

@testable import TenonServer

/// The second factor: set up, asked for, spent, reset.
@Suite struct FactorTests {
  /// RFC 6238, appendix B, of which six digits count.
  @Test(arguments: [
    (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
    (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
  ])
  func computesTheCodesOfTheStandard(_ seconds: Int64, _ code: String) throws {
    let maker = OneTimeCode(
      digests: try MessageDigests(), secret: Array("12345678901234567890".utf8))
    #expect(maker.code(OneTimeCode.step(seconds * 1000)) == code)
  }

  @Test func acceptsACodeOfAStepBeforeOrBehindAndNeverTwice() throws {
    let maker = OneTimeCode(digests: try MessageDigests(), secret: Array(repeating: 7, count: 20))
    let now: Int64 = 1_774_971_000_000
    let step = OneTimeCode.step(now)
    for (offset, isRight) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
      let code = try #require(maker.code(step + Int64(offset)))
      #expect((maker.step(of: code, now: now, after: 0) != nil) == isRight)
    }
    let code = try #require(maker.code(step))
    #expect(maker.step(of: code, now: now, after: step) == nil)
    #expect(maker.step(of: "", now: now, after: 0) == nil)
  }

  @Test func writesSecretsAsAppsReadThem() {
    #expect(Base32.text(Array("foobar".utf8)) == "MZXW6YTBOI")
    #expect(Base32.groups("ABCDEFGHIJ", by: " ") == "ABCD EFGH IJ")
  }

  // MARK: Over HTTP

  private func body(_ response: Response) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func post(
    _ world: TestWorld, _ target: String, _ fields: [(String, String)], by login: String = "li"
  ) throws -> Response {
    try world.send(
      Step(
        .post, target, .form([("csrf", "{\(login).csrf}")] + fields), by: .cookie(login),
        gives: 200))
  }

  private func secret(_ world: TestWorld, _ user: Int64) throws -> OneTimeCode {
    let tenant = world.tenant
    return try #require(
      try tenant.database.read { try SecondFactor(tenant: tenant).begun(user, $0) })
  }

  private func code(_ world: TestWorld, _ maker: OneTimeCode) throws -> String {
    try #require(maker.code(OneTimeCode.step(world.clock.now)))
  }

  /// Sets it up for li; answers what makes codes, and the recovery codes.
  private func setUp(_ world: TestWorld) throws -> (OneTimeCode, [String]) {
    #expect(try post(world, "/me/second-factor/begin", []).status == 303)
    let page = body(
      try world.send(Step(.get, "/me/second-factor", by: .cookie("li"), gives: 200)))
    let maker = try secret(world, 1)
    #expect(
      page.contains("secret=" + Base32.text(maker.secret)) && page.contains("<svg class=\"qr\""))
    #expect(try post(world, "/me/second-factor/code", [("code", "000000")]).status == 422)
    let made = try post(
      world, "/me/second-factor/code", [("code", try code(world, maker))])
    let codes = body(made).matches(of: /<li class="code">([A-Z2-7-]+)</).map { String($0.1) }
    #expect(made.status == 200 && Set(codes).count == 10)
    return (maker, codes)
  }

  private func signIn(
    _ world: TestWorld, _ login: String, code: String? = nil, password: String = TestWorld.password
  ) throws -> Response {
    let more = code.map { ",\"code\":\"\($0)\"" } ?? ""
    let response = try world.send(
      Step(
        .post, "/session", .json("{\"user\":\"\(login)\",\"password\":\"\(password)\"\(more)}"),
        gives: 201))
    #expect(Contract.problems(.post, "/session", response) == [])
    return response
  }

  @Test(arguments: Transport.allCases)
  func isAskedBeforeThereIsASession(_ transport: Transport) throws {
    let world = try TestWorld(transport)
    #expect(try signIn(world, "li").status == 201)
    let (maker, codes) = try setUp(world)

    let asked = try signIn(world, "li")
    #expect(asked.status == 401 && asked.header("set-cookie") == nil)
    #expect(body(asked).contains("code"))
    // The code that set it up is spent; the next one counts once.
    #expect(try signIn(world, "li", code: try code(world, maker)).status == 401)
    world.clock.advance(30_000)
    let next = try code(world, maker)
    #expect(try signIn(world, "li", code: next, password: "wrong").status == 401)
    #expect(try signIn(world, "li", code: next).status == 201)
    #expect(try signIn(world, "li", code: next).status == 401)
    // So do recovery codes, in whatever case and groups.
    #expect(try signIn(world, "li", code: codes[0].lowercased()).status == 201)
    #expect(try signIn(world, "li", code: codes[0]).status == 401)
    let plain = String(codes[1].filter { $0 != "-" })
    #expect(try signIn(world, "li", code: plain).status == 201)

    let reset = try post(world, "/app/user/1/access/factor", [], by: "wang")
    #expect(reset.status == 303)
    #expect(try signIn(world, "li").status == 201)
  }

  @Test func wrongCodesWait() throws {
    let world = try TestWorld(.memory)
    let (maker, _) = try setUp(world)
    world.clock.advance(30_000)
    for _ in 0..<5 { #expect(try signIn(world, "li", code: "000000").status == 401) }
    let held = try signIn(world, "li", code: try code(world, maker))
    #expect(held.status == 429 && held.header("retry-after") != nil)
    world.clock.advance(60_000)
    #expect(try signIn(world, "li", code: try code(world, maker)).status == 201)
  }

  /// The token of the sign-in form, its pending sign-in, and the page.
  private func passwordStep(_ world: TestWorld, _ login: String) throws -> (String, String) {
    let first = try world.send(Step(.get, "/sign-in", gives: 200))
    let cookie = try #require(
      first.headers.first { $0.0 == "Set-Cookie" }?.1.split(separator: ";").first)
    let token = String(cookie.split(separator: "=")[1])
    world.values["sign-in"] = token
    let page = try world.send(
      Step(
        .post, "/sign-in",
        .form([("login", login), ("password", TestWorld.password), ("csrf", token)]),
        headers: [("Cookie", "sign-in=\(token)")], gives: 200))
    #expect(page.status == 200)
    #expect(!page.headers.contains { $0.1.hasPrefix("session=") })
    let pending = try #require(
      body(page).firstMatch(of: /name="pending" value="([0-9a-f]{64})"/)?.1)
    return (String(pending), body(page))
  }

  private func codeStep(_ world: TestWorld, _ pending: String, _ code: String) throws -> Response {
    try world.send(
      Step(
        .post, "/sign-in/code",
        .form([
          ("csrf", "{sign-in}"), ("pending", pending), ("code", code), ("back", "/app/customer"),
        ]), headers: [("Cookie", "sign-in={sign-in}")], gives: 303))
  }

  @Test func pagesAskForItToo() throws {
    let world = try TestWorld(.memory)
    let (maker, _) = try setUp(world)
    world.clock.advance(30_000)
    let (pending, _) = try passwordStep(world, "li")
    let wrong = try codeStep(world, pending, "123")
    #expect(wrong.status == 401 && body(wrong).contains("验证码不正确"))
    let right = try codeStep(world, pending, try code(world, maker))
    #expect(right.status == 303 && right.header("location") == "/app/customer")
    #expect(right.headers.contains { $0.1.hasPrefix("session=") })
    // What stood for the password is spent.
    world.clock.advance(30_000)
    #expect(try codeStep(world, pending, try code(world, maker)).status == 403)
    let (late, _) = try passwordStep(world, "li")
    world.clock.advance(600_000)
    #expect(try codeStep(world, late, try code(world, maker)).status == 403)
  }

  @Test func aRoleCanRequireIt() throws {
    let world = try TestWorld(.memory, application: StrictSales.self)
    #expect(try signIn(world, "li").status == 201)
    let refused = try signIn(world, "wang")
    #expect(refused.status == 401 && body(refused).contains("两步验证"))
    let (pending, page) = try passwordStep(world, "wang")
    let maker = try secret(world, 2)
    #expect(page.contains(Base32.groups(Base32.text(maker.secret), by: " ")))
    let done = try codeStep(world, pending, try code(world, maker))
    #expect(done.status == 200 && body(done).contains("备用码"))
    #expect(done.headers.contains { $0.1.hasPrefix("session=") })
    world.clock.advance(30_000)
    #expect(try signIn(world, "wang", code: try code(world, maker)).status == 201)
    #expect(try post(world, "/me/second-factor/remove", [], by: "wang").status == 403)
  }

  @Test func isEncryptedForItsOwnerOnly() throws {
    let world = try TestWorld(.memory)
    _ = try setUp(world)
    let keyring = world.tenant.keyring
    let sealed = keyring.seal("secret", at: ["t", "f", "1"])
    #expect(keyring.open(sealed, at: ["t", "f", "1"]) == "secret")
    #expect(keyring.open(sealed, at: ["t", "f", "2"]) == nil)
    #expect(keyring.open(sealed, at: ["t", "f1", ""]) == nil)
    #expect(keyring.open(sealed + "A", at: ["t", "f", "1"]) == nil)
    #expect(keyring.open("", at: []) == nil)
    #expect(sealed != keyring.seal("secret", at: ["t", "f", "1"]))
  }
}

/// The sales application whose managers need a second factor.
private enum StrictSales: TenantApplication {
  private static var plain: any TenantApplication.Type { salesApplication }
  static var secondFactor: UInt64 { plain.administrators }
  static var name: StaticString { plain.name }
  static var roles: StaticString { plain.roles }
  static var administrators: UInt64 { plain.administrators }
  static var auditors: UInt64 { plain.auditors }
  static var blueprint: StaticString { plain.blueprint }
  static var openAPI: StaticString { plain.openAPI }
  static var sqliteSchema: StaticString { plain.sqliteSchema }
  static var postgresSchema: StaticString { plain.postgresSchema }
  static var entities: [any Entity.Type] { plain.entities }
  static var calendar: StaticString { plain.calendar }
  static var formScript: StaticString { plain.formScript }
  static var formEntities: StaticString { plain.formEntities }
  static var formMembers: StaticString { plain.formMembers }
  static var keptValues: StaticString { plain.keptValues }
}
