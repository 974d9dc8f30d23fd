import Glibc

/// A stretch of an open file as the content of an answer: the kernel sends it, it never lies in
/// memory. Closed with the last who holds it.
public final class FileContent: Sendable {
  let descriptor: Int32
  let offset: Int
  /// The number of bytes to send.
  public let size: Int

  /// Takes over an open descriptor.
  public init(descriptor: Int32, offset: Int, size: Int) {
    self.descriptor = descriptor
    self.offset = offset
    self.size = size
  }

  deinit { close(descriptor) }

  /// The bytes, for a client in memory; fewer when the file is shorter.
  var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let read = pread(descriptor, buffer.baseAddress! + count, size - count, offset + count)
        if read <= 0 { return }
        count += read
      }
    }
  }
}
