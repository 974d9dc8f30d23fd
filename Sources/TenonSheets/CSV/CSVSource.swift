/// The rows of a CSV file (RFC 4180). An apostrophe that keeps a text from being a formula is taken
/// off again.
final class CSVSource: SheetSource {
  let sheets: [String]

  private let text: CSVBytes
  private let limits: SheetLimits
  private var separator = UInt8(ascii: ",")
  private var piece: [UInt8] = []
  private var place = 0
  /// The record that was read last, as spreadsheets count.
  private var number = 0
  /// The line of the file, for what is wrong with it.
  private var line = 1
  /// The cell that is being read.
  private var cell: [UInt8] = []

  init(_ file: SheetFile, name: String, _ limits: SheetLimits) throws(SheetError) {
    let (encoding, mark) = try CSVEncoding.recognise(file)
    text = try CSVBytes(file, encoding, from: mark, isChecked: true)
    self.limits = limits
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    sheets = [stem.isEmpty ? "CSV" : stem]
    try open(sheet: 0)
  }

  func open(sheet: Int) throws(SheetError) {
    text.rewind()
    number = 0
    line = 1
    piece = try text.next()
    let told = CSVSeparator.told(piece)
    place = told?.length ?? 0
    if told != nil { line += 1 }
    separator = told?.separator ?? CSVSeparator.guessed(piece)
  }

  func next() throws(SheetError) -> SheetRow? {
    while let cells = try record() {
      number += 1
      if number > limits.rows { throw .beyond(.rows, most: limits.rows, row: number) }
      if !cells.isEmpty { return SheetRow(number: number, cells: cells) }
    }
    return nil
  }

  /// The byte at hand; nil at the end of the file.
  private func byte() throws(SheetError) -> UInt8? {
    if place == piece.count {
      piece = try text.next()
      place = 0
    }
    return place < piece.count ? piece[place] : nil
  }

  /// The cells of a record without the blank ones at its end; nil behind the last record.
  private func record() throws(SheetError) -> [SheetCell]? {
    if try byte() == nil { return nil }
    var cells: [SheetCell] = []
    // Cells up to the last one that is not blank.
    var filled = 0
    repeat {
      try readCell()
      if cells.count == limits.columns {
        throw .beyond(.columns, most: limits.columns, row: number + 1)
      }
      if cell.isEmpty {
        cells.append(.blank)
      } else {
        cells.append(.text(CSVText.restored(String(decoding: cell, as: UTF8.self))))
        filled = cells.count
      }
    } while try !isAtEnd()
    cells.removeLast(cells.count - filled)
    return cells
  }

  /// Whether the record ends here; otherwise the separator is passed.
  private func isAtEnd() throws(SheetError) -> Bool {
    guard let byte = try byte() else { return true }
    place += 1
    if byte == separator { return false }
    line += 1
    if byte == 0x0D, try self.byte() == 0x0A { place += 1 }
    return true
  }

  /// Reads up to the separator or the end of the record.
  private func readCell() throws(SheetError) {
    cell.removeAll(keepingCapacity: true)
    if try byte() == UInt8(ascii: "\"") {
      place += 1
      try readQuoted()
    }
    // What stands behind the closing quotation mark belongs to the cell, as spreadsheets have it.
    while try byte() != nil {
      let start = place
      while place < piece.count, !ends(piece[place]) { place += 1 }
      try append(start)
      if place < piece.count { return }
    }
  }

  private func ends(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

  /// Reads a text behind its opening quotation mark, and the closing one.
  private func readQuoted() throws(SheetError) {
    let first = line
    while try byte() != nil {
      let start = place
      while place < piece.count, piece[place] != UInt8(ascii: "\"") {
        if piece[place] == 0x0A { line += 1 }
        place += 1
      }
      try append(start)
      if place == piece.count { continue }
      place += 1
      guard try byte() == UInt8(ascii: "\"") else { return }
      cell.append(UInt8(ascii: "\""))
      place += 1
    }
    throw .openQuote(line: first)
  }

  private func append(_ start: Int) throws(SheetError) {
    cell.append(contentsOf: piece[start..<place])
    if cell.count > limits.cellLength {
      throw .beyond(.cellLength, most: limits.cellLength, row: number + 1)
    }
  }
}
