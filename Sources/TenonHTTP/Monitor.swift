import Glibc
import TenonThreads

/// A lock with a condition to wait for. Time-outs count on the monotonic clock.
final class Monitor: Sendable {
  private let condition = Condition()

  /// Runs `change` under the lock and wakes every waiter.
  func signal<T>(_ change: () -> T) -> T {
    condition.lock()
    defer { condition.unlock() }
    let result = change()
    condition.broadcast()
    return result
  }

  /// Waits until `ready`, evaluated under the lock, gives a value; nil after `milliseconds`.
  func wait<T>(milliseconds: Int, until ready: () -> T?) -> T? {
    let limit = Condition.now() + Int64(milliseconds) * 1_000_000
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let value = ready() { return value }
      if !condition.wait(until: limit) { return ready() }
    }
  }
}
