import Glibc
import Synchronization
import TenonDatabase
import TenonThreads

/// Seals the audit trail: at start what earlier processes left, every minute in which something was
/// written, and at the end.
final class AuditSealer: Sendable {
  private let trail: AuditTrail
  private let database: Database
  private let clock: @Sendable () -> Int64
  let places: Places
  private let kept = Mutex<KeyFile?>(nil)
  private let ticker = Mutex<Ticker?>(nil)

  /// Where things are that stand outside of the database.
  struct Places: Sendable {
    /// The file with the key.
    let key: String
    /// A file that gets a line for each seal, for those who keep it where the server's operator
    /// cannot write.
    let seals: String?

    init(_ arguments: Arguments, _ application: any TenantApplication.Type, _ database: String) {
      let base = Database.isOnServer(database) ? "\(application.name)" : database
      key = arguments.value("--audit-key-file") ?? base + ".audit-key"
      seals = arguments.value("--audit-seal")
    }
  }

  private static let interval: Int64 = 60_000_000_000

  init(
    _ trail: AuditTrail, _ database: Database, _ places: Places,
    clock: @escaping @Sendable () -> Int64
  ) {
    self.trail = trail
    self.database = database
    self.places = places
    self.clock = clock
  }

  // MARK: From start to stop

  /// Begins this process's chain and seals what others left. Throws ``StartError``.
  func start() throws {
    let keys = try keys()
    let sealedBy = try database.read { try AuditSeal.last($0)?.key }
    try database.writeAndWait { [trail, clock] session in
      try trail.open(session)
      if let sealedBy, keys.key(named: sealedBy) == nil {
        Log.notice("the audit trail was sealed with the key \(sealedBy), which is gone")
        try Audit.note(
          .keyChange, nil, [.detail(.key, .text(keys.current.name))], by: nil, at: clock(), session)
      }
    }
    try seal(AuditRows.unsealed)
    let ticker = Ticker(every: AuditSealer.interval) { [weak self] in self?.tick() }
    guard ticker.start() else { throw StartError.listen("no thread for the audit trail") }
    self.ticker.withLock { $0 = ticker }
  }

  /// Tells the end and seals the last rows.
  func stop() {
    ticker.withLock { ticker in
      ticker?.stop()
      ticker = nil
    }
    do {
      try database.writeAndWait { [clock] session in
        try Audit.note(.stop, by: nil, at: clock(), session)
      }
    } catch { Log.notice("the end was not written into the audit trail: \(error)") }
    tick()
  }

  /// Seals this process's chain when it has grown.
  func tick() {
    do {
      try trail.head.map { head in
        try seal { session in try AuditRows.unsealed(head.chain, session) }
        try compare(head)
      }
    } catch { Log.notice("the audit trail was not sealed: \(error)") }
  }

  /// What this process has written must be there.
  private func compare(_ head: AuditTrail.Head) throws {
    let found = try database.read { try AuditRows.hash(of: head, $0) }
    if found == head.hash { return }
    Log.fault("the audit trail was changed: row \(head.number) of chain \(head.chain)")
    try database.writeAndWait { [clock] session in
      try Audit.note(
        .tampered, nil, [.detail(.count, .integer(head.number))], by: nil, at: clock(), session)
    }
  }

  private func seal(
    _ unsealed: @escaping @Sendable (Session) throws -> [AuditTrail.Head]
  ) throws {
    let key = try keys().current
    let made = try database.writeAndWait { [clock] session in
      var last = try AuditSeal.last(session)
      return try unsealed(session).map { head in
        let seal = AuditSeal(
          after: last, at: clock(), head.chain, head.number, AuditRows.spell(head.hash), key)
        try seal.write(session)
        last = seal
        return seal
      }
    }
    if let path = places.seals, !made.isEmpty { append(made, path) }
  }

  private func append(_ seals: [AuditSeal], _ path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer { if file >= 0 { close(file) } }
    let lines = Array(seals.map(\.line).joined().utf8)
    guard file >= 0, write(file, lines, lines.count) == lines.count, fsync(file) == 0 else {
      return Log.fault("\(path): the seal of the audit trail could not be appended")
    }
  }

  // MARK: Keys

  /// The keys of the file, which is made when there is none.
  private func keys() throws(StartError) -> KeyFile {
    if let known = kept.withLock({ $0 }) { return known }
    let found = try KeyFile.read(places.key)
    let keys = if let found { found } else { try KeyFile.make(places.key) }
    kept.withLock { $0 = keys }
    return keys
  }

  /// Digits that are the same for the same text and tell nobody without the key what it was.
  func digest(_ text: String) throws(StartError) -> String {
    let key = try keys().current
    return Secrets.base64(Array(Secrets.authenticator(of: Array(text.utf8), key.bytes)[..<12]))
  }
}
