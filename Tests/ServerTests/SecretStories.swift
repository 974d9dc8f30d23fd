import TenonHTTP
import TestSupport
import Testing

@testable import TenonServer

/// Fields of type `secret`.
enum SecretStories {
  static let all = [api, pages, clearing]

  static let api = Scenario(
    "a secret is told on demand only",
    [
      Step(
        .post, "/api/agreement", .json("{\"name\":\"甲\",\"code\":\"开门 4711\"}"), by: .li,
        gives: 201, has: ["\"code\":\"****\"", "\"version\":1"], lacks: ["4711"]),
      Step(.get, "/api/agreement/1", by: .li, gives: 200, has: ["****"], lacks: ["4711"]),
      Step(.get, "/api/agreement", by: .li, gives: 200, has: ["****"], lacks: ["4711"]),
      Step(.get, "/api/agreement/1?reveal=code", by: .li, gives: 200, has: ["开门 4711"]),
      Step(.get, "/api/agreement/1?reveal=code", by: .gast, gives: 404),
      Step(.get, "/api/agreement/1?reveal=name", by: .li, gives: 400),
      Step(.get, "/api/agreement/2?reveal=code", by: .li, gives: 404),
      Step(.get, "/api/agreement?filter.code=x", by: .li, gives: 400),
      Step(.get, "/api/agreement?sort=code", by: .li, gives: 400),
      Step(.get, "/api/agreement?q=4711", by: .li, gives: 200, lacks: ["甲"]),
      // A change of it alone makes a version; the same again too, since nobody compares.
      Step(
        .patch, "/api/agreement/1", .json("{\"code\":\"neu\"}"), by: .li,
        headers: [("If-Match", "\"1\"")], gives: 200, has: ["\"version\":2"], lacks: ["neu"]),
      Step(.get, "/api/agreement/1?reveal=code", by: .li, gives: 200, has: ["neu"]),
      // What others change leaves it.
      Step(
        .patch, "/api/agreement/1", .json("{\"name\":\"乙\"}"), by: .li,
        headers: [("If-Match", "\"2\"")], gives: 200),
      Step(.get, "/api/agreement/1?reveal=code", by: .li, gives: 200, has: ["neu"]),
      Step(
        .patch, "/api/agreement/1", .json("{\"code\":\"\(String(repeating: "x", count: 41))\"}"),
        by: .li, headers: [("If-Match", "\"3\"")], gives: 422, has: ["too_long"]),
      Step(
        .patch, "/api/agreement/1", .json("{\"code\":null}"), by: .li,
        headers: [("If-Match", "\"3\"")], gives: 200, has: ["\"code\":null"]),
      Step(.get, "/api/agreement/1?reveal=code", by: .li, gives: 404),
    ])

  static let clearing = Scenario(
    "a form clears a secret by a tick",
    [
      Step(
        .post, "/app/agreement",
        .form([("csrf", "{li.csrf}"), ("f.name", "甲"), ("f.code", "4711")]),
        by: .cookie("li"), gives: 303),
      Step(
        .get, "/app/agreement/new", by: .cookie("li"), gives: 200, lacks: ["f.code.clear"]),
      Step(
        .get, "/app/agreement/1/edit", by: .cookie("li"), gives: 200,
        has: ["name=\"f.code.clear\" value=\"true\"><span>清除已保存的内容"]),
      Step(
        .get, "/app/agreement/1/edit", by: .cookie("li"), headers: [("Accept-Language", "en")],
        gives: 200, has: ["Clear what is stored"]),
      // It comes again with what is wrong.
      Step(
        .post, "/app/agreement/1",
        .form([
          ("csrf", "{li.csrf}"), ("version", "1"), ("f.name", ""), ("f.code", ""),
          ("f.code.clear", "true"),
        ]), by: .cookie("li"), gives: 422,
        has: ["name=\"f.code.clear\" value=\"true\" checked"]),
      // What is typed replaces it all the same.
      Step(
        .post, "/app/agreement/1",
        .form([
          ("csrf", "{li.csrf}"), ("version", "1"), ("f.name", "甲"), ("f.code", "0815"),
          ("f.code.clear", "true"),
        ]), by: .cookie("li"), gives: 303),
      Step(.get, "/api/agreement/1?reveal=code", by: .li, gives: 200, has: ["0815"]),
      Step(
        .post, "/app/agreement/1",
        .form([
          ("csrf", "{li.csrf}"), ("version", "2"), ("f.name", "甲"), ("f.code", ""),
          ("f.code.clear", "true"),
        ]), by: .cookie("li"), gives: 303),
      Step(.get, "/api/agreement/1?reveal=code", by: .li, gives: 404),
      Step(
        .get, "/app/agreement/1/edit", by: .cookie("li"), gives: 200, lacks: ["f.code.clear"]),
    ])

  static let pages = Scenario(
    "pages show dots",
    [
      Step(
        .post, "/app/agreement",
        .form([("csrf", "{li.csrf}"), ("f.name", "甲"), ("f.code", "4711")]),
        by: .cookie("li"), gives: 303),
      Step(.get, "/app/agreement", by: .cookie("li"), gives: 200, has: ["••••"], lacks: ["4711"]),
      Step(
        .get, "/app/agreement/1", by: .cookie("li"), gives: 200,
        has: ["••••", "/app/agreement/1/reveal?field=code"], lacks: ["4711"]),
      Step(
        .get, "/app/agreement/1/edit", by: .cookie("li"), gives: 200,
        has: ["type=\"password\"", "placeholder=\"••••"], lacks: ["4711"]),
      // An empty input changes nothing.
      Step(
        .post, "/app/agreement/1",
        .form([("csrf", "{li.csrf}"), ("version", "1"), ("f.name", "乙"), ("f.code", "")]),
        by: .cookie("li"), gives: 303),
      Step(
        .get, "/app/agreement/1/reveal?field=code", by: .cookie("li"), gives: 200,
        has: ["value=\"4711\"", "已记录"]),
      Step(.get, "/app/agreement/1/reveal?field=name", by: .cookie("li"), gives: 400),
      Step(.get, "/app/agreement/1/reveal?field=code", by: .cookie("gast"), gives: 404),
    ])
}

/// What the database holds of secrets, and its keys.
@Suite struct SecretTests {
  private static let marks = SystemStatement("SELECT code FROM agreement")
  private static let stored = SystemStatement("SELECT sealed FROM tenon_secret")
  private static let move = SystemStatement("UPDATE tenon_secret SET record = record + 1")
  private static let told = SystemStatement("SELECT kind FROM tenon_history")

  private func make(_ world: TestWorld) throws {
    let answer = try world.send(
      Step(
        .post, "/api/agreement", .json("{\"name\":\"甲\",\"code\":\"open sesame\"}"), by: .li,
        gives: 201))
    #expect(answer.status == 201)
  }

  private func texts(_ world: TestWorld, _ statement: SystemStatement) throws -> [String] {
    var found: [String] = []
    try world.tenant.database.read { session in
      try session.rows(statement, [], SystemAuthority("test")) { found.append($0.string(0)) }
    }
    return found
  }

  @Test(arguments: Transport.allCases)
  func standEncryptedAndBoundToTheirPlace(_ transport: Transport) throws {
    let world = try TestWorld(transport)
    try make(world)
    #expect(try texts(world, SecretTests.marks).allSatisfy { $0.utf8.count == 12 })
    let sealed = try texts(world, SecretTests.stored)
    #expect(sealed.count == 1 && !sealed[0].contains("sesame"))
    #expect(try Rotation(tenant: world.tenant).check().broken.isEmpty)
    try world.tenant.database.writeAndWait { session in
      try session.run(SecretTests.move, [], SystemAuthority("test"))
    }
    #expect(try Rotation(tenant: world.tenant).check().broken == ["agreement code 2"])
  }

  @Test func goWithTheirRecord() throws {
    let world = try TestWorld(.memory)
    try make(world)
    let deleted = try world.send(
      Step(.delete, "/api/agreement/1", by: .wang, headers: [("If-Match", "*")], gives: 204))
    #expect(deleted.status == 204)
    #expect(try texts(world, SecretTests.stored).isEmpty)
  }

  @Test func lookingIsNotedWithoutTheSecret() throws {
    let world = try TestWorld(.memory)
    try make(world)
    let shown = Step(.get, "/api/agreement/1?reveal=code", by: .li, gives: 200)
    #expect(try world.send(shown).status == 200)
    #expect(try texts(world, SecretTests.told).contains("reveal"))
    for _ in 0..<29 { _ = try world.send(shown) }
    #expect(try world.send(shown).status == 429)
  }

  @Test func keysRotate() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/keys"
    let old = Keyring(try KeyFile.make(path))
    let sealed = old.seal("x", at: ["a"])
    let new = Keyring(try old.file.adding(to: path))
    #expect(new.file.keys.count == 2 && new.file.keys[1].name == old.file.current.name)
    #expect(new.open(sealed, at: ["a"]) == "x" && !new.isCurrent(sealed))
    #expect(new.isCurrent(new.seal("x", at: ["a"])))
    #expect(old.open(new.seal("x", at: ["a"]), at: ["a"]) == nil)
  }
}
