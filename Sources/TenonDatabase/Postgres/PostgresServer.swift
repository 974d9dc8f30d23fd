import Glibc
import Synchronization
import TenonThreads

/// The database server as this process knows it: where it is, and when it may be asked again after
/// it was not there.
final class PostgresServer: Sendable {
  let library: PostgresLibrary
  let address: PostgresAddress
  private let options: DatabaseOptions
  private let pause = Mutex(Pause())

  private struct Pause {
    /// When the next attempt may be made, by the monotonic clock.
    var end: Int64 = 0
    var length = PostgresServer.shortestPause
    var words = ""
  }

  /// Nanoseconds between two attempts: doubled with each that fails.
  private static let shortestPause: Int64 = 100_000_000
  private static let longestPause: Int64 = 2_000_000_000
  /// The oldest server with which the tests are run.
  private static let oldest: Int32 = 150_000

  init(_ address: PostgresAddress, _ options: DatabaseOptions) throws(DatabaseError) {
    guard let library = PostgresLibrary.shared else { throw .noLibrary }
    // What libpq says of a URL that it cannot read quotes the URL.
    guard let parsed = library.parse(address.url, nil) else { throw .address }
    library.freeOptions(parsed)
    self.library = library
    self.address = address
    self.options = options
  }

  enum Role { case reader, writer, listener }

  /// A new connection. Throws `unreachable` at once while it is too early for another attempt.
  func connect(_ role: Role) throws(DatabaseError) -> OpaquePointer {
    let (isEarly, words) = pause.withLock { ($0.end > Condition.now(), $0.words) }
    if isEarly { throw .unreachable(words) }
    do throws(DatabaseError) {
      let handle = try open()
      do throws(DatabaseError) {
        try prepare(handle, role)
      } catch {
        library.close(handle)
        throw error
      }
      pause.withLock { $0 = Pause() }
      return handle
    } catch {
      guard case .unreachable(let words) = error else { throw error }
      pause.withLock { pause in
        pause.end = Condition.now() + pause.length
        pause.length = min(pause.length * 2, PostgresServer.longestPause)
        pause.words = words
      }
      throw error
    }
  }

  /// When the next attempt may be made, by the monotonic clock.
  var nextAttempt: Int64 { pause.withLock { $0.end } }

  private func open() throws(DatabaseError) -> OpaquePointer {
    // What stands before the URL can be set otherwise in it; what stands behind it cannot.
    let settings = [
      ("fallback_application_name", "tenon"), ("connect_timeout", "5"), ("keepalives_idle", "30"),
      ("tcp_user_timeout", "30000"), ("dbname", address.url), ("client_encoding", "UTF8"),
    ]
    let opened = withStrings(settings.map(\.0)) { names in
      withStrings(settings.map(\.1)) { values in library.connect(names, values, 1) }
    }
    guard let opened else { throw .io("out of memory") }
    // What the server says beside its answers would go to standard error as it is.
    _ = library.setNoticeReceiver(opened, { _, _ in }, nil)
    if library.status(opened) == PostgresLibrary.Code.connected { return opened }
    let words = said(opened)
    library.close(opened)
    throw .unreachable(words)
  }

  /// What libpq has to say of a connection, fit for a log.
  func said(_ handle: OpaquePointer) -> String {
    address.cleaned(library.errorMessage(handle).map { String(cString: $0) } ?? "")
  }

  private func prepare(_ handle: OpaquePointer, _ role: Role) throws(DatabaseError) {
    let version = library.serverVersion(handle)
    if version < PostgresServer.oldest { throw .version(Int(version)) }
    let isReader = role == .reader
    try script(
      """
      SET client_min_messages = error;
      SET jit = off;
      SET standard_conforming_strings = on;
      SET default_transaction_isolation = 'repeatable read';
      SET default_transaction_read_only = \(isReader ? "on" : "off");
      SET statement_timeout = \(options.statementTimeout.milliseconds);
      SET lock_timeout = \(options.lockTimeout.milliseconds);
      SET idle_in_transaction_session_timeout = \(options.idleTimeout.milliseconds);
      SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') = 'off'
      """, handle)
    if library.enterPipeline(handle) != 1 { throw .io(said(handle)) }
  }

  /// Runs all statements of a text, outside of a pipeline.
  func script(_ sql: String, _ handle: OpaquePointer) throws(DatabaseError) {
    guard let result = library.execute(handle, sql) else { throw .unreachable(said(handle)) }
    defer { library.clear(result) }
    let status = library.resultStatus(result)
    if status == PostgresLibrary.Code.commandDone || status == PostgresLibrary.Code.rows { return }
    if library.status(handle) != PostgresLibrary.Code.connected { throw .unreachable(said(handle)) }
    throw PostgresFault(library: library, result: result).error
  }
}

/// Runs a block with texts as C reads them, ended by a nil.
private func withStrings<R>(_ texts: [String], _ body: (PostgresLibrary.Texts) -> R) -> R {
  let copies = texts.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  let list: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) } + [nil]
  return list.withUnsafeBufferPointer { body($0.baseAddress!) }
}
