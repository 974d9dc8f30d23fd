import Glibc
import TenonHTTP

/// The content of a file as an answer that no browser takes for more than a download: whatever is
/// in it, it is opened in no page, run by none and guessed to be nothing else.
struct FileAnswer {
  let request: Request
  /// The entity tag without quotes; content under an id never changes.
  let tag: String
  let mediaType: String
  let disposition: String

  private var headers: [(String, String)] {
    [
      ("ETag", "\"\(tag)\""), ("Cache-Control", "private, no-cache"),
      ("Content-Type", mediaType), ("Content-Disposition", disposition),
      ("X-Content-Type-Options", "nosniff"),
      ("Content-Security-Policy", "sandbox; default-src 'none'"),
      ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "no-referrer"),
      ("Accept-Ranges", "bytes"),
    ]
  }

  /// The answer with the file at a place, or the part that was asked for; nil when it is not there.
  func response(_ place: String) -> Response? {
    if let known = request.header("if-none-match"), isTag(known) {
      return Response(status: 304, headers: Array(headers.prefix(2)))
    }
    guard let descriptor = FileFolder.open(place) else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      return nil
    }
    let size = Int(status.st_size)
    guard let range = wantedRange(size) else {
      return Response(
        status: 200, headers: headers,
        file: FileContent(descriptor: descriptor, offset: 0, size: size))
    }
    guard !range.isEmpty else {
      close(descriptor)
      return Response(
        status: 416,
        headers: [("Content-Range", "bytes */\(size)"), ("Cache-Control", "no-store")])
    }
    return Response(
      status: 206,
      headers: headers + [
        ("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)")
      ],
      file: FileContent(descriptor: descriptor, offset: range.lowerBound, size: range.count))
  }

  private func isTag(_ header: String) -> Bool {
    header == "*" || header.split { $0 == "," || $0 == " " }.contains { $0.hasSuffix("\"\(tag)\"") }
  }

  /// The one range that the client asks for (RFC 9110 §14), empty when it lies beyond the end; nil
  /// for the whole: none, several, one of another form, or one of an older content.
  private func wantedRange(_ size: Int) -> Range<Int>? {
    guard let header = request.header("range"), header.hasPrefix("bytes=") else { return nil }
    if let condition = request.header("if-range"), condition != "\"\(tag)\"" { return nil }
    let ends = header.dropFirst("bytes=".count).split(
      separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    let (first, last) = (FileAnswer.number(ends[0]), FileAnswer.number(ends[1]))
    switch (first, last) {
    case (let first?, let last?):
      guard first <= last else { return nil }
      return first < size ? first..<min(last + 1, size) : 0..<0
    case (let first?, nil):
      guard ends[1].isEmpty else { return nil }
      return first < size ? first..<size : 0..<0
    case (nil, let last?):
      guard ends[0].isEmpty else { return nil }
      return max(0, size - last)..<size
    case (nil, nil): return nil
    }
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.count <= 15 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(text) : nil
  }
}
