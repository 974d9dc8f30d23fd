import Glibc

/// The files within a workbook, after their claims have been held against the limits.
final class Archive {
  fileprivate let library: ZipLibrary
  private let handle: ZipLibrary.Archive
  private let limits: SheetLimits
  /// By the name in lower case: names of parts are the same in either.
  private var entries: [String: Int] = [:]
  /// Bytes that were unpacked so far, whatever had been claimed.
  private var unpacked = 0

  /// What may be packed as tightly as it likes: styles repeat themselves.
  private static let small: UInt64 = 1 << 20

  init(_ file: SheetFile, _ limits: SheetLimits) throws(SheetError) {
    library = try ZipLibrary.shared()
    let descriptor = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0 else { throw .unreadable(errno) }
    guard let opened = library.open(descriptor) else { throw .damaged(part: "ZIP") }
    handle = opened
    self.limits = limits
    try look(file.size)
  }

  deinit { library.discard(handle) }

  private func look(_ size: Int) throws(SheetError) {
    let count = library.entryCount(handle)
    if count > limits.entries { throw .beyond(.entries, most: limits.entries, row: nil) }
    var (claimed, packed): (UInt64, UInt64) = (0, 0)
    for index in 0..<count {
      guard let status = library.status(handle, index), let name = status.name else {
        throw .damaged(part: "ZIP")
      }
      let part = String(String(cString: name).map { $0 == "\\" ? "/" : $0 })
      if status.encryption != 0 { throw .encrypted }
      if part.hasPrefix("/") || part.split(separator: "/").contains("..") {
        throw .damaged(part: part)
      }
      claimed = claimed.addingReportingOverflow(status.size).partialValue
      packed = packed.addingReportingOverflow(status.packed).partialValue
      if claimed > UInt64(limits.unpacked) || status.size > UInt64(limits.unpacked) {
        throw .beyond(.unpacked, most: limits.unpacked, row: nil)
      }
      // Entries that lie on one another take more room together than the file has.
      if status.packed > UInt64(size) || packed > UInt64(size) { throw .damaged(part: part) }
      if status.size > Archive.small, status.size / UInt64(limits.ratio) > status.packed {
        throw .beyond(.ratio, most: limits.ratio, row: nil)
      }
      guard ZipLibrary.methods.contains(status.method),
        entries.updateValue(index, forKey: part.lowercased()) == nil
      else { throw .damaged(part: part) }
    }
  }

  func has(_ part: String) -> Bool { entries[part.lowercased()] != nil }

  /// Opens a file within the workbook.
  func open(_ part: String) throws(SheetError) -> Part {
    guard let index = entries[part.lowercased()], let entry = library.open(handle, entry: index)
    else { throw .damaged(part: part) }
    return Part(self, entry, name: part)
  }

  fileprivate func count(_ bytes: Int) throws(SheetError) {
    unpacked += bytes
    // Sheets may be read more than once.
    if unpacked > 2 * limits.unpacked { throw .beyond(.unpacked, most: limits.unpacked, row: nil) }
  }

  /// A file within a workbook that is being unpacked.
  final class Part {
    let name: String
    private let archive: Archive
    private let entry: ZipLibrary.Entry
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

    fileprivate init(_ archive: Archive, _ entry: ZipLibrary.Entry, name: String) {
      self.archive = archive
      self.entry = entry
      self.name = name
    }

    deinit {
      archive.library.close(entry: entry)
      buffer.deallocate()
    }

    /// The next bytes; none at the end. They stay until the next call.
    func next() throws(SheetError) -> UnsafeRawBufferPointer {
      let got = archive.library.read(entry, into: buffer)
      if got < 0 { throw .damaged(part: name) }
      try archive.count(got)
      return UnsafeRawBufferPointer(rebasing: buffer[..<got])
    }
  }
}
