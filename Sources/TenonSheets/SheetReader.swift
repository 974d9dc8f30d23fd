/// Reads a spreadsheet row by row: of CSV (UTF-8, UTF-16 with a mark, GB18030) or XLSX, told apart
/// by what stands in it. However many rows there are, one piece of the file lies in memory.
///
///     var reader = try SheetReader(path: path, name: "customers.xlsx")
///     while let row = try reader.next() { … }
///
/// Of merged cells the first has the value and the others are blank; of a formula the value counts
/// that was saved with it.
public struct SheetReader {
  /// What kind of file it is.
  public enum Kind: Hashable, Sendable {
    case csv, xlsx
  }

  public let kind: Kind
  /// The visible sheets' names, in their order; of a CSV file its own without the ending.
  public var sheets: [String] { source.sheets }

  private let source: any SheetSource

  /// Opens a file and its first visible sheet.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - name: what its author called it. It says nothing about the kind.
  public init(
    path: String, name: String, limits: SheetLimits = SheetLimits()
  ) throws(SheetError) {
    let file = try SheetFile(path: path, limits: limits)
    kind = try file.kind()
    source =
      switch kind {
      case .csv: try CSVSource(file, name: name, limits)
      case .xlsx: try WorkbookSource(file, limits)
      }
  }

  /// Goes to the beginning of a sheet, by its place among ``sheets``.
  public mutating func open(sheet: Int) throws(SheetError) {
    try source.open(sheet: sheet)
  }

  /// The next row that has a cell; nil behind the last.
  public mutating func next() throws(SheetError) -> SheetRow? { try source.next() }
}

/// A kind of file that gives rows.
protocol SheetSource: AnyObject {
  var sheets: [String] { get }
  func open(sheet: Int) throws(SheetError)
  func next() throws(SheetError) -> SheetRow?
}
