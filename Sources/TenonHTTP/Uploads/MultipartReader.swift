import Glibc

/// Takes the parts of a body one after the other.
protocol MultipartSink {
  mutating func begin(_ part: PartHead) throws(UploadError)
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(UploadError)
  mutating func end() throws(UploadError)
}

/// Reads `multipart/form-data` (RFC 7578, RFC 2046 §5.1) as it arrives, in pieces of any size. It
/// keeps no more than the head of one part, or what may be the beginning of a boundary.
///
/// Not the library's post processor: that needs a connection, and names and limits stay ours here.
struct MultipartReader {
  private enum State {
    /// At the first delimiter, which is all that may stand before the first part.
    case start
    /// Behind a delimiter.
    case delimited
    case head, content
    /// Behind the last delimiter: what follows counts for nothing.
    case over
  }

  static let headLimit = 8_192

  private let delimiter: [UInt8]
  private var state = State.start
  /// What came and is not passed on yet; what lies before `cursor` is done with.
  private var kept: [UInt8] = [0x0D, 0x0A]
  private var cursor = 0

  /// A reader of a body with this field Content-Type; nil when that is another type or names no
  /// sound boundary.
  init?(contentType: String) {
    guard let boundary = MultipartReader.boundary(contentType) else { return nil }
    delimiter = Array("\r\n--".utf8) + boundary
  }

  /// Whether the last delimiter came.
  var isComplete: Bool { state == .over }

  static func boundary(_ contentType: String) -> [UInt8]? {
    let parts = contentType.split(separator: ";", omittingEmptySubsequences: false)
    func trimmed(_ text: Substring) -> Substring {
      var text = text
      while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
      while let last = text.last, last == " " || last == "\t" { text.removeLast() }
      return text
    }
    guard trimmed(parts[0]).lowercased() == "multipart/form-data" else { return nil }
    for part in parts.dropFirst().map(trimmed) where part.lowercased().hasPrefix("boundary=") {
      var value = part.dropFirst("boundary=".count)
      if value.count >= 2, value.first == "\"", value.last == "\"" {
        value = value.dropFirst().dropLast()
      }
      let bytes = Array(value.utf8)
      let isSound = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 }
      return isSound && (1...70).contains(bytes.count) && bytes.last != 0x20 ? bytes : nil
    }
    return nil
  }

  /// Takes the next bytes of the body.
  mutating func feed(
    _ piece: UnsafeBufferPointer<UInt8>, to sink: inout some MultipartSink
  ) throws(UploadError) {
    if state == .over { return }
    kept.append(contentsOf: piece)
    while try advance(&sink) {}
    kept.removeSubrange(..<cursor)
    cursor = 0
  }

  /// Goes on by one step; false when that needs more bytes.
  private mutating func advance(_ sink: inout some MultipartSink) throws(UploadError) -> Bool {
    switch state {
    case .start:
      guard isDelimiter(at: cursor) else {
        if kept.count >= delimiter.count { throw .malformed }
        return false
      }
      guard kept.count >= delimiter.count else { return false }
      cursor = delimiter.count
      state = .delimited
    case .delimited:
      guard kept.count >= cursor + 2 else { return false }
      switch (kept[cursor], kept[cursor + 1]) {
      case (0x2D, 0x2D): state = .over
      case (0x0D, 0x0A): state = .head
      default: throw .malformed
      }
      cursor += 2
    case .head:
      guard let end = headEnd else {
        if kept.count - cursor > MultipartReader.headLimit { throw .malformed }
        return false
      }
      guard end - cursor <= MultipartReader.headLimit, let part = PartHead(kept[cursor..<end])
      else { throw .malformed }
      try sink.begin(part)
      cursor = end + 4
      state = .content
    case .content: return try passContent(&sink)
    case .over:
      cursor = kept.count
      return false
    }
    return true
  }

  /// Where the empty line after a head begins.
  private var headEnd: Int? {
    var at = cursor
    while at + 3 < kept.count {
      if kept[at] == 0x0D, kept[at + 1] == 0x0A, kept[at + 2] == 0x0D, kept[at + 3] == 0x0A {
        return at
      }
      at += 1
    }
    return nil
  }

  /// Whether the bytes here, as far as they are there, are those of a delimiter.
  private func isDelimiter(at start: Int) -> Bool {
    let count = min(delimiter.count, kept.count - start)
    return kept.withUnsafeBytes { kept in
      delimiter.withUnsafeBytes { memcmp(kept.baseAddress! + start, $0.baseAddress!, count) == 0 }
    }
  }

  private mutating func passContent(
    _ sink: inout some MultipartSink
  ) throws(UploadError) -> Bool {
    var at = cursor
    while at < kept.count {
      if kept[at] != 0x0D {
        at += 1
      } else if !isDelimiter(at: at) {
        at += 1
      } else {
        break
      }
    }
    try pass(cursor..<at, &sink)
    cursor = at
    guard kept.count - at >= delimiter.count else { return false }
    try sink.end()
    cursor += delimiter.count
    state = .delimited
    return true
  }

  private func pass(_ range: Range<Int>, _ sink: inout some MultipartSink) throws(UploadError) {
    if range.isEmpty { return }
    let result = kept.withUnsafeBufferPointer { kept in
      Result { () throws(UploadError) in try sink.take(UnsafeBufferPointer(rebasing: kept[range])) }
    }
    try result.get()
  }
}
