import Glibc

/// The functions of libxlsxwriter (https://libxlsxwriter.github.io) that write a workbook; opened
/// when one is asked for.
final class WorkbookLibrary: Sendable {
  typealias Book = OpaquePointer
  typealias Sheet = OpaquePointer
  typealias Format = OpaquePointer
  typealias Text = UnsafePointer<CChar>

  /// What a workbook is begun with: `lxw_workbook_options`.
  struct Options {
    /// Rows that are done go to a file.
    var constantMemory: UInt8 = 1
    var folder: UnsafePointer<CChar>?
    var zip64: UInt8 = 0
  }

  typealias Create = @convention(c) (Text, UnsafeRawPointer) -> Book?
  typealias AddSheet = @convention(c) (Book, Text) -> Sheet?
  typealias AddFormat = @convention(c) (Book) -> Format?
  typealias Close = @convention(c) (Book) -> Int32
  typealias SetNumberFormat = @convention(c) (Format, Text) -> Void
  typealias SetBold = @convention(c) (Format) -> Void
  typealias WriteText = @convention(c) (Sheet, UInt32, UInt16, Text, Format?) -> Int32
  typealias WriteNumber = @convention(c) (Sheet, UInt32, UInt16, Double, Format?) -> Int32
  typealias WriteBoolean = @convention(c) (Sheet, UInt32, UInt16, Int32, Format?) -> Int32
  typealias SetColumn = @convention(c) (Sheet, UInt16, UInt16, Double, Format?) -> Int32
  typealias Freeze = @convention(c) (Sheet, UInt32, UInt16) -> Void

  let create: Create
  let addSheet: AddSheet
  let addFormat: AddFormat
  let close: Close
  let setNumberFormat: SetNumberFormat
  let setBold: SetBold
  let writeText: WriteText
  let writeNumber: WriteNumber
  let writeBoolean: WriteBoolean
  let setColumn: SetColumn
  let freeze: Freeze

  private static let opened: WorkbookLibrary? = {
    DynamicLibrary.open("libxlsxwriter.so.4").flatMap(WorkbookLibrary.init)
  }()

  /// The library; an error that names its package when the machine has none.
  static func shared() throws(SheetError) -> WorkbookLibrary {
    guard let opened else { throw .missingLibrary(package: "libxlsxwriter4") }
    return opened
  }

  private init?(_ library: DynamicLibrary) {
    guard let create = library.function("workbook_new_opt", Create.self),
      let addSheet = library.function("workbook_add_worksheet", AddSheet.self),
      let addFormat = library.function("workbook_add_format", AddFormat.self),
      let close = library.function("workbook_close", Close.self),
      let setNumberFormat = library.function("format_set_num_format", SetNumberFormat.self),
      let setBold = library.function("format_set_bold", SetBold.self),
      let writeText = library.function("worksheet_write_string", WriteText.self),
      let writeNumber = library.function("worksheet_write_number", WriteNumber.self),
      let writeBoolean = library.function("worksheet_write_boolean", WriteBoolean.self),
      let setColumn = library.function("worksheet_set_column", SetColumn.self),
      let freeze = library.function("worksheet_freeze_panes", Freeze.self)
    else { return nil }
    self.create = create
    self.addSheet = addSheet
    self.addFormat = addFormat
    self.close = close
    self.setNumberFormat = setNumberFormat
    self.setBold = setBold
    self.writeText = writeText
    self.writeNumber = writeNumber
    self.writeBoolean = writeBoolean
    self.setColumn = setColumn
    self.freeze = freeze
  }
}
