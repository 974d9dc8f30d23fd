import Glibc
@testable import TenonSheets

/// A file of a test, gone with it.
final class SampleFile {
  let path: String

  init(_ bytes: [UInt8]) {
    var template = Array("/tmp/tenon-sheet-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      sent += count
    }
    close(descriptor)
  }

  convenience init(_ text: String) { self.init(Array(text.utf8)) }

  deinit { unlink(path) }

  /// All rows of a sheet.
  func rows(_ limits: SheetLimits = SheetLimits(), sheet: Int = 0) throws(SheetError) -> [SheetRow]
  {
    var reader = try SheetReader(path: path, name: "sample.csv", limits: limits)
    if sheet > 0 { try reader.open(sheet: sheet) }
    var rows: [SheetRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  /// All rows of a sheet as texts; what is no text is written as Swift does.
  func texts() throws(SheetError) -> [[String]] {
    try rows().map { row in
      row.cells.map {
        switch $0 {
        case .text(let text): text
        case .blank: ""
        default: "\($0)"
        }
      }
    }
  }
}

extension WorkbookFile {
  /// All of it; the file is gone then.
  func taken() -> [UInt8] {
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, size, 0))
    }
  }
}
