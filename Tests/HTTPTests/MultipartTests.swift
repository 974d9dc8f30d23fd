import Testing

@testable import TenonHTTP

/// Notes what a reader passes on.
private struct Notes: MultipartSink {
  var parts: [(head: PartHead, bytes: [UInt8])] = []
  var isOpen = false

  mutating func begin(_ part: PartHead) throws(UploadError) {
    if isOpen { throw .disk(1) }
    isOpen = true
    parts.append((part, []))
  }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(UploadError) {
    if !isOpen { throw .disk(2) }
    parts[parts.count - 1].bytes.append(contentsOf: bytes)
  }

  mutating func end() throws(UploadError) {
    if !isOpen { throw .disk(3) }
    isOpen = false
  }
}

@Suite struct MultipartTests {
  private static let type = "multipart/form-data; boundary=XyZ"

  /// What a body holds when it comes in pieces of this size; nil when it is not whole.
  private func read(_ body: [UInt8], by size: Int) throws -> Notes? {
    var reader = try #require(MultipartReader(contentType: MultipartTests.type))
    var notes = Notes()
    var at = 0
    while at < body.count {
      let end = min(at + size, body.count)
      let piece = Array(body[at..<end])
      try piece.withUnsafeBufferPointer { try reader.feed($0, to: &notes) }
      at = end
    }
    return reader.isComplete ? notes : nil
  }

  private func read(_ body: String) throws -> Notes? { try read(Array(body.utf8), by: 7) }

  private func part(_ disposition: String, _ content: String) -> String {
    "--XyZ\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(content)\r\n"
  }

  /// Everything that looks nearly like a boundary, cut at every place.
  @Test func anyPiecesGiveTheSame() throws {
    let contents = [
      "", "a", "\r", "\n", "\r\n", "--XyZ", "\r\n--Xy", "\r\n-", "\r\r\n--XyY", "\r\n--Xy\r\n--X",
      "\r\n\r\n--\r\n", "x\r\n--xyz--", String(repeating: "\r", count: 40),
    ]
    for content in contents {
      let body = Array(
        (part("name=\"a\"", content) + part("name=\"b\"; filename=\"c\"", content + content)
          + "--XyZ--\r\nwhat follows\r\n--XyZ\r\n").utf8)
      for size in 1...body.count {
        let notes = try #require(try read(body, by: size))
        #expect(notes.parts.map(\.bytes) == [Array(content.utf8), Array((content + content).utf8)])
        #expect(notes.parts[0].head == PartHead(name: "a", fileName: nil))
        #expect(notes.parts[1].head == PartHead(name: "b", fileName: "c"))
      }
    }
  }

  @Test func anyBytesPass() throws {
    // Few different bytes, those of the boundary among them, so that they meet often.
    let alphabet: [UInt8] = [0x0D, 0x0A, 0x2D, 0x58, 0x79, 0xFF]
    for _ in 0..<50 {
      let content: [UInt8] = (0..<Int.random(in: 0...400)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count)]
      }
      let body = Array("--XyZ\r\nContent-Disposition: form-data; name=f\r\n\r\n".utf8) + content
      let end = Array("\r\n--XyZ--".utf8)
      let notes = try? read(body + end, by: Int.random(in: 1...30))
      // A boundary inside ends the part there or breaks the body.
      let hasBoundary = String(decoding: content, as: UTF8.self).contains("\r\n--XyZ")
      if !hasBoundary { #expect(notes?.parts.map(\.bytes) == [content]) }
    }
  }

  @Test(arguments: [
    ("name=\"a\"; filename=\"b.txt\"", "b.txt"), ("filename=b.txt; name=a", "b.txt"),
    ("name=\"a\"; filename=\"\"", ""), ("NAME=\"a\"; FileName=\"中 文.pdf\"", "中 文.pdf"),
    ("name=\"a\"; filename=\"x%22y\"", "x\"y"), ("name=\"a\"; filename=\"x\\\"y\"", "x\"y"),
    ("name=\"a\"; filename=\"x\\\"", "x\\"), ("name=\"a\"; filename=\"C:\\dir\\x\"", "C:\\dir\\x"),
    ("name=\"a\"; filename=\"%0D%0AX: y\"", "\r\nX: y"),
    ("name=\"a\"; filename=\"a;b=c\"", "a;b=c"),
    ("name=\"a\"; filename=\"../../etc/passwd\"", "../../etc/passwd"),
    ("name=\"a\" ; filename=\"b\" ;", "b"),
  ])
  func fileNames(_ disposition: String, _ name: String) throws {
    let notes = try #require(try read(part(disposition, "x") + "--XyZ--"))
    #expect(notes.parts.map(\.head) == [PartHead(name: "a", fileName: name)])
  }

  @Test(arguments: [
    "", "x", "--XyZ", "--XyZ--", "\r\n--XyZ--", "--Xyz\r\n\r\n\r\n--XyZ--", "preamble\r\n--XyZ--",
    "--XyZ\r\n\r\nx\r\n--XyZ--", "--XyZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XyZ--",
    "--XyZ\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--XyZ--",
    "--XyZ\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--XyZ--",
    "--XyZ\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nx\r\n--XyZ--",
    "--XyZ\r\nContent-Disposition: form-data; name\r\n\r\nx\r\n--XyZ--",
    "--XyZ\r\nno colon\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XyZ--",
    "--XyZ\nContent-Disposition: form-data; name=a\n\nx\n--XyZ--",
    "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XyZ-",
    "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XyZx",
    "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\nno end",
    "--XyZ\r\nContent-Disposition: form-data; name=\"a\u{0}\"\r\n\r\nx\r\n--XyZ--",
  ])
  func brokenBodies(_ body: String) throws {
    let isRefused: Bool
    do {
      let notes = try read(body)
      // Delimiters without parts are an empty form.
      isRefused = notes == nil || (notes?.parts.isEmpty == true && body.hasSuffix("--XyZ--"))
    } catch { isRefused = true }
    #expect(isRefused, "\(body.debugDescription)")
  }

  @Test func aHeadHasALimit() throws {
    let long = String(repeating: "x", count: MultipartReader.headLimit)
    #expect(throws: UploadError.malformed) {
      try self.read(self.part("name=\"\(long)\"", "x") + "--XyZ--")
    }
    #expect(throws: UploadError.malformed) { try self.read("--XyZ\r\n" + long + long) }
  }

  @Test(arguments: [
    ("multipart/form-data; boundary=a", "a"), ("Multipart/Form-Data;boundary=\"a b\"", "a b"),
    ("multipart/form-data; charset=utf-8; Boundary=----x", "----x"),
    ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
    ("multipart/mixed; boundary=a", nil), ("multipart/form-data; boundary=\"a \"", nil),
    ("multipart/form-data; boundary=é", nil), ("text/plain", nil), ("", nil),
    ("multipart/form-data; boundary=" + String(repeating: "b", count: 71), nil),
  ])
  func boundaries(_ type: String, _ boundary: String?) {
    #expect(MultipartReader.boundary(type) == boundary.map { Array($0.utf8) })
  }
}
