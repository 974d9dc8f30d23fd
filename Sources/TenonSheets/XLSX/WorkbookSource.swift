/// The rows of a workbook (ECMA-376). What lies in memory is its shared texts, its formats and a
/// piece of the sheet.
final class WorkbookSource: SheetSource {
  let sheets: [String]

  private let archive: Archive
  private let book: Workbook
  /// The parts of the sheets.
  private let parts: [String]
  private var sheet: SheetParser

  init(_ file: SheetFile, _ limits: SheetLimits) throws(SheetError) {
    archive = try Archive(file, limits)
    guard let main = try Relationships.of("", archive).first("officeDocument") else {
      throw .unknownKind
    }
    let list = WorkbookList()
    try XMLParser.parse(archive.open(main), list)
    let related = try Relationships.of(main, archive)
    var sheets: [(name: String, part: String)] = []
    for sheet in list.sheets {
      guard let target = related.targets[sheet.id] else { throw .damaged(part: main) }
      // Sheets with nothing but a chart have no rows.
      if target.kind == "worksheet" { sheets.append((sheet.name, target.part)) }
    }
    guard let first = sheets.first else { throw .empty }
    let styles = Styles()
    if let part = related.first("styles") { try XMLParser.parse(archive.open(part), styles) }
    let strings = SharedStrings(limit: limits.sharedStrings)
    if let part = related.first("sharedStrings") {
      try XMLParser.parse(archive.open(part), strings)
    }
    book = Workbook(strings: strings, styles: styles, is1904: list.is1904, limits: limits)
    self.sheets = sheets.map(\.name)
    parts = sheets.map(\.part)
    sheet = try SheetParser(archive.open(first.part), book)
  }

  func open(sheet index: Int) throws(SheetError) {
    sheet = try SheetParser(archive.open(parts[index]), book)
  }

  func next() throws(SheetError) -> SheetRow? { try sheet.next() }
}

/// What the cells of all sheets refer to.
struct Workbook {
  let strings: SharedStrings
  let styles: Styles
  let is1904: Bool
  let limits: SheetLimits
}
