import Foundation
import TenonHTTP
import Testing

@testable import TenonServer

@Suite struct FileTypeTests {
  private func head(_ bytes: [UInt8]) -> ImageHead? { bytes.withUnsafeBytes { ImageHead($0) } }
  private func type(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { FileType.mediaType($0) }
  }

  @Test func headsOfImages() throws {
    for (bytes, form) in [
      (SampleFiles.jpeg, ImageHead.Form.jpeg), (SampleFiles.webp, .webp), (SampleFiles.gif, .gif),
      (SampleFiles.png(16, 8), .png),
    ] {
      let head = try #require(self.head(bytes))
      #expect(head.form == form && head.width == 16 && head.height == 8 && head.orientation == 1)
      // Cut anywhere, it is read as far as it goes and no further.
      for length in 0..<bytes.count { _ = self.head(Array(bytes[..<length])) }
      for index in bytes.indices {
        var broken = bytes
        broken[index] ^= 0xFF
        _ = self.head(broken)
      }
    }
    for orientation in UInt8(1)...8 {
      let head = try #require(self.head(SampleFiles.jpeg(orientation: orientation)))
      #expect(head.orientation == orientation)
      #expect(head.turnedSize.width == (orientation >= 5 ? 8 : 16))
    }
    #expect(head(SampleFiles.jpeg(orientation: 9))?.orientation == 1)
    #expect(head(SampleFiles.png(0, 8)) == nil && head([]) == nil)
  }

  @Test(arguments: [
    ("%PDF-1.7", "application/pdf"), ("<html><script>", "text/plain; charset=utf-8"),
    ("<svg xmlns='x'/>", "text/plain; charset=utf-8"), ("中文", "text/plain; charset=utf-8"),
    ("a\u{0}b", "application/octet-stream"), ("", "application/octet-stream"),
    ("\u{1B}[31m", "application/octet-stream"), ("GIF89a", "text/plain; charset=utf-8"),
    ("PK\u{3}\u{4}", "application/zip"),
    ("PK\u{3}\u{4}  [Content_Types].xml  xl/x", "application/vnd.openxmlformats-officedocument"),
    (
      "PK\u{3}\u{4}" + String(repeating: " ", count: 26) + "mimetypeapplication/vnd.oasis.open"
        + "document.text", "application/vnd.oasis.opendocument.text"
    ),
    (String(repeating: "中", count: 3_000), "text/plain; charset=utf-8"),
  ])
  func typesByContent(_ text: String, _ expected: String) {
    #expect(type(Array(text.utf8)).hasPrefix(expected))
  }

  @Test(arguments: [
    ("报价单.pdf", "报价单.pdf"), ("../../etc/passwd", "passwd"), ("C:\\dir\\a.txt", "a.txt"),
    ("CON", "_CON"), ("nul.txt", "_nul.txt"), ("com1", "_com1"), ("console.log", "console.log"),
    ("", "file"), ("..", "file"), ("/", "file"), (".htaccess", "htaccess"), ("a. . ", "a"),
    ("a\u{202E}fdp.exe", "afdp.exe"), ("a\u{0}b\r\nc", "abc"), ("a\"b<c>|d?*:e", "a_b_c__d___e"),
    ("\u{200B}", "file"), ("e\u{301}.png", "é.png"), ("👨‍👩‍👧.png", "👨‍👩‍👧.png"),
  ])
  func namesAreOnlyNames(_ given: String, _ cleaned: String) {
    #expect(FileName.cleaned(given) == cleaned)
  }

  @Test func longNamesKeepTheirEnding() {
    let name = FileName.cleaned(String(repeating: "长", count: 300) + ".xlsx")
    #expect(name.unicodeScalars.count == 120 && name.hasSuffix("长.xlsx"))
    let all = FileName.cleaned(String(repeating: "a", count: 300))
    #expect(all.count == 120)
  }

  @Test func dispositionsSpellTheNameTwice() {
    #expect(
      FileName.disposition("a b.txt", inline: false)
        == "attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt")
    #expect(
      FileName.disposition("报;\".pdf", inline: true)
        == "inline; filename=\"___.pdf\"; filename*=UTF-8''%E6%8A%A5%3B%22.pdf")
  }

  // MARK: Thumbnails

  /// What becomes of a file, and how large its thumbnails are.
  private func thumbnails(
    _ bytes: [UInt8]
  ) throws -> (outcome: Thumbnails.Outcome, sizes: [ImageHead?]) {
    let folder = NSTemporaryDirectory() + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let paths = ["image", "480", "96"].map { folder + "/" + $0 }
    FileManager.default.createFile(atPath: paths[0], contents: Data(bytes))
    let open = paths.map { Glibc.open($0, O_RDWR | O_CREAT, 0o600) }
    defer { for descriptor in open { close(descriptor) } }
    let outcome = Thumbnails.inProcess(open[0], Array(open[1...]))
    return (outcome, try paths[1...].map { head(Array(try Data(contentsOf: URL(filePath: $0)))) })
  }

  @Test func imagesGetThumbnails() throws {
    for bytes in [SampleFiles.jpeg, SampleFiles.webp, SampleFiles.gif, SampleFiles.png(16, 8)] {
      let made = try thumbnails(bytes)
      #expect(made.outcome == .made)
      // Never larger than the image.
      #expect(made.sizes.allSatisfy { $0?.form == .webp && $0?.width == 16 && $0?.height == 8 })
    }
    let large = try thumbnails(SampleFiles.png(1_000, 250))
    #expect(large.sizes.map { $0?.width } == [480, 96])
    #expect(large.sizes.map { $0?.height } == [120, 24])
    let thin = try thumbnails(SampleFiles.png(2_000, 1))
    #expect(thin.sizes.map { $0?.height } == [1, 1])
  }

  @Test func thumbnailsStandUpright() throws {
    for orientation in UInt8(1)...8 {
      let made = try thumbnails(SampleFiles.jpeg(orientation: orientation))
      #expect(made.sizes[0]?.width == (orientation >= 5 ? 8 : 16))
      #expect(made.sizes[0]?.orientation == 1)
    }
  }

  @Test func whatCannotBeDecodedIsNoImage() throws {
    var bytes = SampleFiles.png(16, 8)
    bytes.removeLast(40)
    for hostile in [
      bytes, SampleFiles.png(100_000, 100_000, isWhole: false),
      SampleFiles.png(8_000, 8_001, isWhole: false), Array(SampleFiles.jpeg[..<200]),
      Array("GIF89a\u{10}\0\u{10}\0<script>alert(1)</script>".utf8), [], Array("<svg/>".utf8),
      Array("RIFF\u{40}\0\0\0WEBPVP8 ".utf8),
    ] {
      #expect(try thumbnails(hostile).outcome == .refused)
    }
  }
}
