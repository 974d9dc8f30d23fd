import Glibc
import Synchronization

/// A thread for password hashing, so that no request waits behind it. Jobs queue up to a bound.
final class PasswordPool: Sendable {
  private let jobs = Mutex<[@Sendable () -> Void]>([])
  private let signal: Semaphore

  static let queueLimit = 32

  init() throws(StartError) {
    signal = Semaphore()
    let pool = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let failed = pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<PasswordPool>.fromOpaque(argument!).takeUnretainedValue().run()
        return nil
      }, pool.toOpaque())
    if failed != 0 { throw .listen("no thread for passwords: errno \(failed)") }
    pthread_detach(thread)
  }

  /// Queues a job; false when too many wait.
  func add(_ job: @escaping @Sendable () -> Void) -> Bool {
    let isQueued = jobs.withLock { jobs in
      if jobs.count >= PasswordPool.queueLimit { return false }
      jobs.append(job)
      return true
    }
    if isQueued { signal.post() }
    return isQueued
  }

  private func run() {
    while true {
      signal.wait()
      let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      job?()
    }
  }
}

/// A counting semaphore of POSIX.
private final class Semaphore: @unchecked Sendable {
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(semaphore, 0, 0) }
  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }
  func post() { sem_post(semaphore) }
  func wait() { while sem_wait(semaphore) != 0 && errno == EINTR {} }
}
