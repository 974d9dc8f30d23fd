import Glibc
import Synchronization
import TenonThreads

/// The one thread that writes. It gathers jobs into batches: one transaction, a savepoint per job,
/// one commit, and only then the answers (group commit).
final class Writer: @unchecked Sendable {
  private let connection: any Connection
  private let options: DatabaseOptions
  private let readers: Readers
  private let queue: WriteQueue
  private let session: WriteSession
  private let counts = Mutex(WriterStatistics())
  private var thread: pthread_t?
  /// How many jobs are worth waiting for, from what was under way after the last commit.
  private var expected = 1

  /// Takes the connection over: nobody else uses it from here on.
  init(_ connection: any Connection, _ readers: Readers, _ options: DatabaseOptions) {
    self.connection = connection
    self.readers = readers
    self.options = options
    queue = WriteQueue(limit: options.queueLimit)
    session = WriteSession(connection, options.surroundings)
    session.notes.keeper = options.noteKeeper
  }

  func start() throws(DatabaseError) {
    let context = Unmanaged.passRetained(self)
    var started = pthread_t()
    let code = pthread_create(&started, nil, runWriter, context.toOpaque())
    thread = started
    if code != 0 {
      thread = nil
      context.release()
      throw .io("pthread_create: \(String(cString: strerror(code)))")
    }
  }

  /// Refuses further jobs, lets the queued ones finish and ends the thread.
  func stop() {
    queue.close()
    if let thread { pthread_join(thread, nil) }
  }

  func add(_ job: WriteJob) throws(DatabaseError) { try queue.add(job) }

  /// Whether the caller is this writer's thread.
  var isCurrentThread: Bool { thread == pthread_self() }

  var statistics: WriterStatistics {
    var result = counts.withLock { $0 }
    result.longestQueue = queue.longestCount
    result.queued = queue.count
    return result
  }

  fileprivate func loop() {
    while true {
      let jobs = queue.take(most: options.batchLimit)
      if jobs.isEmpty { break }
      runBatch(jobs)
      // After the answers, so that nobody waits for it but the next batch.
      let checkpoints = connection.keepHouse(readers)
      if checkpoints > 0 { counts.withLock { $0.checkpoints += checkpoints } }
    }
    connection.close()
  }

  // MARK: One batch

  private struct Batch {
    var answers: [(job: WriteJob, result: Result<Void, any Error>)] = []
    /// Set when nothing of the batch can be kept.
    var loss: DatabaseError?
  }

  private func runBatch(_ first: [WriteJob]) {
    var batch = attempt(first)
    // Another program changed what this batch read, or waited for it in a ring: all of it again.
    for _ in 0..<Writer.repeats where batch.loss == .conflict {
      batch = attempt(batch.answers.map(\.job))
    }
    options.onStep?(.committed)
    count(batch)
    answer(batch)
    options.onStep?(.answered)
  }

  private static let repeats = 4

  private func attempt(_ jobs: [WriteJob]) -> Batch {
    var batch = Batch()
    batch.answers.reserveCapacity(options.batchLimit)
    do {
      try connection.beginWrite()
      options.onStep?(.began)
      gather(jobs, &batch)
      options.onStep?(.applied)
      if batch.loss == nil {
        let broken = try session.writeEntries()
        try session.writeNotes()
        try connection.commit()
        readers.noteCommit()
        for index in broken.sorted() { options.onBrokenIndex?(index) }
      }
    } catch {
      if batch.answers.isEmpty { batch.answers = jobs.map { ($0, .success(())) } }
      batch.loss = connection.loss ?? error as? DatabaseError ?? .rolledBack
    }
    if batch.loss != nil {
      session.forgetEntries()
      connection.rollBack()
    }
    session.endNotes(isKept: batch.loss == nil)
    return batch
  }

  /// Runs the jobs at hand and those that come while there is reason to wait for more. The window
  /// bounds the waiting alone: jobs that are there join the batch up to its limit.
  private func gather(_ first: [WriteJob], _ batch: inout Batch) {
    var patience = options.batchWindow.nanoseconds
    var jobs = first
    while !jobs.isEmpty {
      for job in jobs { run(job, &batch) }
      let room = options.batchLimit - batch.answers.count
      if room <= 0 || batch.loss != nil { break }
      let missing = max(0, expected - batch.answers.count)
      let start = Condition.now()
      let wait = missing > 0 ? min(patience, options.batchGap.nanoseconds) : 0
      jobs = queue.take(most: room, wanted: min(missing, room), until: start + wait)
      patience -= Condition.now() - start
    }
  }

  private func run(_ job: WriteJob, _ batch: inout Batch) {
    if batch.loss != nil {
      batch.answers.append((job, .success(())))
      return
    }
    do {
      try connection.run("SAVEPOINT job")
      try apply(job)
      try connection.run("RELEASE job")
      session.keepEntries()
      session.keepNotes()
      batch.answers.append((job, .success(())))
    } catch {
      session.forgetOwnNotes()
      batch.answers.append((job, .failure(error)))
      takeBack(error, &batch)
    }
  }

  private func apply(_ job: WriteJob) throws {
    session.isActive = true
    session.failure = nil
    session.entries = []
    defer { session.isActive = false }
    try job.body(session)
    if let failure = session.failure { throw failure }
    if !connection.isInTransaction { throw connection.loss ?? .rolledBack }
    if connection.hasOpenForeignKeys { throw DatabaseError.foreignKey }
  }

  /// Undoes the job that failed, and no other, unless the engine has ended the transaction.
  private func takeBack(_ error: any Error, _ batch: inout Batch) {
    guard connection.isInTransaction else {
      batch.loss = connection.loss ?? error as? DatabaseError ?? .rolledBack
      return
    }
    do {
      try connection.run("ROLLBACK TO job")
      try connection.run("RELEASE job")
    } catch {
      batch.loss = error
    }
  }

  private func count(_ batch: Batch) {
    counts.withLock {
      $0.lastBatch = batch.answers.count
      $0.jobs += batch.answers.count
      if batch.loss == nil { $0.commits += 1 } else { $0.lostBatches += 1 }
      for answer in batch.answers {
        if case .failure = answer.result {
          $0.failedJobs += 1
        } else if batch.loss != nil {
          $0.failedJobs += 1
        }
      }
    }
    // Clients answered now come back with their next write while others already wait; half of
    // them all per commit keeps the disk and the clients busy by turns. One client alone never
    // makes the writer wait.
    expected = (batch.answers.count + queue.count) / 2
  }

  private func answer(_ batch: Batch) {
    for answer in batch.answers {
      if let loss = batch.loss {
        answer.job.completion(.failure(loss))
      } else {
        answer.job.completion(answer.result)
      }
    }
  }
}

/// The writer's thread; consumes the reference that ``Writer/start()`` made.
private func runWriter(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Writer>.fromOpaque(context).takeRetainedValue().loop() }
  return nil
}
