/// One source text with the table that turns byte offsets into lines and columns.
public struct SourceFile: Sendable {
  /// Path as the user knows it, relative to the application's folder, with `/`.
  public let path: String
  public let bytes: [UInt8]
  /// Byte offset at which each line begins; the first is 0. Lines end with LF.
  public let lineStarts: [Int]
  /// For each block of ``blockSize`` bytes how many code points begin before it, so that a column
  /// is found without reading its whole line.
  private let codePointsBefore: [Int]
  private static let blockSize = 1 << 8

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    var codePoints = 0
    var before: [Int] = []
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices {
        if index & (SourceFile.blockSize - 1) == 0 { before.append(codePoints) }
        let byte = buffer[index]
        if byte == 0x0A { starts.append(index + 1) }
        if byte & 0xC0 != 0x80 { codePoints += 1 }
      }
    }
    lineStarts = starts
    codePointsBefore = before
  }

  /// A place as people count: both from 1, the column in code points.
  public struct Position: Hashable, Sendable {
    public let line: Int
    public let column: Int
  }

  /// Index of the line (from 0) that holds a byte offset.
  public func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Line and column of a byte offset.
  public func position(of offset: Int) -> Position {
    let line = lineIndex(of: offset)
    let start = lineStarts[line]
    let end = max(min(offset, bytes.count), start)
    return Position(line: line + 1, column: codePoints(before: end) - codePoints(before: start) + 1)
  }

  /// How many code points begin before a byte offset of the file.
  private func codePoints(before offset: Int) -> Int {
    guard !bytes.isEmpty else { return 0 }
    let block = min(offset, bytes.count - 1) / SourceFile.blockSize
    var count = codePointsBefore[block]
    for index in block * SourceFile.blockSize..<offset where bytes[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }

  /// Byte range of a line (index from 0) without its line end.
  public func lineRange(_ index: Int) -> Range<Int> {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }

  /// The text of a byte range; bytes that are not UTF-8 become U+FFFD.
  public func text(_ range: Range<Int>) -> String {
    let low = max(0, min(range.lowerBound, bytes.count))
    let high = max(low, min(range.upperBound, bytes.count))
    return String(decoding: bytes[low..<high], as: UTF8.self)
  }
}

/// The source texts of one compilation; a ``Span`` names one by index.
public struct SourceMap: Sendable {
  public private(set) var files: [SourceFile]

  public init(_ files: [SourceFile] = []) { self.files = files }

  /// Adds a file and returns its index.
  public mutating func add(_ file: SourceFile) -> Int {
    files.append(file)
    return files.count - 1
  }

  public subscript(_ span: Span) -> SourceFile { files[span.file] }

  /// The text that a span covers.
  public func text(_ span: Span) -> String { files[span.file].text(span.start..<span.end) }

  /// `path:line:column` of a span's start.
  public func place(_ span: Span) -> String {
    let position = files[span.file].position(of: span.start)
    return "\(files[span.file].path):\(position.line):\(position.column)"
  }
}
