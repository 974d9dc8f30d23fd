import Glibc
import Synchronization
import TenonThreads

/// The one thread that writes. It gathers jobs into batches: one transaction, a savepoint per job,
/// one commit, and only then the answers (group commit).
final class Writer: @unchecked Sendable {
  private let connection: SQLiteConnection
  private let options: DatabaseOptions
  private let readers: Readers
  private let queue: WriteQueue
  private let session: WriteSession
  private let counts = Mutex(WriterStatistics())
  private var thread: pthread_t?
  /// How many jobs are worth waiting for, from what was under way after the last commit.
  private var expected = 1
  /// Below this length of the log no checkpoint that waits for readers is tried again.
  private var nextRestart = SQLiteLimits.restartFrames

  /// Takes the connection over: nobody else uses it from here on.
  init(_ connection: SQLiteConnection, _ readers: Readers, _ options: DatabaseOptions) {
    self.connection = connection
    self.readers = readers
    self.options = options
    queue = WriteQueue(limit: options.queueLimit)
    session = WriteSession(connection, options.surroundings)
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
      checkpointWhenLong()
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
    var batch = Batch()
    batch.answers.reserveCapacity(options.batchLimit)
    do {
      try connection.run("BEGIN IMMEDIATE")
      options.onStep?(.began)
      gather(first, &batch)
      options.onStep?(.applied)
      if batch.loss == nil {
        let broken = try session.writeEntries()
        try connection.run("COMMIT")
        readers.noteCommit()
        for index in broken.sorted() { options.onBrokenIndex?(index) }
      }
    } catch {
      if batch.answers.isEmpty { batch.answers = first.map { ($0, .success(())) } }
      batch.loss = error
    }
    if batch.loss != nil { rollBack() }
    options.onStep?(.committed)
    count(batch)
    answer(batch)
    options.onStep?(.answered)
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
      batch.answers.append((job, .success(())))
    } catch {
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
    if !connection.isInTransaction { throw DatabaseError.rolledBack }
    if connection.hasOpenForeignKeys { throw DatabaseError.foreignKey }
  }

  /// Undoes the job that failed, and no other, unless the engine has ended the transaction.
  private func takeBack(_ error: any Error, _ batch: inout Batch) {
    guard connection.isInTransaction else {
      batch.loss = error as? DatabaseError ?? .rolledBack
      return
    }
    do {
      try connection.run("ROLLBACK TO job")
      try connection.run("RELEASE job")
    } catch {
      batch.loss = error
    }
  }

  private func rollBack() {
    session.forgetEntries()
    guard connection.isInTransaction else { return }
    // An error here means that SQLite ended the transaction after all, or cannot end it; then the
    // next BEGIN fails, and its batch is told.
    do { try connection.run("ROLLBACK") } catch { return }
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

  /// After the answers, so that nobody waits for it but the next batch.
  private func checkpointWhenLong() {
    let frames = connection.logFrames
    if frames < SQLiteLimits.checkpointFrames { return }
    let restart = frames >= nextRestart
    readers.letGo()
    do {
      let isDone = try connection.checkpoint(restart: restart)
      counts.withLock { $0.checkpoints += 1 }
      if isDone {
        nextRestart = SQLiteLimits.restartFrames
      } else if restart {
        nextRestart = frames + SQLiteLimits.restartFrames / 2
      }
    } catch {
      // A checkpoint only copies what is durable already; it is tried again after the next batch,
      // and a full or broken disk shows itself in that batch's own commit.
      return
    }
  }
}

/// The writer's thread; consumes the reference that ``Writer/start()`` made.
private func runWriter(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Writer>.fromOpaque(context).takeRetainedValue().loop() }
  return nil
}
