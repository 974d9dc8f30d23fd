import Glibc

/// A POSIX mutex with a condition variable on the monotonic clock.
///
/// Not `Synchronization.Mutex`: that one has no condition variable, and its `withLock` cannot hold
/// over a block that is not Sendable.
public final class Condition: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  public init() {
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Takes the mutex, waiting for it.
  public func lock() { pthread_mutex_lock(mutex) }
  /// Takes the mutex if nobody has it.
  public func tryLock() -> Bool { pthread_mutex_trylock(mutex) == 0 }
  /// Gives the mutex back.
  public func unlock() { pthread_mutex_unlock(mutex) }
  /// Wakes one waiter.
  public func signal() { pthread_cond_signal(condition) }
  /// Wakes every waiter.
  public func broadcast() { pthread_cond_broadcast(condition) }
  /// Gives the mutex back until a signal comes; it may also wake by itself.
  public func wait() { pthread_cond_wait(condition, mutex) }

  /// Waits until a signal or this time of ``now()``. Returns false when the time came first.
  public func wait(until nanoseconds: Int64) -> Bool {
    var time = timespec(
      tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    return pthread_cond_timedwait(condition, mutex, &time) == 0
  }

  /// Lets the calling thread rest until this time of ``now()``.
  public static func sleep(until nanoseconds: Int64) {
    var time = timespec(
      tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    while clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil) == EINTR {}
  }

  /// Milliseconds of the monotonic clock, exact to a tick of the kernel: cheap, for deadlines.
  public static func coarseMilliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// Nanoseconds of the monotonic clock.
  public static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
