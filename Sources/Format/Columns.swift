import Diagnostics

enum Columns {
  /// Cells of a terminal that a text takes.
  static func cells(_ bytes: ArraySlice<UInt8>) -> Int {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
    return DisplayWidth.cells(String(decoding: bytes, as: UTF8.self))
  }
}

extension SourceFile {
  /// Where the line of a byte begins; the first one after a byte order mark.
  func lineStart(_ offset: Int) -> Int {
    let line = lineIndex(of: offset)
    return line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : lineStarts[line]
  }

  /// Bytes before an offset in its line. Before the first token these are spaces and dashes.
  func column(_ offset: Int) -> Int { offset - lineStart(offset) }

  /// Cells before an offset in its line.
  func cellColumn(_ offset: Int) -> Int { Columns.cells(bytes[lineStart(offset)..<offset]) }

  /// Whether a text would end or begin a document if it stood at the beginning of a line.
  func isMarker(_ range: Range<Int>) -> Bool {
    let text = bytes[range]
    guard text.starts(with: "...".utf8) || text.starts(with: "---".utf8) else { return false }
    return text.dropFirst(3).first.map { $0 == 0x0A || Arranger.isSpace($0) } ?? true
  }
}
