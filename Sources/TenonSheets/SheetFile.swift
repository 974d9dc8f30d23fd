import Glibc

/// The bytes of a file that is read: opened once, never followed through a link.
final class SheetFile {
  let descriptor: Int32
  let size: Int

  init(path: String, limits: SheetLimits) throws(SheetError) {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard opened >= 0 else { throw .unreadable(errno) }
    descriptor = opened
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let why = errno
      close(opened)
      throw .unreadable(why)
    }
    size = Int(status.st_size)
    if size == 0 || size > limits.bytes {
      close(opened)
      throw size == 0 ? .empty : .beyond(.bytes, most: limits.bytes, row: nil)
    }
  }

  deinit { close(descriptor) }

  /// At most so many bytes from a place on; none at the end.
  func read(at place: Int, most: Int) throws(SheetError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      while count < most {
        let got = pread(descriptor, buffer.baseAddress! + count, most - count, off_t(place + count))
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { return }
        count += got
      }
    }
    if failure != 0 { throw .unreadable(failure) }
    return bytes
  }

  /// What the first bytes say.
  func kind() throws(SheetError) -> SheetReader.Kind {
    let head = try read(at: 0, most: 4_096)
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .xlsx }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldOrProtected }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .csv }
    // No text has a byte 0; what else is no text fails when it is decoded.
    let foreign: [[UInt8]] = [
      Array("%PDF-".utf8), [0x50, 0x4B], [0x1F, 0x8B], Array("{\\rtf".utf8),
    ]
    if head.contains(0) || foreign.contains(where: { head.starts(with: $0) }) { throw .unknownKind }
    return .csv
  }
}
