import CSodium
import Synchronization
import TenonDatabase

/// Writes the audit trail of this process: a chain of its own, in which each row's hash covers the
/// one before. Several processes may write to one database; each begins a chain with its first row.
final class AuditTrail: NoteKeeper {
  /// What the process was started to do: `serve`, `load`.
  let command: String
  /// The fingerprint of the definition.
  private let definition: String
  private let clock: @Sendable () -> Int64
  private let state = Mutex(State())

  /// The last row of a chain.
  struct Head: Sendable, Equatable {
    let chain: Int64
    var number: Int64
    /// 32 bytes.
    var hash: [UInt8]
  }

  private struct State {
    /// The chain, once its first row is on disk.
    var chain: Int64?
    /// Its last row, with those of the running transaction; nil when the database has to tell.
    var head: Head?
    /// Its last row that is on disk.
    var kept: Head?
  }

  init(command: String, definition: String, clock: @escaping @Sendable () -> Int64) {
    self.command = command
    self.definition = definition
    self.clock = clock
  }

  /// The last row on disk that this process wrote; nil when it wrote none.
  var head: Head? { state.withLock { $0.kept } }

  /// Begins the chain with this job, when nothing has begun it.
  func open(_ session: WriteSession) throws {
    if head == nil { try session.leave(Opening(), SystemAuthority("audit trail")) }
  }

  /// Wants the first row and nothing more.
  private struct Opening: Sendable {}

  // MARK: Keeping notes

  func write(_ notes: ArraySlice<any Sendable>, _ session: WriteSession) throws {
    try state.withLock { state in
      var rows = AuditRows(try state.head ?? begun(state, session))
      if rows.head.number == 0 { rows.append(try opening(rows.head.chain, session)) }
      for case let note as AuditNote in notes { rows.append(note) }
      try rows.write(session)
      state.head = rows.head
    }
  }

  func takenBack() { state.withLock { $0.head = nil } }

  func ended(isKept: Bool) {
    state.withLock { state in
      if isKept {
        state.kept = state.head
        state.chain = state.head?.chain
      } else {
        state.head = nil
      }
    }
  }

  // MARK: Chains

  /// The last row of this process's chain as the database has it; of a new one when there is none.
  private func begun(_ state: State, _ session: WriteSession) throws -> Head {
    if let chain = state.chain, let head = try AuditRows.head(of: chain, session) { return head }
    return Head(
      chain: try AuditRows.lastChain(session) + 1, number: 0, hash: Array(repeating: 0, count: 32))
  }

  /// The first row tells what this process is, and the hash of all that was kept before there was
  /// a trail.
  private func opening(_ chain: Int64, _ session: WriteSession) throws -> AuditNote {
    var details: [StoredChange] = [
      .detail(.command, .text(command)), .detail(.definition, .text(definition)),
    ]
    if chain == 1, let past = try AuditRows.past(session) {
      details.append(.detail(.past, .text(past)))
    }
    return AuditNote(
      kind: AuditKind.start.rawValue, at: clock(), user: nil, behalf: nil, table: "", record: 0,
      changes: StoredChange.encode(details))
  }
}
