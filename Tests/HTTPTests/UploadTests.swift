import Foundation
import Testing

@testable import TenonHTTP

@Suite struct UploadTests {
  private static let type = "multipart/form-data; boundary=XyZ"

  /// A server that takes uploads at `/upload`, and the folder where they wait.
  private func make(
    _ change: (inout ServerConfiguration) -> Void = { _ in }
  ) throws -> (running: Running, folder: String) {
    let folder = NSTemporaryDirectory() + "upload-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false)
    let running = try Running {
      $0.bodyLimit = 1_000
      change(&$0)
    }
    running.sample.spool.withLock { $0 = folder }
    return (running, folder)
  }

  private func part(_ disposition: String, _ content: String) -> String {
    "--XyZ\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(content)\r\n"
  }

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
  }

  /// Waits until nothing is left of what waited; the answer comes a moment before.
  private func isEmpty(_ folder: String) throws -> Bool {
    for _ in 0..<500 {
      if try files(folder).isEmpty { return true }
      usleep(10_000)
    }
    return false
  }

  /// What comes back for an upload, over a socket and in memory.
  private func answers(
    _ body: String, target: String = "/upload", type: String = type
  ) throws -> [Response] {
    let (running, folder) = try make()
    let headers = [("Content-Type", type)]
    let clients: [any Client] = [running.client(), MemoryClient(running.sample)]
    let answers = try clients.map {
      try $0.send(.post, target, headers: headers, body: Array(body.utf8))
    }
    #expect(try isEmpty(folder))
    return answers
  }

  @Test func fieldsAndFiles() throws {
    let body =
      part("name=\"a\"", "中文") + part("name=\"f\"; filename=\"x.txt\"", "abc")
      + part("name=\"a\"", "") + part("name=\"f\"; filename=\"../y\"", "")
      + part("name=\"g\"; filename=\"\"", "") + "--XyZ--\r\n"
    for answer in try answers(body) {
      #expect(answer.text == "a=中文 a= f:x.txt:3:294 f:../y:0:0")
    }
  }

  /// Beyond the limit of other bodies, and beyond what fits into memory for a request.
  @Test func aFileUpToItsLimit() throws {
    let content = String(repeating: "a", count: 200_000)
    for answer in try answers(part("name=\"f\"; filename=\"x\"", content) + "--XyZ--") {
      #expect(answer.text == "f:x:200000:\(97 * 200_000)")
    }
    let larger = part("name=\"f\"; filename=\"x\"", content + "a") + part("name=\"a\"", "b")
    for answer in try answers(larger + "--XyZ--") {
      #expect(answer.text == "a=b f:x:200001:lost")
    }
  }

  @Test func limits() throws {
    let file = part("name=\"f\"; filename=\"x\"", "a")
    let field = part("name=\"f\"", String(repeating: "a", count: 3_000))
    let large = part("name=\"f\"; filename=\"x\"", String(repeating: "a", count: 300_000))
    for (body, status) in [
      (String(repeating: file, count: 3), 200), (String(repeating: file, count: 4), 413),
      (field, 200), (field + field, 413), (String(repeating: large, count: 3), 200),
      (String(repeating: large, count: 4), 413), (file + "broken", 400),
      (part("name=\"\(String(repeating: "n", count: 2_000))\"", "x"), 400),
    ] {
      for answer in try answers(body + "--XyZ--") { #expect(answer.status == status) }
    }
    for answer in try answers(file) { #expect(answer.status == 400) }
    let bytes = "--XyZ\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n"
    let (running, _) = try make()
    let answer = try running.client().send(
      .post, "/upload", headers: [("Content-Type", UploadTests.type)],
      body: Array(bytes.utf8) + [0xFF, 0xFE] + Array("\r\n--XyZ--".utf8))
    #expect(answer.status == 400)
  }

  /// Where nobody takes uploads, a body keeps its limit and is no form.
  @Test func elsewhere() throws {
    let body = part("name=\"a\"", "b") + "--XyZ--"
    let (running, folder) = try make()
    let headers = [("Content-Type", UploadTests.type)]
    let small = try running.client().send(
      .post, "/length", headers: headers, body: Array(body.utf8))
    #expect(small.text == String(body.utf8.count))
    let long = Array((part("name=\"a\"", String(repeating: "b", count: 2_000)) + "--XyZ--").utf8)
    #expect(try running.client().send(.post, "/length", headers: headers, body: long).status == 413)
    #expect(try running.client().send(.put, "/upload", headers: headers, body: long).status == 413)
    let form = [("Content-Type", "application/x-www-form-urlencoded")]
    #expect(try running.client().send(.post, "/upload", headers: form, body: long).status == 413)
    #expect(try files(folder).isEmpty)
  }

  /// A length that is only claimed: refused before any of it comes.
  @Test(arguments: ["10000000000", "999999999999999999", "1000001"])
  func claims(_ length: String) throws {
    let (running, folder) = try make()
    let head = request(
      "POST", "/upload", "Content-Type: \(UploadTests.type)", "Content-Length: \(length)")
    let (answers, time) = try timed { try running.statuses(head) }
    #expect(answers == [413] && time < 5_000)
    #expect(running.sample.calls.load(ordering: .relaxed) == 0)
    #expect(try files(folder).isEmpty)
  }

  /// Chunks without end: the limit counts what came.
  @Test func chunksWithoutEnd() throws {
    let (running, folder) = try make()
    let head = request(
      "POST", "/upload", "Content-Type: \(UploadTests.type)", "Transfer-Encoding: chunked")
    let begin = "--XyZ\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\n"
    let chunk = "186a0\r\n" + String(repeating: "x", count: 100_000) + "\r\n"
    let first = String(begin.utf8.count, radix: 16) + "\r\n" + begin + "\r\n"
    let body = first + String(repeating: chunk, count: 11)
    #expect(try running.statuses(head + body) == [413])
    #expect(try isEmpty(folder))
    #expect(running.sample.calls.load(ordering: .relaxed) == 0)
  }

  /// A client that goes away, or sends a byte now and then, leaves no file.
  @Test func halfAndSlowUploads() throws {
    let (running, folder) = try make { $0.requestLimit = 700 }
    let head = request(
      "POST", "/upload", "Content-Type: \(UploadTests.type)", "Content-Length: 100000")
    let begin = head + "--XyZ\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\nabc"
    let client = running.client()
    try client.open()
    try client.write(Array(begin.utf8))
    for _ in 0..<200 where try files(folder).isEmpty { usleep(5_000) }
    #expect(try files(folder).count == 1)
    client.close()
    #expect(try isEmpty(folder))
    let (answer, time) = try timed {
      try running.client().sendRaw(
        Array(repeating: 0x61, count: 300), pause: 50, after: Array(begin.utf8))
    }
    #expect(answer.isEmpty && (400...5_000).contains(time))
    #expect(try isEmpty(folder))
    #expect(running.sample.calls.load(ordering: .relaxed) == 0)
  }

  /// One that goes on steadily may take longer than an ordinary request.
  @Test func steadyUploadsMayTakeLonger() throws {
    let (running, _) = try make { $0.requestLimit = 400 }
    let content = String(repeating: "a", count: 160_000)
    let body = part("name=f; filename=x", content) + "--XyZ--"
    let client = running.client()
    try client.open()
    let head = request(
      "POST", "/upload", "Content-Type: \(UploadTests.type)",
      "Content-Length: \(body.utf8.count)", "Connection: close")
    try client.write(Array(head.utf8))
    let bytes = Array(body.utf8)
    var at = 0
    while at < bytes.count {
      let end = min(at + 40_000, bytes.count)
      try client.write(Array(bytes[at..<end]))
      at = end
      usleep(150_000)
    }
    while try client.fill() {}
    #expect(String(decoding: client.received, as: UTF8.self).hasSuffix("\(97 * 160_000)"))
  }
}
