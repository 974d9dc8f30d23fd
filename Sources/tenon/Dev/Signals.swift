import Glibc
import Synchronization

/// The signals that `tenon dev` lives by, as bytes of a pipe: one `poll` waits for them and for
/// everything else.
final class Signals {
  /// Where their arrival can be waited for.
  let descriptor: Int32
  /// Whether someone asked for the end.
  private(set) var isStopping = false

  /// Takes the signals of this process over.
  init() throws(EnvironmentError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw EnvironmentError(zh: "无法建立管道", en: "no pipe") }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    signalEnd.store(ends[1], ordering: .sequentiallyConsistent)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGCHLD] { signal(number, passSignal) }
  }

  /// Takes what arrived so far.
  func take() {
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      if buffer[..<count].contains(where: { $0 != UInt8(SIGCHLD) }) { isStopping = true }
    }
  }
}

private let signalEnd = Atomic<Int32>(-1)

/// Runs in a signal handler: writes a byte, nothing else. When the pipe is full, its reader has
/// enough to wake up for.
private func passSignal(_ number: Int32) {
  let before = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(signalEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
  errno = before
}
