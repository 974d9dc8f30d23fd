import Glibc

/// The functions of libzip (https://libzip.org) that read a workbook. The library is opened when
/// one comes: a server that reads none starts and runs without it.
final class ZipLibrary: Sendable {
  typealias Archive = OpaquePointer
  typealias Entry = OpaquePointer

  /// What the library says of an entry: its `struct zip_stat`.
  struct Status {
    var valid: UInt64 = 0
    var name: UnsafePointer<CChar>?
    var index: UInt64 = 0
    var size: UInt64 = 0
    var packed: UInt64 = 0
    var modified: Int = 0
    var checksum: UInt32 = 0
    var method: UInt16 = 0
    var encryption: UInt16 = 0
    var flags: UInt32 = 0

    /// Name, size, packed size, method and encryption are known: `ZIP_STAT_…`.
    static let needed: UInt64 = 0x01 | 0x04 | 0x08 | 0x40 | 0x80
  }

  /// Stored and deflated; a workbook knows no other: `ZIP_CM_STORE`, `ZIP_CM_DEFLATE`.
  static let methods: Set<UInt16> = [0, 8]

  private typealias Open =
    @convention(c) (Int32, Int32, UnsafeMutablePointer<Int32>) -> Archive?
  private typealias Count = @convention(c) (Archive, UInt32) -> Int64
  private typealias Describe =
    @convention(c) (Archive, UInt64, UInt32, UnsafeMutableRawPointer) -> Int32
  private typealias OpenEntry = @convention(c) (Archive, UInt64, UInt32) -> Entry?
  private typealias Read = @convention(c) (Entry, UnsafeMutableRawPointer, UInt64) -> Int64
  private typealias CloseEntry = @convention(c) (Entry) -> Int32
  private typealias Discard = @convention(c) (Archive) -> Void

  private let openArchive: Open
  private let count: Count
  private let describe: Describe
  private let openEntry: OpenEntry
  private let readEntry: Read
  private let closeEntry: CloseEntry
  private let discardArchive: Discard

  private static let opened: ZipLibrary? = {
    DynamicLibrary.open("libzip.so.4").flatMap(ZipLibrary.init)
  }()

  /// The library; an error that names its package when the machine has none.
  static func shared() throws(SheetError) -> ZipLibrary {
    guard let opened else { throw .missingLibrary(package: "libzip4") }
    return opened
  }

  private init?(_ library: DynamicLibrary) {
    guard let openArchive = library.function("zip_fdopen", Open.self),
      let count = library.function("zip_get_num_entries", Count.self),
      let describe = library.function("zip_stat_index", Describe.self),
      let openEntry = library.function("zip_fopen_index", OpenEntry.self),
      let readEntry = library.function("zip_fread", Read.self),
      let closeEntry = library.function("zip_fclose", CloseEntry.self),
      let discardArchive = library.function("zip_discard", Discard.self)
    else { return nil }
    self.openArchive = openArchive
    self.count = count
    self.describe = describe
    self.openEntry = openEntry
    self.readEntry = readEntry
    self.closeEntry = closeEntry
    self.discardArchive = discardArchive
  }

  /// Opens the archive in a file; nil when there is none. The library keeps the descriptor.
  func open(_ descriptor: Int32) -> Archive? {
    var failure: Int32 = 0
    guard let archive = openArchive(descriptor, 0, &failure) else {
      Glibc.close(descriptor)
      return nil
    }
    return archive
  }

  func entryCount(_ archive: Archive) -> Int { Int(count(archive, 0)) }

  /// What the archive says of an entry; nil when it does not say enough.
  func status(_ archive: Archive, _ index: Int) -> Status? {
    var status = Status()
    let isKnown = describe(archive, UInt64(index), 0, &status) == 0
    return isKnown && status.valid & Status.needed == Status.needed ? status : nil
  }

  func open(_ archive: Archive, entry index: Int) -> Entry? { openEntry(archive, UInt64(index), 0) }

  /// How many bytes were read: 0 at the end, negative when they cannot be unpacked.
  func read(_ entry: Entry, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    return Int(readEntry(entry, start, UInt64(buffer.count)))
  }

  func close(entry: Entry) { _ = closeEntry(entry) }

  func discard(_ archive: Archive) { discardArchive(archive) }
}
