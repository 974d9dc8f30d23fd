import Glibc

/// A lock with a condition to wait for; `Mutex` has none. Time-outs count on the monotonic clock.
final class Monitor: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(lock, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(lock)
    condition.deallocate()
    lock.deallocate()
  }

  /// Runs `change` under the lock and wakes every waiter.
  func signal<T>(_ change: () -> T) -> T {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    let result = change()
    pthread_cond_broadcast(condition)
    return result
  }

  /// Waits until `ready`, evaluated under the lock, gives a value; nil after `milliseconds`.
  func wait<T>(milliseconds: Int, until ready: () -> T?) -> T? {
    var limit = timespec()
    clock_gettime(CLOCK_MONOTONIC, &limit)
    limit.tv_sec += milliseconds / 1_000
    limit.tv_nsec += milliseconds % 1_000 * 1_000_000
    if limit.tv_nsec >= 1_000_000_000 {
      limit.tv_sec += 1
      limit.tv_nsec -= 1_000_000_000
    }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let value = ready() { return value }
      if pthread_cond_timedwait(condition, lock, &limit) == ETIMEDOUT { return ready() }
    }
  }
}

/// Milliseconds on the monotonic clock, exact to a tick of the kernel: for deadlines.
func coarseMilliseconds() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now)
  return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
}
