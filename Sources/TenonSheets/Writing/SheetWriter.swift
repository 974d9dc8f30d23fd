/// Writes a workbook with one sheet: a header that stays in sight and rows of typed cells. No text
/// is ever a formula. However many rows there are, one of them lies in memory.
///
///     let writer = try SheetWriter(sheet: "客户", columns: columns)
///     try writer.append([.text("上海海岚"), .number("130000.00")])
///     let file = try writer.finish()
public final class SheetWriter {
  /// Begins a workbook. Its bytes go to files without a name, of which nothing is left when the
  /// process ends.
  public init(sheet: String, columns: [SheetColumn]) throws(SheetError) {
    throw .missingLibrary(package: "libxlsxwriter4")
  }

  /// Appends a row; its cells stand from column A on.
  public func append(_ cells: [SheetCell]) throws(SheetError) {}

  /// Ends the workbook. Nothing can be appended any more.
  public func finish() throws(SheetError) -> WorkbookFile { WorkbookFile(descriptor: -1, size: 0) }
}
