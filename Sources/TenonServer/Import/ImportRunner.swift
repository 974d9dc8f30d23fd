import Synchronization
import TenonDatabase
import TenonPages

/// Works on imports, one after the other, on a thread of its own.
final class ImportRunner: Sendable {
  private let worker = FileWorker()
  private let stopping = Atomic(false)
  /// Imports that wait or run here.
  private let own = Mutex<Set<Int64>>([])

  /// How long an import is kept, in milliseconds: the file, what was wrong, the way back.
  static let lifetime: Int64 = 30 * 24 * 3_600_000

  /// Begins to work, first on what an earlier server left.
  func start(_ tenant: Tenant) throws(StartError) {
    let isStarted = worker.start { [weak self, weak tenant] isFirst in
      guard let self, let tenant else { return }
      self.tick(tenant, isFirst: isFirst)
    }
    if !isStarted { throw .listen("no thread for imports") }
  }

  /// Stops between two pieces; what is not done goes on at the next start.
  func stop() {
    stopping.store(true, ordering: .relaxed)
    worker.stop()
  }

  /// A number for who works on an import.
  static func newRunner() -> Int64 { Int64.random(in: 1...Storage.integerLimit) }

  /// Works on an import that was begun for its runner. False when too many wait.
  func run(_ job: ImportJob, _ tenant: Tenant) -> Bool {
    own.withLock { _ = $0.insert(job.id) }
    let isQueued = worker.add { [self, weak tenant] in
      defer { own.withLock { _ = $0.remove(job.id) } }
      guard let tenant else { return }
      work(job, tenant)
    }
    if !isQueued { own.withLock { _ = $0.remove(job.id) } }
    return isQueued
  }

  /// Takes over an import that nobody works on any more.
  func adopt(_ job: ImportJob, _ tenant: Tenant) {
    if own.withLock({ $0.contains(job.id) }) { return }
    var job = job
    let runner = ImportRunner.newRunner()
    do {
      let taken = Taken()
      try tenant.database.writeAndWait { [job] session in
        taken.isOurs = try ImportStore.take(job, by: runner, at: tenant.clock(), session)
      }
      guard taken.isOurs else { return }
      job.runner = runner
      _ = run(job, tenant)
    } catch { Log.notice("import \(job.id) is not taken over: \(error)") }
  }

  /// What a write found, for who waits for it.
  private final class Taken: @unchecked Sendable {
    var isOurs = false
  }

  // MARK: On the thread

  private func tick(_ tenant: Tenant, isFirst: Bool) {
    do {
      let now = tenant.clock()
      let gone = Gone()
      try tenant.database.writeAndWait { session in
        gone.files = try ImportStore.removeOld(before: now - ImportRunner.lifetime, session)
      }
      tenant.files.forget(gone.files)
      // With the database to itself nobody else can be working on them.
      let isAlone = isFirst && tenant.database.dialect == .sqlite
      for job in try tenant.database.read({ try ImportStore.underWay($0) })
      where isAlone || job.isAbandoned(now) { adopt(job, tenant) }
    } catch DatabaseError.closed {
      return
    } catch { Log.fault("imports are not looked after: \(error)") }
  }

  private final class Gone: @unchecked Sendable {
    var files: [Int64] = []
  }

  private func work(_ job: ImportJob, _ tenant: Tenant) {
    let isStopping: @Sendable () -> Bool = { [self] in stopping.load(ordering: .relaxed) }
    do {
      if job.state == .undoing {
        var undo = ImportUndo(tenant: tenant, job: job, isStopping: isStopping)
        try undo.run()
      } else {
        var run = ImportRun(tenant: tenant, job: job, isStopping: isStopping)
        try run.run()
      }
    } catch is ImportRun.Stopped {
      Log.notice("import \(job.id) goes on at the next start")
    } catch is ImportRun.Lost {
      Log.notice("import \(job.id) is worked on elsewhere")
    } catch DatabaseError.closed {
      return
    } catch { stand(job, Refusal(error, nil), tenant) }
  }

  /// Keeps why an import stands still.
  private func stand(_ job: ImportJob, _ refusal: Refusal, _ tenant: Tenant) {
    var words = refusal.words.title
    if case .malformed(let detail) = refusal { words = detail }
    var text = ""
    TabbedText.append([words.zh, words.en], to: &text)
    do {
      try tenant.database.writeAndWait { [text] session in
        try ImportStore.stand(job, text, session)
      }
    } catch { Log.fault("import \(job.id) stands still: \(error)") }
  }
}
