import Glibc
import TenonThreads

/// A thread for password hashing, so that no request waits behind it. Jobs queue up to a bound.
final class PasswordPool: @unchecked Sendable {
  private let condition = Condition()
  /// Under the condition's lock.
  private var jobs: [@Sendable () -> Void] = []

  private static let queueLimit = 32

  init() throws(StartError) {
    let pool = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let failed = pthread_create(&thread, nil, runPasswordPool, pool.toOpaque())
    if failed != 0 {
      pool.release()
      throw .listen("no thread for passwords: \(String(cString: strerror(failed)))")
    }
    pthread_detach(thread)
  }

  /// Queues a job; false when too many wait.
  func add(_ job: @escaping @Sendable () -> Void) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    if jobs.count >= PasswordPool.queueLimit { return false }
    jobs.append(job)
    condition.signal()
    return true
  }

  fileprivate func run() -> Never {
    while true {
      condition.lock()
      while jobs.isEmpty { condition.wait() }
      let job = jobs.removeFirst()
      condition.unlock()
      job()
    }
  }
}

/// Where the thread begins; it lives as long as the process and keeps its pool.
private func runPasswordPool(_ pool: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let pool else { return nil }
  Unmanaged<PasswordPool>.fromOpaque(pool).takeUnretainedValue().run()
}
