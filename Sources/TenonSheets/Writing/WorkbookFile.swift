import Glibc

/// A written workbook: an open file without a name. Who takes it closes it.
public struct WorkbookFile: Sendable {
  /// Open for reading, at its beginning.
  public let descriptor: Int32
  /// Its bytes.
  public let size: Int
}
