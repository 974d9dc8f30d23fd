import Glibc

/// The lock by which one server at a time has a database: `flock` on a file beside it, which the
/// kernel lets go with the process, however that ends. The database file itself is left alone,
/// since closing any descriptor of it would drop SQLite's own POSIX locks. The file stays: to
/// remove it would let two servers lock two files of one name.
final class ServerLock: Sendable {
  private let descriptor: Int32

  init(databasePath path: String) throws(DatabaseError) {
    let lockPath = ServerLock.resolved(path) + ".lock"
    let opened = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if opened < 0 { throw .io("\(lockPath): \(String(cString: strerror(errno)))") }
    // From here on a throw ends in `deinit`, which closes.
    descriptor = opened
    if flock(opened, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EWOULDBLOCK { throw .inUse(process: ServerLock.holder(opened)) }
      throw .io("\(lockPath): \(String(cString: strerror(code)))")
    }
    let text = Array("\(getpid())\n".utf8)
    if ftruncate(opened, 0) != 0 || pwrite(opened, text, text.count, 0) != text.count {
      throw .io("\(lockPath): \(String(cString: strerror(errno)))")
    }
  }

  deinit {
    release()
    Glibc.close(descriptor)
  }

  /// Lets go. A process that this one is just starting still has the descriptor, and with it the
  /// lock, which must not wait for that one.
  func release() { flock(descriptor, LOCK_UN) }

  /// The process id that the holder wrote.
  private static func holder(_ descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    let digits = bytes[..<count].prefix { $0 >= 0x30 && $0 <= 0x39 }
    return Int32(String(decoding: digits, as: UTF8.self))
  }

  /// The path without symbolic links, so that two names of one database share its lock.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
