import TenonDatabase
import TenonPages
import TenonSheets

/// Writes records as lines of CSV (RFC 4180): UTF-8 with its mark, labels at the head. Numbers,
/// days and moments come as programs read them; what is text is never a formula to a spreadsheet.
struct ExportWriter: Sendable {
  let table: ExportTable

  /// The mark and the labels.
  var head: [UInt8] {
    var out = ByteWriter(capacity: 256)
    out.append("\u{FEFF}")
    for (place, column) in table.columns.enumerated() {
      if place > 0 { out.append(",") }
      CSVText.append(CSVText.defused(table.field(column).label), to: &out)
    }
    out.append("\r\n")
    return out.bytes
  }

  /// A line with the cells of one record.
  func append(_ cells: [Cell], _ reader: RecordReader, to out: inout ByteWriter) throws {
    for (place, cell) in cells.enumerated() {
      if place > 0 { out.append(",") }
      CSVText.append(try text(cell, table.columns[place], reader), to: &out)
    }
    out.append("\r\n")
  }

  private func text(_ cell: Cell, _ column: Int, _ reader: RecordReader) throws -> String {
    if cell.value.isBlank { return "" }
    let field = table.field(column)
    switch field.storage {
    case .integer, .scaled, .date: return field.storage.print(cell.value)
    case .dateTime: return cell.value.integer.map(ExportWriter.moment) ?? ""
    case .reference: return CSVText.defused(cell.related ?? "")
    case .list where table.entity.isFileColumn(column):
      return CSVText.defused(try table.files(cell, reader))
    case .text, .list, .boolean: return CSVText.defused(field.text(cell.value, table.context))
    }
  }

  /// A moment on the reader's clock: `2026-03-31 23:30:00`.
  private static func moment(_ local: Int64) -> String {
    let (date, timeOfDay) = Instant.split(local)
    var out = ByteWriter(capacity: 24)
    date.append(to: &out)
    var mark = UInt8(ascii: " ")
    for part in [timeOfDay / 3_600_000, timeOfDay / 60_000 % 60, timeOfDay / 1_000 % 60] {
      out.append(mark)
      mark = UInt8(ascii: ":")
      if part < 10 { out.append(UInt8(ascii: "0")) }
      Decimal.append(Int64(part), scale: 0, to: &out)
    }
    return String(decoding: out.bytes, as: UTF8.self)
  }
}
