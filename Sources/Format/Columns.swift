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
}
