/// How much of a spreadsheet is read at most.
public struct SheetLimits: Sendable {
  /// What a limit counts.
  public enum Measure: Hashable, Sendable {
    /// The file's bytes.
    case bytes
    /// Files within a workbook.
    case entries
    /// How many times larger a file of a workbook gets when it is unpacked.
    case ratio
    /// Bytes of all files of a workbook, unpacked.
    case unpacked
    /// The number of the last row.
    case rows
    case columns
    /// UTF-8 bytes in a cell.
    case cellLength
    /// UTF-8 bytes of all texts that a workbook keeps apart from its sheets.
    case sharedStrings
  }

  public var bytes = 64 << 20
  public var entries = 2_000
  public var ratio = 200
  public var unpacked = 1 << 30
  public var rows = 1_048_576
  public var columns = 1_024
  public var cellLength = 128 << 10
  public var sharedStrings = 64 << 20

  public init() {}
}
