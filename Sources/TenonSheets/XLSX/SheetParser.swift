/// Gives the rows of one sheet as they are parsed.
final class SheetParser: XMLListener {
  private let part: Archive.Part
  private let book: Workbook
  private var parser: XMLParser?
  /// Rows that were parsed and not yet asked for.
  private var ready: [SheetRow] = []
  private var given = 0

  // Where the parser stands.
  private var isInRows = false
  private var row = 0
  private var column = -1
  private var cells: [SheetCell] = []
  private var kind = CellKind.number
  private var style = 0
  private var value: [UInt8] = []
  private var isInValue = false
  private var isSpoken = false

  /// What the value of a cell is (ECMA-376 part 1, 18.18.11).
  private enum CellKind {
    case number, shared, text, boolean, error, date
  }

  init(_ part: Archive.Part, _ book: Workbook) throws(SheetError) {
    self.part = part
    self.book = book
    parser = try XMLParser(part.name, self)
  }

  /// The next row with a cell; nil behind the last.
  func next() throws(SheetError) -> SheetRow? {
    while given == ready.count {
      ready.removeAll(keepingCapacity: true)
      given = 0
      guard let parser else { return nil }
      if try !parser.parse(part.next()) { self.parser = nil }
    }
    given += 1
    return ready[given - 1]
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetError) {
    guard isInRows else {
      isInRows = name == "sheetData"
      return
    }
    switch name {
    case "c": try startCell(attributes)
    case "v": isInValue = true
    case "t": isInValue = !isSpoken
    case "rPh": isSpoken = true
    case "row": try startRow(attributes)
    default: break
    }
  }

  func end(_ name: XMLName) throws(SheetError) {
    guard isInRows else { return }
    switch name {
    case "v", "t": isInValue = false
    case "rPh": isSpoken = false
    case "c": try endCell()
    case "row": endRow()
    case "sheetData": isInRows = false
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) throws(SheetError) {
    guard isInValue else { return }
    value.append(contentsOf: bytes)
    if value.count > book.limits.cellLength {
      throw .beyond(.cellLength, most: book.limits.cellLength, row: row)
    }
  }

  private func startRow(_ attributes: XMLAttributes) throws(SheetError) {
    let number = attributes.number("r") ?? row + 1
    guard number > row else { throw .damaged(part: part.name) }
    row = number
    column = -1
    cells.removeAll(keepingCapacity: true)
  }

  private func endRow() {
    while cells.last == .blank { cells.removeLast() }
    if !cells.isEmpty { ready.append(SheetRow(number: row, cells: cells)) }
  }

  private func startCell(_ attributes: XMLAttributes) throws(SheetError) {
    if let reference = attributes.bytes("r") {
      guard let found = SheetParser.column(reference) else { throw .damaged(part: part.name) }
      column = found
    } else {
      column += 1
    }
    style = attributes.number("s") ?? 0
    kind =
      switch attributes.bytes("t").map(XMLName.init) {
      case nil, "n"?: .number
      case "s"?: .shared
      case "b"?: .boolean
      case "e"?: .error
      case "d"?: .date
      default: .text
      }
    value.removeAll(keepingCapacity: true)
  }

  private func endCell() throws(SheetError) {
    let cell = try self.cell()
    if cell == .blank { return }
    let limits = book.limits
    if row > limits.rows { throw .beyond(.rows, most: limits.rows, row: row) }
    if column >= limits.columns { throw .beyond(.columns, most: limits.columns, row: row) }
    while cells.count <= column { cells.append(.blank) }
    cells[column] = cell
  }

  private func cell() throws(SheetError) -> SheetCell {
    if value.isEmpty { return .blank }
    switch kind {
    case .text: return .text(EscapedText.decoded(value[...]))
    case .error: return .error(String(decoding: value, as: UTF8.self))
    case .boolean:
      return .boolean(value.first == UInt8(ascii: "1") || value.first == UInt8(ascii: "t"))
    case .shared:
      guard let index = Int(String(decoding: value, as: UTF8.self)), let text = book.strings[index]
      else { throw .damaged(part: part.name) }
      return text.isEmpty ? .blank : .text(text)
    case .date:
      let text = String(decoding: value, as: UTF8.self)
      guard let cell = ISODate.cell(text) else { throw .damaged(part: part.name) }
      return cell
    case .number:
      guard let decimal = SheetNumber.decimal(value) else { throw .damaged(part: part.name) }
      return number(decimal)
    }
  }

  private func number(_ decimal: String) -> SheetCell {
    let format = book.styles[style]
    switch format {
    case .number: return .number(decimal)
    case .percent: return .percent(decimal)
    case .date, .time, .dateTime, .dateOrTime, .elapsed:
      return SerialDate.cell(decimal, format, is1904: book.is1904) ?? .number(decimal)
    }
  }

  /// The column of `AB12`, counted from 0; nil when the text is no such place.
  private static func column(_ reference: UnsafePointer<CChar>) -> Int? {
    var at = reference
    var column = 0
    while at.pointee >= 0x41, at.pointee <= 0x5A, column < 1 << 20 {
      column = column * 26 + Int(at.pointee - 0x40)
      at += 1
    }
    return column > 0 && at.pointee >= 0x30 && at.pointee <= 0x39 ? column - 1 : nil
  }
}
