import Glibc

/// Tells the processes that keep files in one folder of each other: `flock` on a file in it, which
/// the kernel lets go with the process. Who comes while nobody else is there has it alone until it
/// has put the folder in order; those who come meanwhile wait for that.
final class FolderLock: Sendable {
  private let descriptor: Int32
  /// Whether nobody else had files under way here when this process came.
  let isAlone: Bool

  init(_ folder: String) throws(StartError) {
    let path = folder + "/lock"
    let opened = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if opened < 0 { throw .database("no folder for files: \(FileError(path, errno))") }
    descriptor = opened
    isAlone = flock(opened, LOCK_EX | LOCK_NB) == 0
    if !isAlone { share() }
  }

  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Lets others in.
  func share() {
    while flock(descriptor, LOCK_SH) != 0 && errno == EINTR {}
  }
}
