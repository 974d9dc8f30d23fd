import Query
import Values

/// Writes what the jobs of a batch leave behind, in the batch's own transaction: many at once
/// instead of each by itself. All on the writer's thread.
public protocol NoteKeeper: AnyObject, Sendable {
  /// Writes notes in their order. What it throws takes back the job, or the whole batch at its end.
  func write(_ notes: ArraySlice<any Sendable>, _ session: WriteSession) throws
  /// Some of what was written in this transaction was taken back.
  func takenBack()
  /// The transaction ended; `isKept` when all of it is on disk. When not, it may be there or not.
  func ended(isKept: Bool)
}

/// Notes of the running job and of the jobs before it in the batch.
struct BatchNotes {
  var keeper: (any NoteKeeper)?
  /// Of the jobs before.
  var kept: [any Sendable] = []
  /// Of the job that runs.
  var own: [any Sendable] = []
  /// The first of `own` that the innermost part left: those before it outlive its end.
  var floor = 0
  /// Whether the keeper wrote something in this transaction.
  var isWritten = false

  /// So many notes are written at once; a job that leaves more does not keep them all in memory.
  static let limit = 512
}

/// What there was before a part of a job.
struct HeldNotes {
  let floor: Int
  let count: Int
}

extension WriteSession {
  /// Leaves a note to the database's keeper: written in this transaction, not at all when the job
  /// fails. Throws ``DatabaseError``, and what the keeper throws.
  public func leave(_ note: some Sendable, _ proof: SystemAuthority) throws {
    try checkTransaction()
    guard notes.keeper != nil else { throw DatabaseError.statement("nobody keeps notes") }
    notes.own.append(note)
    try writeManyNotes()
  }

  /// Begins a part of the job: notes that it leaves are its own until it is kept.
  func holdNotes() -> HeldNotes {
    let held = HeldNotes(floor: notes.floor, count: notes.own.count)
    notes.floor = held.count
    return held
  }

  /// The part is kept.
  func releaseNotes(_ held: HeldNotes) throws {
    notes.floor = held.floor
    try writeManyNotes()
  }

  /// The part is taken back.
  func forgetNotes(_ held: HeldNotes) {
    notes.floor = held.floor
    if notes.own.count > held.count { notes.own.removeSubrange(held.count...) }
    noteTakenBack()
  }

  /// Writes what the running job left when it is much.
  private func writeManyNotes() throws {
    if notes.own.count - notes.floor < BatchNotes.limit { return }
    let many = notes.own[notes.floor...]
    notes.own.removeSubrange(notes.floor...)
    try write(many)
  }

  private func write(_ some: ArraySlice<any Sendable>) throws {
    if some.isEmpty { return }
    notes.isWritten = true
    try notes.keeper?.write(some, self)
  }

  private func noteTakenBack() { if notes.isWritten { notes.keeper?.takenBack() } }

  // MARK: For the writer

  /// The job is done: what it left is part of the batch.
  func keepNotes() {
    notes.kept += notes.own
    notes.own = []
  }

  /// The job failed: what it left is forgotten.
  func forgetOwnNotes() {
    notes.own = []
    notes.floor = 0
    noteTakenBack()
  }

  /// Writes what all jobs of the batch left, behind the last of them.
  func writeNotes() throws {
    let kept = notes.kept
    notes.kept = []
    isActive = true
    defer { isActive = false }
    try write(kept[...])
  }

  /// The transaction is over.
  func endNotes(isKept: Bool) {
    notes.kept = []
    notes.own = []
    if notes.isWritten { notes.keeper?.ended(isKept: isKept) }
    notes.isWritten = false
  }
}
