import Glibc

/// A written workbook: an open file without a name, which goes when this object does.
public final class WorkbookFile: Sendable {
  /// Open for reading, at its beginning.
  public let descriptor: Int32
  /// Its bytes.
  public let size: Int

  init(descriptor: Int32, size: Int) {
    self.descriptor = descriptor
    self.size = size
  }

  deinit { close(descriptor) }
}
