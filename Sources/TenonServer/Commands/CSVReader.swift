/// Reads comma-separated values after RFC 4180: quoted cells, doubled quotes, line ends CRLF or LF.
struct CSVReader {
  /// One row and the line on which it begins.
  struct Row: Sendable {
    let line: Int
    let cells: [String]
  }

  /// What cannot be read, and where.
  struct Malformed: Error {
    let line: Int
    let reason: String
  }

  /// The rows of a file; empty lines are no rows. A byte order mark is skipped.
  static func rows(_ bytes: [UInt8]) throws(Malformed) -> [Row] {
    var reader = CSVReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    var rows: [Row] = []
    while reader.position < bytes.count {
      let line = reader.line
      let cells = try reader.row()
      if cells != [""] { rows.append(Row(line: line, cells: cells)) }
    }
    return rows
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func row() throws(Malformed) -> [String] {
    var cells: [String] = []
    while true {
      cells.append(try cell())
      guard position < bytes.count else { return cells }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ",") { continue }
      if byte == 0x0D && position < bytes.count && bytes[position] == 0x0A { position += 1 }
      line += 1
      return cells
    }
  }

  /// A cell; afterwards the position is at a comma, a line end or the end.
  private mutating func cell() throws(Malformed) -> String {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return try plain() }
    let start = line
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x0A { line += 1 }
      if byte != UInt8(ascii: "\"") {
        content.append(byte)
      } else if position < bytes.count && bytes[position] == UInt8(ascii: "\"") {
        content.append(byte)
        position += 1
      } else {
        guard position == bytes.count || isEnd(bytes[position]) else {
          throw Malformed(line: line, reason: "text after a closing quote")
        }
        return try text(content[...])
      }
    }
    throw Malformed(line: start, reason: "a quote is not closed")
  }

  private mutating func plain() throws(Malformed) -> String {
    let start = position
    while position < bytes.count, !isEnd(bytes[position]) {
      if bytes[position] == UInt8(ascii: "\"") {
        throw Malformed(line: line, reason: "a quote inside a cell that is not quoted")
      }
      position += 1
    }
    return try text(bytes[start..<position])
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
  }

  private func text(_ content: ArraySlice<UInt8>) throws(Malformed) -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Malformed(line: line, reason: "not UTF-8")
    }
    return text
  }
}
