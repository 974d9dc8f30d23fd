import Glibc

/// Tells that something below a folder changed. Editors save by putting a new file in the place of
/// the old one, so that folders are watched and not files.
final class Watcher {
  private let folder: String
  /// Of inotify (inotify(7)); -1 while the folder is not there.
  private(set) var descriptor: Int32 = -1

  init(_ folder: String) throws(EnvironmentError) {
    self.folder = folder
    try watch()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static let changes =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
    | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
  /// After these the watches no longer are those of the folders that there are.
  private static let restructurings =
    UInt32(IN_ISDIR) | UInt32(IN_Q_OVERFLOW) | UInt32(IN_IGNORED) | UInt32(IN_UNMOUNT)
    | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)

  /// Watches the folder and every folder in it that is not hidden, from now on.
  private func watch() throws(EnvironmentError) {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    guard FileSystem.isFolder(folder) else { return }
    descriptor = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0 { throw refused() }
    try add(folder)
  }

  private func add(_ path: String) throws(EnvironmentError) {
    if inotify_add_watch(descriptor, path, Watcher.changes) < 0 {
      // It went while we looked: what took its place is told as a change of the folder above.
      if errno == ENOENT || errno == ENOTDIR { return }
      throw refused()
    }
    for name in try FileSystem.names(path) where !name.hasPrefix(".") {
      let full = path + "/" + name
      if FileSystem.isFolder(full) { try add(full) }
    }
  }

  /// Takes what was told so far. Answers whether anything was.
  func take() throws(EnvironmentError) -> Bool {
    if descriptor < 0 {
      try watch()
      return descriptor >= 0
    }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var isChanged = false
    var isRestructured = false
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      isChanged = true
      var place = 0
      buffer.withUnsafeBytes { bytes in
        while place < count {
          let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
          if event.mask & Watcher.restructurings != 0 { isRestructured = true }
          place += MemoryLayout<inotify_event>.size + Int(event.len)
        }
      }
    }
    if isRestructured { try watch() }
    return isChanged
  }

  private func refused() -> EnvironmentError {
    let reason = String(cString: strerror(errno))
    return EnvironmentError(
      zh: "无法监视 \(folder)：\(reason)", en: "cannot watch \(folder): \(reason)")
  }
}
