import Glibc

/// Does something again and again on a thread of its own.
public final class Ticker: @unchecked Sendable {
  private let condition = Condition()
  private let interval: Int64
  private let tick: @Sendable () -> Void
  // Under the condition's lock.
  private var isStopped = false
  private var thread: pthread_t?

  /// A ticker that does not run yet; `interval` is in nanoseconds.
  public init(every interval: Int64, _ tick: @escaping @Sendable () -> Void) {
    self.interval = interval
    self.tick = tick
  }

  /// Starts; the first tick comes after the first interval. False when the system has no thread.
  public func start() -> Bool {
    let context = Unmanaged.passRetained(self)
    var started = pthread_t()
    if pthread_create(&started, nil, runTicker, context.toOpaque()) != 0 {
      context.release()
      return false
    }
    thread = started
    return true
  }

  /// Lets a tick that runs finish and ends the thread.
  public func stop() {
    condition.lock()
    isStopped = true
    condition.signal()
    condition.unlock()
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }

  fileprivate func run() {
    while true {
      let next = Condition.now() + interval
      condition.lock()
      while !isStopped { if !condition.wait(until: next) { break } }
      let isOver = isStopped
      condition.unlock()
      if isOver { return }
      tick()
    }
  }
}

/// Where the thread begins; consumes the reference that ``Ticker/start()`` made.
private func runTicker(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Ticker>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
