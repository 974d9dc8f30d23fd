import Glibc
import TenonDatabase
import TenonHTTP
import TenonPages
import TenonSheets

/// The rows of an export as a workbook. It is whole only at its end, so a thread of its own makes
/// it, in a file without a name, before the first byte is sent.
final class WorkbookExport: @unchecked Sendable {
  // Handed to the one thread that makes it.
  private let rows: ExportRows
  private var answer: (@Sendable (Result<WorkbookFile, any Error>) -> Void)?

  private var table: ExportTable { rows.table }

  init(_ rows: ExportRows) { self.rows = rows }

  /// Makes the workbook and gives it to `answer`, on another thread.
  func start(answer: @escaping @Sendable (Result<WorkbookFile, any Error>) -> Void) {
    self.answer = answer
    let export = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(&thread, nil, runWorkbookExport, export.toOpaque())
    if code == 0 {
      pthread_detach(thread)
    } else {
      export.release()
      Log.notice("no thread for an export: \(String(cString: strerror(code)))")
      answer(.failure(Refusal.unavailable))
    }
  }

  fileprivate func run() { answer?(Result { try make() }) }

  private func make() throws -> WorkbookFile {
    let fields = table.columns.map(table.field)
    let name = table.entity.look.plural[table.language]
    let writer = try SheetWriter(sheet: name, columns: fields.map(column))
    while try rows.next({ cells, reader in
      var row: [SheetCell] = []
      row.reserveCapacity(cells.count)
      for (place, cell) in cells.enumerated() {
        row.append(try self.cell(cell, table.columns[place], fields[place], reader))
      }
      try writer.append(row)
    }) {}
    return try writer.finish()
  }

  private func column(_ field: PageField) -> SheetColumn {
    let title = field.label.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    let (format, width): (SheetColumn.Format, Int) =
      switch field.storage {
      case .scaled(let scale): (field.sheetFormat(scale, table.context), 14)
      case .integer, .boolean: (.plain, 10)
      case .date: (.plain, 12)
      case .dateTime: (.plain, 20)
      case .text, .list, .reference: (.plain, 24)
      }
    return SheetColumn(title: field.label, format: format, width: Double(max(width, title + 2)))
  }

  private func cell(
    _ cell: Cell, _ column: Int, _ field: PageField, _ reader: RecordReader
  ) throws -> SheetCell {
    if cell.value.isBlank { return .blank }
    // What is masked comes as a text, whatever its storage.
    guard let number = cell.value.integer, field.storage != .reference else {
      if table.entity.isFileColumn(column) { return .text(try table.files(cell, reader)) }
      return .text(
        field.storage == .reference ? cell.related ?? "" : field.text(cell.value, table.context))
    }
    switch field.storage {
    case .scaled:
      let decimal = field.storage.print(cell.value)
      return field.isPercent ? .percent(decimal) : .number(decimal)
    case .boolean: return .boolean(number != 0)
    case .date: return .date(CivilDate(days: number))
    case .dateTime: return .dateTime(number)
    case .integer, .text, .list, .reference: return .number(field.storage.print(cell.value))
    }
  }
}

/// Where the thread of an export begins.
private func runWorkbookExport(_ export: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let export { Unmanaged<WorkbookExport>.fromOpaque(export).takeRetainedValue().run() }
  return nil
}

extension PageField {
  /// How a spreadsheet shows a decimal of this field.
  fileprivate func sheetFormat(_ scale: UInt8, _ context: PageContext) -> SheetColumn.Format {
    if isPercent { return .percent(digits: max(Int(scale) - 2, 0)) }
    if isMoney { return .money(sign: context.moneyPrefix, digits: Int(scale)) }
    return .number(digits: Int(scale))
  }
}

extension Refusal {
  /// What it means to the person who asked that a workbook cannot be written.
  static func unwritten(_ error: SheetError) -> Refusal {
    switch error {
    case .unwritable(ENOSPC), .unwritable(EDQUOT), .unwritable(EFBIG): return .full
    case .missingLibrary(let package):
      return .malformed(
        Words2(
          zh: "服务器未安装 \(package)，不能生成 XLSX；请导出为 CSV。",
          en: "The server lacks \(package) and makes no XLSX; export CSV instead."))
    case .beyond(.cellLength, let most, let row):
      return .malformed(
        Words2(
          zh: "第 \(row ?? 0) 行有文本超过 \(most) 个字符，XLSX 放不下；请导出为 CSV。",
          en: "Row \(row ?? 0) has a text of more than \(most) characters, which no XLSX holds; "
            + "export CSV instead."))
    case .beyond(_, let most, _):
      return .malformed(
        Words2(
          zh: "超过 \(most) 行，XLSX 放不下；请先筛选，或导出为 CSV。",
          en: "These are more than \(most) rows, which no XLSX holds; filter them or export CSV."))
    default:
      Log.fault("a workbook cannot be written: \(error)")
      return .fault
    }
  }
}
