import Glibc
import Query
import TenonThreads
import Values

/// One connection to a PostgreSQL server with its prepared statements. Used by one thread at a
/// time. It always sends by pipeline: what marks places in a transaction goes ahead of the next
/// statement, in one packet with it.
final class PostgresConnection {
  let server: PostgresServer
  let library: PostgresLibrary
  let role: PostgresServer.Role
  let searchLimit: Duration
  private let statementLimit: Int

  /// Nil when the connection was lost.
  private(set) var handle: OpaquePointer?
  /// With which error the server ended the transaction.
  var loss: DatabaseError?
  var values = PostgresValues()
  /// Prepared statements of this connection by their text.
  var entityNames: [StatementShape: String] = [:]
  var systemNames: [UnsafePointer<UInt8>: String] = [:]
  private var nameCount = 0
  /// Prepared statements that are no longer kept.
  private var staleNames: [String] = []
  /// Statements without values and rows that go ahead of the next one.
  var ahead: [String] = []
  /// What was sent and not answered yet.
  private var sent: [Sent] = []
  var openEnds = 0
  /// Whether a transaction is open, or will be with the next statement.
  var isOpen = false
  /// Whether it has no BEGIN.
  var isUnmarked = false
  /// Whether it is over with its first statement.
  var isSingle = false
  /// Whether its beginning was not sent yet.
  var isBeginning = false
  /// Whether the open transaction has had a statement: before, it can be begun again elsewhere.
  var isTouched = false
  var isLimited = false

  private enum Sent {
    case mark
    /// A preparation; what to note when it was done.
    case preparation(Key, String)
    case statement
  }

  /// Where a statement's name is kept.
  enum Key {
    case entity(StatementShape)
    case system(UnsafePointer<UInt8>)
  }

  init(
    _ server: PostgresServer, _ role: PostgresServer.Role, _ options: DatabaseOptions
  ) throws(DatabaseError) {
    self.server = server
    self.role = role
    library = server.library
    searchLimit = options.searchLimit
    statementLimit = max(options.statementLimit, 2)
    handle = try server.connect(role)
  }

  deinit { close() }

  func close() {
    if let handle { library.close(handle) }
    handle = nil
    entityNames = [:]
    systemNames = [:]
    staleNames = []
    sent = []
    openEnds = 0
  }

  // MARK: The connection

  /// The connection, made anew when it was lost.
  func living() throws(DatabaseError) -> OpaquePointer {
    if let handle { return handle }
    let fresh = try server.connect(role)
    handle = fresh
    return fresh
  }

  /// Notes that the connection is gone, with all that it knew.
  func lose() -> DatabaseError {
    let words = handle.map(server.said) ?? ""
    close()
    let error = DatabaseError.unreachable(words.isEmpty ? "the connection was closed" : words)
    loss = error
    return error
  }

  // MARK: Sending

  /// Puts a statement without values ahead of the next one.
  func mark(_ sql: String) { ahead.append(sql) }

  /// Forgets what waits to go ahead.
  func forgetMarks() { ahead = [] }

  func sendMarks(_ handle: OpaquePointer) throws(DatabaseError) {
    if isBeginning {
      ahead += staleNames.map { "DEALLOCATE \($0)" }
      staleNames = []
      isBeginning = false
    }
    for sql in ahead {
      if library.sendOnce(handle, sql, 0, nil, nil, nil, nil, PostgresLibrary.Code.binary) != 1 {
        throw lose()
      }
      sent.append(.mark)
    }
    ahead.removeAll(keepingCapacity: true)
  }

  /// Sends all that waits, with an end behind which the server answers.
  func sendEnd(_ handle: OpaquePointer) throws(DatabaseError) {
    try sendMarks(handle)
    if library.synchronise(handle) != 1 { throw lose() }
    openEnds += 1
  }

  func sendOnce(_ sql: String, _ handle: OpaquePointer) throws(DatabaseError) {
    let isSent = values.withView { view in
      library.sendOnce(
        handle, sql, view.count, view.types, view.pointers, view.lengths, view.formats,
        PostgresLibrary.Code.binary)
    }
    if isSent != 1 { throw lose() }
    sent.append(.statement)
  }

  func sendPrepared(
    _ known: String?, _ key: Key, _ handle: OpaquePointer, _ sql: () -> String
  ) throws(DatabaseError) {
    let name: String
    if let known {
      name = known
    } else {
      nameCount += 1
      name = "s\(nameCount)"
      let text = sql()
      let isSent = values.withView { library.sendPrepare(handle, name, text, $0.count, $0.types) }
      if isSent != 1 { throw lose() }
      sent.append(.preparation(key, name))
    }
    let isSent = values.withView { view in
      library.sendPrepared(
        handle, name, view.count, view.pointers, view.lengths, view.formats,
        PostgresLibrary.Code.binary)
    }
    if isSent != 1 { throw lose() }
    sent.append(.statement)
  }

  // MARK: Answers

  /// Asks for the answers to what was sent, without an end: the server stays in its transaction.
  func sendAsk(_ handle: OpaquePointer) throws(DatabaseError) {
    if library.ask(handle) != 1 || library.flush(handle) < 0 { throw lose() }
  }

  /// Waits for all answers. Returns the last statement's result, which the caller clears.
  func receive(_ handle: OpaquePointer) throws(DatabaseError) -> OpaquePointer? {
    var kept: OpaquePointer?
    var failure: DatabaseError?
    var place = 0
    var blanks = 0
    while openEnds > 0 || place < sent.count {
      guard let result = library.next(handle) else {
        // One stands behind each result; more of them mean that nothing comes any more.
        blanks += 1
        if blanks > 2 { failure = lose() }
        if self.handle == nil { throw settled(failure ?? lose()) }
        continue
      }
      blanks = 0
      let status = library.resultStatus(result)
      if status == PostgresLibrary.Code.synchronised {
        openEnds -= 1
        library.clear(result)
        continue
      }
      let what = place < sent.count ? sent[place] : .statement
      place += 1
      if status == PostgresLibrary.Code.commandDone || status == PostgresLibrary.Code.rows {
        if case .preparation(let key, let name) = what { note(name, key) }
        if let kept { library.clear(kept) }
        kept = result
      } else {
        if status != PostgresLibrary.Code.skipped, failure == nil {
          failure = PostgresFault(library: library, result: result).error
        }
        library.clear(result)
      }
    }
    sent.removeAll(keepingCapacity: true)
    guard var failure else { return kept }
    if let kept { library.clear(kept) }
    // What libpq says by itself has no code.
    if library.status(handle) != PostgresLibrary.Code.connected { failure = lose() }
    throw settled(failure)
  }

  /// What an error means for the connection and its transaction.
  private func settled(_ failure: DatabaseError) -> DatabaseError {
    switch failure {
    case .unreachable(let words):
      close()
      loss = failure
      return .unreachable(words)
    case .conflict:
      loss = failure
      return failure
    // Outside of a search it is the server that is too slow, not the question that is too wide.
    case .interrupted: return isLimited ? .interrupted : .busy
    default: return failure
    }
  }

  private func note(_ name: String, _ key: Key) {
    if entityNames.count + systemNames.count >= statementLimit {
      staleNames += Array(entityNames.values) + Array(systemNames.values)
      entityNames = [:]
      systemNames = [:]
    }
    switch key {
    case .entity(let shape): entityNames[shape] = name
    case .system(let text): systemNames[text] = name
    }
  }
}
