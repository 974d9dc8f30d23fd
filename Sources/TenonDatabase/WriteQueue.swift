import TenonThreads

/// One write: what to do, and whom to tell.
struct WriteJob: Sendable {
  let body: @Sendable (WriteSession) throws -> Void
  let completion: @Sendable (Result<Void, any Error>) -> Void
}

/// The bounded queue between all threads and the writer.
final class WriteQueue: @unchecked Sendable {
  private let condition = Condition()
  private let limit: Int
  // The four below only under the condition's lock.
  private var jobs: [WriteJob] = []
  private var wanted = 1
  private var isClosed = false
  private var longest = 0

  init(limit: Int) { self.limit = limit }

  /// Queues a job, or says why not.
  func add(_ job: WriteJob) throws(DatabaseError) {
    condition.lock()
    defer { condition.unlock() }
    if isClosed { throw .closed }
    if jobs.count >= limit { throw .overloaded }
    jobs.append(job)
    longest = max(longest, jobs.count)
    // A writer that gathers a batch is woken once it has enough, not by each job.
    if jobs.count == wanted { condition.signal() }
  }

  /// Waits for work. Returns at most `most` jobs in order; none when the queue is closed and empty.
  func take(most: Int) -> [WriteJob] {
    condition.lock()
    defer { condition.unlock() }
    wanted = 1
    while jobs.isEmpty && !isClosed { condition.wait() }
    return removeFirst(most)
  }

  /// Returns at most `most` jobs; waits until there are `wanted` or the time has come.
  func take(most: Int, wanted: Int, until time: Int64) -> [WriteJob] {
    condition.lock()
    defer { condition.unlock() }
    self.wanted = wanted
    while jobs.count < wanted && !isClosed {
      if !condition.wait(until: time) { break }
    }
    return removeFirst(most)
  }

  private func removeFirst(_ most: Int) -> [WriteJob] {
    if jobs.count <= most {
      defer { jobs.removeAll(keepingCapacity: true) }
      return jobs
    }
    defer { jobs.removeFirst(most) }
    return Array(jobs[..<most])
  }

  /// Jobs that wait now.
  var count: Int {
    condition.lock()
    defer { condition.unlock() }
    return jobs.count
  }

  /// The most jobs that ever waited.
  var longestCount: Int {
    condition.lock()
    defer { condition.unlock() }
    return longest
  }

  /// Refuses further jobs; those queued still run.
  func close() {
    condition.lock()
    defer { condition.unlock() }
    isClosed = true
    condition.signal()
  }
}
