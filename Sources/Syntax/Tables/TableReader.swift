import Diagnostics

/// A CSV file beside the definition (RFC 4180): its cells with their places.
public struct SourceTable: Sendable {
  /// Its index in the ``SourceMap``.
  public let file: Int
  /// Its path from the application's folder, as definitions name it.
  public let name: String
  /// Rows with something in them.
  public let rows: [[Cell]]

  public struct Cell: Sendable {
    /// Without quotes and without white space around it.
    public let text: String
    public let span: Span
  }

  public init(file: Int, name: String, rows: [[Cell]]) {
    self.file = file
    self.name = name
    self.rows = rows
  }
}

/// Reads the cells of a CSV file.
public enum TableReader {
  /// The rows, none when the bytes are no text.
  public static func read(
    _ source: SourceFile, file: Int
  ) -> (rows: [[SourceTable.Cell]], bag: DiagnosticBag) {
    var bag = DiagnosticBag()
    if let mistake = TextCheck.mistake(in: source.bytes, file: file) {
      bag.report(mistake)
      return ([], bag)
    }
    var scanner = Scanner(bytes: source.bytes, file: file)
    return (scanner.rows(), bag)
  }

  private struct Scanner {
    let bytes: [UInt8]
    let file: Int
    var place = 0

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    mutating func rows() -> [[SourceTable.Cell]] {
      if bytes.starts(with: Scanner.mark) { place = Scanner.mark.count }
      var rows: [[SourceTable.Cell]] = []
      var row: [SourceTable.Cell] = []
      while place < bytes.count || !row.isEmpty {
        row.append(cell())
        if place < bytes.count, bytes[place] == UInt8(ascii: ",") {
          place += 1
          continue
        }
        place += 1
        if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
        row = []
      }
      return rows
    }

    /// The cell at the place, which then is its comma, its line feed or the end.
    private mutating func cell() -> SourceTable.Cell {
      let start = place
      var text: [UInt8] = []
      var isQuoted = false
      while place < bytes.count {
        let byte = bytes[place]
        if byte == UInt8(ascii: "\"") {
          if isQuoted, place + 1 < bytes.count, bytes[place + 1] == byte {
            text.append(byte)
            place += 1
          } else {
            isQuoted.toggle()
          }
        } else if !isQuoted, byte == UInt8(ascii: ",") || byte == 0x0A {
          break
        } else {
          text.append(byte)
        }
        place += 1
      }
      func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
      var shown = start..<place
      while let first = shown.first, isBlank(bytes[first]) { shown = shown.dropFirst() }
      while let last = shown.last, isBlank(bytes[last]) { shown = shown.dropLast() }
      let trimmed = text.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
      return SourceTable.Cell(
        text: String(decoding: Array(trimmed), as: UTF8.self),
        span: Span(file: file, start: shown.lowerBound, end: shown.upperBound))
    }
  }
}
