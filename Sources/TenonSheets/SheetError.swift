/// Why a spreadsheet cannot be read or written.
public enum SheetError: Error, Hashable, Sendable {
  /// The file cannot be opened or read: the system's number of the error.
  case unreadable(Int32)
  /// Nothing stands in the file.
  case empty
  /// Neither CSV nor XLSX, whatever it is called.
  case unknownKind
  /// A workbook of Excel 97 to 2003, or one with a password: both have the same outer form.
  case oldOrProtected
  /// A file within the workbook is encrypted.
  case encrypted
  /// A file within the workbook is missing or not as the format asks.
  case damaged(part: String)
  /// A file within the workbook has a document type, of which no workbook has need.
  case documentType(part: String)
  /// More than a limit allows; the row where it is known.
  case beyond(SheetLimits.Measure, most: Int, row: Int?)
  /// A line of a CSV file is neither UTF-8 nor GB18030.
  case undecodable(line: Int)
  /// A quotation mark that begins on this line has no end.
  case openQuote(line: Int)
  /// The machine lacks a library: the package that brings it.
  case missingLibrary(package: String)
  /// A file cannot be written: the system's number of the error.
  case unwritable(Int32)
}
