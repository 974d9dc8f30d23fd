import Glibc
import TenonThreads

/// The thread that takes files in and sweeps: waiting for the disk and for decoders has no place on
/// the threads that serve requests. Jobs queue up to a bound; a tick comes at start and hourly.
final class FileWorker: @unchecked Sendable {
  private let condition = Condition()
  // Under the condition's lock.
  private var jobs: [@Sendable () -> Void] = []
  private var isStopped = false
  private var thread: pthread_t?

  private static let queueLimit = 64
  private static let tickInterval: Int64 = 3_600_000_000_000

  /// Starts the thread. False when the system has none to give.
  func start(tick: @escaping @Sendable (_ isFirst: Bool) -> Void) -> Bool {
    let context = Unmanaged.passRetained(Context(worker: self, tick: tick))
    var started = pthread_t()
    let code = pthread_create(&started, nil, runFileWorker, context.toOpaque())
    if code != 0 {
      context.release()
      return false
    }
    thread = started
    return true
  }

  /// Queues a job; false when too many wait.
  func add(_ job: @escaping @Sendable () -> Void) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    if isStopped || jobs.count >= FileWorker.queueLimit { return false }
    jobs.append(job)
    condition.signal()
    return true
  }

  /// Finishes what is queued and ends the thread.
  func stop() {
    condition.lock()
    isStopped = true
    condition.signal()
    condition.unlock()
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }

  fileprivate final class Context {
    let worker: FileWorker
    let tick: @Sendable (_ isFirst: Bool) -> Void

    init(worker: FileWorker, tick: @escaping @Sendable (_ isFirst: Bool) -> Void) {
      self.worker = worker
      self.tick = tick
    }
  }

  fileprivate func run(_ tick: (_ isFirst: Bool) -> Void) {
    tick(true)
    var next = Condition.now() + FileWorker.tickInterval
    while true {
      if Condition.now() >= next {
        tick(false)
        next = Condition.now() + FileWorker.tickInterval
      }
      condition.lock()
      while jobs.isEmpty && !isStopped { if !condition.wait(until: next) { break } }
      let job = jobs.isEmpty ? nil : jobs.removeFirst()
      let isOver = job == nil && isStopped
      condition.unlock()
      if isOver { return }
      job?()
    }
  }
}

/// Where the thread begins; consumes the reference that ``FileWorker/start(tick:)`` made.
private func runFileWorker(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let held = Unmanaged<FileWorker.Context>.fromOpaque(context).takeRetainedValue()
  held.worker.run(held.tick)
  return nil
}
