/// The rows of a workbook.
final class WorkbookSource: SheetSource {
  let sheets: [String]

  init(path: String, _ limits: SheetLimits) throws(SheetError) {
    throw .missingLibrary(package: "libzip4")
  }

  func open(sheet: Int) throws(SheetError) {}

  func next() throws(SheetError) -> SheetRow? { nil }
}
