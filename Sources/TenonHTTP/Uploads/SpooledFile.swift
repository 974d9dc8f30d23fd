import Glibc
import Synchronization

/// A file that came with a request, under a name of its own that no client chose. It goes with the
/// last who holds it, unless it was moved to where it stays.
public final class SpooledFile: Sendable {
  /// Open for reading and writing as long as this lives.
  public let descriptor: Int32
  private let path: String
  private let isMoved = Atomic(false)

  /// An empty file in a folder; throws `disk` when it cannot be made.
  public init(folder: String) throws(UploadError) {
    path = folder + "/" + String(UInt64.random(in: .min ... .max), radix: 16)
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor < 0 { throw .disk(errno) }
  }

  deinit {
    // One that failed to open has nothing to close or remove.
    guard descriptor >= 0 else { return }
    close(descriptor)
    if !isMoved.load(ordering: .relaxed) { unlink(path) }
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(UploadError) {
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno != EINTR {
        throw .disk(errno)
      }
    }
  }

  /// Brings the content to the disk and gives the file its place; 0, or the C library's `errno`.
  /// The place is durable when its folder is.
  public func move(to place: String) -> Int32 {
    guard fsync(descriptor) == 0, rename(path, place) == 0 else { return errno }
    isMoved.store(true, ordering: .relaxed)
    return 0
  }
}
