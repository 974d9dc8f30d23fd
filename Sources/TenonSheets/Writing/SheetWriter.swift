import Glibc
import Values

/// Writes a workbook with one sheet: a header that stays in sight and rows of typed cells. No text
/// is ever a formula. However many rows there are, one of them lies in memory.
///
///     let writer = try SheetWriter(sheet: "客户", columns: columns)
///     try writer.append([.text("上海海岚"), .number("130000.00")])
///     let file = try writer.finish()
///
/// Spreadsheets count with 15 digits: a number with more is written as a text, so that none is
/// lost.
public final class SheetWriter {
  private let library: WorkbookLibrary
  private let columns: [SheetColumn]
  private let descriptor: Int32
  /// Nil when the workbook is done.
  private var book: WorkbookLibrary.Book?
  private let sheet: WorkbookLibrary.Sheet
  private var formats: [String: WorkbookLibrary.Format] = [:]
  /// The row to come, counted from 0.
  private var row: UInt32 = 0

  /// What a sheet holds, and the UTF-16 units of a cell: the same for every spreadsheet.
  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384
  private static let longestText = 32_767

  /// Begins a workbook. Its bytes go to files without a name, of which nothing is left when the
  /// process ends.
  ///
  /// - Parameters:
  ///   - sheet: the sheet's name; what spreadsheets do not allow in one is left out.
  ///   - folder: where those files lie.
  public init(
    sheet: String, columns: [SheetColumn], folder: String = "/tmp"
  ) throws(SheetError) {
    let library = try WorkbookLibrary.shared()
    if columns.count > SheetWriter.mostColumns {
      throw .beyond(.columns, most: SheetWriter.mostColumns, row: nil)
    }
    let descriptor = try SheetWriter.nameless(in: folder)
    let book = folder.withCString { folder in
      let options = WorkbookLibrary.Options(folder: folder)
      return withUnsafePointer(to: options) { library.create("/proc/self/fd/\(descriptor)", $0) }
    }
    guard let book else {
      close(descriptor)
      throw .unwritable(ENOMEM)
    }
    guard let added = library.addSheet(book, SheetWriter.name(sheet)) else {
      _ = library.close(book)
      close(descriptor)
      throw .unwritable(ENOMEM)
    }
    self.library = library
    self.columns = columns
    self.descriptor = descriptor
    self.book = book
    self.sheet = added
    try writeHeader()
  }

  deinit {
    guard let book else { return }
    // Nothing else closes the library's files.
    _ = library.close(book)
    close(descriptor)
  }

  /// Appends a row; its cells stand from column A on.
  public func append(_ cells: [SheetCell]) throws(SheetError) {
    if row >= SheetWriter.mostRows { throw .beyond(.rows, most: SheetWriter.mostRows, row: nil) }
    for (place, cell) in cells.enumerated() {
      try write(
        cell, UInt16(place), columns.indices.contains(place) ? columns[place].format : .plain)
    }
    row += 1
  }

  /// Ends the workbook. Nothing can be appended any more.
  public func finish() throws(SheetError) -> WorkbookFile {
    guard let book else { throw .unwritable(EBADF) }
    self.book = nil
    guard library.close(book) == 0 else {
      let why = errno
      close(descriptor)
      throw .unwritable(why == 0 ? EIO : why)
    }
    let size = lseek(descriptor, 0, SEEK_END)
    lseek(descriptor, 0, SEEK_SET)
    return WorkbookFile(descriptor: descriptor, size: Int(size))
  }

  private func writeHeader() throws(SheetError) {
    let bold = try format("", isBold: true)
    for (place, column) in columns.enumerated() {
      let index = UInt16(place)
      try check(library.setColumn(sheet, index, index, min(max(column.width, 4), 80), nil))
      try write(text: column.title, index, bold)
    }
    library.freeze(sheet, 1, 0)
    row = 1
  }

  private func write(
    _ cell: SheetCell, _ column: UInt16, _ look: SheetColumn.Format
  ) throws(SheetError) {
    switch cell {
    case .blank: return
    case .text(let text), .error(let text): try write(text: text, column, nil)
    case .boolean(let flag): try check(library.writeBoolean(sheet, row, column, flag ? 1 : 0, nil))
    case .number(let decimal): try write(decimal, column, look.code(decimal))
    case .percent(let decimal): try write(decimal, column, look.code(decimal) ?? "0.####%")
    case .date(let date):
      try write(SerialDate.serial(date.days), column, "yyyy-mm-dd") { date.description }
    case .dateTime(let moment):
      let (date, time) = Instant.split(moment)
      try write(SerialDate.serial(date.days, time: time), column, "yyyy-mm-dd hh:mm:ss") {
        Instant.print(moment)
      }
    case .time(let time):
      let isLong = time >= 86_400_000
      try write(Double(time) / 86_400_000, column, isLong ? "[h]:mm:ss" : "hh:mm:ss") { "" }
    }
  }

  /// A number in a format; a text where spreadsheets have no such number.
  private func write(
    _ number: Double?, _ column: UInt16, _ code: String, _ text: () -> String
  ) throws(SheetError) {
    guard let number else { return try write(text: text(), column, nil) }
    try check(library.writeNumber(sheet, row, column, number, format(code)))
  }

  private func write(_ decimal: String, _ column: UInt16, _ code: String?) throws(SheetError) {
    guard SheetNumber.isExact(decimal), let number = Double(decimal) else {
      return try write(text: decimal, column, nil)
    }
    let look = try code.map { code throws(SheetError) in try format(code) }
    try check(library.writeNumber(sheet, row, column, number, look))
  }

  private func write(
    text: String, _ column: UInt16, _ format: WorkbookLibrary.Format?
  ) throws(SheetError) {
    let encoded = EscapedText.encoded(text)
    if encoded.utf16.count > SheetWriter.longestText {
      throw .beyond(.cellLength, most: SheetWriter.longestText, row: Int(row) + 1)
    }
    try check(library.writeText(sheet, row, column, encoded, format))
  }

  private func format(
    _ code: String, isBold: Bool = false
  ) throws(SheetError) -> WorkbookLibrary.Format {
    if let known = formats[code] { return known }
    guard let book, let made = library.addFormat(book) else { throw .unwritable(ENOMEM) }
    if isBold { library.setBold(made) }
    if !code.isEmpty { library.setNumberFormat(made, code) }
    formats[code] = made
    return made
  }

  private func check(_ result: Int32) throws(SheetError) {
    if result != 0 { throw .unwritable(errno == 0 ? EIO : errno) }
  }

  /// A file that no other process finds.
  private static func nameless(in folder: String) throws(SheetError) -> Int32 {
    var template = Array("\(folder)/tenon-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .unwritable(errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    return descriptor
  }

  /// A name that a sheet may have: 31 characters at most, none of `[]:*?/\'`.
  private static func name(_ given: String) -> String {
    let left = given.filter {
      !"[]:*?/\\'".contains($0) && ($0.unicodeScalars.first?.value ?? 0) > 31
    }
    var name = ""
    for character in left {
      if name.utf16.count + character.utf16.count > 31 { break }
      name.append(character)
    }
    return name.isEmpty || name.lowercased() == "history" ? "Sheet1" : name
  }
}

extension SheetColumn.Format {
  /// The number format of a cell with this decimal; nil for the usual one.
  fileprivate func code(_ decimal: String) -> String? {
    switch self {
    // The usual format shows long numbers with an exponent.
    case .plain: decimal.utf8.count > 11 && !decimal.contains(".") ? "0" : nil
    case .number(let digits): "#,##0" + SheetColumn.Format.fraction(digits)
    case .money(let sign, let digits):
      "\"\(sign.filter { $0 != "\"" })\"#,##0" + SheetColumn.Format.fraction(digits)
    case .percent(let digits): "0" + SheetColumn.Format.fraction(digits) + "%"
    }
  }

  private static func fraction(_ digits: Int) -> String {
    digits == 0 ? "" : "." + String(repeating: "0", count: digits)
  }
}
