import Foundation
import TenonHTTP
import Testing

@testable import TenonServer

/// Files over the routes, over each transport.
@Suite struct FileTests {
  /// Sends files to a route, as a program or as a page of this person.
  private func post(
    _ world: TestWorld, _ target: String, _ sender: Sender = .li,
    _ fields: [(String, String)] = [], _ files: [(String, String, [UInt8])],
    headers: [(String, String)] = []
  ) throws -> Response {
    let form = SampleFiles.form(fields.map { ($0.0, world.filled($0.1)) }, files)
    return try world.send(
      Step(
        .post, target, .bytes(type: form.type, form.body), by: sender, headers: headers,
        gives: 200))
  }

  /// Uploads files as this person; answers their ids.
  private func upload(
    _ world: TestWorld, _ sender: Sender = .li, _ files: (String, [UInt8])...
  ) throws -> [String] {
    let response = try post(world, "/files", sender, [], files.map { ("file", $0.0, $0.1) })
    #expect(response.status == 201, "\(String(decoding: response.body, as: UTF8.self))")
    return try ids(response)
  }

  private func ids(_ response: Response) throws -> [String] {
    try #require(JSON(response.body)?["data"]?.items).compactMap { $0["id"]?.text }
  }

  private func get(_ world: TestWorld, _ target: String, _ sender: Sender = .li) throws -> Response
  {
    try world.send(Step(.get, target, by: sender, gives: 200))
  }

  private func status(
    _ world: TestWorld, _ target: String, _ sender: Sender = .li
  ) throws -> Int { try get(world, target, sender).status }

  /// Creates an agreement with these members of JSON beside its name.
  private func create(_ world: TestWorld, _ more: String) throws -> Response {
    try world.send(
      Step(.post, "/api/agreement", .json("{\"name\":\"n\",\(more)}"), by: .li, gives: 201))
  }

  private func content(_ world: TestWorld) -> [String] {
    let path = world.tenant.files.folder.path
    let all = FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []
    return all.filter { $0.hasPrefix("new/") || $0.utf8.count(where: { $0 == 0x2F }) == 2 }
  }

  /// Waits until so many files lie in the folder; they go a moment after the answer.
  private func waitForContent(_ world: TestWorld, _ count: Int) -> Bool {
    for _ in 0..<300 {
      if content(world).count == count { return true }
      usleep(10_000)
    }
    return false
  }

  // MARK: Uploads

  @Test(arguments: Transport.allCases) func whatIsUploadedComesBack(_ transport: Transport) throws {
    let world = try TestWorld(transport)
    let text = Array("<script>alert(1)</script>".utf8)
    let response = try post(
      world, "/files", .li, [],
      [("a", "../x<y>.html", text), ("b", "logo.exe", SampleFiles.jpeg(orientation: 6))])
    let data = try #require(JSON(response.body)?["data"]?.items)
    #expect(response.status == 201 && data.count == 2)
    #expect(data[0]["name"] == .string("x_y_.html") && data[0]["size"] == .number(25))
    #expect(data[0]["type"] == .string("text/plain; charset=utf-8") && data[0]["width"] == nil)
    #expect(data[1]["type"] == .string("image/jpeg"))
    #expect(data[1]["width"] == .number(8) && data[1]["height"] == .number(16))
    let ids = try ids(response)
    for (id, bytes) in zip(ids, [text, SampleFiles.jpeg(orientation: 6)]) {
      for query in ["", "?inline=1"] {
        let file = try get(world, "/files/\(id)\(query)")
        #expect(file.status == 200 && file.body == bytes)
        #expect(file.header("x-content-type-options") == "nosniff")
        #expect(file.header("content-security-policy") == "sandbox; default-src 'none'")
        let isPicture = id == ids[1] && !query.isEmpty
        let disposition = file.header("content-disposition") ?? ""
        #expect(disposition.hasPrefix(isPicture ? "inline" : "attachment"))
      }
    }
    for size in FileFolder.thumbnailSizes {
      let picture = try get(world, "/files/\(ids[1])/thumb?size=\(size)")
      #expect(picture.status == 200 && picture.header("content-type") == "image/webp")
      #expect(try status(world, "/files/\(ids[0])/thumb?size=\(size)") == 404)
    }
    for bad in ["", "?size=97", "?size=../96"] {
      #expect(try status(world, "/files/\(ids[1])/thumb\(bad)") == 404)
    }
    for bad in ["/files/1", "/files/0\(ids[0])", "/files/-1", "/files/..", "/files/new"] {
      #expect(try status(world, bad) == 404)
    }
    let tag = try #require(try get(world, "/files/\(ids[0])").header("etag"))
    let known = try world.send(
      Step(
        .get, "/files/\(ids[0])", by: .li, headers: [("If-None-Match", tag)], gives: 304))
    #expect(known.status == 304 && known.body.isEmpty)
  }

  @Test(arguments: Transport.allCases) func whoMayUpload(_ transport: Transport) throws {
    let world = try TestWorld(transport)
    let file = [("f", "a.txt", Array("a".utf8))]
    #expect(try post(world, "/files", .nobody, [], file).status == 401)
    #expect(try post(world, "/files", .cookie("li"), [], file).status == 403)
    #expect(try post(world, "/files", .cookie("li"), [("csrf", "x")], file).status == 403)
    let other = [("Origin", "https://evil.example")]
    let token = [("csrf", "{li.csrf}")]
    #expect(try post(world, "/files", .cookie("li"), token, file, headers: other).status == 403)
    #expect(try post(world, "/files", .cookie("li"), token, file).status == 201)
    let header = [("X-CSRF-Token", world.values["li.csrf"]!)]
    #expect(try post(world, "/files", .cookie("li"), [], file, headers: header).status == 201)
    #expect(try post(world, "/files", .li, [("a", "b")], []).status == 400)
    let form = try world.send(Step(.post, "/files", .form([("a", "b")]), by: .li, gives: 400))
    #expect(form.status == 400)
    // What was refused left nothing behind.
    #expect(content(world).count == 2)
  }

  @Test(arguments: Transport.allCases) func aFileOverTheLimit(_ transport: Transport) throws {
    let world = try TestWorld(transport, fileLimit: 1)
    let large = [UInt8](repeating: 0x61, count: (1 << 20) + 1)
    let response = try post(world, "/files", .li, [], [("f", "大.bin", large)])
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(response.status == 413 && text.contains("大.bin") && text.contains("1 MB"))
    let fits = try upload(world, .li, ("fits.bin", Array(large.dropLast())))
    #expect(fits.count == 1 && content(world).count == 1)
  }

  // MARK: Who sees what

  @Test(arguments: Transport.allCases) func aFileIsSeenWithItsRecord(_ transport: Transport) throws
  {
    let world = try TestWorld(transport)
    let id = try upload(world, .li, ("a.txt", Array("a".utf8)))[0]
    let path = "/files/\(id)"
    #expect(try status(world, path) == 200)
    #expect(try status(world, path, .wang) == 404)
    let nobody = try get(world, path, .nobody)
    #expect(nobody.status == 303 && nobody.header("location")?.hasPrefix("/sign-in") == true)
    let made = try create(world, "\"papers\":[\"\(id)\"]")
    #expect(made.status == 201)
    #expect(try status(world, path, .wang) == 200)
    #expect(try status(world, path, .gast) == 404)
    // The uploader has no right of his own any more.
    let deleted = try world.send(
      Step(.delete, "/api/agreement/1", by: .wang, headers: [("If-Match", "*")], gives: 204))
    #expect(deleted.status == 204)
    #expect(try status(world, path) == 404)
    #expect(waitForContent(world, 0))
  }

  @Test(arguments: Transport.allCases) func onlyOnesOwnFilesAreTaken(_ transport: Transport) throws
  {
    let world = try TestWorld(transport)
    let (hers, his) = (
      try upload(world, .li, ("a", [1]))[0], try upload(world, .wang, ("b", [2]))[0]
    )
    func code(_ response: Response) -> String? {
      let errors = JSON(response.body)?["errors"]?.items ?? []
      return errors.first.flatMap { "\($0["field"]?.text ?? "") \($0["code"]?.text ?? "")" }
    }
    for id in [his, "1", "0\(hers)", "9999999999999999999999", "x", "-\(hers)"] {
      let refused = try create(world, "\"papers\":[\"\(hers)\",\"\(id)\"]")
      #expect(refused.status == 422 && code(refused) == "papers unknown", "\(id)")
    }
    // A refusal keeps the file fresh; a file that a record has is no other's.
    #expect(try create(world, "\"papers\":[\"\(hers)\"]").status == 201)
    #expect(code(try create(world, "\"papers\":[\"\(hers)\"]")) == "papers unknown")
    #expect(code(try create(world, "\"photos\":[\"\(hers)\"]")) == "photos unknown")
    let text = try upload(world, .li, ("a.png", Array("no picture".utf8)))[0]
    #expect(code(try create(world, "\"photos\":[\"\(text)\"]")) == "photos no_image")
    let picture = try upload(world, .li, ("a.txt", SampleFiles.png(20, 10)))[0]
    #expect(try create(world, "\"photos\":[\"\(picture)\"]").status == 201)
  }

  @Test(arguments: Transport.allCases) func whatARecordNoLongerNamesGoes(
    _ transport: Transport
  ) throws {
    let world = try TestWorld(transport)
    let ids = try upload(world, .li, ("a", [1]), ("b", [2]), ("c", [3]))
    let list = { (ids: [String]) in ids.map { "\"\($0)\"" }.joined(separator: ",") }
    #expect(try create(world, "\"papers\":[\(list(ids))]").status == 201)
    func patch(_ body: String, _ version: Int) throws -> Int {
      try world.send(
        Step(
          .patch, "/api/agreement/1", .json(body), by: .wang,
          headers: [("If-Match", "\"\(version)\"")], gives: 200)
      ).status
    }
    // Another order, by someone else: nothing goes.
    #expect(try patch("{\"papers\":[\(list(ids.reversed()))]}", 1) == 200)
    #expect(content(world).count == 3)
    // A change that is refused keeps what it would have removed.
    #expect(try patch("{\"papers\":[\"\(ids[0])\",\"1\"]}", 2) == 422)
    #expect(content(world).count == 3)
    #expect(try status(world, "/files/\(ids[2])") == 200)
    #expect(try patch("{\"papers\":[\(list([ids[2], ids[0]]))]}", 2) == 200)
    #expect(try status(world, "/files/\(ids[1])") == 404)
    #expect(waitForContent(world, 2))
    #expect(try patch("{\"papers\":[]}", 3) == 200)
    #expect(waitForContent(world, 0))
  }

  // MARK: Forms

  /// The values of a form's boxes for a field.
  private func boxes(_ response: Response, _ field: String) -> [String] {
    String(decoding: response.body, as: UTF8.self)
      .components(separatedBy: "name=\"\(field)\" value=\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
  }

  @Test(arguments: Transport.allCases) func aFormMayBringFiles(_ transport: Transport) throws {
    let world = try TestWorld(transport)
    let empty = try get(world, "/app/agreement/new", .cookie("li"))
    let page = String(decoding: empty.body, as: UTF8.self)
    #expect(page.contains("enctype=\"multipart/form-data\"") && page.contains("type=\"file\""))
    // The name is missing; the files are kept and stand in the form.
    let files = [
      ("f.papers", "合同 <1>.txt", Array("a".utf8)), ("f.photos", "b.gif", SampleFiles.gif),
    ]
    let token = ("csrf", "{li.csrf}")
    let wrong = try post(world, "/app/agreement", .cookie("li"), [token], files)
    #expect(wrong.status == 422)
    let (papers, photos) = (boxes(wrong, "f.papers"), boxes(wrong, "f.photos"))
    #expect(papers.count == 1 && photos.count == 1 && content(world).count == 4)
    let again = [token, ("f.name", "n"), ("f.papers", papers[0]), ("f.photos", photos[0])]
    let more = [("f.papers", "c.txt", Array("c".utf8)), ("f.photos", "", [])]
    let made = try post(world, "/app/agreement", .cookie("li"), again, more)
    #expect(made.status == 303 && made.header("location") == "/app/agreement/1")
    let record = String(
      decoding: try get(world, "/app/agreement/1", .cookie("wang")).body, as: UTF8.self)
    for text in [
      "合同 _1_.txt", "c.txt", "href=\"/files/\(papers[0])\"", "1 B",
      "src=\"/files/\(photos[0])/thumb?size=480\"",
    ] { #expect(record.contains(text), "\(text)") }
    let list = String(
      decoding: try get(world, "/app/agreement", .cookie("wang")).body, as: UTF8.self)
    #expect(list.contains("/files/\(photos[0])/thumb?size=96") && list.contains("2 个文件"))
    // A box without a tick does not arrive: its file goes.
    let edit = try get(world, "/app/agreement/1/edit", .cookie("li"))
    #expect(boxes(edit, "f.papers").count == 2 && boxes(edit, "f.photos") == photos)
    let kept = [token, ("version", "1"), ("f.name", "n"), ("f.papers", papers[0])]
    let saved = try post(world, "/app/agreement/1", .cookie("li"), kept, [])
    #expect(saved.status == 303 && waitForContent(world, 1))
    #expect(try status(world, "/files/\(photos[0])") == 404)
    // Without the token nothing is kept.
    let foreign = try post(world, "/app/agreement", .cookie("li"), [("f.name", "x")], files)
    #expect(foreign.status == 403 && content(world).count == 1)
  }

  @Test func aFormSaysWhenAFileIsTooLarge() throws {
    let world = try TestWorld(.socket, fileLimit: 1)
    let large = [UInt8](repeating: 0x61, count: (1 << 20) + 1)
    let response = try post(
      world, "/app/agreement", .cookie("li"), [("csrf", "{li.csrf}"), ("f.name", "打好的字")],
      [("f.papers", "大.bin", large), ("f.papers", "小.bin", [0x61])])
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(response.status == 422 && text.contains("“大.bin”超过 1 MB"))
    #expect(response.header("content-type")?.hasPrefix("text/html") == true)
    // What was typed stands there, and so does what fits.
    #expect(text.contains("value=\"打好的字\"") && boxes(response, "f.papers").count == 1)
    #expect(content(world).count == 1)
  }

  @Test(arguments: Transport.allCases) func tooMuchAtOnceLeadsBack(_ transport: Transport) throws {
    let world = try TestWorld(transport, fileLimit: 1)
    let most = [UInt8](repeating: 0x61, count: 7 << 20)
    let page = try post(
      world, "/app/agreement", .cookie("li"), [("csrf", "{li.csrf}")], [("f.papers", "a", most)],
      headers: [
        ("Accept", "text/html"), ("Referer", "http://127.0.0.1/app/agreement/new"),
      ])
    let text = String(decoding: page.body, as: UTF8.self)
    #expect(page.status == 413 && text.contains("一个文件最大 1 MB"), "\(text)")
    #expect(text.contains("href=\"/app/agreement/new\">返回上一页"))
    let program = try post(world, "/files", .li, [], [("file", "a", most)])
    #expect(program.status == 413 && program.header("content-type") == "application/problem+json")
    #expect(content(world).isEmpty)
  }

  @Test(arguments: Transport.allCases) func aKeyKeepsFilesOnce(_ transport: Transport) throws {
    let world = try TestWorld(transport)
    let key = [("Idempotency-Key", "upload-1")]
    func send(_ name: String, _ text: String) throws -> Response {
      try post(world, "/files", .li, [], [("file", name, Array(text.utf8))], headers: key)
    }
    let first = try send("a.txt", "a")
    let again = try send("a.txt", "a")
    #expect(first.status == 201 && again.status == 201 && first.body == again.body)
    #expect(try send("a.txt", "b").status == 422 && send("b.txt", "a").status == 422)
    // Neither the repetition nor what was refused left a file.
    #expect(waitForContent(world, 1))
    let file = try #require(try ids(first).first)
    #expect(try get(world, "/files/\(file)").body == Array("a".utf8))
    #expect(try send("a.txt", "a").body == first.body)
    let bad = [("Idempotency-Key", "no spaces here")]
    #expect(try post(world, "/files", .li, [], [("f", "a", [1])], headers: bad).status == 400)
  }

  // MARK: Sweeping

  @Test func whatNobodyAttachedGoesAfterADay() throws {
    let world = try TestWorld(.memory)
    let ids = try upload(world, .li, ("a", [1]), ("b", [2]), ("c", SampleFiles.png(9, 9)))
    #expect(try create(world, "\"papers\":[\"\(ids[0])\"]").status == 201)
    let store = world.tenant.files
    // Content without a row, just made: an upload on its way to its row.
    let stray = try SpooledFile(folder: store.folder.spool)
    try store.folder.keep(store.folder.newID(), stray, thumbnails: [])
    world.clock.advance(FileStore.freshLimit)
    store.sweep(withoutRowBefore: 0)
    #expect(content(world).count == 6)
    world.clock.advance(1)
    store.sweep(withoutRowBefore: 0)
    let left = try world.tenant.database.read { try FileRows.allIDs($0) }
    #expect(left.map(String.init) == [ids[0]])
    #expect(content(world).count == 6)
    store.sweep(withoutRowBefore: .max)
    #expect(content(world).count == 1)
  }
}
