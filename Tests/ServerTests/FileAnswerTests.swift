import Foundation
import TenonHTTP
import Testing

@testable import TenonServer

@Suite struct FileAnswerTests {
  private func answer(_ headers: (String, String)...) throws -> Response {
    let path = NSTemporaryDirectory() + UUID().uuidString
    FileManager.default.createFile(atPath: path, contents: Data("0123456789".utf8))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let request = try #require(Request(.get, "/files/1", headers: headers))
    let answer = FileAnswer(
      request: request, tag: "abc", mediaType: "text/plain", disposition: "attachment")
    return try #require(answer.response(path))
  }

  private func text(_ response: Response) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  @Test(arguments: [
    ("bytes=0-3", "0123", "bytes 0-3/10"), ("bytes=8-", "89", "bytes 8-9/10"),
    ("bytes=-3", "789", "bytes 7-9/10"), ("bytes=5-99", "56789", "bytes 5-9/10"),
    ("bytes=-99", "0123456789", "bytes 0-9/10"),
  ])
  func ranges(_ range: String, _ content: String, _ place: String) throws {
    let response = try answer(("Range", range))
    #expect(response.status == 206 && text(response) == content)
    #expect(response.header("content-range") == place)
  }

  @Test(arguments: [
    "bytes=", "bytes=a-b", "bytes=3-1", "bytes=0-1,3-4", "lines=0-1", "bytes=--1", "bytes=+1-2",
    "bytes=99999999999999999999-",
  ])
  func otherRangesAreTheWhole(_ range: String) throws {
    let response = try answer(("Range", range))
    #expect(response.status == 200 && text(response) == "0123456789")
  }

  @Test func beyondTheEnd() throws {
    for range in ["bytes=10-", "bytes=10-11", "bytes=-0"] {
      let response = try answer(("Range", range))
      #expect(response.status == 416 && response.header("content-range") == "bytes */10")
    }
  }

  @Test func conditions() throws {
    #expect(try answer(("Range", "bytes=0-1"), ("If-Range", "\"abc\"")).status == 206)
    #expect(try answer(("Range", "bytes=0-1"), ("If-Range", "\"old\"")).status == 200)
    for known in ["\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "*"] {
      let response = try answer(("If-None-Match", known))
      #expect(response.status == 304 && response.body.isEmpty)
      #expect(response.header("etag") == "\"abc\"")
    }
    #expect(try answer(("If-None-Match", "\"x\"")).status == 200)
  }

  @Test func noBrowserOpensIt() throws {
    let response = try answer()
    #expect(response.header("x-content-type-options") == "nosniff")
    #expect(response.header("content-security-policy") == "sandbox; default-src 'none'")
    #expect(response.header("cross-origin-resource-policy") == "same-origin")
    #expect(response.header("cache-control") == "private, no-cache")
    #expect(response.header("etag") == "\"abc\"")
  }
}
